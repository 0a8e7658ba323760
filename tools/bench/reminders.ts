import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { openServices } from '#apps/server/open.ts'
import { readPack } from '#apps/server/pack-files.ts'
import { openPack } from '#apps/server/packs.ts'
import { programmesOutside } from '#apps/server/plans.ts'
import { insertAccount, insertPost } from '#capabilities/people/server/account-store.ts'
import { toAddressed, type Addressee } from '#capabilities/programmes/domain/addressees.ts'
import {
  DEFAULT_RULES,
  planStages,
  toNoticeKey,
  toNotices,
  type RemindedDuty,
} from '#capabilities/programmes/domain/reminders.ts'
import { makeMorning } from '#capabilities/programmes/server/notices/morning.ts'
import { fromDayNumber, toDayNumber, type PlainDate } from '#kernel/plain-date.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { readConfig } from '#platform/server/config.ts'
import type { Db } from '#platform/server/db/db.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import { seedAssignments } from './assignments-seed.ts'
import { onEachDatabase, type ServerOptions } from './server-load.ts'
import { printTable, spread } from './table.ts'

/** A morning's reminders: all duties open and due around today, so that there is as much to tell as there can be. */

/** The first Monday morning from a day on, within the hours. */
const toMorning = (day: PlainDate): string => {
  const number = toDayNumber(day)
  return `${fromDayNumber(number + ((7 - (number % 7)) % 7))}T02:00:00.000Z`
}

const PLANS = 40
/** Duties over which the peer is measured: its time grows with them. */
const PEER = 500

const addPeople = async (services: Services, agencies: readonly string[]): Promise<void> => {
  const { province, clock } = services
  const author = { province, actor: 'system', now: clock.now() }
  await inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
    await append({ event: 'installation.bench-prepared', subject: 'installation', data: {} })
    const add = async (
      role: Parameters<typeof insertPost>[3]['role'],
      agency: string | null,
    ): Promise<void> => {
      const id = randomUUID()
      const account = { id, login: id, name: `Người đo ${id}`, email: `${id}@mau.test` }
      await insertAccount(tx, province, account, author.now)
      const post = { id: randomUUID(), role, agency, area: null, validFrom: null, validTo: null }
      await insertPost(tx, province, id, post)
    }
    for (const agency of agencies) {
      await add('agency-focal', agency)
      await add('agency-head', agency)
    }
    await add('committee-office', null)
    await add('committee-leader', null)
  })
}

/** What one writes first: for each duty a question what was told of it, and a statement for each notice. */
const tellNaively = async (db: Db, province: string, today: PlainDate, people: readonly Addressee[]) => {
  const { rows } = await sql<RemindedDuty>`
    select id, state, agency, delegate, next_due as due, made_at::date as given from assignment
    order by id limit ${PEER}::int`.execute(db)
  let made = 0
  for (const duty of rows) {
    const told = await sql<{ duty: string; due: PlainDate; account: string; stage: number }>`
      select assignment_id as duty, due, account_id as account, stage from notice
      where assignment_id = ${duty.id}`.execute(db)
    const planned = planStages(duty.due === null ? [] : [duty.due], DEFAULT_RULES, today, () => false)
    const addressed = toAddressed(people, duty.agency === null ? [] : [duty.agency])
    for (const one of toNotices([duty], planned, addressed, told.rows)) {
      made++
      await sql`insert into notice (province, key, account_id, assignment_id, kind, role, is_stand_in, stage, due,
          is_conflict, on_day, is_void, made_at, mail, mail_attempts)
        values (${province}, ${toNoticeKey(one)}, ${one.account}, ${one.duty}, 'stage', ${one.role}, false,
          ${one.stage}, ${one.due}, false, ${today}, false, now(), 'none', 0)`.execute(db)
    }
  }
  return made
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

export const benchReminders = async ({ size, rounds, databases }: ServerOptions): Promise<void> =>
  await onEachDatabase(databases, async (name, _budget, databaseUrl) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-bench-'))
    const config = readConfig({
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    })
    const now = toMorning('2026-11-20' as PlainDate)
    const opened = await openServices(config, { clock: { now: () => now } })
    const { services } = await openPack(opened, readPack('tinh-mau'), { sample: false })
    const { province } = services
    const { db } = services.database
    const { agencies } = await seedAssignments(db, province, now, { assignments: size, plans: PLANS })
    await addPeople(services, agencies)
    const today = toVietnamDay(now)
    await sql`update assignment set state = 'accepted',
      next_due = ${today}::date + (('x' || substr(md5(id::text), 1, 4))::bit(16)::int % 21 - 10)`.execute(db)
    await sql`vacuum analyze assignment`.execute(db)
    const empty = async (): Promise<void> => void (await sql`truncate notice, notice_morning`.execute(db))
    const times: number[] = []
    const peers: number[] = []
    let made = 0
    const people = await programmesOutside.listAddressees(db, province, today)
    for (let round = 0; round < rounds; round++) {
      await empty()
      times.push(await timed(async () => (made = (await makeMorning(services, programmesOutside)) ?? 0)))
      await empty()
      peers.push(await timed(async () => await tellNaively(db, province, today, people)))
    }
    printTable(
      `A morning's reminders on ${name}: ${size} open duties, ${made} notices, ${rounds} rounds; seconds, budget ≤ 5`,
      ['', 'median', 'least', 'most'],
      [
        { name: `all ${size} duties`, cells: spread(times, 2) },
        { name: `peer: duty by duty, ${PEER} of them`, cells: spread(peers, 2) },
      ],
    )
    await services.workers.close()
    await services.database.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })
