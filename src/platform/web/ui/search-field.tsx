import { Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import './field.css'
import './search-field.css'

/** Types a filter; tells it on after a pause, so that a list is not asked for at each letter. */
export const SearchField = ({
  label,
  value,
  onChange,
  placeholder,
  delayMs = 200,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly delayMs?: number
}) => {
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  // The address may change from outside (Back, a link): then the box follows.
  if (value !== told) {
    setTold(value)
    setText(value)
  }
  useEffect(() => {
    if (text === told) return
    const timer = setTimeout(() => {
      setTold(text)
      onChange(text)
    }, delayMs)
    return () => clearTimeout(timer)
  }, [text, told, delayMs, onChange])
  return (
    <div className="search-field">
      <Search className="icon search-field__icon" aria-hidden="true" />
      <input
        type="search"
        className="control search-field__input"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      {text !== '' && (
        <button
          type="button"
          className="search-field__clear"
          aria-label="Xóa nội dung tìm"
          title="Xóa nội dung tìm"
          onClick={() => setText('')}
        >
          <X className="icon" aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
