import { FileUp } from 'lucide-react'
import { useId, useRef, useState, type DragEvent } from 'react'
import { Button } from './button.tsx'
import './file-drop.css'

/** Takes files dragged in, chosen or pasted. The page judges them; this only hands them on. */
export const FileDrop = ({
  label,
  hint,
  accept,
  isMany = false,
  isDisabled = false,
  onFiles,
}: {
  readonly label: string
  readonly hint?: string
  /** `.docx,.pdf`: what the chooser offers. Dropped files are not filtered, so that a refusal can say why. */
  readonly accept?: string
  readonly isMany?: boolean
  readonly isDisabled?: boolean
  readonly onFiles: (files: readonly File[]) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const id = useId()
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])]
    if (files.length > 0 && !isDisabled) onFiles(isMany ? files : files.slice(0, 1))
  }
  const drag = (event: DragEvent): void => {
    if (![...event.dataTransfer.types].includes('Files')) return
    event.preventDefault()
    setOver(!isDisabled)
  }
  return (
    <div
      className={`file-drop${isOver ? ' file-drop--over' : ''}`}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      <p className="file-drop__label" id={id}>
        {label}
      </p>
      {hint !== undefined && <p className="small quiet">{hint}</p>}
      <Button disabled={isDisabled} aria-describedby={id} onClick={() => input.current?.click()}>
        <FileUp className="icon" aria-hidden="true" />
        Chọn tệp
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        {...(accept === undefined ? {} : { accept })}
        multiple={isMany}
        disabled={isDisabled}
        onChange={(event) => {
          take(event.target.files)
          // The same file again must count as a new choice.
          event.target.value = ''
        }}
      />
    </div>
  )
}
