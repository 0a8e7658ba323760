import { useEffect } from 'react'

/** Where a key press belongs to typing, or to a dialog, the page's own keys keep still. */
const isTyping = (event: KeyboardEvent): boolean => {
  const target = event.target as HTMLElement | null
  if (target?.isContentEditable) return true
  if (target?.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [role="combobox"]'))
    return true
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}

const FOLLOW_MS = 1500

/** `/` to search, `?` for help, `g` and a letter to go somewhere. */
export const useShortcuts = (actions: {
  readonly onSearch: () => void
  readonly onHelp: () => void
  readonly onGo: (letter: string) => boolean
}): void => {
  useEffect(() => {
    let goSince = 0
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return
      if (goSince > 0 && event.timeStamp - goSince < FOLLOW_MS) {
        goSince = 0
        if (actions.onGo(event.key.toLowerCase())) event.preventDefault()
        return
      }
      goSince = 0
      if (event.key === '/') {
        event.preventDefault()
        actions.onSearch()
      } else if (event.key === '?') {
        event.preventDefault()
        actions.onHelp()
      } else if (event.key === 'g') goSince = event.timeStamp
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [actions])
}
