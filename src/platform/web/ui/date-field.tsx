import { useState } from 'react'
import { TextField } from './field.tsx'
import { readDay, writeDay } from './day-text.ts'

/** A day typed as text, dd/MM/yyyy: faster than any calendar for who copies from paper. */
export const DateField = ({
  label,
  value,
  onChange,
  hint,
  error,
  isOptional,
  isLabelHidden,
}: {
  readonly label: string
  /** `YYYY-MM-DD`, or undefined. */
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
}) => {
  const [text, setText] = useState(writeDay(value))
  const [wrong, setWrong] = useState<string>()
  const [told, setTold] = useState(value)
  if (value !== told) {
    setTold(value)
    setText(writeDay(value))
    setWrong(undefined)
  }
  const tell = (day: string | undefined): void => {
    setTold(day)
    onChange(day)
  }
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      placeholder="ngày/tháng/năm"
      error={wrong ?? error}
      {...(isOptional === undefined ? {} : { isOptional })}
      {...(isLabelHidden === undefined ? {} : { isLabelHidden })}
      value={text}
      inputMode="numeric"
      maxLength={14}
      onChange={(typed) => {
        setText(typed)
        const reading = readDay(typed)
        if (reading.kind === 'wrong') return
        setWrong(undefined)
        tell(reading.kind === 'day' ? reading.day : undefined)
      }}
      onBlur={() => {
        const reading = readDay(text)
        setWrong(reading.kind === 'wrong' ? reading.message : undefined)
        if (reading.kind === 'wrong') tell(undefined)
        if (reading.kind === 'day') setText(writeDay(reading.day))
      }}
    />
  )
}
