import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from './button.tsx'
import { ComboBox, type Choice } from './combo-box.tsx'
import './chosen-list.css'

/** Several of many: each added by typing, each taken out by its cross. */
export const ChosenList = ({
  label,
  hint,
  error,
  isOptional = true,
  choices,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) => {
  const list = useRef<HTMLUListElement>(null)
  const [added, setAdded] = useState<string>()
  // The box is a new one after each choice: the keyboard goes on at what was chosen.
  useEffect(() => {
    if (added !== undefined) list.current?.querySelector<HTMLElement>('li:last-child button')?.focus()
  }, [added])
  return (
    <div className="chosen-list">
      <ComboBox
        key={chosen.length}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        error={error}
        isOptional={isOptional}
        choices={choices.filter((choice) => !chosen.includes(choice.id))}
        value={undefined}
        onChange={(id) => {
          if (id === undefined) return
          setAdded(id)
          onChange([...chosen, id])
        }}
      />
      {chosen.length > 0 && (
        <ul ref={list}>
          {chosen.map((id) => {
            const name = choices.find((choice) => choice.id === id)?.label ?? id
            return (
              <li key={id}>
                <span>{name}</span>
                <IconButton
                  isSmall
                  label={`Bỏ ${name}`}
                  onClick={() => onChange(chosen.filter((one) => one !== id))}
                >
                  <X className="icon" aria-hidden="true" />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
