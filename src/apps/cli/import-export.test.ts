import fs from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptAll, duties, planText } from '#apps/server/plan-testing.ts'
import { startTestServer, type TestServer } from '#apps/server/testing.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { jsonOf, runCommand, type Said } from './testing.ts'

describe.each(testDatabases())('import and export on the $name database', (database) => {
  let server: TestServer
  let folder: string
  beforeAll(async () => {
    server = await startTestServer(database, { UPLOAD_LIMIT_MB: '1' })
    folder = fs.mkdtempSync(path.join(server.services.config.dataDir, 'given-'))
    fs.mkdirSync(path.join(folder, 'den'))
    fs.writeFileSync(path.join(folder, 'den/15-kh.txt'), planText(duties))
    fs.writeFileSync(path.join(folder, 'den/tin.txt'), 'Sáng nay trời mưa, đường trơn.\n')
    fs.writeFileSync(path.join(folder, 'den/.an'), 'tệp ẩn')
    fs.writeFileSync(path.join(folder, 'rong.txt'), '')
    fs.writeFileSync(path.join(folder, 'lon.txt'), Buffer.alloc(1_048_577, 'a'))
    fs.writeFileSync(path.join(folder, 'mat.txt'), `MẬT\n${planText(duties, { number: '16/KH-UBND' })}`)
    fs.writeFileSync(path.join(folder, '15-kh-ban-hai.txt'), `${planText(duties)}\n`)
  })
  afterAll(() => server.close())
  const run = (...argv: string[]): Promise<Said> => runCommand(server.services, argv, folder)
  const countDocuments = async (): Promise<number> =>
    (await server.call('GET', '/api/documents')).body.total as number

  it('takes a folder in, reads it, and says of each file what became of it', async () => {
    const said = await run('import', 'den', '--json')
    expect(said.code).toBe(0)
    expect(jsonOf(said)).toMatchObject([
      { file: path.join('den', '15-kh.txt'), state: 'read', number: '15/KH-UBND', duplicate: null },
      { file: path.join('den', 'tin.txt'), state: 'refused', refused: { reason: expect.any(String) } },
    ])
    expect(said.progress).toContain('Nhận tệp 2/2')
    expect(said.progress).toContain('Đọc văn bản 2/2')
    expect(await countDocuments()).toBe(2)
  })

  it('says that the same file is there already and makes nothing new', async () => {
    const said = await run('import', 'den/15-kh.txt')
    expect(said).toMatchObject({ code: 0, out: [expect.stringContaining('đã có từ trước')] })
    expect(await countDocuments()).toBe(2)
  })

  it('says that another file has the same number', async () => {
    const said = await run('import', '15-kh-ban-hai.txt')
    expect(said.out[0]).toContain('trùng số với văn bản đã nhận “15-kh.txt”')
  })

  it('does not take a secret document in', async () => {
    const said = await run('import', 'mat.txt', '--json')
    expect(jsonOf(said)).toMatchObject([{ state: 'secret', number: null, subject: null }])
  })

  it('names each file that cannot be taken, takes the others, and ends with 1', async () => {
    const said = await run('import', 'khong-co.txt', 'rong.txt', 'lon.txt', 'den/tin.txt', '--json')
    expect(said.code).toBe(1)
    expect(jsonOf(said)).toMatchObject([
      { file: 'khong-co.txt', error: 'cli.no-file' },
      { file: 'rong.txt', error: 'documents.upload-empty' },
      { file: 'lon.txt', error: 'documents.upload-too-large' },
      { file: 'den/tin.txt', state: 'refused' },
    ])
    expect(said.err.join('\n')).toContain('giới hạn là 1 MB')
  })

  it('asks for a file', async () => {
    expect(await run('import')).toMatchObject({ code: 2, out: [] })
  })

  it('has no programme to write before one is accepted', async () => {
    const said = await run('export', '15/KH-UBND', '--json')
    expect(said.code).toBe(1)
    expect(jsonOf(said)).toMatchObject([{ error: 'cli.no-programme' }])
  })

  describe('of an accepted programme', () => {
    beforeAll(async () => {
      const [row] = jsonOf(await run('import', 'den/15-kh.txt', '--json'))
      const { status } = await acceptAll(server, row.document as string)
      if (status !== 200) throw new Error(`not accepted: ${status}`)
      await server.work()
    })

    it('prints everything as JSON', async () => {
      const said = await run('export', '15/kh-ubnd', '--json')
      expect(said).toMatchObject({ code: 0, err: [] })
      const [whole] = jsonOf(said)
      expect(whole.programme).toMatchObject({ number: '15/KH-UBND', state: 'active' })
      expect(whole.tasks.length).toBeGreaterThanOrEqual(duties.length)
      expect(whole.targets).toHaveLength(1)
      expect(Object.keys(whole)).toEqual(expect.arrayContaining(['deadlines', 'reporting', 'by-agency']))
    })

    it('writes a list as a spreadsheet and never over another file', async () => {
      const said = await run('export', '15/KH-UBND', '--list', 'tasks', '--out', 'viec.xlsx')
      expect(said).toMatchObject({ code: 0, out: [`Đã ghi ${path.join(folder, 'viec.xlsx')}.`] })
      const bytes = fs.readFileSync(path.join(folder, 'viec.xlsx'))
      const book = await readXlsx(bytes)
      expect(book.sheets[0]?.rows[0]?.[0]).toBe('Nhiệm vụ')
      expect(JSON.stringify(book.sheets[0]?.rows)).toContain('điểm đen tai nạn giao thông')
      const again = await run('export', '15/KH-UBND', '--out', 'viec.xlsx', '--json')
      expect(again.code).toBe(1)
      expect(jsonOf(again)).toMatchObject([{ error: 'cli.file-exists' }])
      expect(fs.readFileSync(path.join(folder, 'viec.xlsx'))).toEqual(bytes)
    })

    it('writes one list as JSON, and names the spreadsheet itself', async () => {
      expect((await run('export', '15', '--list', 'targets', '--out', 'chi-tieu.json')).code).toBe(0)
      const written: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'chi-tieu.json'), 'utf8'))
      expect(Object.keys(written as object)).toEqual(['programme', 'targets'])
      await run('export', '15/KH-UBND', '--list', 'deadlines')
      expect(fs.existsSync(path.join(folder, '15-KH-UBND-deadlines.xlsx'))).toBe(true)
    })

    it('writes the register, without what was secret', async () => {
      expect((await run('export', 'documents', '--year', '2026', '--out', 'so.xlsx')).code).toBe(0)
      const book = await readXlsx(fs.readFileSync(path.join(folder, 'so.xlsx')))
      expect(book.sheets[0]?.rows[0]?.[0]).toBe('Số đến')
      const [register] = jsonOf(await run('export', 'documents', '--json'))
      expect(register.documents).toHaveLength(3)
      const [empty] = jsonOf(await run('export', 'documents', '--year', '2019', '--json'))
      expect(empty.documents).toEqual([])
    })

    const refused: [string, string[], number][] = [
      ['an unknown list', ['15/KH-UBND', '--list', 'moi-thu'], 2],
      ['a year that is none', ['documents', '--year', 'nay'], 2],
      ['another kind of file', ['15/KH-UBND', '--out', 'viec.docx'], 2],
      ['nothing named', [], 2],
      ['two things named', ['15/KH-UBND', 'documents'], 2],
      ['an unknown option', ['15/KH-UBND', '--tat-ca'], 2],
      ['a number that nobody gave', ['999/KH-UBND'], 1],
      ['an id of nothing', ['00000000-0000-4000-8000-000000000000'], 1],
      ['a folder that is not there', ['15/KH-UBND', '--out', 'khong/co/viec.xlsx'], 1],
    ]
    for (const [what, argv, code] of refused) {
      it(`refuses ${what}`, async () => {
        const said = await run('export', ...argv)
        expect(said).toMatchObject({ code, out: [] })
        expect(said.err.join('')).not.toBe('')
      })
    }
  })
})
