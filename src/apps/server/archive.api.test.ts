import fs from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { MAX_ATTEMPTS } from '#platform/server/jobs/runner.ts'
import { acceptAll, duties, look, planText, takeIn } from './plan-testing.ts'
import { startTestServer, upload, type TestServer } from './testing.ts'

describe.each(testDatabases())('the archive on the $name database', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(database)
  })
  afterAll(() => server.close())

  const get = async (url: string) => (await server.call('GET', url)).body
  const find = async (query: string) => await get(`/api/documents?${query}`)
  const fileOf = (sha256: string) => path.join(server.services.filesDir, sha256.slice(0, 2), sha256)

  it('numbers what arrives, year by year, and lets the office correct the line', async () => {
    const first = await takeIn(server, planText(duties, { number: '1/KH-UBND' }))
    const second = await takeIn(server, planText(duties, { number: '2/KH-UBND' }))
    const one = await server.call('GET', `/api/documents/${first}`)
    expect(one.body.register).toMatchObject({
      number: 1,
      year: 2026,
      arrivedOn: '2026-11-21',
      urgency: 'thường',
    })
    const edit = (body: object, version = one.version) =>
      server.call('PATCH', `/api/documents/${first}/register`, { body, version: version ?? 0 })
    const edited = await edit({
      number: 7,
      urgency: 'hỏa tốc',
      sender: 'Trạm Kiểm định Suối Vàng',
      note: 'Giao Văn phòng',
    })
    expect(edited.body.register).toMatchObject({ number: 7, urgency: 'hỏa tốc', note: 'Giao Văn phòng' })
    expect((await edit({ note: 'Khác' })).status).toBe(412)
    const version = edited.version ?? 0
    expect((await edit({ number: 2 }, version)).body.code).toBe('documents.arrival-number-taken')
    expect((await edit({ arrivedOn: '2026-02-30' }, version)).body.code).toBe('documents.impossible-day')
    expect((await edit({ urgency: 'rất gấp' }, version)).status).toBe(400)
    expect((await edit({}, version)).status).toBe(400)
    // The next one comes after the number that was written by hand; another year counts for itself.
    const third = await takeIn(server, planText(duties, { number: '3/KH-UBND' }))
    expect((await get(`/api/documents/${third}`)).register.number).toBe(8)
    const moved = await edit({ arrivedOn: '2025-12-31' }, version)
    expect(moved.body.register).toMatchObject({ number: 1, year: 2025, arrivedOn: '2025-12-31' })
    expect((await find('q=tram%20kiem%20dinh')).items.map((item: { id: string }) => item.id)).toEqual([first])
    expect((await find('agency=tram+kiem+dinh')).total).toBe(1)
    expect((await find('year=2025')).total).toBe(1)
    expect((await get(`/api/documents/${second}`)).register.number).toBe(2)
  })

  it.each([
    ['bến khách ngang sông', 'phrase'],
    ['ben khach ngang song', 'phrase'],
    ['BẾN KHÁCH NGANG SÔ', 'phrase'],
    ['sông khách', 'words'],
    ['04/KH-UBND', 'phrase'],
  ])('finds “%s”', async (q, match) => {
    const text = planText(duties, { number: '04/KH-UBND' })
    await upload(server, 'ke-hoach-04.txt', Buffer.from(text))
    await server.work()
    const found = await find(`q=${encodeURIComponent(q)}`)
    expect(found).toMatchObject({ match })
    const item = found.items.find((one: { number: string }) => one.number === '04/KH-UBND')
    expect(item).toBeDefined()
    const { snippet } = item
    expect(text.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text)
    expect(snippet.marks.length).toBeGreaterThan(0)
  })

  it('finds nothing where nothing is, and cannot be broken by signs', async () => {
    for (const q of ['không có cụm từ này đâu', "' | ' & !", '\\', ':*', '%_%']) {
      const found = await find(`q=${encodeURIComponent(q)}`)
      expect(found.total === 0 || found.match === 'all').toBe(true)
    }
    expect((await server.call('GET', '/api/documents?page=x')).status).toBe(400)
    expect((await find('type=k%E1%BA%BF%20ho%E1%BA%A1ch&size=2')).items.length).toBeLessThanOrEqual(2)
    expect((await find('page=99')).items).toEqual([])
  })

  it('links citations to what the archive holds, both ways', async () => {
    const cited = await takeIn(
      server,
      planText(duties, { number: '10/CT-UBND', day: '05 tháng 01 năm 2026' }).replace('KẾ HOẠCH', 'CHỈ THỊ'),
    )
    const citing = await takeIn(
      server,
      planText(['Sở Xây dựng thực hiện Chỉ thị số 10/CT-UBND ngày 05/01/2026 của UBND tỉnh.', ...duties], {
        number: '30/KH-UBND',
      }),
    )
    const { cites } = await get(`/api/documents/${citing}/citations`)
    const link = cites.find((one: { number: string }) => one.number === '10/CT-UBND')
    expect(link.document).toMatchObject({ id: cited, match: 'certain' })
    const { citedBy } = await get(`/api/documents/${cited}/citations`)
    expect(citedBy.map((one: { id: string }) => one.id)).toEqual([citing])
  })

  it('shows what came in certain days, and refuses a day that no calendar has', async () => {
    const { total, items } = await get('/api/documents?size=1')
    const day = items[0].register.arrivedOn as string
    expect((await get(`/api/documents?from=${day}&to=${day}`)).total).toBeGreaterThan(0)
    expect((await get(`/api/documents?from=2000-01-01&to=${day}`)).total).toBe(total)
    expect((await get('/api/documents?from=2000-01-01&to=2000-12-31')).total).toBe(0)
    const never = await server.call('GET', '/api/documents?from=2026-02-31')
    expect(never.body.code).toBe('documents.impossible-day')
    expect((await server.call('GET', '/api/documents?from=hom-nay')).status).toBe(400)
  })

  it('notices a second document of the same number and lets it take the place of the first', async () => {
    const first = await takeIn(server, planText(duties, { number: '40/KH-UBND' }))
    const second = await takeIn(server, planText(duties.slice(0, 3), { number: '40/KH-UBND' }))
    const row = await server.call('GET', `/api/documents/${second}`)
    expect(row.body.duplicate).toMatchObject({ kind: 'same-number', document: { id: first } })
    expect((await get(`/api/documents/${first}`)).duplicate).toBeNull()
    const set = (id: string, supersedes: string, version: number | undefined) =>
      server.call('PATCH', `/api/documents/${id}/base`, {
        body: { base: supersedes, scope: 'whole' },
        version: version ?? 0,
      })
    expect((await set(second, second, row.version)).body.code).toBe('documents.supersedes-itself')
    expect((await set(second, first, row.version)).status).toBe(200)
    expect((await get(`/api/documents/${first}`)).supersededBy).toMatchObject({ id: second })
    const ring = await server.call('GET', `/api/documents/${first}`)
    expect((await set(first, second, ring.version)).body.code).toBe('documents.supersedes-itself')
    const third = await takeIn(server, planText(duties.slice(0, 2), { number: '40/KH-UBND' }))
    const other = await server.call('GET', `/api/documents/${third}`)
    expect((await set(third, first, other.version)).body.code).toBe('documents.superseded-already')
  })

  it.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'])('does not take a document in that bears %s', async (mark) => {
    const text = planText(duties, { number: '66/KH-UBND' }).replace('TỈNH MẪU\n', `TỈNH MẪU\n${mark}\n`)
    const sent = await upload(server, `ke-hoach-${mark}-66.txt`, Buffer.from(text))
    const id = sent.body.document as string
    const { sha256 } = await get(`/api/documents/${id}`)
    expect(fs.existsSync(fileOf(sha256))).toBe(true)
    await server.work()
    const row = await get(`/api/documents/${id}`)
    expect(row).toMatchObject({
      state: 'secret',
      fileName: '',
      sha256: null,
      size: 0,
      number: null,
      subject: null,
    })
    expect(fs.existsSync(fileOf(sha256))).toBe(false)
    for (const part of ['text', 'structure', 'file', 'review', 'citations'])
      expect((await server.call('GET', `/api/documents/${id}/${part}`)).status).toBe(410)
    expect((await find('size=100')).items.some((item: { id: string }) => item.id === id)).toBe(false)
    // Nothing of it is left in any table: neither words, nor name, nor hash.
    const tables = [
      'document_reading',
      'document_search',
      'document_citation',
      'review_action',
      'upload',
      'journal',
      'idempotency',
    ]
    for (const table of [...tables, 'document']) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
        server.services.database.db,
      )
      const left = rows.filter(
        ({ row }) => row.includes(sha256) || row.includes(`${mark}-66`) || row.includes('66/KH'),
      )
      expect([table, left]).toEqual([table, []])
    }
    // Sent again it meets the same fate.
    const again = await upload(server, 'lần hai.txt', Buffer.from(text))
    expect(again.body.duplicate).toBeNull()
    await server.work()
    expect((await get(`/api/documents/${again.body.document}`)).state).toBe('secret')
  })

  it('finishes destroying what a crash left half destroyed', async () => {
    const text = planText(duties, { number: '67/KH-UBND' }).replace('TỈNH MẪU\n', 'TỈNH MẪU\nMẬT\n')
    const sent = await upload(server, 'mat.txt', Buffer.from(text))
    const id = sent.body.document as string
    const { sha256 } = await get(`/api/documents/${id}`)
    // As if the power had failed after the rows were emptied and before the bytes were.
    await sql`update document set state = 'secret', file_name = '' where id = ${id}`.execute(
      server.services.database.db,
    )
    await server.work()
    expect(fs.existsSync(fileOf(sha256))).toBe(false)
    expect((await get(`/api/documents/${id}`)).sha256).toBeNull()
  })

  it('puts a document aside whose file cannot be had, and reads it when it is back', async () => {
    const text = planText(duties, { number: '70/KH-UBND' })
    const sent = await upload(server, 'ke-hoach-70.txt', Buffer.from(text))
    const id = sent.body.document as string
    const { sha256 } = await get(`/api/documents/${id}`)
    fs.renameSync(fileOf(sha256), `${fileOf(sha256)}.away`)
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      await server.work()
      server.pass(600)
    }
    expect((await get(`/api/documents/${id}`)).state).toBe('received')
    const held = await server.services.database.db
      .selectFrom('job_delivery')
      .select('job')
      .where('state', '=', 'quarantined')
      .execute()
    expect(held).toEqual([{ job: 'documents.read' }])
    fs.renameSync(`${fileOf(sha256)}.away`, fileOf(sha256))
    const row = await server.call('GET', `/api/documents/${id}`)
    await server.call('POST', `/api/documents/${id}/read-again`, { version: row.version ?? 0 })
    await server.work()
    expect((await get(`/api/documents/${id}`)).state).toBe('read')
  })

  it('is read once when its worker died after the work and before saying so', async () => {
    const id = await takeIn(server, planText(duties, { number: '71/KH-UBND' }))
    const before = await look(server, id)
    await sql`update job_delivery set state = 'waiting', next_at = now() - interval '1 day'
      where job = 'documents.read' and seq = (select max(seq) from journal where subject = ${`document:${id}`}
        and event = 'document.received')`.execute(server.services.database.db)
    expect(await server.work()).toBe(1)
    const after = await look(server, id)
    expect(after.version).toBe(before.version)
    expect(after.proposals).toEqual(before.proposals)
  })

  const refusedWithReason = { state: 'refused', refusedReason: expect.stringMatching(/\S/u) as unknown }
  it.each([
    ['rong.docx', Buffer.from('PK\u0003\u0004hỏng'), refusedWithReason],
    ['anh.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), refusedWithReason],
    ['nul.txt', Buffer.from(`${planText(duties, { number: '72/KH-UBND' })}\u0000\u0000`), {}],
  ])('keeps %s in the archive whatever it is', async (name, bytes, shown) => {
    const sent = await upload(server, name, bytes)
    await server.work()
    const row = await get(`/api/documents/${sent.body.document}`)
    expect(row).toMatchObject(shown)
    expect(row.register.number).toBeGreaterThan(0)
    const file = await server.call('GET', `/api/documents/${row.id}/file`)
    expect(file.bytes.equals(bytes)).toBe(true)
    expect(String(file.headers['content-disposition'])).toMatch(/^attachment/u)
  })

  it('hides what was withdrawn, with its reason, and brings it back', async () => {
    const id = await takeIn(server, planText(duties, { number: '80/KH-UBND' }))
    const row = await server.call('GET', `/api/documents/${id}`)
    const url = `/api/documents/${id}`
    expect((await server.call('POST', `${url}/withdraw`, { body: { reason: '' }, version: 1 })).status).toBe(
      400,
    )
    const gone = await server.call('POST', `${url}/withdraw`, {
      body: { reason: 'Gửi nhầm' },
      version: row.version ?? 0,
    })
    expect((await find('q=80/KH-UBND')).total).toBe(0)
    expect((await find('q=80/KH-UBND&withdrawn=yes')).total).toBe(1)
    expect((await acceptAll(server, id)).status).toBe(409)
    await server.call('POST', `${url}/restore`, { version: gone.version ?? 0 })
    expect((await find('q=80/KH-UBND')).total).toBe(1)
  })

  it('gives the register as a sheet, as it is filtered', async () => {
    const { total } = await find('q=80/KH-UBND')
    const sheet = await server.call('GET', '/api/documents/export.xlsx?q=80/KH-UBND')
    const [page] = (await readXlsx(sheet.bytes)).sheets
    expect(page?.rows.length).toBe(total + 1)
    expect(page?.rows[1]?.slice(3, 6)).toEqual(['kế hoạch', '80/KH-UBND', '20/01/2026'])
  })

  it('shows an agency what was accepted, and not what the office keeps to itself', async () => {
    const id = await takeIn(server, planText(duties, { number: '90/KH-UBND' }))
    const url = `/api/documents/${id}`
    const asMinh = async (path: string) => await server.call('GET', path, { as: 'minh' })
    expect((await asMinh(url)).status).toBe(404)
    expect((await asMinh('/api/documents?q=90/KH-UBND')).body.total).toBe(0)
    const row = await server.call('GET', url)
    await server.call('PATCH', `${url}/register`, {
      body: { note: 'Xem kỹ mục III' },
      version: row.version ?? 0,
    })
    await acceptAll(server, id)
    const seen = await asMinh(url)
    expect(seen.body).toMatchObject({ number: '90/KH-UBND', register: { note: '' } })
    expect((await asMinh('/api/documents?q=90/KH-UBND')).body.items[0].register.note).toBe('')
    expect((await server.call('GET', url)).body.register.note).toBe('Xem kỹ mục III')
    expect((await asMinh(`${url}/text`)).status).toBe(200)
  })

  it('shows nothing to who has no permission, and 404 for what is not there', async () => {
    const none = '00000000-0000-4000-8000-000000000000'
    expect((await server.call('GET', `/api/documents/${none}`)).status).toBe(404)
    expect((await server.call('GET', '/api/documents/x')).status).toBe(400)
    for (const url of ['/api/documents', `/api/documents/${none}/file`, '/api/programmes'])
      expect((await server.call('GET', url, { as: 'hoa' })).status).toBe(403)
  })
})
