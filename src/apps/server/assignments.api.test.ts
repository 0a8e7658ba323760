import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assignment, Board } from '#capabilities/programmes/domain/assignment-schemas.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { acceptAll, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type Call, type TestServer } from './testing.ts'

// The clock of the test server stands on 21 November 2026.
const duties = [
  'Công an tỉnh chủ trì, phối hợp với Sở Xây dựng tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ; hoàn thành trước ngày 30/6/2026.',
  'Sở Xây dựng chủ trì rà soát, xử lý các điểm đen tai nạn giao thông; hoàn thành trước ngày 30/11/2026.',
  'Sở Y tế tổ chức trực cấp cứu tai nạn giao thông trong các dịp lễ, tết.',
  'Chi cục Đò Ngang Mẫu tổ chức kiểm tra các bến khách ngang sông trước ngày 31/12/2026.',
]

describe.each(testDatabases())('duties on the $name database', (database) => {
  let server: TestServer
  let programme = ''
  beforeAll(async () => {
    server = await startTestServer(database)
    // Without the monthly report of all departments, which would be twelve more.
    const text = planText(duties).replace(/IV\. TỔ CHỨC THỰC HIỆN\n.*\n/u, '')
    const document = await takeIn(server, text)
    await acceptAll(server, document)
    await server.work()
    programme = (await get(`/api/programmes?document=${document}`)).body.items[0].id
  })
  afterAll(() => server.close())

  const get = async (url: string, as: Call['as'] = 'lan') => await server.call('GET', url, { as })
  const list = async (query = '', as: Call['as'] = 'lan'): Promise<Assignment[]> =>
    (await get(`/api/assignments${query}`, as)).body.items
  const making = {
    calendar: 'administrative',
    from: '2026-11-21',
    until: '2026-12-31',
    review: 'quarterly',
    items: null,
  }
  const act = async (
    id: string,
    deed: Readonly<Record<string, unknown>>,
    as: Call['as'],
    over: { readonly version?: number; readonly action?: string } = {},
  ) => {
    const seen = await get(`/api/assignments/${id}`, as)
    return await server.call('POST', `/api/assignments/${id}/actions`, {
      as,
      version: over.version ?? seen.version ?? 0,
      body: {
        id: over.action ?? randomUUID(),
        after: null,
        at: server.services.clock.now(),
        deed,
      },
    })
  }

  it('are shown before they are made, with those for whom the register knows nobody', async () => {
    const { body } = await get(`/api/programmes/${programme}/assignments`)
    // Four tasks; three have a lead that the register knows, one is led by a body that it does not know.
    expect(body.items).toHaveLength(4)
    expect(body).toMatchObject({ count: 3, made: 0, calendar: 'administrative' })
    expect(body.items.map((one: { kind: string }) => one.kind)).toEqual(['once', 'once', 'standing', 'once'])
    expect(body.items[3]).toMatchObject({ members: [], unknown: [expect.stringContaining('Đò Ngang')] })
    expect(body.items[0].members).toEqual([{ code: 'cong-an-tinh', name: 'Công an tỉnh Mẫu' }])
    expect((await get(`/api/programmes/${programme}/assignments`, 'minh')).status).toBe(403)
  })

  it('are made once', async () => {
    const make = () => server.call('POST', `/api/programmes/${programme}/assignments`, { body: making })
    expect((await make()).body).toMatchObject({ made: 3, existed: 0 })
    const again = await make()
    expect([again.status, again.body.code]).toEqual([422, 'assignments.nothing-to-make'])
    expect((await get('/api/assignments')).body.total).toBe(3)
  })

  it('stand as the calendar says', async () => {
    const items = await list()
    expect(items.map((one) => [one.agency, one.nextDue, one.timeliness, one.daysLate])).toEqual([
      // 144 days from 30 June to 21 November: 31 + 31 + 30 + 31 + 21.
      ['cong-an-tinh', '2026-06-30', 'overdue', 144],
      ['so-xay-dung', '2026-11-30', 'not-due', null],
      // A standing duty is looked at when the administrative quarter ends.
      ['so-y-te', '2026-12-14', 'not-due', null],
    ])
    expect(items.map((one) => one.isDueSoon)).toEqual([false, false, false])
  })

  it('are seen by those who are charged, as leads or as partners, and by nobody else', async () => {
    expect((await list('', 'thao')).map((one) => one.agency)).toEqual(['cong-an-tinh', 'so-xay-dung'])
    const [police] = await list('', 'minh')
    expect(await list('', 'minh')).toHaveLength(1)
    const [, , health] = await list()
    expect((await get(`/api/assignments/${health?.id}`, 'minh')).status).toBe(404)
    expect((await get(`/api/assignments/${police?.id}`, 'minh')).body.verbs).toContain('accept')
    expect((await get(`/api/assignments/${police?.id}`, 'thao')).body.verbs).toEqual(['give-opinion'])
    expect((await get(`/api/assignments/${police?.id}`, 'mai')).body.verbs).toEqual([])
    expect((await get('/api/assignments', 'hoa')).status).toBe(403)
  })

  it('count up on the board, whatever they are counted by', async () => {
    for (const by of ['agency', 'section', 'programme', 'timeliness', 'day']) {
      const board: Board = (await get(`/api/assignments/board?by=${by}`)).body
      expect(board.totals).toMatchObject({ all: 3, overdue: 1, notDue: 2, doneOnTime: 0, unopened: 3 })
      expect(board.rows.reduce((sum, row) => sum + row.totals.all, 0)).toBe(3)
      for (const { totals } of board.rows)
        expect(totals.doneOnTime + totals.doneLate + totals.overdue + totals.notDue).toBe(totals.all)
    }
    const own: Board = (await get('/api/assignments/board?by=agency', 'minh')).body
    expect(own.rows.map((row) => row.label)).toEqual(['Công an tỉnh Mẫu'])
    expect(own.overdueByWeek.at(-1)).toBe(1)
    const days: Board = (await get('/api/assignments/board?by=day&from=2026-11-01&to=2026-11-30')).body
    expect(days.rows.map((row) => [row.key, row.label, row.totals.all])).toEqual([
      ['2026-11-30', '30/11/2026', 1],
    ])
  })

  it('are listed by what a number of the board counts, with what the asker may do now', async () => {
    expect(await list('?doer=so-y-te')).toHaveLength(1)
    // Construction works along with the police, but does not do their duty.
    expect((await list('?doer=so-xay-dung')).map((one) => one.nextDue)).toEqual(['2026-11-30'])
    expect(await list('?timeliness=counted')).toHaveLength(3)
    expect(await list('?timeliness=open')).toHaveLength(3)
    // Construction answers for one and works along with one; for the office there is no such difference.
    expect((await list('?part=own', 'thao')).map((one) => one.agency)).toEqual(['so-xay-dung'])
    expect((await list('?part=partner', 'thao')).map((one) => one.agency)).toEqual(['cong-an-tinh'])
    expect(await list('?part=own')).toHaveLength(3)
    expect(await list('?byHand=yes')).toEqual([])
    expect((await get('/api/assignments?byHand=no')).status).toBe(400)
    expect((await get('/api/assignments?timeliness=late')).status).toBe(400)
    const [police] = (await get('/api/assignments', 'minh')).body.items
    expect(police.verbs).toEqual((await get(`/api/assignments/${police.id}`, 'minh')).body.verbs)
    expect((await get('/api/assignments', 'mai')).body.items[0].verbs).toEqual([])
  })

  it('go their way: accepted, reported with a file, returned, done, verified', async () => {
    const [, task] = await list()
    const id = task?.id ?? ''
    expect((await act(id, { verb: 'accept' }, 'thao')).body.state).toBe('accepted')
    const sent = await server.call('POST', `/api/assignments/${id}/evidence?name=hien-truong.png`, {
      as: 'thao',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    })
    expect(sent.body).toMatchObject({ name: 'hien-truong.png', type: 'image/png', size: 16 })
    const file = { kind: 'file', sha256: sent.body.sha256, name: 'hien-truong.png' }
    const report = { verb: 'report', words: 'Đã xử lý 3 trong 5 điểm.', percent: 60, evidence: [file] }
    expect((await act(id, report, 'thao')).body).toMatchObject({ percent: 60, state: 'accepted' })
    const submit = { verb: 'submit', words: 'Đã xử lý xong 5 điểm.', evidence: [file] }
    expect((await act(id, submit, 'thao')).body.state).toBe('awaiting-verification')
    expect((await act(id, { verb: 'return', reason: 'Thiếu biên bản' }, 'lan')).body.state).toBe('returned')
    expect((await act(id, submit, 'thao')).body.state).toBe('awaiting-verification')
    const done = await act(id, { verb: 'verify', note: null }, 'lan')
    expect(done.body).toMatchObject({ state: 'verified', timeliness: 'done-on-time', returns: 1 })
    expect(done.body.story.map((one: { verb: string }) => one.verb)).toEqual([
      'assign',
      'accept',
      'report',
      'submit',
      'return',
      'submit',
      'verify',
    ])
    const place = `/api/assignments/${id}/evidence/${sent.body.sha256}`
    expect((await get(place, 'lan')).headers['content-type']).toBe('image/png')
    // A viewer sees what was done, but none of the evidence.
    expect((await get(place, 'mai')).status).toBe(403)
    const seen = (await get(`/api/assignments/${id}`, 'mai')).body
    expect(seen.story.flatMap((one: { evidence: unknown[] }) => one.evidence)).toEqual([])
    const board: Board = (await get('/api/assignments/board?by=agency')).body
    expect(board.totals).toMatchObject({ all: 3, doneOnTime: 1, overdue: 1, notDue: 1 })
  })

  it('tell the second of two officers what the first one changed', async () => {
    const [task] = await list()
    const id = task?.id ?? ''
    const { version = 0 } = await get(`/api/assignments/${id}`)
    expect((await act(id, { verb: 'instruct', words: 'Làm gấp' }, 'lan', { version })).status).toBe(200)
    const late = await act(id, { verb: 'withdraw', reason: 'Nhầm' }, 'tuan', { version })
    expect([late.status, late.body.facts.version]).toEqual([412, version + 1])
    expect((await get(`/api/assignments/${id}`)).body.state).toBe('assigned')
  })

  it('take an action that is sent twice once', async () => {
    const [task] = await list()
    const id = task?.id ?? ''
    const action = randomUUID()
    const { version = 0 } = await get(`/api/assignments/${id}`)
    const first = await act(id, { verb: 'open' }, 'minh', { version, action })
    const again = await act(id, { verb: 'open' }, 'minh', { version, action })
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body.story.filter((one: { id: string }) => one.id === action)).toHaveLength(1)
  })

  it('refuse what is not allowed now, and who may not', async () => {
    const [task] = await list()
    const id = task?.id ?? ''
    const early = await act(id, { verb: 'verify', note: null }, 'lan')
    expect([early.status, early.body.code]).toEqual([409, 'assignments.not-allowed-now'])
    const partner = await act(id, { verb: 'accept' }, 'thao')
    expect([partner.status, partner.body.code]).toEqual([409, 'assignments.not-allowed-now'])
    const viewer = await act(id, { verb: 'open' }, 'mai')
    expect([viewer.status, viewer.body.code]).toEqual([403, 'assignments.not-yours'])
    const day = await act(id, { verb: 'ask-extension', until: '2026-02-30', reason: 'Mưa lũ' }, 'minh')
    expect([day.status, day.body.code]).toEqual([422, 'assignments.impossible-day'])
    const unsent = { kind: 'file', sha256: 'a'.repeat(64), name: 'x.jpg' }
    const bare = await act(id, { verb: 'report', words: 'x', percent: null, evidence: [unsent] }, 'minh')
    expect([bare.status, bare.body.code]).toEqual([422, 'assignments.file-not-sent'])
    const script = await server.call('POST', `/api/assignments/${id}/evidence?name=a.html`, {
      as: 'minh',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from('<html><script>1</script></html>'),
    })
    expect([script.status, script.body.code]).toEqual([422, 'assignments.file-not-accepted'])
  })

  it('take what a phone did offline, in any order, and keep what came too late', async () => {
    const [task] = await list()
    const id = task?.id ?? ''
    const [accept, report, submit] = [randomUUID(), randomUUID(), randomUUID()]
    const at = '2026-11-20T01:00:00.000Z'
    const sent = [
      { id: submit, after: report, deed: { verb: 'submit', words: 'Xong', evidence: [] } },
      { id: report, after: accept, deed: { verb: 'report', words: 'Một nửa', percent: 50, evidence: [] } },
      { id: accept, after: null, deed: { verb: 'accept' } },
    ].map((one) => ({ assignment: id, at, ...one }))
    const send = (actions: readonly unknown[]) =>
      server.call('POST', '/api/assignments/actions', { as: 'minh', body: { actions } })
    const fates = (await send(sent)).body.items.map((one: { fate: string }) => one.fate)
    expect(fates).toEqual(['waiting', 'waiting', 'applied'])
    const { body } = await get(`/api/assignments/${id}`, 'minh')
    // By the day on which the phone said it, not by the day on which it arrived.
    expect(body).toMatchObject({ state: 'awaiting-verification', submittedAt: at, percent: 50 })
    expect((await send(sent)).body.items.map((one: { fate: string }) => one.fate)).toEqual([
      'applied',
      'applied',
      'applied',
    ])
    expect((await act(id, { verb: 'verify', note: null }, 'lan')).body.timeliness).toBe('done-late')
    const late = { assignment: id, id: randomUUID(), after: null, at, deed: { verb: 'accept' } }
    const strange = { ...late, id: randomUUID(), assignment: randomUUID() }
    expect((await send([late, strange])).body.items).toMatchObject([
      { fate: 'conflict' },
      { fate: 'refused', reason: expect.stringContaining('Không tìm thấy') },
    ])
    expect(await list('?attention=conflicts')).toHaveLength(1)
  })

  it('come from a telephone call too', async () => {
    const given = await server.call('POST', '/api/assignments', {
      body: {
        text: 'Rà soát biển báo tại nút giao km 12 quốc lộ 4D.',
        agencies: ['so-xay-dung', 'cong-an-tinh'],
        partners: [],
        due: '2026-11-25',
        output: null,
        sourceNote: 'Đồng chí Trưởng ban gọi điện ngày 20/11/2026',
      },
    })
    expect([given.status, given.body.made]).toEqual([201, 2])
    expect(await list('?q=bien+bao&attention=due-soon')).toHaveLength(2)
    const board: Board = (await get('/api/assignments/board?by=programme')).body
    expect(board.rows.map((row) => [row.label, row.totals.all])).toEqual([
      ['15/KH-UBND', 3],
      ['Nhiệm vụ ngoài kế hoạch', 2],
    ])
    expect(await list('?byHand=yes')).toHaveLength(2)
    expect((await list('?byHand=yes&doer=cong-an-tinh')).map((one) => one.place)).toEqual([''])
    const nobody = await server.call('POST', '/api/assignments', {
      body: {
        text: 'Việc',
        agencies: ['khong-co'],
        partners: [],
        due: null,
        output: null,
        sourceNote: 'gọi điện',
      },
    })
    expect([nobody.status, nobody.body.code]).toEqual([422, 'programmes.agency-unknown'])
  })

  it('come round for each department when all of them must report each month', async () => {
    const document = await takeIn(server, planText([], { number: '16/KH-UBND' }), 'ke-hoach-16.txt')
    await acceptAll(server, document)
    await server.work()
    const { id } = (await get(`/api/programmes?document=${document}`)).body.items[0]
    const from = 'from=2026-11-21&until=2027-01-31'
    const { body } = await get(`/api/programmes/${id}/assignments?${from}`)
    // Before the 15th of each month: in December and in January, for each of the sample's twelve departments.
    expect(body.items).toMatchObject([{ kind: 'recurring', count: 24 }])
    expect(body.items[0].turns.map((one: { due: string }) => one.due)).toEqual(['2026-12-15', '2027-01-15'])
    const made = await server.call('POST', `/api/programmes/${id}/assignments`, {
      body: { ...making, until: '2027-01-31' },
    })
    expect(made.body).toMatchObject({ made: 24, existed: 0 })
    const wider = await server.call('POST', `/api/programmes/${id}/assignments`, {
      body: { ...making, until: '2027-02-28' },
    })
    expect(wider.body).toMatchObject({ made: 12, existed: 24 })
    const far = await server.call('POST', `/api/programmes/${id}/assignments`, {
      body: { ...making, until: '2040-01-01' },
    })
    expect([far.status, far.body.code]).toEqual([422, 'assignments.impossible-range'])
  })

  it('leave a journal that verifies', async () => {
    const { db } = server.services.database
    expect((await verifyJournal(db, 'tinh-mau')).faults).toEqual([])
  })
})
