import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import type { Database } from '#platform/server/db/db.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { ASSIGNMENT_STATES } from '../../domain/assignment.ts'
import { isDueSoon, TIMELINESS, toTimeliness, type Standing } from '../../domain/timeliness.ts'
import { countBoard, listAssignments, WEEKS } from './board-store.ts'
import { tables, type AssignmentRow } from './tables.ts'

const today = '2026-11-21' as PlainDate
const days = [null, -70, -8, -1, 0, 1, 7, 8].map((at) => (at === null ? null : addDays(today, at)))
const slice = { limit: 5000, offset: 0 }

/** Every state with every due day and every day of a report: what the domain says of each, the database must count. */
const standings: readonly Standing[] = ASSIGNMENT_STATES.flatMap((state) =>
  days.flatMap((nextDue) =>
    days
      .filter((submittedOn) => submittedOn === null || submittedOn <= today)
      .map((submittedOn) => ({ state, nextDue, submittedOn })),
  ),
)

const toRow = ({ state, nextDue, submittedOn }: Standing, i: number): AssignmentRow => ({
  id: randomUUID(),
  province: 'tinh-mau',
  programme_id: null,
  item_id: null,
  place: '',
  section: '',
  text: 'Việc',
  output: null,
  source_note: 'thử',
  kind: 'once',
  member: 'so-y-te',
  occurrence: 'once',
  period: null,
  partners: [],
  review: null,
  calendar: 'administrative',
  batch: randomUUID(),
  made_at: '2026-08-01T02:00:00.000Z',
  state,
  agency: ['so-y-te', 'so-xay-dung', 'cong-an-tinh'][i % 3] ?? null,
  delegate: null,
  due: nextDue,
  first_due: nextDue,
  review_due: null,
  next_due: nextDue,
  extension: null,
  extensions: 0,
  percent: null,
  opened_at: null,
  reported_at: null,
  submitted_at: null,
  submitted_on: submittedOn,
  verified_at: null,
  returns: 0,
  last_at: null,
  conflicts: 0,
  waiting: 0,
  search: 'viec',
  version: 1,
})

const isCounted = ({ state }: Standing): boolean => state !== 'withdrawn' && state !== 'not-applicable'

describe.each(testDatabases())('the count of duties on the $name database', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await tables(database.db).insertInto('assignment').values(standings.map(toRow)).execute()
  })
  afterAll(() => database.close())

  it.each(TIMELINESS)('lists as %s what the domain calls so', async (timeliness) => {
    const { rows, total } = await listAssignments(
      database.db,
      'tinh-mau',
      { timeliness },
      undefined,
      today,
      slice,
    )
    const expected = standings.filter((one) => toTimeliness(one, today) === timeliness)
    expect([rows.length, total]).toEqual([expected.length, expected.length])
    for (const { state, next_due: nextDue, submitted_on: submittedOn } of rows)
      expect(toTimeliness({ state, nextDue, submittedOn }, today)).toBe(timeliness)
  })

  it.each(['agency', 'timeliness', 'programme'] as const)('adds up by %s', async (by) => {
    const rows = await countBoard(database.db, 'tinh-mau', { by }, undefined, today)
    const sum = (name: keyof (typeof rows)[number]['totals']): number =>
      rows.reduce((all, { totals }) => all + totals[name], 0)
    const count = (timeliness: (typeof TIMELINESS)[number]): number =>
      standings.filter((one) => toTimeliness(one, today) === timeliness).length
    expect(sum('all')).toBe(standings.filter(isCounted).length)
    expect(sum('doneOnTime')).toBe(count('done-on-time'))
    expect(sum('doneLate')).toBe(count('done-late'))
    expect(sum('overdue')).toBe(count('overdue'))
    expect(sum('notDue')).toBe(count('not-due'))
    expect(sum('notCounted')).toBe(count('not-counted'))
    expect(sum('dueSoon')).toBe(standings.filter((one) => isDueSoon(one, today)).length)
    expect(sum('refused')).toBe(standings.filter(({ state }) => state === 'refused').length)
  })

  it('draws for each week how many were overdue on its day', async () => {
    const rows = await countBoard(database.db, 'tinh-mau', { by: 'agency' }, undefined, today)
    for (let week = 0; week < WEEKS; week++) {
      const day = addDays(today, (week - WEEKS + 1) * 7)
      const expected = standings.filter(
        (one) =>
          isCounted(one) &&
          one.nextDue !== null &&
          one.nextDue < day &&
          (one.submittedOn === null || (one.submittedOn > one.nextDue && one.submittedOn > day)),
      )
      expect(rows.reduce((all, { overdueByWeek }) => all + (overdueByWeek[week] ?? 0), 0)).toBe(
        expected.length,
      )
    }
  })
})
