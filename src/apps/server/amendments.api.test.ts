import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amendmentText } from '#capabilities/documents/domain/amendment-testing.ts'
import type { AmendmentReply } from '#capabilities/documents/domain/amendment-api.ts'
import type { PlanHistory, Task } from '#capabilities/programmes/contract.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { acceptAll, act, duties, look, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type TestServer } from './testing.ts'

const renewed =
  'Sở Xây dựng chủ trì rà soát, xử lý các điểm đen tai nạn giao thông; báo cáo kết quả trước ngày 30/9/2026.'
const added = 'Sở Tư pháp tổ chức tập huấn pháp luật về giao thông cho cán bộ cấp xã trước ngày 30/9/2026.'

describe.each(testDatabases())('amendments of parts on the $name database', (database) => {
  let server: TestServer
  let serial = 300
  beforeAll(async () => {
    server = await startTestServer(database)
  })
  afterAll(() => server.close())

  const get = async (url: string) => (await server.call('GET', url)).body
  const amendment = async (id: string): Promise<AmendmentReply> => get(`/api/documents/${id}/amendment`)
  const tasksOf = async (programme: string, query = ''): Promise<Task[]> =>
    (await get(`/api/programmes/${programme}/tasks${query}`)).items
  const historyOf = async (programme: string): Promise<PlanHistory['items']> =>
    (await get(`/api/programmes/${programme}/history`)).items
  const programmeOf = async (document: string) => (await get(`/api/programmes?document=${document}`)).items[0]

  /** An accepted plan of four duties with its programme. */
  const startPlan = async () => {
    const number = `${serial++}/KH-UBND`
    const document = await takeIn(server, planText(duties, { number }), `${number.replace('/', '-')}.txt`)
    await acceptAll(server, document)
    await server.work()
    const programme = await programmeOf(document)
    return { number, document, programme, tasks: await tasksOf(programme.id) }
  }
  const amend = async (base: string, lines: readonly string[]) => {
    const number = `${serial++}/KH-UBND`
    return await takeIn(server, amendmentText(lines, { number, base }), `${number.replace('/', '-')}.txt`)
  }
  const setBase = async (id: string, base: string | null, scope: 'parts' | 'whole') => {
    const row = await server.call('GET', `/api/documents/${id}`)
    return await server.call('PATCH', `/api/documents/${id}/base`, {
      body: { base, scope },
      version: row.version ?? 0,
    })
  }
  const withWords = (list: readonly Task[], words: string) => list.find((task) => task.text.includes(words))

  it('change what they name and leave everything else, and the history tells who changed what', async () => {
    const plan = await startPlan()
    const id = await amend(plan.number, [
      '1. Sửa đổi, bổ sung khoản 2 Mục III như sau:',
      `“2. ${renewed}”`,
      '2. Bãi bỏ khoản 4 Mục III.',
      '3. Bổ sung khoản 5 vào Mục III như sau:',
      `“5. ${added}”`,
    ])
    expect((await get(`/api/documents/${id}`)).amends).toMatchObject({ id: plan.document })
    const before = await amendment(id)
    expect(before).toMatchObject({ scope: 'parts', isFollowed: true, stated: { scope: 'parts' } })
    expect(before.clauses.map(({ verb, targets }) => [verb, ...targets])).toEqual([
      ['replace', 'III.2'],
      ['end', 'III.4'],
      ['add', 'III.5'],
    ])
    const tasks = before.effects.filter((effect) => effect.kind === 'task')
    expect(tasks.map(({ change, place }) => [change, place])).toEqual([
      ['changed', 'III.2'],
      ['added', 'III.5'],
      ['ended', 'III.4'],
    ])

    expect((await acceptAll(server, id)).status).toBe(200)
    await server.work()
    expect((await programmeOf(id)).id).toBe(plan.programme.id)
    const after = await tasksOf(plan.programme.id)
    const [patrol, black, rescue] = plan.tasks
    expect(after.map((task) => task.id).slice(0, 3)).toEqual([patrol?.id, black?.id, rescue?.id])
    expect(withWords(after, 'điểm đen')).toMatchObject({ id: black?.id, document: id, path: '1' })
    expect(withWords(after, 'điểm đen')?.text).toContain('30/9/2026')
    for (const task of [patrol, rescue])
      expect(after.find((one) => one.id === task?.id)).toMatchObject({
        document: plan.document,
        version: task?.version,
      })
    expect(withWords(after, 'tập huấn')).toMatchObject({ document: id })
    expect(withWords(after, 'Đò Ngang')).toBeUndefined()
    const ended = withWords(await tasksOf(plan.programme.id, '?ended=yes'), 'Đò Ngang')
    expect(ended?.endedReason).toMatch(
      /^Bãi bỏ khoản 4 Mục III \(Kế hoạch số \d+\/KH-UBND ngày 10\/04\/2026\)/u,
    )
    const outline = await get(`/api/programmes/${plan.programme.id}/outline`)
    const section = outline.clauses.find((clause: { path: string }) => clause.path === 'III')
    expect(section.tasks).toContain(withWords(after, 'tập huấn')?.id)

    const [last, first] = await historyOf(plan.programme.id)
    expect(first).toMatchObject({ role: 'first', document: plan.document, changes: [] })
    expect(last).toMatchObject({ role: 'parts', document: id })
    const told = last?.changes.filter((change) => change.kind === 'task')
    expect(told?.map(({ change, place }) => [change, place]).toSorted()).toEqual([
      ['added', 'III.5'],
      ['changed', 'III.2'],
      ['ended', 'III.4'],
    ])
  })

  it('come one after the other, each on the plan as it counts then', async () => {
    const plan = await startPlan()
    const first = await amend(plan.number, ['1. Bổ sung khoản 5 vào Mục III như sau:', `“5. ${added}”`])
    await acceptAll(server, first)
    await server.work()
    const task = withWords(await tasksOf(plan.programme.id), 'tập huấn')
    const second = await amend(plan.number, [
      '1. Sửa đổi khoản 5 Mục III như sau:',
      '“5. Sở Tư pháp chủ trì phổ biến pháp luật về giao thông tại các trường học trước ngày 31/10/2026.”',
    ])
    await acceptAll(server, second)
    await server.work()
    const after = await tasksOf(plan.programme.id)
    expect(after).toHaveLength(plan.tasks.length + 1)
    expect(withWords(after, 'trường học')).toMatchObject({ id: task?.id, document: second })
  })

  it('are undone when they are withdrawn, and done again when they come back', async () => {
    const plan = await startPlan()
    const id = await amend(plan.number, [
      '1. Sửa đổi khoản 2 Mục III như sau:',
      `“2. ${renewed}”`,
      '2. Bãi bỏ khoản 4 Mục III.',
    ])
    await acceptAll(server, id)
    await server.work()
    const amended = await tasksOf(plan.programme.id)
    const row = await server.call('GET', `/api/documents/${id}`)
    const gone = await server.call('POST', `/api/documents/${id}/withdraw`, {
      body: { reason: 'Ban hành nhầm thẩm quyền' },
      version: row.version ?? 0,
    })
    await server.work()
    const before = await tasksOf(plan.programme.id)
    const look = (list: readonly Task[]) =>
      list.map(({ id: task, text, document }) => ({ task, text, document }))
    expect(look(before)).toEqual(look(plan.tasks))
    expect((await historyOf(plan.programme.id))[0]).toMatchObject({ role: 'withdrawn' })
    expect((await get(`/api/programmes/${plan.programme.id}`)).state).toBe('active')
    await server.call('POST', `/api/documents/${id}/restore`, { version: gone.version ?? 0 })
    await server.work()
    expect(look(await tasksOf(plan.programme.id))).toEqual(look(amended))
  })

  it('keep what people did to tasks that they do not name', async () => {
    const plan = await startPlan()
    const url = `/api/programmes/${plan.programme.id}/tasks/${plan.tasks[0]?.id}`
    const seen = await server.call('GET', url)
    await server.call('PATCH', url, { body: { output: 'Bảng tổng hợp' }, version: seen.version ?? 0 })
    await acceptAll(server, await amend(plan.number, ['1. Bãi bỏ khoản 4 Mục III.']))
    await server.work()
    const after = await tasksOf(plan.programme.id)
    expect(after).toHaveLength(plan.tasks.length - 1)
    expect(after[0]).toMatchObject({ output: 'Bảng tổng hợp', version: 2 })
  })

  it('end nothing that they do not name: by the safe answer, a plan sent again ends nothing', async () => {
    const plan = await startPlan()
    const text = planText([renewed, added], { number: plan.number, day: '10 tháng 04 năm 2026' })
    const id = await takeIn(server, text, `${plan.number.replace('/', '-')}-moi.txt`)
    const asked = await amendment(id)
    expect(asked).toMatchObject({ stated: null, base: null, scope: null })
    expect(asked.candidates.map((one) => one.id)).toEqual([plan.document])
    await setBase(id, plan.document, 'parts')
    const parts = await amendment(id)
    expect(parts.effects.filter((effect) => effect.change === 'ended')).toEqual([])
    await setBase(id, plan.document, 'whole')
    const whole = await amendment(id)
    expect(
      whole.effects.filter((effect) => effect.change === 'ended' && effect.kind === 'task'),
    ).toHaveLength(3)
    await setBase(id, plan.document, 'parts')
    await acceptAll(server, id)
    await server.work()
    const after = await tasksOf(plan.programme.id)
    for (const task of plan.tasks) expect(after.map((one) => one.id)).toContain(task.id)
    expect(after).toHaveLength(plan.tasks.length + 1)
  })

  it('change single words where they stand once, and the agency that they name', async () => {
    const plan = await startPlan()
    const id = await amend(plan.number, [
      '1. Thay thế cụm từ “Chi cục Đò Ngang Mẫu” bằng cụm từ “Sở Xây dựng” tại khoản 4 Mục III.',
      '2. Thay cụm từ “trước ngày 30/6/2026” bằng cụm từ “trước ngày 31/7/2026” tại khoản 1 Mục III.',
    ])
    const before = await amendment(id)
    expect(before.clauses.map(({ verb, targets, reason }) => ({ verb, targets, reason }))).toEqual([
      { verb: 'reword', targets: ['III.4'], reason: null },
      { verb: 'reword', targets: ['III.1'], reason: null },
    ])
    expect((await acceptAll(server, id)).status).toBe(200)
    await server.work()
    const after = await tasksOf(plan.programme.id)
    expect(after.map((task) => task.id)).toEqual(plan.tasks.map((task) => task.id))
    expect(withWords(after, 'bến khách')).toMatchObject({
      document: id,
      lead: [{ printed: 'Sở Xây dựng', code: 'so-xay-dung' }],
    })
    expect(withWords(after, 'tuần tra')).toMatchObject({ due: '2026-07-31', lead: plan.tasks[0]?.lead })
    const row = await server.call('GET', `/api/documents/${id}`)
    await server.call('POST', `/api/documents/${id}/withdraw`, {
      body: { reason: 'Ban hành nhầm' },
      version: row.version ?? 0,
    })
    await server.work()
    const texts = (list: readonly Task[]) => list.map(({ text, due }) => ({ text, due }))
    expect(texts(await tasksOf(plan.programme.id))).toEqual(texts(plan.tasks))
  })

  it('leave a clause alone that the plan does not have, or whose words they do not find', async () => {
    const plan = await startPlan()
    const id = await amend(plan.number, [
      '1. Bãi bỏ khoản 9 Mục III.',
      '2. Thay thế cụm từ “Sở Y tế” bằng cụm từ “Trung tâm Y tế” tại khoản 2 Mục III.',
      '3. Bổ sung khoản 5 vào Mục III như sau:',
      `“5. ${added}”`,
    ])
    const { clauses, effects } = await amendment(id)
    expect(clauses.map(({ verb, targets }) => [verb, targets.length])).toEqual([
      ['end', 0],
      ['note', 0],
      ['add', 1],
    ])
    expect(clauses[1]?.reason).toContain('không có cụm từ đó')
    expect(new Set(effects.map((effect) => effect.change))).toEqual(new Set(['added']))
  })

  it('change nothing twice when they are opened again and accepted otherwise', async () => {
    const plan = await startPlan()
    const id = await amend(plan.number, [
      '1. Bổ sung khoản 5 vào Mục III như sau:',
      `“5. ${added}”`,
      '2. Bãi bỏ khoản 4 Mục III.',
    ])
    await acceptAll(server, id)
    await server.work()
    const row = await server.call('GET', `/api/documents/${id}`)
    await server.call('POST', `/api/documents/${id}/reopen`, { version: row.version ?? 0 })
    const { version, proposals } = await look(server, id)
    const task = proposals.find((one) => one.value.kind === 'task')
    await act(server, id, version, { verb: 'drop', proposals: [task?.id] })
    expect((await acceptAll(server, id)).body).toMatchObject({ acceptance: 2 })
    await server.work()
    const after = await tasksOf(plan.programme.id)
    expect(withWords(after, 'tập huấn')).toBeUndefined()
    expect(withWords(after, 'Đò Ngang')).toBeUndefined()
    expect(after).toHaveLength(plan.tasks.length - 1)
  })

  it('wait for the plan that they change', async () => {
    const number = `${serial++}/KH-UBND`
    const base = await takeIn(server, planText(duties, { number }), `${number.replace('/', '-')}.txt`)
    const id = await amend(number, ['1. Bãi bỏ khoản 4 Mục III.'])
    const early = await acceptAll(server, id)
    expect(early.body.code).toBe('documents.base-not-accepted')
    await acceptAll(server, base)
    await server.work()
    expect((await acceptAll(server, id)).status).toBe(200)
    const own = await setBase(id, null, 'parts')
    expect(own.body.code).toBe('documents.wrong-state')
  })
})
