import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'
import './field.css'

interface FieldWords {
  readonly label: string
  /** What to write and in which form, below the label. */
  readonly hint?: ReactNode
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined
  /** Says "không bắt buộc" beside the label. */
  readonly isOptional?: boolean
  /** The label is for screen readers only: the place says it to the eye. */
  readonly isLabelHidden?: boolean
}

interface Wiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label above, hint, control, error: the frame of every field. */
export const Field = ({
  label,
  hint,
  error,
  isOptional = false,
  isLabelHidden = false,
  id: givenId,
  children,
}: FieldWords & { readonly id?: string | undefined; readonly children: (wiring: Wiring) => ReactNode }) => {
  const ownId = useId()
  const id = givenId ?? ownId
  const hintId = hint === undefined ? undefined : `${id}-hint`
  const errorId = error === undefined ? undefined : `${id}-error`
  return (
    <div className={`field${error === undefined ? '' : ' field--wrong'}`}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'field__label'}>
        {label}
        {isOptional && <span className="field__optional"> (không bắt buộc)</span>}
      </label>
      {hint !== undefined && (
        <div id={hintId} className="field__hint">
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p id={errorId} className="field__error">
          {error}
        </p>
      )}
    </div>
  )
}

type Words = FieldWords

export type TextFieldProps = Words &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
    readonly onChange: (value: string) => void
    readonly ref?: Ref<HTMLInputElement>
  }

const splitWords = <T extends Words>(props: T) => {
  const { label, hint, error, isOptional, isLabelHidden, ...rest } = props
  return { words: { label, hint, error, isOptional, isLabelHidden } as Words, rest }
}

export const TextField = (props: TextFieldProps) => {
  const { words, rest } = splitWords(props)
  const { onChange, id, className, ...input } = rest
  return (
    <Field {...words} id={id}>
      {(wiring) => (
        <input
          autoComplete="off"
          {...input}
          {...wiring}
          className={`control ${className ?? ''}`}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export const TextArea = (
  props: Words &
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & {
      readonly onChange: (value: string) => void
    },
) => {
  const { words, rest } = splitWords(props)
  const { onChange, id, ...area } = rest
  return (
    <Field {...words} id={id}>
      {(wiring) => (
        <textarea
          rows={3}
          {...area}
          {...wiring}
          className="control control--area"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
}

/** A handful of fixed choices; for many, the combo box that searches. */
export const Select = <V extends string>(
  props: Words &
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
      readonly value: V
      readonly options: readonly Option<V>[]
      readonly onChange: (value: V) => void
    },
) => {
  const { words, rest } = splitWords(props)
  const { onChange, options, id, ...select } = rest
  return (
    <Field {...words} id={id}>
      {(wiring) => (
        <select
          {...select}
          {...wiring}
          className="control control--select"
          onChange={(event) => onChange(event.target.value as V)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export const Checkbox = ({
  label,
  hint,
  isLabelHidden = false,
  onChange,
  ...input
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'type'> & {
  readonly label: ReactNode
  readonly hint?: string
  readonly isLabelHidden?: boolean
  readonly onChange: (isChecked: boolean) => void
}) => {
  const id = useId()
  return (
    <div className="checkbox">
      <input
        id={id}
        {...input}
        type="checkbox"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="field__hint checkbox__hint">
          {hint}
        </div>
      )}
    </div>
  )
}
