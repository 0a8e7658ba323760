import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '#platform/web/ui/button.tsx'
import { ComboBox, type Choice } from '#platform/web/ui/combo-box.tsx'
import { TextField } from '#platform/web/ui/field.tsx'
import type { PartyValue } from '../domain/review-api.ts'

/** A list of agencies: chosen from the register, or typed when the register does not have them. */
export const PartyFields = ({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string
  readonly value: readonly PartyValue[]
  readonly choices: readonly Choice[]
  readonly onChange: (value: PartyValue[]) => void
}) => {
  const [typed, setTyped] = useState('')
  const add = (party: PartyValue): void => {
    if (!value.some((one) => one.printed === party.printed)) onChange([...value, party])
  }
  return (
    <fieldset className="party-fields">
      <legend className="field__label">{label}</legend>
      {value.length > 0 && (
        <ul className="party-fields__list">
          {value.map((party, i) => (
            <li key={party.printed}>
              <span>{party.printed}</span>
              <IconButton
                label={`Bỏ ${party.printed}`}
                isSmall
                onClick={() => onChange(value.filter((_, k) => k !== i))}
              >
                <X className="icon" aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        key={value.length}
        label={`Thêm ${label.toLowerCase()}`}
        isLabelHidden
        placeholder="Gõ tên hoặc chữ tắt của cơ quan"
        choices={choices}
        value={undefined}
        onChange={(code) => {
          const choice = choices.find((one) => one.id === code)
          if (choice) add({ printed: choice.label, code: choice.id })
        }}
      />
      <div className="party-fields__typed">
        <TextField
          label={`Tên khác cho ${label.toLowerCase()}`}
          isLabelHidden
          placeholder="Hoặc ghi tên chưa có trong danh bạ"
          value={typed}
          onChange={setTyped}
        />
        <Button
          isSmall
          onClick={() => {
            if (typed.trim() === '') return
            add({ printed: typed.trim() })
            setTyped('')
          }}
        >
          Thêm
        </Button>
      </div>
    </fieldset>
  )
}
