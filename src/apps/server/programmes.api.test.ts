import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followAcceptance } from '#capabilities/programmes/server/jobs.ts'
import type { AgencyShares, Task } from '#capabilities/programmes/contract.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { programmesOutside } from './plans.ts'
import { acceptAll, act, duties, look, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type TestServer } from './testing.ts'

const nameless = 'Tăng cường tuyên truyền pháp luật về giao thông đường bộ.'

describe.each(testDatabases())('programmes on the $name database', (database) => {
  let server: TestServer
  let serial = 100
  beforeAll(async () => {
    server = await startTestServer(database)
  })
  afterAll(() => server.close())

  const get = async (url: string, as: 'lan' | 'minh' = 'lan') => (await server.call('GET', url, { as })).body
  const plan = (list: readonly string[], number = `${serial++}/KH-UBND`) =>
    takeIn(server, planText(list, { number }), `${number.replace('/', '-')}-${serial}.txt`)
  const programmeOf = async (document: string) => (await get(`/api/programmes?document=${document}`)).items[0]
  const tasksOf = async (programme: string, query = ''): Promise<Task[]> =>
    (await get(`/api/programmes/${programme}/tasks${query}`)).items
  const accepted = async (list: readonly string[]) => {
    const document = await plan(list)
    await acceptAll(server, document)
    await server.work()
    return { document, programme: await programmeOf(document) }
  }

  it('asks for every proposal that is not stated, unless it is left out by name', async () => {
    const id = await plan([...duties, nameless])
    const { version, proposals } = await look(server, id)
    const unsure = proposals.filter((one) => one.certainty !== 'stated').map((one) => one.id)
    expect(unsure.length).toBeGreaterThan(0)
    const refused = await server.call('POST', `/api/documents/${id}/accept`, { body: {}, version })
    expect(refused.body).toMatchObject({ code: 'documents.undecided', facts: { proposals: unsure } })
    const done = await server.call('POST', `/api/documents/${id}/accept`, {
      body: { leaveOut: unsure },
      version,
    })
    expect(done.body).toMatchObject({
      acceptance: 1,
      accepted: proposals.length - unsure.length,
      dropped: unsure.length,
    })
  })

  it('is made once, however often the document is accepted and the news is heard', async () => {
    const id = await plan(duties)
    const { version } = await look(server, id)
    const accept = () => server.call('POST', `/api/documents/${id}/accept`, { body: {}, version })
    const replies = await Promise.all([accept(), accept()])
    expect(replies.map((reply) => reply.body.acceptance)).toEqual([1, 1])
    const { services } = server
    const { db } = services.database
    // The job died after its work and before it said so: the delivery is run again.
    const author = { province: services.province, actor: 'system', now: services.clock.now() }
    const outside = programmesOutside
    await followAcceptance(services, author, id, 1, outside)
    await followAcceptance(services, author, id, 1, outside)
    await server.work()
    expect((await get(`/api/programmes?document=${id}`)).total).toBe(1)
    const events = await db
      .selectFrom('journal')
      .select('event')
      .where('event', 'in', ['document.accepted', 'programme.created'])
      .where('subject', 'in', [`document:${id}`, `programme:${(await programmeOf(id)).id}`])
      .execute()
    expect(events.map((row) => row.event).toSorted()).toEqual(['document.accepted', 'programme.created'])
  })

  it('refuses to accept what somebody changed meanwhile', async () => {
    const id = await plan(duties)
    const { version, proposals } = await look(server, id)
    await act(server, id, version, { verb: 'drop', proposals: [proposals[0]?.id] }, 'tuan')
    const late = await server.call('POST', `/api/documents/${id}/accept`, { body: {}, version })
    expect(late.status).toBe(412)
  })

  it('shows a plan as its agencies, and to an agency its own tasks', async () => {
    const { programme } = await accepted(duties)
    const shares = ((await get(`/api/programmes/${programme.id}/by-agency`)) as AgencyShares).items
    const police = shares.find((share) => share.code === 'cong-an-tinh')
    expect(police).toMatchObject({ name: 'Công an tỉnh Mẫu' })
    const [shared] = shares.find((share) => share.code === 'so-xay-dung')?.partners ?? []
    expect(police?.leads).toContain(shared)
    expect(shares.at(-1)).toMatchObject({ code: null, name: 'Chi cục Đò Ngang Mẫu' })
    const seen = (await get(`/api/programmes/${programme.id}/tasks`, 'minh')).items as Task[]
    const all = await tasksOf(programme.id)
    const own = all.filter((task) =>
      [...task.lead, ...task.partners].some((party) => party.members.includes('cong-an-tinh')),
    )
    expect(seen.map((task) => task.id)).toEqual(own.map((task) => task.id))
    expect(own.length).toBeLessThan(all.length)
    const other = all.find((task) => !own.includes(task))
    const hidden = await server.call('GET', `/api/programmes/${programme.id}/tasks/${other?.id}`, {
      as: 'minh',
    })
    expect(hidden.status).toBe(404)
    expect((await server.call('GET', `/api/programmes/${programme.id}`, { as: 'hoa' })).status).toBe(403)
  })

  it('keeps the identity of what an amended plan keeps, and ends what it drops', async () => {
    const { document, programme } = await accepted(duties)
    const before = await tasksOf(programme.id)
    const amended = [
      duties[2] ?? '',
      (duties[0] ?? '').replace('30/6/2026', '15/6/2026'),
      duties[1] ?? '',
      'Sở Tư pháp tổ chức tập huấn pháp luật về giao thông cho cán bộ cấp xã trước ngày 30/9/2026.',
    ]
    const newer = await plan(amended)
    const row = await server.call('GET', `/api/documents/${newer}`)
    const set = await server.call('PATCH', `/api/documents/${newer}/base`, {
      body: { base: document, scope: 'whole' },
      version: row.version ?? 0,
    })
    expect(set.body.supersedes).toMatchObject({ id: document })
    const { changes, unchanged } = await get(`/api/documents/${newer}/changes`)
    const of = (kind: string) => changes.filter((change: { kind: string }) => change.kind === kind)
    expect(unchanged).toBeGreaterThan(0)
    expect(of('added')).toHaveLength(1)
    expect(of('removed')[0].before.text).toContain('Đò Ngang')
    expect(of('moved').length).toBe(3)
    await acceptAll(server, newer)
    await server.work()

    expect((await programmeOf(newer)).id).toBe(programme.id)
    expect((await programmeOf(document)).id).toBe(programme.id)
    const after = await tasksOf(programme.id)
    const idOf = (list: Task[], words: string) => list.find((task) => task.text.includes(words))?.id
    for (const words of ['tuần tra', 'điểm đen', 'cấp cứu'])
      expect(idOf(after, words)).toBe(idOf(before, words))
    expect(after.find((task) => task.text.includes('tuần tra'))).toMatchObject({
      due: '2026-06-15',
      document: newer,
    })
    expect(after.some((task) => task.text.includes('Đò Ngang'))).toBe(false)
    const ended = await tasksOf(programme.id, '?ended=yes')
    expect(ended.find((task) => task.text.includes('Đò Ngang'))?.endedReason).toMatch(
      /^Không còn trong văn bản số/u,
    )
  })

  it('goes on after reopening, and keeps what people did to tasks', async () => {
    const { document, programme } = await accepted(duties)
    const [task] = await tasksOf(programme.id)
    const url = `/api/programmes/${programme.id}/tasks/${task?.id}`
    const seen = await server.call('GET', url)
    const edited = await server.call('PATCH', url, {
      body: { output: 'Bảng tổng hợp' },
      version: seen.version ?? 0,
    })
    expect(edited.body).toMatchObject({ output: 'Bảng tổng hợp', version: 2 })
    const late = await server.call('PATCH', url, {
      body: { output: 'x' },
      version: seen.version ?? 0,
      as: 'tuan',
    })
    expect(late.status).toBe(412)

    const row = await server.call('GET', `/api/documents/${document}`)
    await server.call('POST', `/api/documents/${document}/reopen`, { version: row.version ?? 0 })
    const { version, proposals } = await look(server, document)
    const last = proposals.findLast((one) => one.value.kind === 'task')
    await act(server, document, version, { verb: 'drop', proposals: [last?.id] })
    const again = await acceptAll(server, document)
    expect(again.body).toMatchObject({ acceptance: 2 })
    await server.work()
    const after = await tasksOf(programme.id)
    expect(after.find((one) => one.id === task?.id)).toMatchObject({ output: 'Bảng tổng hợp' })
    expect(after).toHaveLength(programme.counts.tasks - 1)
  })

  it('takes a task typed by hand with its source, edits and ends it', async () => {
    const { programme } = await accepted(duties)
    const body = {
      text: 'Kẻ lại vạch sơn trước cổng trường',
      lead: [{ printed: 'Sở Xây dựng', code: 'so-xay-dung' }],
      partners: [{ printed: 'các sở, ban, ngành', code: 'cac-so-ban-nganh' }],
      due: '2026-09-05',
      recurrence: null,
      output: null,
      sourceNote: 'Kết luận tại cuộc họp giao ban',
    }
    const url = `/api/programmes/${programme.id}/tasks`
    const made = await server.call('POST', url, { body, key: `hand-${programme.id}` })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ origin: 'hand', document: null, sourceNote: body.sourceNote })
    expect(made.body.partners[0].members).toContain('so-y-te')
    const twice = await server.call('POST', url, { body, key: `hand-${programme.id}` })
    expect(twice.body.id).toBe(made.body.id)
    const wrong = await server.call('POST', url, {
      body: { ...body, lead: [{ printed: 'x', code: 'khong-co' }] },
    })
    expect(wrong.body.code).toBe('programmes.agency-unknown')
    const never = await server.call('POST', url, { body: { ...body, due: '2026-04-31' } })
    expect(never.body.code).toBe('programmes.impossible-due')
    const ended = await server.call('POST', `${url}/${made.body.id}/end`, {
      body: { reason: 'Đã làm xong từ trước' },
      version: 1,
    })
    expect(ended.body.endedReason).toBe('Đã làm xong từ trước')
    const after = await server.call('PATCH', `${url}/${made.body.id}`, { body: { due: null }, version: 2 })
    expect(after.body.code).toBe('programmes.task-ended')
    expect((await server.call('POST', url, { body, as: 'minh' })).status).toBe(403)
  })

  it('finds tasks of all programmes without tone marks', async () => {
    await accepted(duties)
    const found = await get(`/api/programmes/search?q=${encodeURIComponent('diem den tai nan')}`)
    expect(found.items.length).toBeGreaterThan(0)
    expect(found.items.every((item: { text: string }) => item.text.includes('điểm đen'))).toBe(true)
    const mine = await get(`/api/programmes/search?q=${encodeURIComponent('cấp cứu')}`, 'minh')
    expect(mine.items).toEqual([])
    expect((await get('/api/programmes/search?q=%25%25')).items).toEqual([])
    // Targets are open to every agency, tasks without one's own are not (decision 0023).
    const open = await get(`/api/programmes/search?q=${encodeURIComponent('tai nạn giao thông')}`, 'minh')
    const kinds = new Set(open.items.map((item: { kind: string }) => item.kind))
    expect(kinds).toContain('target')
    expect(open.items.some((item: { text: string }) => item.text.includes('cấp cứu'))).toBe(false)
    const aim = await get(`/api/programmes/search?q=${encodeURIComponent('người chết')}`, 'minh')
    expect(aim.items.map((item: { kind: string }) => item.kind)).toContain('target')
  })

  it('finds a task by what it says now, and no longer once it has ended', async () => {
    const { document, programme } = await accepted(duties)
    const url = `/api/programmes/${programme.id}/tasks`
    const find = async (q: string): Promise<string[]> =>
      (await get(`/api/programmes/search?q=${encodeURIComponent(q)}`)).items.map(
        (one: { id: string }) => one.id,
      )
    const task = {
      text: 'Dựng biển báo ở đèo Khau Phạ',
      lead: [{ printed: 'Sở Xây dựng', code: 'so-xay-dung' }],
      partners: [],
      due: null,
      recurrence: null,
      output: null,
      sourceNote: 'Họp giao ban',
    }
    const { body } = await server.call('POST', url, { body: task })
    expect(await find('ĐÈO KHAU PHẠ')).toEqual([body.id])
    expect(await find('khau phạ so xay')).toEqual([body.id])
    // The last word may still be typed, the others not; no word is found from its middle on.
    expect(await find('đèo kha')).toEqual([body.id])
    expect(await find('kha đèo')).toEqual([])
    expect(await find('hau')).toEqual([])
    const edited = { ...task, text: 'Dựng biển báo ở dốc Cun' }
    await server.call('PATCH', `${url}/${body.id}`, { body: { text: edited.text }, version: 1 })
    expect(await find('khau phạ')).toEqual([])
    expect(await find('dốc cun')).toEqual([body.id])
    const reason = 'Ban hành nhầm'
    const withdrawal = async (verb: string, version: number | undefined) => {
      await server.call('POST', `/api/documents/${document}/${verb}`, {
        body: verb === 'withdraw' ? { reason } : {},
        version: version ?? 0,
      })
      await server.work()
    }
    await withdrawal('withdraw', (await server.call('GET', `/api/documents/${document}`)).version)
    expect(await find('dốc cun')).toEqual([])
    await withdrawal('restore', (await server.call('GET', `/api/documents/${document}`)).version)
    expect(await find('dốc cun')).toEqual([body.id])
    await server.call('POST', `${url}/${body.id}/end`, { body: { reason: 'Đã xong' }, version: 2 })
    expect(await find('dốc cun')).toEqual([])
  })

  it.each([
    ['tasks', 'nhiem-vu'],
    ['targets', 'chi-tieu'],
    ['deadlines', 'thoi-han'],
    ['reporting', 'bao-cao'],
    ['triggers', 'dieu-kien'],
    ['findings', 'phat-hien'],
    ['by-agency', 'co-quan'],
  ])('gives %s as a sheet with a Vietnamese name', async (list, named) => {
    const { programme } = await accepted(duties)
    const sheet = await server.call('GET', `/api/programmes/${programme.id}/export.xlsx?list=${list}`)
    expect(sheet.status).toBe(200)
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK')
    expect(String(sheet.headers['content-disposition'])).toContain(`-${named}.xlsx`)
  })

  it('stops and goes on with its document', async () => {
    const { document, programme } = await accepted(duties)
    const row = await server.call('GET', `/api/documents/${document}`)
    const reason = 'Ban hành nhầm thẩm quyền'
    const gone = await server.call('POST', `/api/documents/${document}/withdraw`, {
      body: { reason },
      version: row.version ?? 0,
    })
    expect(gone.body).toMatchObject({ withdrawn: true, withdrawnReason: reason })
    await server.work()
    expect((await get(`/api/programmes/${programme.id}`)).state).toBe('withdrawn')
    const shut = await server.call('POST', `/api/programmes/${programme.id}/tasks`, {
      body: {
        text: 'Việc mới',
        lead: [],
        partners: [],
        due: null,
        recurrence: null,
        output: null,
        sourceNote: 'họp',
      },
    })
    expect(shut.body.code).toBe('programmes.withdrawn')
    await server.call('POST', `/api/documents/${document}/restore`, { version: gone.version ?? 0 })
    await server.work()
    expect((await get(`/api/programmes/${programme.id}`)).state).toBe('active')
  })

  it('leaves the search knowing the live tasks and targets and nothing else', async () => {
    const { rows } = await sql<{ known: number; wrong: number }>`
      select count(*) filter (where terms.item_id is not null) as known,
        count(*) filter (where (terms.item_id is not null)
          <> (item.ended_at is null and item.kind in ('task', 'target'))
          or terms.position <> item.position) as wrong
      from programme_item item left join programme_item_terms terms on terms.item_id = item.id`.execute(
      server.services.database.db,
    )
    expect(rows[0]?.known).toBeGreaterThan(20)
    expect(rows[0]?.wrong).toBe(0)
  })
})
