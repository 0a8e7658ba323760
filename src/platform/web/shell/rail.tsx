import { Link, useRouterState } from '@tanstack/react-router'
import type { MenuEntry, MenuGroup } from '../capability.ts'
import { menuGroups } from '../capability.ts'
import './rail.css'

/** The entry that stands for an address: the longest that it begins with. */
const toCurrent = (entries: readonly MenuEntry[], path: string): string | undefined =>
  entries
    .map((entry) => entry.to)
    .filter((to) => path === to || path.startsWith(`${to}/`))
    .toSorted((a, b) => b.length - a.length)[0]

/** The menu: only groups and entries that the person may use. */
export const Rail = ({
  entries,
  onGo,
}: {
  readonly entries: readonly MenuEntry[]
  readonly onGo?: () => void
}) => {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const current = toCurrent(entries, path)
  return (
    <nav className="rail" aria-label="Các mục chính">
      {(Object.keys(menuGroups) as MenuGroup[]).map((group) => {
        const own = entries.filter((entry) => entry.group === group).toSorted((a, b) => a.order - b.order)
        if (own.length === 0) return null
        return (
          <div key={group} className="rail__group">
            {group !== 'today' && (
              <h2 className="rail__title" id={`rail-${group}`}>
                {menuGroups[group]}
              </h2>
            )}
            <ul aria-labelledby={group === 'today' ? undefined : `rail-${group}`}>
              {own.map((entry) => (
                <li key={entry.to}>
                  <Link
                    to={entry.to}
                    className="rail__link"
                    title={entry.label}
                    activeOptions={{ exact: entry.to !== current, includeSearch: false }}
                    {...(onGo ? { onClick: onGo } : {})}
                  >
                    <entry.icon className="icon" aria-hidden="true" />
                    <span className="rail__label">{entry.label}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
