import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capabilities } from '#apps/server/capabilities.ts'
import { openWorld, type Person, type World } from '../../../../test/world.ts'
import type { Capability } from '../capability.ts'
import { testDatabases } from '../db/testing.ts'
import { MAX_ATTEMPTS, runOne } from '../jobs/runner.ts'
import { inTransaction } from '../journal/journal.ts'
import type { JobList, JournalPage, JournalState } from './schemas.ts'

let isBroken = true
const noise: Capability = {
  name: 'noise',
  routes: [],
  jobs: [
    {
      name: 'noise.listen',
      on: ['noise.heard'],
      run: async () => {
        if (isBroken) throw new Error('ears are closed')
      },
    },
  ],
  permissions: [],
  problems: {},
  constraints: {},
  events: { 'noise.heard': 'Nghe thấy tiếng động.' },
}

describe.each(testDatabases())('the pages of administrators on the $name database', ({ open }) => {
  let world: World
  let admin: Person
  let office: Person
  const jobs = new Map(noise.jobs.map((job) => [job.name, job]))
  beforeAll(async () => {
    world = await openWorld(await open(), { capabilities: [...capabilities, noise] })
    admin = await world.addPerson('quan-tri', { posts: [{ role: 'system-admin' }] })
    office = await world.addPerson('van-phong', { posts: [{ role: 'committee-office' }] })
    for (let i = 0; i < 5; i++) {
      await hear(i === 2 ? `${admin.id} for ${office.id}` : office.id, `noise:${i}`)
    }
  })
  afterAll(async () => await world.close())

  const hear = async (actor: string, subject: string): Promise<number> => {
    const { services } = world
    const author = { province: services.province, actor, now: services.clock.now() }
    return await inTransaction(
      services.database.db,
      services.subscriptions,
      author,
      async (_tx, append) => await append({ event: 'noise.heard', subject, data: { loud: 3 } }),
    )
  }
  const journal = async (query: string): Promise<JournalPage> =>
    (await world.call({ as: admin, url: `/api/admin/journal?${query}` })).json<JournalPage>()

  it('show the journal newest first, page by page, by number', async () => {
    const first = await journal('event=noise.heard&size=2')
    expect(first.items.map((entry) => entry.subject)).toEqual(['noise:4', 'noise:3'])
    const second = await journal(`event=noise.heard&size=2&before=${first.next}`)
    expect(second.items.map((entry) => entry.subject)).toEqual(['noise:2', 'noise:1'])
    const third = await journal(`event=noise.heard&size=2&before=${second.next}`)
    expect(third).toMatchObject({ items: [{ subject: 'noise:0', data: { loud: 3 } }], next: null })
  })

  it('find entries by subject, by whoever acted or was acted for, and by day', async () => {
    expect((await journal('subject=noise:1')).items).toHaveLength(1)
    expect((await journal(`actor=${office.id}&event=noise.heard`)).items).toHaveLength(5)
    expect((await journal(`actor=${admin.id}&event=noise.heard`)).items).toHaveLength(1)
    expect((await journal('actor=%25')).items).toHaveLength(0)
    expect((await journal('from=2026-11-21&to=2026-11-21')).items.length).toBeGreaterThan(4)
    expect((await journal('from=2026-11-22')).items).toHaveLength(0)
    expect((await journal('to=2026-11-20')).items).toHaveLength(0)
  })

  it('say whether the journal is whole, and name the row when it is not', async () => {
    const state = async () =>
      (await world.call({ as: admin, url: '/api/admin/journal/state' })).json<JournalState>()
    expect((await state()).faults).toEqual([])
    const [entry] = (await journal('subject=noise:1')).items
    const touch = async (actor: string) =>
      await world.services.database.db
        .updateTable('journal')
        .set({ actor })
        .where('seq', '=', entry?.seq ?? 0)
        .execute()
    await touch('somebody-else')
    expect((await state()).faults).toMatchObject([{ kind: 'changed', seq: entry?.seq }])
    await touch(office.id)
    expect((await state()).faults).toEqual([])
  })

  it('show what could not be done, let it run again or give it up with a reason', async () => {
    for (let i = 0; i < 5 * MAX_ATTEMPTS; i++) {
      await runOne(world.services, jobs)
      await world.services.database.db
        .updateTable('job_delivery')
        .set({ next_at: '2026-01-01T00:00:00.000Z' })
        .where('state', '=', 'waiting')
        .execute()
    }
    const list = async () => (await world.call({ as: admin, url: '/api/admin/jobs' })).json<JobList>()
    const before = await list()
    expect(before.items).toHaveLength(5)
    expect(before.items[0]).toMatchObject({
      job: 'noise.listen',
      // A job without words of its own still says what to do.
      title: 'Việc không có trong phiên bản đang chạy',
      event: 'noise.heard',
      subject: 'noise:0',
      attempts: MAX_ATTEMPTS,
      lastError: 'Error: ears are closed',
    })
    const [one, other] = before.items
    const url = `/api/admin/jobs/${one?.id}/retry`
    const retry = async () => (await world.call({ as: admin, method: 'POST', url })).statusCode
    expect(await retry()).toBe(204)
    expect(await retry()).toBe(404)
    isBroken = false
    await runOne(world.services, jobs)
    isBroken = true
    const giveUp = async (body: object) =>
      (
        await world.call({
          as: admin,
          method: 'POST',
          url: `/api/admin/jobs/${other?.id}/give-up`,
          body,
        })
      ).statusCode
    expect(await giveUp({})).toBe(400)
    expect(await giveUp({ reason: 'Văn bản đã thu hồi' })).toBe(204)
    expect((await list()).items).toHaveLength(3)
    expect((await list()).waiting).toBe(0)
    expect((await journal('event=job.given-up')).items).toMatchObject([
      { actor: admin.id, sentence: 'Một việc tự động trong nơi chờ được bỏ qua, có nêu lý do.' },
    ])
  })
})
