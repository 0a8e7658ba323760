import { searchKey } from '#kernel/vietnamese.ts'
import { Reply, withVersion, type Ask, type Handler } from '#platform/server/http/endpoint.ts'
import { scopeOf } from '#platform/server/http/scope.ts'
import type { ItemQuery } from '../contract.ts'
import type { ItemKind } from '../domain/item.ts'
import { toOutline } from '../domain/outline.ts'
import { toSearchWords } from '../domain/search.ts'
import { concerns, toShares } from '../domain/shares.ts'
import { listChanges } from './change-store.ts'
import { toExport } from './export.ts'
import { searchItems } from './item-search-store.ts'
import { listItems, type StoredItem } from './item-store.ts'
import type { Outside } from './outside.ts'
import { countItems, findProgramme, listProgrammes as list } from './programme-store.ts'
import type * as schemas from './schemas.ts'
import { requireProgramme, toHistory, toLists, toProgramme } from './views.ts'

const SIZE = 25
const MOST = 100
const MOST_HITS = 50

type Looking = Pick<Ask, 'actor' | 'services' | 'db' | 'province'>

/** Kinds that belong to somebody; a target or a condition concerns everybody. */
const OWNED: ReadonlySet<ItemKind> = new Set(['task', 'deadline', 'reporting'])

export const listHandlers = ({ agenciesOf, directory }: Outside) => {
  /** The agencies that a person may look for; undefined: everything. */
  const reachOf = async ({ actor, services }: Looking): Promise<readonly string[] | undefined> => {
    const scope = scopeOf(actor, 'programmes.view')
    return scope.everything ? undefined : await agenciesOf(services, scope)
  }

  const itemsOf = async (
    ask: Looking,
    programme: string,
    kinds: readonly ItemKind[],
    query: ItemQuery,
  ): Promise<StoredItem[]> => {
    const { id } = requireProgramme(await findProgramme(ask.db, ask.province, programme))
    const reach = await reachOf(ask)
    const words = query.q === undefined ? [] : searchKey(query.q).split(' ')
    const ended = query.ended === undefined ? false : query.ended === 'yes'
    const items = await listItems(ask.db, id, { kinds, ended })
    return items.filter(
      ({ row, content }) =>
        (reach === undefined || !OWNED.has(row.kind) || concerns(content, reach)) &&
        (query.agency === undefined || concerns(content, [query.agency])) &&
        words.every((word) => row.search.includes(word)),
    )
  }

  const listProgrammes: Handler<typeof schemas.listProgrammes> = async ({ db, province, query }) => {
    const page = Math.max(1, Number(query.page ?? 1))
    const size = Math.min(MOST, Math.max(1, Number(query.size ?? SIZE)))
    const { rows, total } = await list(db, province, query, { limit: size, offset: (page - 1) * size })
    const counts = await countItems(db, rows)
    const items = rows.flatMap((row) => {
      const own = counts.get(row.id)
      return own ? [toProgramme(row, own)] : []
    })
    return { items, total, page, size }
  }

  const search: Handler<typeof schemas.search> = async (ask) => {
    const words = toSearchWords(ask.query.q)
    if (words.length === 0) return { items: [], more: false }
    const reach = await reachOf(ask)
    const rows = await searchItems(ask.db, ask.province, words, reach, MOST_HITS + 1)
    const items = rows.slice(0, MOST_HITS).map((row) => ({
      kind: row.kind === 'target' ? ('target' as const) : ('task' as const),
      id: row.id,
      programme: row.programme_id,
      programmeNumber: row.number,
      document: row.document_id,
      path: row.path,
      text: row.text,
    }))
    return { items, more: rows.length > MOST_HITS }
  }

  const showProgramme: Handler<typeof schemas.showProgramme> = async ({ db, province, params }) => {
    const row = requireProgramme(await findProgramme(db, province, params.id))
    const counts = (await countItems(db, [row])).get(row.id)
    if (!counts) throw new Error('a programme without counts')
    return withVersion(toProgramme(row, counts), row.version)
  }

  const ALL: readonly ItemKind[] = ['task', 'target', 'deadline', 'reporting', 'trigger']

  const showOutline: Handler<typeof schemas.showOutline> = async (ask) => {
    const row = requireProgramme(await findProgramme(ask.db, ask.province, ask.params.id))
    const items = await itemsOf(ask, row.id, ALL, {})
    const placed = items.map(({ row: item }) => ({ id: item.id, kind: item.kind, path: item.place }))
    return { clauses: toOutline(row.outline, placed) }
  }

  const sharesOf = async (ask: Looking, programme: string) => {
    const items = await itemsOf(ask, programme, ['task', 'deadline', 'reporting'], {})
    const { nameOf } = await directory(ask.services)
    const shares = toShares(
      items.map(({ row, content }) => ({ id: row.id, content })),
      nameOf,
    )
    const reach = await reachOf(ask)
    return reach === undefined
      ? shares
      : shares.filter((share) => share.code !== null && reach.includes(share.code))
  }

  const showAgencies: Handler<typeof schemas.showAgencies> = async (ask) => ({
    items: await sharesOf(ask, ask.params.id),
  })

  const listTasks: Handler<typeof schemas.listTasks> = async (ask) => ({
    items: toLists(await itemsOf(ask, ask.params.id, ['task'], ask.query)).tasks,
  })
  const listTargets: Handler<typeof schemas.listTargets> = async (ask) => {
    const { targets, triggers } = toLists(await itemsOf(ask, ask.params.id, ['target', 'trigger'], ask.query))
    return { items: targets, triggers }
  }
  const listDeadlines: Handler<typeof schemas.listDeadlines> = async (ask) => ({
    items: toLists(await itemsOf(ask, ask.params.id, ['deadline'], ask.query)).deadlines,
  })
  const listReporting: Handler<typeof schemas.listReporting> = async (ask) => ({
    items: toLists(await itemsOf(ask, ask.params.id, ['reporting'], ask.query)).reporting,
  })
  const listFindings: Handler<typeof schemas.listFindings> = async ({ db, province, params }) => ({
    items: requireProgramme(await findProgramme(db, province, params.id)).findings,
  })

  /** What each document did to the plan; to whom the plan is not open as a whole, only to the items that are theirs. */
  const showHistory: Handler<typeof schemas.showHistory> = async (ask) => {
    const row = requireProgramme(await findProgramme(ask.db, ask.province, ask.params.id))
    const reach = await reachOf(ask)
    const rows = await listChanges(ask.db, row.id)
    if (reach === undefined) return toHistory(rows)
    const items = await listItems(ask.db, row.id, {})
    const seen = new Set(
      items
        .filter(({ row: item, content }) => !OWNED.has(item.kind) || concerns(content, reach))
        .map((item) => item.row.id),
    )
    return toHistory(rows.filter((one) => one.item_id === null || seen.has(one.item_id)))
  }

  const exportList: Handler<typeof schemas.exportList> = async (ask) => {
    const row = requireProgramme(await findProgramme(ask.db, ask.province, ask.params.id))
    const items = await itemsOf(ask, row.id, ALL, {})
    const agencies = await directory(ask.services)
    const { name, bytes } = await toExport(row, ask.query.list, items, agencies, await reachOf(ask))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return new Reply(undefined, { file: { bytes, type, name } })
  }

  return {
    listProgrammes,
    search,
    showProgramme,
    showOutline,
    showAgencies,
    listTasks,
    listTargets,
    listDeadlines,
    listReporting,
    listFindings,
    showHistory,
    exportList,
  }
}
