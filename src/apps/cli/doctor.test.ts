import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duties, planText, takeIn } from '#apps/server/plan-testing.ts'
import { startTestServer, type TestServer } from '#apps/server/testing.ts'
import { openEmbeddedTest } from '#platform/server/db/testing.ts'
import { jsonOf, runCommand } from './testing.ts'

describe('doctor', () => {
  let server: TestServer
  let files: { sha256: string; place: string }[]
  beforeAll(async () => {
    server = await startTestServer({ name: 'embedded', open: openEmbeddedTest })
    await takeIn(server, planText(duties), 'ke-hoach-15.txt')
    await takeIn(server, planText(duties, { number: '16/KH-UBND' }), 'ke-hoach-16.txt')
    const folder = server.services.filesDir
    files = fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ sha256: entry.name, place: path.join(entry.parentPath, entry.name) }))
  })
  afterAll(() => server.close())
  const look = async () => {
    const said = await runCommand(server.services, ['doctor', '--json'])
    const { checks } = jsonOf(said)[0] as { checks: { name: string; state: string; said: string }[] }
    return { code: said.code, originals: checks.find((check) => check.name === 'Tệp gốc'), checks }
  }

  it('finds the originals whole', async () => {
    const { originals, checks } = await look()
    expect(originals).toMatchObject({ state: 'good', said: '2 tệp còn nguyên' })
    expect(checks.map((check) => check.name)).toEqual(expect.arrayContaining(['Node.js', 'Cơ sở dữ liệu']))
  })

  it('names an original whose bytes have changed', async () => {
    const [file] = files
    const bytes = fs.readFileSync(file?.place ?? '')
    fs.chmodSync(file?.place ?? '', 0o600)
    fs.writeFileSync(file?.place ?? '', 'khác')
    const { code, originals } = await look()
    expect(code).toBe(3)
    expect(originals?.state).toBe('bad')
    expect(originals?.said).toMatch(/^1 tệp bị đổi nội dung: ke-hoach-1[56]\.txt$/u)
    fs.writeFileSync(file?.place ?? '', bytes)
    expect((await look()).originals?.state).toBe('good')
  })

  it('names an original that is gone', async () => {
    const [, file] = files
    fs.rmSync(file?.place ?? '')
    const { code, originals } = await look()
    expect(code).toBe(3)
    expect(originals?.said).toMatch(/^thiếu 1 tệp: ke-hoach-1[56]\.txt$/u)
  })

  it('says how to mend what it found', async () => {
    const said = await runCommand(server.services, ['doctor'])
    expect(said.out.join('\n')).toMatch(/\[LỖI\] Tệp gốc: .* → Chép lại các tệp này từ bản sao lưu/u)
  })

  it('asks for a backup while there is none, and again when the last is a week old', async () => {
    const backup = async () => (await look()).checks.find((check) => check.name === 'Sao lưu')
    expect(await backup()).toMatchObject({
      state: 'warning',
      said: 'chưa có bản sao lưu nào',
      mend: expect.stringContaining('npx binhan backup'),
    })
    const folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-doctor-'))
    const made = await runCommand(server.services, ['backup', path.join(folder, 'bs'), '--json'])
    expect(made.code).toBe(0)
    expect(await backup()).toMatchObject({ state: 'good', said: 'bản gần nhất ngày 21/11/2026' })
    const day = 24 * 60 * 60
    server.pass(6 * day)
    expect(await backup()).toMatchObject({ state: 'good' })
    server.pass(day)
    expect(await backup()).toMatchObject({
      state: 'warning',
      said: 'bản gần nhất ngày 21/11/2026, đã 7 ngày',
      mend: expect.stringContaining('BACKUP_DIR'),
    })
    fs.rmSync(folder, { recursive: true })
  })

  it('looks whether the folder of the daily backups is there and can be written', async () => {
    const folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-doctor-'))
    const row = async (backupDir: string | undefined) => {
      const { services } = server
      const asked = { ...services, config: { ...services.config, backupDir } }
      const said = await runCommand(asked, ['doctor', '--json'])
      const { checks } = jsonOf(said)[0] as { checks: { name: string; mend?: string }[] }
      return checks.find((check) => check.name === 'Thư mục sao lưu')
    }
    expect(await row(undefined)).toBeUndefined()
    expect(await row(folder)).toMatchObject({ state: 'good', said: `${folder} ghi được` })
    expect(fs.readdirSync(folder)).toEqual([])
    const missing = path.join(folder, 'chua-gan')
    expect(await row(missing)).toMatchObject({
      state: 'bad',
      said: `chưa có ${missing}`,
      mend: expect.stringContaining('ổ ấy đã được gắn'),
    })
    expect(fs.existsSync(missing)).toBe(false)
    const file = path.join(folder, 'tep')
    fs.writeFileSync(file, '')
    expect(await row(file)).toMatchObject({ state: 'bad', said: `${file} không phải là thư mục` })
    // Nobody, root neither, may make a file there.
    expect(await row('/proc')).toMatchObject({ state: 'bad', said: '/proc không ghi được' })
    fs.rmSync(folder, { recursive: true })
  })

  it('takes no word that it does not know', async () => {
    expect(await runCommand(server.services, ['doctor', '--sua'])).toMatchObject({ code: 2, out: [] })
  })
})
