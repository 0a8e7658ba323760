import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { searchKey } from '#kernel/vietnamese.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/db/db.ts'
import type { AssignmentQuery, BoardQuery, Totals } from '../../domain/assignment-schemas.ts'
import { DUE_SOON_DAYS, type Timeliness } from '../../domain/timeliness.ts'
import { tables, type AssignmentRow } from './tables.ts'

/**
 * Lists and counts of duties. The conditions say in SQL what `domain/timeliness.ts` says of one duty; a test holds the
 * two against each other.
 */

const DONE = sql<SqlBool>`state in ('verified', 'closed')`
const COUNTED = sql<SqlBool>`state not in ('withdrawn', 'not-applicable')`
const OPEN = sql<SqlBool>`state not in ('verified', 'closed', 'withdrawn', 'not-applicable')`
const isLateOn = (today: PlainDate): RawBuilder<SqlBool> =>
  sql<SqlBool>`coalesce(submitted_on, ${today}::date) > next_due`

const conditions = (today: PlainDate) => {
  const late = isLateOn(today)
  return {
    'done-on-time': sql<SqlBool>`${DONE} and not coalesce(submitted_on > next_due, false)`,
    'done-late': sql<SqlBool>`${DONE} and submitted_on > next_due`,
    overdue: sql<SqlBool>`${OPEN} and ${late}`,
    'not-due': sql<SqlBool>`${OPEN} and not coalesce(${late}, false)`,
    'not-counted': sql<SqlBool>`not (${COUNTED})`,
    counted: COUNTED,
    open: OPEN,
  } as const
}

const attentions = (today: PlainDate) =>
  ({
    'due-soon': sql<SqlBool>`${OPEN} and submitted_on is null and next_due between ${today}::date and ${addDays(today, DUE_SOON_DAYS)}::date`,
    awaiting: sql<SqlBool>`state = 'awaiting-verification'`,
    unopened: sql<SqlBool>`${OPEN} and state <> 'unassigned' and opened_at is null`,
    refused: sql<SqlBool>`state = 'refused'`,
    extension: sql<SqlBool>`${OPEN} and extension is not null`,
    conflicts: sql<SqlBool>`conflicts > 0`,
    returned: sql<SqlBool>`state = 'returned'`,
  }) as const

/** Agencies for which somebody looks; undefined: all. */
export type Own = readonly string[] | undefined

type Where = Expression<SqlBool>

/** What a query asks for, as conditions. */
const toConditions = (
  query: Omit<AssignmentQuery, 'page' | 'size'>,
  own: Own,
  today: PlainDate,
): readonly Where[] => {
  const found: Where[] = []
  const concerns = (codes: readonly string[]): Where =>
    sql<SqlBool>`(agency = any(${[...codes]}::text[]) or delegate = any(${[...codes]}::text[]) or partners && ${[...codes]}::text[])`
  if (own !== undefined) {
    const does = sql<SqlBool>`coalesce(agency = any(${[...own]}::text[]) or delegate = any(${[...own]}::text[]), false)`
    if (query.part !== 'own') found.push(concerns(own))
    if (query.part !== undefined) found.push(query.part === 'own' ? does : sql<SqlBool>`not ${does}`)
  }
  if (query.programme !== undefined) found.push(sql<SqlBool>`programme_id = ${query.programme}::uuid`)
  if (query.item !== undefined) found.push(sql<SqlBool>`item_id = ${query.item}::uuid`)
  if (query.agency !== undefined) found.push(concerns([query.agency]))
  if (query.lead !== undefined) found.push(sql<SqlBool>`agency = ${query.lead}`)
  if (query.doer !== undefined) found.push(sql<SqlBool>`coalesce(delegate, agency) = ${query.doer}`)
  if (query.byHand !== undefined) found.push(sql<SqlBool>`programme_id is null`)
  if (query.section !== undefined) found.push(sql<SqlBool>`section = ${query.section}`)
  if (query.state !== undefined) found.push(sql<SqlBool>`state = ${query.state}`)
  if (query.timeliness !== undefined) found.push(conditions(today)[query.timeliness])
  if (query.attention !== undefined) found.push(attentions(today)[query.attention])
  if (query.from !== undefined) found.push(sql<SqlBool>`next_due >= ${query.from}::date`)
  if (query.to !== undefined) found.push(sql<SqlBool>`next_due <= ${query.to}::date`)
  for (const word of query.q === undefined ? [] : searchKey(query.q).split(' '))
    if (word !== '') found.push(sql<SqlBool>`search like ${`%${word.replaceAll(/[\\%_]/gu, '\\$&')}%`}`)
  return found
}

/** Duties that fit, those that fall due first before; and how many there are. */
export const listAssignments = async (
  db: Db,
  province: string,
  query: AssignmentQuery,
  own: Own,
  today: PlainDate,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly AssignmentRow[]; readonly total: number }> => {
  const all = toConditions(query, own, today)
  const matching = tables(db)
    .selectFrom('assignment')
    .where('province', '=', province)
    .where((where) => where.and([...all]))
  const rows = await matching
    .selectAll()
    .orderBy('next_due', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await matching
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** Weeks that the line of lateness goes back. */
export const WEEKS = 12

export interface BoardRow {
  readonly key: string
  readonly totals: Totals
  readonly overdueByWeek: readonly number[]
}

const classOf = (today: PlainDate): RawBuilder<Timeliness> => {
  const time = conditions(today)
  return sql<Timeliness>`case when state in ('withdrawn', 'not-applicable') then 'not-counted'
    when ${DONE} then case when submitted_on > next_due then 'done-late' else 'done-on-time' end
    when ${time.overdue} then 'overdue' else 'not-due' end`
}

const groupOf = (by: BoardQuery['by'], today: PlainDate): RawBuilder<string> => {
  switch (by) {
    case 'section':
      return sql<string>`coalesce(programme_id::text, '') || ' ' || section`
    case 'programme':
      return sql<string>`coalesce(programme_id::text, '')`
    case 'commune':
      return sql<string>`coalesce(delegate, agency, '')`
    case 'day':
      return sql<string>`coalesce(next_due::text, '')`
    case 'timeliness':
      return classOf(today)
    default:
      return sql<string>`coalesce(agency, '')`
  }
}

const NONE = {
  all: 0,
  doneOnTime: 0,
  doneLate: 0,
  overdue: 0,
  notDue: 0,
  notCounted: 0,
  dueSoon: 0,
  awaiting: 0,
  unopened: 0,
  refused: 0,
  extensionAsked: 0,
  conflicts: 0,
} as const satisfies Totals

const NAMES = {
  'done-on-time': 'doneOnTime',
  'done-late': 'doneLate',
  overdue: 'overdue',
  'not-due': 'notDue',
  'not-counted': 'notCounted',
} as const satisfies Record<Timeliness, keyof Totals>

/**
 * Counts of the duties that fit, by group. Three questions, each with an index of its own size: how all of them stand,
 * what the open ones need, and which were late in the last weeks; most duties of ten years are only in the first.
 */
export const countBoard = async (
  db: Db,
  province: string,
  query: BoardQuery,
  own: Own,
  today: PlainDate,
): Promise<readonly BoardRow[]> => {
  const { by, ...filters } = query
  const all = toConditions(filters, own, today)
  const grouped = tables(db)
    .selectFrom('assignment')
    .where('province', '=', province)
    .where((where) => where.and([...all]))
    .select(groupOf(by, today).as('key'))
    .groupBy('key')
  const count = (condition: Where) => sql<number>`(count(*) filter (where ${condition}))::int`

  const standing = await grouped
    .select([classOf(today).as('timeliness'), sql<number>`count(*)::int`.as('count')])
    .groupBy('timeliness')
    .execute()

  const needs = attentions(today)
  const attention = await grouped
    .where(sql<SqlBool>`(${OPEN} or conflicts > 0)`)
    .select([
      count(needs['due-soon']).as('dueSoon'),
      count(needs.awaiting).as('awaiting'),
      count(needs.unopened).as('unopened'),
      count(needs.refused).as('refused'),
      count(needs.extension).as('extensionAsked'),
      count(needs.conflicts).as('conflicts'),
    ])
    .execute()

  // A duty was overdue on a day when its day had passed and nobody had yet said that it was done.
  const weeks = Array.from({ length: WEEKS }, (_, i) => addDays(today, (i - WEEKS + 1) * 7))
  const overdueOn = (day: PlainDate): Where =>
    sql<SqlBool>`next_due < ${day}::date and (submitted_on is null or submitted_on > ${day}::date) and made_at < ${day}::date + 1`
  const late = await grouped
    .where(COUNTED)
    .where(sql<SqlBool>`(submitted_on is null or submitted_on > next_due)`)
    .where(sql<SqlBool>`(submitted_on is null or submitted_on > ${weeks[0]}::date)`)
    .where(sql<SqlBool>`next_due < ${today}::date`)
    .select(sql<number[]>`array[${sql.join(weeks.map((day) => count(overdueOn(day))))}]`.as('weeks'))
    .execute()

  const found = new Map<string, { totals: { -readonly [K in keyof Totals]: number }; weeks: number[] }>()
  const at = (key: string) => {
    const known = found.get(key) ?? { totals: { ...NONE }, weeks: Array.from({ length: WEEKS }, () => 0) }
    found.set(key, known)
    return known
  }
  for (const row of standing) {
    const { totals } = at(row.key)
    totals[NAMES[row.timeliness]] += row.count
    if (row.timeliness !== 'not-counted') totals.all += row.count
  }
  for (const { key, ...row } of attention) Object.assign(at(key).totals, row)
  for (const row of late) at(row.key).weeks = row.weeks
  return [...found].map(([key, { totals, weeks: overdueByWeek }]) => ({ key, totals, overdueByWeek }))
}
