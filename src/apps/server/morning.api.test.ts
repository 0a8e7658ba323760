import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAgencies } from '#capabilities/people/server/load-pack.ts'
import { loadPlaces } from '#capabilities/places/server/load-places.ts'
import { toAddressed } from '#capabilities/programmes/domain/addressees.ts'
import { ASSIGNMENT_STATES } from '#capabilities/programmes/domain/assignment.ts'
import {
  DEFAULT_RULES,
  planStages,
  toNoticeKey,
  toNotices,
  type Notice,
  type RemindedDuty,
} from '#capabilities/programmes/domain/reminders.ts'
import { insertAssignments } from '#capabilities/programmes/server/assignments/assignment-store.ts'
import { makeMorning } from '#capabilities/programmes/server/notices/morning.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { agencyRow, openWorld, PROVINCE, type World } from '../../../test/world.ts'
import { readPack } from './pack-files.ts'
import { programmesOutside } from './plans.ts'

const day = (text: string): PlainDate => text as PlainDate
const FIRST = day('2026-08-20')
const days = fc.integer({ min: 0, max: 40 }).map((count) => addDays(FIRST, count))

const duties = fc.array(
  fc.record({
    state: fc.constantFrom(...ASSIGNMENT_STATES),
    agency: fc.constantFrom('so-a', 'so-b', 'so-trong', null),
    delegate: fc.constantFrom('so-b', null),
    due: fc.option(days),
    given: days,
  }),
  { minLength: 15, maxLength: 15 },
)
const mornings = fc.uniqueArray(days, { minLength: 1, maxLength: 8 })

describe.each(testDatabases())('a morning on the $name database', (database) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(await database.open())
    const pack = readPack('tinh-mau')
    await world.write(async (tx, append) => {
      await loadPlaces(tx, append, PROVINCE, pack)
      const agencies = ['so-a', 'so-b', 'so-trong'].map((code) => agencyRow(code, code))
      await loadAgencies(tx, append, PROVINCE, { agencies, groups: [] })
    })
    await world.addPerson('lan', { posts: [{ role: 'committee-office' }] })
    await world.addPerson('khang', { posts: [{ role: 'committee-leader' }] })
    await world.addPerson('an', { posts: [{ role: 'agency-focal', agency: 'so-a' }] })
    // One person does the work and heads the agency.
    const posts = [
      { role: 'agency-focal', agency: 'so-b' },
      { role: 'agency-head', agency: 'so-b' },
    ] as const
    await world.addPerson('binh', { posts })
  })
  afterAll(() => world.close())

  const put = async (all: readonly Omit<RemindedDuty, 'id'>[]): Promise<RemindedDuty[]> => {
    const { db } = world.services.database
    await sql`truncate notice, notice_morning, assignment_action, assignment_file, assignment cascade`.execute(
      db,
    )
    const rows = all.map((one) => ({ id: randomUUID(), ...one }))
    await db.transaction().execute(async (tx) => {
      await insertAssignments(
        tx,
        rows.map(({ id, given }) => ({
          assignment: {
            id,
            province: PROVINCE,
            programme_id: null,
            item_id: null,
            place: '',
            section: '',
            text: 'Việc',
            output: null,
            source_note: 'thử',
            kind: 'once',
            member: 'so-a',
            occurrence: 'once',
            period: null,
            partners: [],
            review: null,
            calendar: 'administrative',
            batch: randomUUID(),
            // Late on that day by the clock of UTC, which is the day before in Vietnam's noon.
            made_at: `${given}T01:00:00.000Z`,
          },
          first: {
            id: 'a',
            after: null,
            at: `${given}T01:00:00.000Z`,
            by: 'lan',
            as: 'office',
            deed: { verb: 'assign', agency: 'so-a', due: null, note: null },
          },
        })),
      )
      for (const { id, state, agency, delegate, due } of rows)
        await sql`update assignment set state = ${state}, agency = ${agency}, delegate = ${delegate},
          next_due = ${due}::date where id = ${id}`.execute(tx)
    })
    return rows
  }

  it('says in SQL what the domain says of each duty', { timeout: 240_000 }, async () => {
    const { db } = world.services.database
    const isDayOff = await programmesOutside.openDaysOff(db, PROVINCE)
    // Quốc khánh 2026 with the Saturday on which offices work for it.
    expect([day('2026-09-01'), day('2026-08-22'), day('2026-08-23')].map(isDayOff)).toEqual([
      true,
      false,
      true,
    ])
    for (const [all, runs] of fc.sample(fc.tuple(duties, mornings), 12)) {
      const rows = await put(all)
      const expected: Notice[] = []
      for (const today of runs.toSorted()) {
        world.setNow(`${today}T03:00:00.000Z`)
        const made = await makeMorning(world.services, programmesOutside)
        const people = await programmesOutside.listAddressees(db, PROVINCE, today)
        const planned = planStages(
          rows.flatMap(({ due }) => due ?? []),
          DEFAULT_RULES,
          today,
          isDayOff,
        )
        const addressed = toAddressed(people, ['so-a', 'so-b', 'so-trong'])
        // Two duties may fall due on one day: the plan of a day is asked once.
        const plan = [...new Map(planned.map((one) => [JSON.stringify(one), one])).values()]
        const now = isDayOff(today) ? [] : toNotices(rows, plan, addressed, expected)
        expect(made).toBe(isDayOff(today) ? undefined : now.length)
        expected.push(...now)
      }
      const { rows: stored } = await sql<{ key: string; stand: boolean }>`
        select key, is_stand_in as stand from notice`.execute(db)
      const toLine = (key: string, stand: boolean): string => `${key} ${stand}`
      expect(stored.map((one) => toLine(one.key, one.stand)).toSorted()).toEqual(
        expected.map((one) => toLine(toNoticeKey(one), one.isStandIn)).toSorted(),
      )
    }
  })

  it('is told again when a clock that had run ahead is put right', async () => {
    const duty = { agency: 'so-a', delegate: null, given: day('2026-08-20'), state: 'accepted' } as const
    await put([{ ...duty, due: day('2026-09-16') }])
    const morning = async (today: string) => {
      world.setNow(`${today}T03:00:00.000Z`)
      return await makeMorning(world.services, programmesOutside)
    }
    const keys = async () => {
      const { rows } = await sql<{ stage: number }>`
        select stage from notice where not is_void order by stage`.execute(world.services.database.db)
      return rows.map(({ stage }) => stage)
    }
    // A week before: An. Then the clock shows the next year, and everybody up to the leaders hears that it is late.
    expect(await morning('2026-09-09')).toBe(1)
    expect(await morning('2027-09-16')).toBe(3)
    expect(await morning('2026-09-10')).toBe(0)
    expect(await keys()).toEqual([-7])
    expect(await morning('2026-09-15')).toBe(1)
    expect(await morning('2026-09-17')).toBe(1)
    expect(await morning('2027-09-16')).toBe(3)
    // Back by a month and right again: nothing is lost, and nothing is told twice for what had been told before.
    expect(await morning('2026-08-20')).toBe(0)
    expect(await morning('2026-09-18')).toBe(1)
    expect(await keys()).toEqual([1])
  })
})
