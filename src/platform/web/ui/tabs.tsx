import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import './tabs.css'

export interface Tab {
  readonly id: string
  readonly label: string
  /** How many things stand behind it. */
  readonly count?: number
}

/** Views of one thing. The page keeps the chosen one in the address (`useFilter`). */
export const Tabs = ({
  label,
  tabs,
  chosen,
  onChoose,
  children,
}: {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
  readonly children: ReactNode
}) => {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)
  // On a narrow screen the row of tabs is wider than the page: the chosen one is never out of sight.
  useEffect(() => {
    const row = list.current
    const tab = document.getElementById(`${base}-${chosen}`)
    if (row && tab) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
  }, [base, chosen])
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === chosen)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const index = (next + tabs.length) % tabs.length
    const tab = tabs[index]
    if (!tab) return
    onChoose(tab.id)
    ;(list.current?.children[index] as HTMLElement | undefined)?.focus()
  }
  return (
    <div className="tabs">
      <div className="tabs__list no-print" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={tab.id === chosen}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === chosen ? 0 : -1}
            className="tabs__tab"
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className="tabs__count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div id={`${base}-panel`} role="tabpanel" aria-labelledby={`${base}-${chosen}`} tabIndex={-1}>
        {children}
      </div>
    </div>
  )
}
