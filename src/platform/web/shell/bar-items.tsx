import { lazy, Suspense, type ComponentType } from 'react'
import type { BarItem } from '../capability.ts'
import { loadPatiently } from '../patient-load.ts'
import { may, useSession } from '../session.ts'

/** An item of the bar, its code fetched once the bar is there. */
export interface LoadedBarItem extends Pick<BarItem, 'name' | 'permission'> {
  readonly Item: ComponentType
}

export const toBarItems = (items: readonly BarItem[]): readonly LoadedBarItem[] =>
  items.map(({ load, ...item }) => ({ ...item, Item: lazy(async () => await loadPatiently(load)) }))

/** What the capabilities show in the top bar; each keeps its place while it is fetched. */
export const BarItems = ({ items }: { readonly items: readonly LoadedBarItem[] }) => {
  const session = useSession()
  return items
    .filter(({ permission }) => may(session, permission))
    .map(({ name, Item }) => (
      <div key={name} className="bar-item bar-item--small">
        <Suspense fallback={null}>
          <Item />
        </Suspense>
      </div>
    ))
}
