import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NoticePage, NoticeView, ReminderRules } from '#capabilities/programmes/domain/notice-schemas.ts'
import { sendLetters } from '#capabilities/programmes/server/notices/letters.ts'
import { makeMorning } from '#capabilities/programmes/server/notices/morning.ts'
import { SESSION_COOKIE } from '#capabilities/people/server/authenticate.ts'
import { makeToken } from '#capabilities/people/server/secrets.ts'
import { insertSession } from '#capabilities/people/server/session-store.ts'
import { loadAgencies } from '#capabilities/people/server/load-pack.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { runOne } from '#platform/server/jobs/runner.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { agencyRow, openWorld, PROVINCE, type Person, type World } from '../../../test/world.ts'
import { allJobs } from './open.ts'
import { programmesOutside } from './plans.ts'

const jobs = new Map(allJobs.map((job) => [job.name, job]))

describe.each(testDatabases())('being told, on the $name database', (database) => {
  let world: World
  const people = new Map<string, Person>()
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-told-'))
  beforeAll(async () => {
    world = await openWorld(await database.open(), { config: { dataDir } })
    await world.write(async (tx, append) => {
      const agencies = [agencyRow('so-xd', 'Sở Xây dựng'), agencyRow('so-yt', 'Sở Y tế')]
      await loadAgencies(tx, append, PROVINCE, { agencies, groups: [] })
    })
    const add = async (
      login: string,
      ...posts: NonNullable<Parameters<World['addPerson']>[1]>['posts'] & {}
    ) => people.set(login, await world.addPerson(login, { posts, email: `${login}@mau.test` }))
    await add('lan', { role: 'committee-office' })
    await add('khang', { role: 'committee-leader' })
    await add('thao', { role: 'agency-focal', agency: 'so-xd' })
    await add('son', { role: 'agency-head', agency: 'so-xd' })
    await add('mai', { role: 'viewer' })
    // Monday 23 November 2026, 9 o'clock in Vietnam.
    world.setNow('2026-11-23T02:00:00.000Z')
  })
  afterAll(async () => {
    await world.close()
    fs.rmSync(dataDir, { recursive: true })
  })

  const person = (login: string): Person => people.get(login) as Person
  /** Weeks go by in these tests, and no session lasts as long. */
  const signIn = async (one: Person): Promise<Person> => {
    const { token, tokenHash } = makeToken()
    const session = { id: randomUUID(), province: PROVINCE, tokenHash, account: one.id, device: 'Thử' }
    const { db } = world.services.database
    await db.transaction().execute(async (tx) => await insertSession(tx, session, world.services.clock.now()))
    return { ...one, cookie: `${SESSION_COOKIE}=${token}` }
  }
  const ask = async (login: string, url: string, body?: unknown) => {
    const reply = await world.call({
      as: await signIn(person(login)),
      url,
      ...(body === undefined ? {} : { method: 'POST' as const, body }),
    })
    return { status: reply.statusCode, body: reply.json<ReturnType<typeof JSON.parse>>() }
  }
  const work = async (): Promise<void> => {
    while (await runOne(world.services, jobs));
  }
  const told = async (login: string, query = '?unread=1'): Promise<NoticeView[]> => {
    const page: NoticePage = (await ask(login, `/api/notices${query}`)).body
    return page.items
  }
  const words = async (login: string): Promise<string[]> => (await told(login)).map((one) => one.words)
  const give = async (agency: string, due: string): Promise<string> => {
    const text = `Việc ${randomUUID()}`
    const given = await ask('lan', '/api/assignments', {
      text,
      agencies: [agency],
      partners: [],
      due,
      output: null,
      sourceNote: 'Điện thoại',
    })
    expect(given.status).toBe(201)
    const list = await ask('lan', `/api/assignments?q=${encodeURIComponent(text)}`)
    return list.body.items[0].id
  }
  const act = async (login: string, id: string, deed: object) =>
    await ask(login, '/api/assignments/actions', {
      actions: [{ assignment: id, id: randomUUID(), after: null, at: world.services.clock.now(), deed }],
    })
  const morning = async (instant: string): Promise<number | undefined> => {
    world.setNow(instant)
    return await makeMorning(world.services, programmesOutside)
  }
  const letters = (): string[] => {
    const outbox = path.join(dataDir, 'outbox')
    if (!fs.existsSync(outbox)) return []
    const all = fs.readdirSync(outbox).map((name) => fs.readFileSync(path.join(outbox, name), 'utf8'))
    fs.rmSync(outbox, { recursive: true })
    return all.map((text) => /^To: (\S+)@/mu.exec(text)?.[1] ?? '').toSorted()
  }

  let duty = ''
  it('comes at once when a duty is given, once however often the job runs', async () => {
    duty = await give('so-xd', '2026-12-02')
    await work()
    expect(await words('thao')).toEqual(['Văn phòng Ban An toàn giao thông giao nhiệm vụ'])
    expect(await words('lan')).toEqual([])
    const { db } = world.services.database
    await db.updateTable('job_delivery').set({ state: 'waiting', attempts: 0 }).execute()
    await work()
    expect(await told('thao')).toHaveLength(1)
    expect((await ask('thao', '/api/notices/unread')).body).toEqual({ unread: 1 })
    expect((await ask('mai', '/api/notices/unread')).body).toEqual({ unread: 0 })
  })

  it('is read by its person alone', async () => {
    const [notice] = await told('thao')
    expect((await ask('son', '/api/notices/read', { ids: [notice?.id] })).body).toEqual({ unread: 0 })
    expect(await told('thao')).toHaveLength(1)
    expect((await ask('thao', '/api/notices/read', { ids: [notice?.id] })).body).toEqual({ unread: 0 })
    expect(await told('thao')).toEqual([])
    expect(await told('thao', '')).toMatchObject([{ assignment: duty, readAt: '2026-11-23T02:00:00.000Z' }])
  })

  it('goes to whoever has to act next', async () => {
    await act('thao', duty, { verb: 'accept' })
    await act('thao', duty, { verb: 'ask-extension', until: '2026-12-15', reason: 'Mưa lũ' })
    await work()
    expect(await words('lan')).toEqual(['Cơ quan chủ trì xin gia hạn: đến ngày 15/12/2026; Mưa lũ'])
    await act('khang', duty, { verb: 'deny-extension', reason: 'Đã gia hạn nhiều' })
    await act('lan', duty, { verb: 'instruct', words: 'Làm gấp' })
    await work()
    expect((await words('thao')).toSorted()).toEqual([
      'Lãnh đạo Ban An toàn giao thông không đồng ý gia hạn: Đã gia hạn nhiều',
      'Văn phòng Ban An toàn giao thông cho ý kiến chỉ đạo: Làm gấp',
    ])
    expect(await words('son')).toHaveLength(1)
    // What comes too late is for the office to look at.
    await act('thao', duty, { verb: 'accept' })
    await work()
    expect(await words('lan')).toContainEqual(expect.stringContaining('Cần xem lại'))
  })

  it('goes out as one letter a person, within the hours', async () => {
    world.setNow('2026-11-23T11:30:00.000Z') // 18:30 in Vietnam
    expect(await sendLetters(world.services, programmesOutside)).toBe(0)
    world.setNow('2026-11-23T23:59:00.000Z') // 6:59 on the next day
    expect(await sendLetters(world.services, programmesOutside)).toBe(0)
    world.setNow('2026-11-24T00:00:00.000Z')
    expect(await sendLetters(world.services, programmesOutside)).toBe(3)
    expect(letters()).toEqual(['lan', 'son', 'thao'])
    expect(await sendLetters(world.services, programmesOutside)).toBe(0)
  })

  it('comes by stage in the morning, further up the later it is', async () => {
    for (const login of people.keys())
      await ask(login, '/api/notices/read', { until: '2026-11-24T00:00:00.000Z' })
    // 6:59, then 7:00 on Wednesday 25 November: a week before.
    expect(await morning('2026-11-24T23:59:00.000Z')).toBeUndefined()
    expect(await morning('2026-11-25T00:00:00.000Z')).toBe(1)
    expect(await morning('2026-11-25T01:00:00.000Z')).toBeUndefined()
    expect(await words('thao')).toEqual(['Còn 07 ngày, hạn 02/12/2026'])
    // Saturday: nobody works.
    expect(await morning('2026-11-28T02:00:00.000Z')).toBeUndefined()
    expect(await morning('2026-11-30T02:00:00.000Z')).toBe(0)
    expect(await morning('2026-12-01T02:00:00.000Z')).toBe(1)
    expect(await morning('2026-12-02T02:00:00.000Z')).toBe(1)
    // Late by one day; the head as well.
    expect(await morning('2026-12-03T02:00:00.000Z')).toBe(2)
    // The server was off until a week had passed: once, at the strongest stage, to everybody whom it concerns.
    expect(await morning('2026-12-10T02:00:00.000Z')).toBe(4)
    expect(await words('khang')).toEqual(['Quá hạn 08 ngày, hạn 02/12/2026'])
    expect(await morning('2026-12-11T02:00:00.000Z')).toBe(0)
  })

  it('begins anew when the day is moved, and ends when the duty is done', async () => {
    world.setNow('2026-12-11T03:00:00.000Z')
    await act('thao', duty, { verb: 'ask-extension', until: '2026-12-15', reason: 'Mưa lũ' })
    await act('lan', duty, { verb: 'grant-extension', until: '2026-12-15', note: null })
    expect(await morning('2026-12-14T02:00:00.000Z')).toBe(1)
    expect((await words('thao'))[0]).toBe('Còn 01 ngày, hạn 15/12/2026')
    await act('thao', duty, { verb: 'submit', words: 'Xong', evidence: [] })
    expect(await morning('2026-12-16T02:00:00.000Z')).toBe(0)
    // The letter of the reminder says nothing that is no longer so.
    letters()
    await sendLetters(world.services, programmesOutside)
    expect(letters()).not.toContain('khang')
  })

  it('tells the office when nobody is there to be told', async () => {
    await give('so-yt', '2026-12-31')
    await work()
    // The news of the extension that was asked for before is as new.
    expect(await words('lan')).toContainEqual(expect.stringContaining('chưa có người dùng đang hoạt động'))
    const hoa = await world.addPerson('hoa', { posts: [{ role: 'agency-focal', agency: 'so-yt' }] })
    people.set('hoa', hoa)
    expect(await morning('2026-12-24T02:00:00.000Z')).toBe(1)
    expect(await words('hoa')).toEqual(['Còn 07 ngày, hạn 31/12/2026'])
    // She leaves: the office hears of the next stage.
    await world.write(async (tx) => {
      await tx
        .withTables<{ account: { id: string; state: string } }>()
        .updateTable('account')
        .set({ state: 'locked' })
        .where('id', '=', hoa.id)
        .execute()
    })
    expect(await morning('2026-12-30T02:00:00.000Z')).toBe(1)
    expect((await words('lan'))[0]).toMatch(/^Còn 01 ngày, hạn 31\/12\/2026 \(cơ quan được giao chưa có/u)
  })

  it('is asked for by the office by hand', async () => {
    const open = await give('so-xd', '2027-01-29')
    const reminded = await ask('lan', '/api/assignments/remind', {
      assignments: [open, duty, randomUUID()],
      note: 'Chuẩn bị họp giao ban',
    })
    // Thảo and Sơn; the other one waits for the office, the last is nobody's.
    expect(reminded.body).toEqual({ notices: 2, left: 2 })
    expect((await words('son'))[0]).toBe(
      'Văn phòng Ban An toàn giao thông nhắc thực hiện: Chuẩn bị họp giao ban',
    )
    const nothing = await ask('lan', '/api/assignments/remind', { assignments: [duty], note: null })
    expect([nothing.status, nothing.body.code]).toEqual([422, 'notices.nothing-to-remind'])
    expect((await ask('thao', '/api/assignments/remind', { assignments: [open], note: null })).status).toBe(
      403,
    )
    const chat = await ask('lan', '/api/notices/chat-text?agency=so-yt')
    expect(chat.body.text).toContain('Kính gửi: Sở Y tế')
    expect(chat.body.text).toContain('hạn 31/12/2026, còn 01 ngày')
    expect((await ask('lan', '/api/notices/chat-text?agency=khong-co')).body.code).toBe(
      'programmes.agency-unknown',
    )
  })

  it('follows the rules of its day, which the office may add to', async () => {
    const rules: ReminderRules = (await ask('lan', '/api/reminder-rules')).body
    expect(rules.rules.map((one) => one.stage)).toEqual([-7, -1, 0, 1, 3, 7])
    expect(rules.letters.refused).toBe(0)
    const rule = { stage: -14, roles: ['head'], validFrom: '2027-01-04', validTo: null }
    const added = await ask('lan', '/api/reminder-rules', rule)
    expect(added.status).toBe(201)
    expect(added.body.rules.at(-1)).toEqual({ ...rule, isInForce: false })
    const past = await ask('lan', '/api/reminder-rules', { ...rule, validFrom: '2026-12-01' })
    expect([past.status, past.body.code]).toEqual([422, 'notices.begins-in-the-past'])
    const turned = await ask('lan', '/api/reminder-rules', { ...rule, validTo: '2027-01-01' })
    expect([turned.status, turned.body.code]).toEqual([422, 'notices.ends-before-it-begins'])
    const no = await ask('lan', '/api/reminder-rules', { ...rule, validFrom: '2027-02-30' })
    expect([no.status, no.body.code]).toEqual([422, 'assignments.impossible-day'])
    const whom = await ask('lan', '/api/reminder-rules', { ...rule, roles: ['everybody'] })
    expect(whom.status).toBe(400)
    // Two weeks before 29 January 2027 is Friday 15; the duty of Sở Y tế is late by then as well.
    await morning('2027-01-15T02:00:00.000Z')
    expect((await told('son')).map((one) => one.words)).toContain('Còn 14 ngày, hạn 29/01/2027')
    const hours = { from: 480, until: 1020, validFrom: '2027-02-01' }
    expect((await ask('lan', '/api/reminder-hours', hours)).status).toBe(201)
    expect((await ask('lan', '/api/reminder-hours', { ...hours, until: 470 })).body.code).toBe(
      'notices.ends-before-it-begins',
    )
    // 7:30 on the first day of the new hours is too early.
    expect(await morning('2027-02-01T00:30:00.000Z')).toBeUndefined()
    expect(await morning('2027-02-01T01:00:00.000Z')).toBe(3)
  })

  it('leaves a journal that verifies', async () => {
    expect((await verifyJournal(world.services.database.db, PROVINCE)).faults).toEqual([])
  })
})
