import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

/** A button that opens a small panel below it; Escape, a press outside or a choice closes it. */
export const Disclosure = ({
  label,
  className,
  button,
  children,
}: {
  /** The panel's name. */
  readonly label: string
  readonly className: string
  readonly button: ReactNode
  readonly children: (close: () => void) => ReactNode
}) => {
  const [isOpen, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const id = useId()
  const close = (): void => setOpen(false)
  useEffect(() => {
    if (!isOpen) return
    const outside = (event: PointerEvent): void => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [isOpen])
  return (
    <div
      ref={frame}
      className={className}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        frame.current?.querySelector('button')?.focus()
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        type="button"
        className="bar-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      <div id={id} role="group" aria-label={label} className="bar-panel" hidden={!isOpen}>
        {isOpen && children(close)}
      </div>
    </div>
  )
}
