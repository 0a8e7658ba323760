import type { Db } from '#platform/server/db/db.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { toShares } from '../domain/shares.ts'
import { listItems } from './item-store.ts'
import type { Agencies } from './outside.ts'
import { countItems, findProgramme, listProgrammes } from './programme-store.ts'
import type { ProgrammeRow } from './tables.ts'
import { toLists, toProgramme } from './views.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

/** Programmes that an id or a printed number means; a number in full goes before one that only contains it. */
export const listProgrammesNamed = async (
  db: Db,
  province: string,
  name: string,
): Promise<ProgrammeRow[]> => {
  if (UUID.test(name)) {
    const row = await findProgramme(db, province, name)
    return row ? [row] : []
  }
  const key = searchKey(name)
  if (key === '') return []
  const { rows } = await listProgrammes(db, province, { q: name }, { limit: 100, offset: 0 })
  const exact = rows.filter((row) => row.number !== null && searchKey(row.number) === key)
  return exact.length > 0 ? exact : rows.filter((row) => searchKey(row.number ?? '').includes(key))
}

/** A programme with all its lists, as another program reads it. */
export const toProgrammeJson = async (db: Db, row: ProgrammeRow, { nameOf }: Agencies) => {
  const items = await listItems(db, row.id, { ended: false })
  const counts = (await countItems(db, [row])).get(row.id)
  if (!counts) throw new Error('a programme without counts')
  const shares = toShares(
    items.map(({ row: item, content }) => ({ id: item.id, content })),
    nameOf,
  )
  const lists = toLists(items)
  return { programme: toProgramme(row, counts), ...lists, findings: row.findings, 'by-agency': shares }
}
