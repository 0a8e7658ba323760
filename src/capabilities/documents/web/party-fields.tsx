import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '#platform/web/ui/button.tsx'
import { ComboBox, type Choice } from '#platform/web/ui/combo-box.tsx'
import { TextField } from '#platform/web/ui/field.tsx'
import type { PartyValue } from '../domain/review-api.ts'
import { GROUP_NOTE } from './agencies.ts'
import { GroupMembers, useGroupOf } from './group-members.tsx'

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
            <PartyLine
              key={party.printed}
              party={party}
              choices={choices}
              onChange={(next) => onChange(value.map((one, k) => (k === i ? next : one)))}
              onRemove={() => onChange(value.filter((_, k) => k !== i))}
            />
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

const PartyLine = ({
  party,
  choices,
  onChange,
  onRemove,
}: {
  readonly party: PartyValue
  readonly choices: readonly Choice[]
  readonly onChange: (party: PartyValue) => void
  readonly onRemove: () => void
}) => {
  const group = useGroupOf(party, (code) =>
    choices.some((choice) => choice.id === code && choice.note === GROUP_NOTE),
  )
  return (
    <li>
      <div className="party-fields__line">
        <span>{party.printed}</span>
        <IconButton label={`Bỏ ${party.printed}`} isSmall onClick={onRemove}>
          <X className="icon" aria-hidden="true" />
        </IconButton>
      </div>
      {group !== undefined && <GroupMembers group={group} value={party} onChange={onChange} />}
    </li>
  )
}
