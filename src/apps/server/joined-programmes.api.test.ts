import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanHistory, Task } from '#capabilities/programmes/contract.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { acceptAll, duties, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type TestServer } from './testing.ts'

const [patrol = '', black = ''] = duties
const school = 'Sở Tư pháp phổ biến pháp luật về giao thông tại các trường học trước ngày 31/10/2026.'

describe.each(testDatabases())('plans that turn out to be one on the $name database', (database) => {
  let server: TestServer
  let serial = 500
  beforeAll(async () => {
    server = await startTestServer(database)
  })
  afterAll(() => server.close())

  const get = async (url: string) => (await server.call('GET', url)).body
  const tasksOf = async (programme: string): Promise<Task[]> =>
    (await get(`/api/programmes/${programme}/tasks`)).items
  const programmesOf = async (document: string): Promise<{ id: string; document: string; state: string }[]> =>
    (await get(`/api/programmes?document=${document}`)).items

  const startPlan = async (lines: readonly string[]) => {
    server.pass(60)
    const number = `${serial++}/KH-UBND`
    const document = await takeIn(server, planText(lines, { number }), `${number.replace('/', '-')}.txt`)
    expect((await acceptAll(server, document)).status).toBe(200)
    await server.work()
    const [programme] = await programmesOf(document)
    return { number, document, id: programme?.id ?? '' }
  }
  const change = async (document: string, verb: string, what: string, body?: unknown) => {
    const { version = 0 } = await server.call('GET', `/api/documents/${document}`)
    const done = await server.call(verb, `/api/documents/${document}/${what}`, { body, version })
    expect(done.status).toBe(200)
    await server.work()
  }
  /** Opens a plan again and records that it goes on with another. */
  const recordAs = async (scope: 'whole' | 'parts', document: string, base: string | null) => {
    await change(document, 'POST', 'reopen')
    await change(document, 'PATCH', 'base', { base, scope })
    server.pass(60)
    expect((await acceptAll(server, document)).status).toBe(200)
    await server.work()
  }
  const waiting = async (): Promise<unknown[]> =>
    await server.services.database.db
      .selectFrom('job_delivery')
      .select(['job', 'last_error'])
      .where('state', '!=', 'done')
      .execute()

  it('are followed as one: the older programme goes on, what people did to the other goes over', async () => {
    const old = await startPlan([patrol, black])
    const fresh = await startPlan([patrol, school])
    const [kept, , reports] = await tasksOf(old.id)
    const [, moved] = await tasksOf(fresh.id)
    const byHand = await server.call('POST', `/api/programmes/${fresh.id}/tasks`, {
      body: {
        text: 'Họp giao ban hằng tháng',
        lead: [],
        partners: [],
        due: null,
        recurrence: 'monthly',
        output: null,
        sourceNote: 'Kết luận của Chủ tịch',
      },
    })
    expect(byHand.status).toBe(201)
    await change(fresh.document, 'POST', 'withdraw', { reason: 'Chờ đối chiếu' })
    await change(fresh.document, 'POST', 'restore')

    await recordAs('whole', fresh.document, old.document)

    expect(await waiting()).toEqual([])
    for (const document of [old.document, fresh.document])
      expect(await programmesOf(document)).toMatchObject([
        { id: old.id, document: fresh.document, state: 'active' },
      ])
    const tasks = await tasksOf(old.id)
    expect(tasks.map((task) => task.id)).toEqual([kept?.id, moved?.id, reports?.id, byHand.body.id])
    expect(tasks[0]?.document).toBe(fresh.document)
    const history: PlanHistory = await get(`/api/programmes/${old.id}/history`)
    expect(history.items.map((one) => [one.document, one.role])).toEqual([
      [fresh.document, 'whole'],
      [fresh.document, 'first'],
      [old.document, 'first'],
    ])
  })

  it('are found under the old address as well, and listed once', async () => {
    const old = await startPlan([patrol])
    const fresh = await startPlan([patrol, school])
    await recordAs('whole', fresh.document, old.document)
    expect((await get(`/api/programmes/${fresh.id}`)).id).toBe(old.id)
    expect(await tasksOf(fresh.id)).toEqual(await tasksOf(old.id))
    expect((await get('/api/programmes')).items.map((one: { id: string }) => one.id)).not.toContain(fresh.id)
    const [task] = await tasksOf(old.id)
    const seen = await server.call('GET', `/api/programmes/${fresh.id}/tasks/${task?.id}`)
    expect(seen.body).toEqual(task)
  })

  it('are one when the plan that was accepted first amends parts of the later one', async () => {
    const amending = await startPlan([school])
    const base = await startPlan([patrol, black])
    await recordAs('parts', amending.document, base.document)
    expect(await waiting()).toEqual([])
    for (const document of [amending.document, base.document])
      expect(await programmesOf(document)).toMatchObject([{ id: base.id, document: base.document }])
    const texts = (await tasksOf(base.id)).map((task) => task.text)
    for (const duty of [patrol, black, school])
      expect(texts.filter((text) => duty.startsWith(text.replace(/[.;]$/u, '')))).toHaveLength(1)
  })

  it('stay apart until the second is accepted as the new version of the first', async () => {
    const old = await startPlan([patrol, black])
    const fresh = await startPlan([patrol, school])
    const before = await tasksOf(old.id)
    await change(fresh.document, 'POST', 'reopen')
    await change(fresh.document, 'PATCH', 'base', { base: old.document, scope: 'whole' })
    await change(old.document, 'POST', 'reopen')
    expect((await acceptAll(server, old.document)).status).toBe(200)
    await server.work()
    expect(await tasksOf(old.id)).toEqual(before)
    expect(await programmesOf(fresh.document)).toMatchObject([{ id: fresh.id, state: 'active' }])
  })

  const addByHand = async (programme: string, text: string): Promise<string> => {
    const { status, body } = await server.call('POST', `/api/programmes/${programme}/tasks`, {
      body: {
        text,
        lead: [],
        partners: [],
        due: null,
        recurrence: null,
        output: null,
        sourceNote: 'Kết luận',
      },
    })
    expect(status).toBe(201)
    return body.id
  }
  const edit = async (programme: string, task: string, change: unknown): Promise<void> => {
    const url = `/api/programmes/${programme}/tasks/${task}`
    const { version = 0 } = await server.call('GET', url)
    expect((await server.call('PATCH', url, { body: change, version })).status).toBe(200)
  }
  /** Everything that a programme says, without the counts of changes. */
  const standing = async (programme: string) => {
    const { version: _version, ...head } = await get(`/api/programmes/${programme}`)
    const lists: Record<string, unknown> = {}
    for (const list of ['tasks', 'targets', 'deadlines', 'reporting'])
      lists[list] = (await get(`/api/programmes/${programme}/${list}`)).items.map(
        ({ version: _own, ...item }: Task) => item,
      )
    return { head, lists }
  }

  describe('and are taken back', () => {
    it('leave the first as it stood, and give the other a programme of its own', async () => {
      const old = await startPlan([patrol, black])
      const [first] = await tasksOf(old.id)
      await edit(old.id, first?.id ?? '', { output: 'Bảng tổng hợp' })
      await addByHand(old.id, 'Họp giao ban hằng tháng')
      const before = await standing(old.id)
      server.pass(60)
      const number = `${serial++}/KH-UBND`
      const fresh = await takeIn(server, planText([patrol, school], { number }), `${number.slice(0, 3)}.txt`)
      await change(fresh, 'PATCH', 'base', { base: old.document, scope: 'whole' })
      expect((await acceptAll(server, fresh)).status).toBe(200)
      await server.work()
      expect(await programmesOf(fresh)).toMatchObject([{ id: old.id, document: fresh }])
      const [, brought] = await tasksOf(old.id)
      await edit(old.id, brought?.id ?? '', { output: 'Sổ theo dõi' })

      await recordAs('whole', fresh, null)
      expect(await waiting()).toEqual([])
      expect(await programmesOf(old.document)).toMatchObject([
        { id: old.id, document: old.document, state: 'active' },
      ])
      expect(await standing(old.id)).toEqual(before)
      const [own] = await programmesOf(fresh)
      expect(own).toMatchObject({ document: fresh, state: 'active' })
      expect(own?.id).not.toBe(old.id)
      const tasks = await tasksOf(own?.id ?? '')
      expect(tasks.map((task) => task.document)).toEqual([fresh, fresh, fresh])
      // What the second brought goes with it, and what people made of that.
      expect(tasks[1]).toMatchObject({ id: brought?.id, output: 'Sổ theo dõi' })
      const roles = async (programme: string) =>
        ((await get(`/api/programmes/${programme}/history`)) as PlanHistory).items.map((one) => one.role)
      expect(await roles(old.id)).toEqual(['apart', 'whole', 'first'])
      expect(await roles(own?.id ?? '')).toEqual(['first'])
      // And from then on each goes its own way.
      await change(old.document, 'POST', 'reopen')
      expect((await acceptAll(server, old.document)).status).toBe(200)
      await server.work()
      expect(await standing(old.id)).toEqual(before)
      expect((await tasksOf(own?.id ?? '')).map((task) => task.id)).toEqual(tasks.map((task) => task.id))
    })

    it('give back to each what it had when both had been followed', async () => {
      const old = await startPlan([patrol, black])
      const fresh = await startPlan([patrol, school])
      await addByHand(fresh.id, 'Họp giao ban hằng quý')
      const before = [await standing(old.id), await standing(fresh.id)]
      await recordAs('whole', fresh.document, old.document)
      const late = await addByHand(old.id, 'Giao ban sau khi nhập')
      await recordAs('whole', fresh.document, null)
      expect(await waiting()).toEqual([])
      const [first, second] = [await standing(old.id), await standing(fresh.id)]
      const withoutLate = (first.lists['tasks'] as Task[]).filter((task) => task.id !== late)
      expect(withoutLate).toEqual(before[0]?.lists['tasks'])
      expect(first.head).toMatchObject({ document: old.document, state: 'active' })
      expect(second.lists).toEqual(before[1]?.lists)
      expect(second.head).toEqual(before[1]?.head)
      const { items }: PlanHistory = await get(`/api/programmes/${fresh.id}/history`)
      expect(items.map((one) => one.role)).toEqual(['again', 'first'])
      // Recorded once more, they are one again, with the same items.
      await recordAs('whole', fresh.document, old.document)
      expect(await waiting()).toEqual([])
      expect(await programmesOf(old.document)).toMatchObject([{ id: old.id, document: fresh.document }])
      expect((await get(`/api/programmes/${fresh.id}`)).id).toBe(old.id)
    })

    it('leave a plan as it stood when one that amended its parts is taken back', async () => {
      const base = await startPlan([patrol, black])
      const before = await standing(base.id)
      const amending = await startPlan([school])
      const own = await standing(amending.id)
      await recordAs('parts', amending.document, base.document)
      expect(await programmesOf(amending.document)).toMatchObject([{ id: base.id }])
      await recordAs('parts', amending.document, null)
      expect(await waiting()).toEqual([])
      expect(await standing(base.id)).toEqual(before)
      expect((await standing(amending.id)).lists).toEqual(own.lists)
    })

    it('join another plan instead, and the first stands as before', async () => {
      const old = await startPlan([patrol, black])
      const other = await startPlan([black])
      const before = await standing(old.id)
      const fresh = await startPlan([patrol, school])
      await recordAs('whole', fresh.document, old.document)
      await recordAs('whole', fresh.document, other.document)
      expect(await waiting()).toEqual([])
      expect(await standing(old.id)).toEqual(before)
      expect(await programmesOf(fresh.document)).toMatchObject([
        { id: other.id, document: fresh.document, state: 'active' },
      ])
      expect((await get(`/api/programmes/${fresh.id}`)).id).toBe(other.id)
    })

    it('stay withdrawn when the first was withdrawn meanwhile', async () => {
      const old = await startPlan([patrol])
      const fresh = await startPlan([patrol, school])
      await recordAs('whole', fresh.document, old.document)
      await change(old.document, 'POST', 'withdraw', { reason: 'Ban hành nhầm' })
      await recordAs('whole', fresh.document, null)
      expect(await programmesOf(old.document)).toMatchObject([{ id: old.id, state: 'withdrawn' }])
      expect(await programmesOf(fresh.document)).toMatchObject([{ id: fresh.id, state: 'active' }])
    })
  })
})
