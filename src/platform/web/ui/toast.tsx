import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import './toast.css'

interface Toast {
  readonly id: number
  readonly text: string
  readonly undo: (() => void) | undefined
}

/** Long enough to read and to reach the button; never the only place where something is said. */
const SHOWN_MS = 8000

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

const set = (next: readonly Toast[]): void => {
  toasts = next
  for (const listener of listeners) listener()
}

export const closeToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id))

/** Says that something is done, in passing; with `undo` it can be taken back. */
export const showToast = (text: string, undo?: () => void): void => {
  const id = nextId++
  set([...toasts.slice(-2), { id, text, undo }])
  setTimeout(() => closeToast(id), SHOWN_MS)
}

/** Stands once in the shell; the region is always there, so that screen readers hear what enters it. */
export const ToastRegion = () => {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className="toast">
          <span>{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              className="toast__undo"
              onClick={() => {
                toast.undo?.()
                closeToast(toast.id)
              }}
            >
              Hoàn tác
            </button>
          )}
          <button
            type="button"
            className="toast__close"
            aria-label="Đóng thông báo"
            onClick={() => closeToast(toast.id)}
          >
            <X className="icon" aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  )
}
