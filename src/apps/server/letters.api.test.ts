import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openZip } from '#platform/server/files/zip.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { acceptAll, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type Call, type TestServer } from './testing.ts'

// Two are late on 21 November 2026, by 144 and by 52 days; one is not due yet.
const duties = [
  'Công an tỉnh chủ trì tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ; hoàn thành trước ngày 30/6/2026.',
  'Công an tỉnh chủ trì lắp đặt thiết bị giám sát tại các nút giao; hoàn thành trước ngày 30/9/2026.',
  'Sở Xây dựng chủ trì rà soát điểm đen; hoàn thành trước ngày 31/12/2026.',
]

const wordsOf = (bytes: Buffer): string =>
  Buffer.from(openZip(bytes).findPart('word/document.xml') ?? []).toString('utf8')

describe.each(testDatabases())('reminder letters on the $name database', (test) => {
  let server: TestServer
  let id = ''
  beforeAll(async () => {
    server = await startTestServer(test)
    const text = planText(duties).replace(/IV\. TỔ CHỨC THỰC HIỆN\n.*\n/u, '')
    const document = await takeIn(server, text)
    await acceptAll(server, document)
    await server.work()
    const programme = (await get(`/api/programmes?document=${document}`)).body.items[0].id
    const making = { calendar: 'administrative', from: '2026-11-21', until: '2026-12-31', review: null }
    await server.call('POST', `/api/programmes/${programme}/assignments`, {
      body: { ...making, items: null },
    })
  })
  afterAll(() => server.close())

  const get = async (url: string, as: Call['as'] = 'lan') => await server.call('GET', url, { as })
  const draft = (answerBy = '2026-12-05', agencies: readonly string[] | null = null) =>
    server.call('POST', '/api/reminder-letters', { body: { agencies, answerBy } })
  const move = async (body: Readonly<Record<string, unknown>>, as: Call['as'] = 'lan') => {
    const { version = 0 } = await get(`/api/reminder-letters/${id}`, as)
    return await server.call('POST', `/api/reminder-letters/${id}/moves`, { as, version, body })
  }

  it('are drafted by one click for each agency that is late, and for no other', async () => {
    const { status, body } = await draft()
    expect([status, body.total]).toEqual([201, 1])
    expect(body.items[0]).toMatchObject({ agency: 'cong-an-tinh', state: 'draft', duties: 2, longest: 144 })
    expect(body.items[0].subject).toBe('đôn đốc thực hiện nhiệm vụ tại Kế hoạch số 15/KH-UBND')
    id = body.items[0].id
  })

  it('are Word files that quote the order, its clause, its day and how late it is', async () => {
    const { bytes, headers } = await get(`/api/reminder-letters/${id}/file`)
    expect(headers['content-disposition']).toContain('cong-van-don-doc-cong-an-tinh.docx')
    const xml = wordsOf(bytes)
    const text = xml.replaceAll(/<[^>]+>/gu, '')
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Kính gửi',
      'Công an tỉnh Mẫu',
      'tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ',
      'khoản 1 mục III',
      '30/06/2026',
      '144 ngày',
      'Nơi nhận',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('rà soát điểm đen')
  })

  it('go before a leader, come back, are approved, numbered and sent, each by who may', async () => {
    expect((await move({ verb: 'approve' })).body.code).toBe('reminder-letters.not-allowed-now')
    expect((await move({ verb: 'submit' })).body.state).toBe('submitted')
    const back = await move({ verb: 'return', note: 'Thêm thời hạn báo cáo' }, 'khang')
    expect(back.body).toMatchObject({ state: 'returned', note: 'Thêm thời hạn báo cáo' })
    expect((await move({ verb: 'submit' })).body.state).toBe('submitted')
    expect((await move({ verb: 'approve' }, 'khang')).body.state).toBe('approved')
    const sent = await move({ verb: 'send', number: '215/VPBATGT', issuedOn: '2026-11-23' })
    expect(sent.body).toMatchObject({
      state: 'sent',
      number: '215/VPBATGT',
      issuedOn: '2026-11-23',
      verbs: [],
    })
    expect((await move({ verb: 'drop' })).status).toBe(409)
  })

  it('make a package that names the file by its hash, and a message for a chat', async () => {
    const { bytes } = await get(`/api/reminder-letters/${id}/file`)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const made = JSON.parse((await get(`/api/reminder-letters/${id}/package`)).bytes.toString('utf8'))
    expect(made).toMatchObject({ number: '215/VPBATGT', issuedOn: '2026-11-23' })
    expect(made.attachments).toMatchObject([{ sha256: hash, bytes: bytes.byteLength }])
    expect(made.tasks).toHaveLength(2)
    const { message } = (await get(`/api/reminder-letters/${id}`)).body
    expect(message.split('\n')).toHaveLength(3)
    expect(message).toContain('02 nhiệm vụ quá hạn')
  })

  it('are kept with the duties that they name', async () => {
    const { assignments } = (await get(`/api/reminder-letters/${id}`)).body
    expect(assignments).toHaveLength(2)
    const of = (await get(`/api/reminder-letters?assignment=${assignments[0]}`)).body
    expect(of.items.map((one: { id: string }) => one.id)).toEqual([id])
    expect((await get('/api/reminder-letters?state=draft')).body.total).toBe(0)
  })

  it('carry the sender that the office has set', async () => {
    const before = (await get('/api/reminder-letters/sender')).body
    expect(before).toMatchObject({ issuingBody: 'Văn phòng', manner: 'ask' })
    const sender = { ...before, signature: { authority: [], title: 'Chánh Văn phòng', name: 'Lò Thị Hạnh' } }
    const set = await server.call('PUT', '/api/reminder-letters/sender', { body: sender })
    expect(set.status).toBe(200)
    const drafted = (await draft('2026-12-10', ['cong-an-tinh'])).body.items[0]
    const { bytes } = await get(`/api/reminder-letters/${drafted.id}/file`)
    expect(wordsOf(bytes)).toContain('Lò Thị Hạnh')
  })

  it('are refused for a day that has passed, for nobody late, and to who has no business with them', async () => {
    expect((await draft('2026-11-21')).body.code).toBe('reminder-letters.answer-too-early')
    expect((await draft('2026-12-05', ['so-xay-dung'])).body.code).toBe('reminder-letters.nobody-late')
    expect((await draft('2026-02-30')).body.code).toBe('assignments.impossible-day')
    expect((await get('/api/reminder-letters', 'minh')).status).toBe(404)
    expect((await get(`/api/reminder-letters/${id}/file`, 'mai')).status).toBe(404)
    const forbidden = await server.call('POST', '/api/reminder-letters', {
      as: 'minh',
      body: { agencies: null, answerBy: '2026-12-05' },
    })
    expect(forbidden.status).toBe(403)
  })
})
