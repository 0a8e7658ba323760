import { sql } from 'kysely'
import { searchKey } from '#kernel/vietnamese.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { json } from '#platform/server/db/values.ts'
import { rolesOf, wordsOf, type ItemContent, type ItemKind } from '../domain/item.ts'
import { addTerms, dropTerms } from './item-search-store.ts'
import { tables, type ItemRow, type PartyRow } from './tables.ts'

/** An item with what it says. */
export interface StoredItem {
  readonly row: ItemRow
  readonly content: ItemContent
}

/** Everything about an item but its words and its counting version. */
export type NewItem = Omit<ItemRow, 'search' | 'version'>

const toStored = (row: Partial<ItemRow>): Partial<ItemRow> => ({
  ...row,
  ...(row.spans ? { spans: json(row.spans) } : {}),
  ...(row.accepted ? { accepted: json(row.accepted) } : {}),
})

export const insertItem = async (tx: Tx, item: NewItem, content: ItemContent): Promise<void> => {
  await tables(tx)
    .insertInto('programme_item')
    .values({
      ...item,
      ...(toStored(item) as NewItem),
      search: searchKey(wordsOf(content)),
      version: 1,
    })
    .execute()
  await insertContent(tx, item.id, item.programme_id, content)
  await addTerms(tx, [item.id])
}

/** Changes an item; without content its words stay. */
export const updateItem = async (
  tx: Tx,
  { id, programme_id }: Pick<ItemRow, 'id' | 'programme_id'>,
  change: Partial<Omit<ItemRow, 'id' | 'province' | 'programme_id' | 'kind' | 'version' | 'search'>>,
  content: ItemContent | undefined,
): Promise<void> => {
  await tables(tx)
    .updateTable('programme_item')
    .set({
      ...toStored(change),
      ...(content ? { search: searchKey(wordsOf(content)) } : {}),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
  if (content) {
    await deleteContent(tx, id, content.kind)
    await insertContent(tx, id, programme_id, content)
  }
  await dropTerms(tx, [id])
  await addTerms(tx, [id])
}

export const endItems = async (
  tx: Tx,
  ids: readonly string[],
  reason: string,
  now: string,
): Promise<void> => {
  if (ids.length === 0) return
  await tables(tx)
    .updateTable('programme_item')
    .set({ ended_at: now, ended_reason: reason, version: sql<number>`version + 1` })
    .where('id', 'in', ids)
    .execute()
  await dropTerms(tx, ids)
}

const detail = {
  task: 'programme_task',
  target: 'programme_target',
  deadline: 'programme_deadline',
  reporting: 'programme_reporting',
  trigger: 'programme_trigger',
} as const satisfies Record<ItemKind, string>

const deleteContent = async (tx: Tx, id: string, kind: ItemKind): Promise<void> => {
  await tables(tx).deleteFrom(detail[kind]).where('item_id', '=', id).execute()
  await tables(tx).deleteFrom('programme_party').where('item_id', '=', id).execute()
}

const insertContent = async (
  tx: Tx,
  item_id: string,
  programme_id: string,
  content: ItemContent,
): Promise<void> => {
  const db = tables(tx)
  switch (content.kind) {
    case 'task': {
      const { text, due, recurrence, output } = content
      await db.insertInto('programme_task').values({ item_id, text, due, recurrence, output }).execute()
      break
    }
    case 'target': {
      const { indicator, comparator, value, unit, direction, baseline } = content
      await db
        .insertInto('programme_target')
        .values({ item_id, indicator, comparator, value: json(value), unit, direction, baseline })
        .execute()
      break
    }
    case 'deadline': {
      const { kind, on, recurrence, what } = content.deadline
      await db
        .insertInto('programme_deadline')
        .values({ item_id, kind, on_day: on, recurrence, what })
        .execute()
      break
    }
    case 'reporting':
      await db
        .insertInto('programme_reporting')
        .values({ item_id, frequency: content.frequency, recipient: content.to })
        .execute()
      break
    case 'trigger':
      await db
        .insertInto('programme_trigger')
        .values({ item_id, condition: content.when, consequence: content.must })
        .execute()
  }
  const parties = rolesOf(content).flatMap(([role, list]): PartyRow[] =>
    list.map((party, i) => ({ ...party, item_id, programme_id, role, position: i + 1 })),
  )
  if (parties.length > 0) await db.insertInto('programme_party').values(parties).execute()
}

/** The items of a programme, or one of them, in their order. */
export const listItems = async (
  db: Db | Tx,
  programme: string,
  filter: { readonly kinds?: readonly ItemKind[]; readonly id?: string; readonly ended?: boolean },
): Promise<StoredItem[]> => {
  let query = tables(db).selectFrom('programme_item').selectAll().where('programme_id', '=', programme)
  if (filter.kinds) query = query.where('kind', 'in', filter.kinds)
  if (filter.id !== undefined) query = query.where('id', '=', filter.id)
  if (filter.ended !== undefined) query = query.where('ended_at', filter.ended ? 'is not' : 'is', null)
  const rows = await query.orderBy('position').orderBy('id').execute()
  const contents = await listContents(db, programme, new Set(rows.map((row) => row.kind)), filter.id)
  return rows.flatMap((row) => {
    const content = contents.get(row.id)
    return content ? [{ row, content }] : []
  })
}

type PartiesOf = (item: string, role: PartyRow['role']) => ItemParties
type ItemParties = (ItemContent & { kind: 'task' })['lead']

const listPartiesOf = async (db: Db | Tx, programme: string, id: string | undefined): Promise<PartiesOf> => {
  const rows = await tables(db)
    .selectFrom('programme_party')
    .selectAll()
    .where('programme_id', '=', programme)
    .$if(id !== undefined, (query) => query.where('item_id', '=', id ?? ''))
    .orderBy('position')
    .execute()
  const byItem = new Map<string, ItemParties>()
  for (const { item_id, role, printed, kind, code, name, members } of rows) {
    const key = `${item_id} ${role}`
    byItem.set(key, [...(byItem.get(key) ?? []), { printed, kind, code, name, members }])
  }
  return (item, role) => byItem.get(`${item} ${role}`) ?? []
}

const listContents = async (
  db: Db | Tx,
  programme: string,
  kinds: ReadonlySet<ItemKind>,
  id: string | undefined,
): Promise<ReadonlyMap<string, ItemContent>> => {
  const contents = new Map<string, ItemContent>()
  const parties = await listPartiesOf(db, programme, id)
  const rowsOf = (table: (typeof detail)[ItemKind], kind: ItemKind) =>
    tables(db)
      .selectFrom(table)
      .innerJoin('programme_item', 'programme_item.id', `${table}.item_id`)
      .where('programme_item.programme_id', '=', programme)
      // With their number known, the planner fetches the few rows and reads no table whole.
      .where('programme_item.kind', '=', kind)
      .$if(id !== undefined, (query) => query.where('programme_item.id', '=', id ?? ''))
  if (kinds.has('task')) {
    for (const { item_id, ...task } of await rowsOf('programme_task', 'task')
      .selectAll('programme_task')
      .execute())
      contents.set(item_id, {
        kind: 'task',
        ...task,
        lead: parties(item_id, 'lead'),
        partners: parties(item_id, 'partner'),
      })
  }
  if (kinds.has('target')) {
    for (const { item_id, ...row } of await rowsOf('programme_target', 'target')
      .selectAll('programme_target')
      .execute())
      contents.set(item_id, { kind: 'target', ...row })
  }
  if (kinds.has('deadline')) {
    const rows = await rowsOf('programme_deadline', 'deadline').selectAll('programme_deadline').execute()
    for (const { item_id, on_day, ...row } of rows)
      contents.set(item_id, {
        kind: 'deadline',
        deadline: { ...row, on: on_day, who: parties(item_id, 'who') },
      })
  }
  if (kinds.has('reporting')) {
    const rows = await rowsOf('programme_reporting', 'reporting').selectAll('programme_reporting').execute()
    for (const { item_id, frequency, recipient } of rows)
      contents.set(item_id, { kind: 'reporting', frequency, to: recipient, from: parties(item_id, 'from') })
  }
  if (kinds.has('trigger')) {
    const rows = await rowsOf('programme_trigger', 'trigger').selectAll('programme_trigger').execute()
    for (const { item_id, condition, consequence } of rows)
      contents.set(item_id, { kind: 'trigger', when: condition, must: consequence })
  }
  return contents
}
