import { sql } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import type { DocumentQuery } from '../domain/archive-api.ts'
import type { SearchTerm } from '../domain/search.ts'
import { tables, type DocumentRow } from './tables.ts'

/** The filters of the archive without its words and pages. */
export type ArchiveFilter = Pick<
  DocumentQuery,
  'type' | 'state' | 'agency' | 'year' | 'from' | 'to' | 'withdrawn'
>

/** `'an_toan' & 'giao_tho':*`; terms hold letters, digits and `_` only. */
const toTsQuery = (terms: readonly SearchTerm[]): string =>
  terms.map(({ term, prefix }) => `'${term}'${prefix ? ':*' : ''}`).join(' & ')

/** The documents of which one vector has these terms. Arrays, not rows: those the planner would sort by unpacking all. */
const holdersOf = (terms: readonly SearchTerm[], gate = sql``) =>
  sql`array(select document_id from document_search where ${gate} terms @@ ${toTsQuery(terms)}::tsquery)`

/**
 * Documents that have all terms. A text may be so long that its words stand in several parts, and each term in another:
 * that is asked only where there are such documents, so that an archive without them pays nothing.
 */
const havingAll = (terms: readonly SearchTerm[]) => {
  if (terms.length === 1) return holdersOf(terms)
  const anyLong = sql`exists (select from document_search where part = 1) and`
  const inSomePart = terms.map((term) => sql`intersect select unnest(${holdersOf([term], anyLong)})`)
  return sql`${holdersOf(terms)} || array(
        select document_id from document_search where part = 1 ${sql.join(inSomePart, sql` `)})`
}

const filtered = (db: Db | Tx, province: string, filter: ArchiveFilter, terms: readonly SearchTerm[]) => {
  let query = tables(db)
    .selectFrom('document')
    .where('document.province', '=', province)
    .where('document.withdrawn_at', filter.withdrawn === 'yes' ? 'is not' : 'is', null)
  query =
    filter.state === undefined
      ? query.where('document.state', '<>', 'secret')
      : query.where('document.state', '=', filter.state)
  if (filter.type !== undefined) query = query.where('document.type', '=', filter.type)
  if (filter.year !== undefined) query = query.where('document.arrival_year', '=', Number(filter.year))
  if (filter.from !== undefined) query = query.where('document.arrived_on', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('document.arrived_on', '<=', filter.to)
  for (const word of filter.agency === undefined ? [] : searchKey(filter.agency).split(' '))
    query = query.where('document.agency_key', 'like', `%${word}%`)
  if (terms.length > 0) {
    // Arrays found first, not a join: without statistics the planner would compare every hit with every document.
    query = query.where(sql<boolean>`document.id = any(${havingAll(terms)})`)
  }
  return query
}

export interface ArchivePage {
  readonly rows: readonly DocumentRow[]
  readonly total: number
}

/** One page of the archive, newest first. */
export const listDocuments = async (
  db: Db,
  province: string,
  filter: ArchiveFilter,
  terms: readonly SearchTerm[],
  page: { readonly sort: 'arrival' | 'issued'; readonly limit: number; readonly offset: number },
): Promise<ArchivePage> => {
  if (terms.length === 0) return await listPage(db, province, filter, terms, page)
  return await db.transaction().execute(async (tx) => {
    // The planner does not count what unpacking a stored vector costs: only the index may find the hits.
    await sql`set local enable_seqscan = off`.execute(tx)
    return await listPage(tx, province, filter, terms, page)
  })
}

const listPage = async (
  db: Db | Tx,
  province: string,
  filter: ArchiveFilter,
  terms: readonly SearchTerm[],
  page: { readonly sort: 'arrival' | 'issued'; readonly limit: number; readonly offset: number },
): Promise<ArchivePage> => {
  const query = filtered(db, province, filter, terms)
  const rows = await query
    .selectAll('document')
    .select(sql<number>`count(*) over ()`.as('total'))
    .$if(page.sort === 'issued', (sorted) => sorted.orderBy(sql`issued_on desc nulls last`))
    .orderBy('document.arrived_on', 'desc')
    .orderBy(sql`document.arrival_number desc nulls first`)
    .orderBy('document.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  if (rows.length > 0 || page.offset === 0) return { rows, total: rows[0]?.total ?? 0 }
  // Beyond the last page no row is there to say how many there are.
  const { total } = await query
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** What the filters may be set to. */
export const listFilterValues = async (
  db: Db,
  province: string,
): Promise<{ types: string[]; years: number[] }> => {
  const row = await tables(db)
    .selectFrom('document')
    .select([
      sql<(string | null)[] | null>`array_agg(distinct type)`.as('types'),
      sql<number[] | null>`array_agg(distinct arrival_year)`.as('years'),
    ])
    .where('province', '=', province)
    .where('state', '<>', 'secret')
    .executeTakeFirst()
  return {
    types: (row?.types ?? []).filter((type) => type !== null).toSorted((a, b) => a.localeCompare(b, 'vi')),
    years: (row?.years ?? []).toSorted((a, b) => b - a),
  }
}

/** The texts of some documents, as far as `length`, for the places of the words in them. */
export const listTexts = async (
  db: Db,
  ids: readonly string[],
  length: number,
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('document_reading')
    .distinctOn('document_id')
    .select(['document_id', sql<string>`left(text, ${length}::integer)`.as('text')])
    .where('document_id', 'in', ids)
    .orderBy('document_id')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.document_id, row.text]))
}
