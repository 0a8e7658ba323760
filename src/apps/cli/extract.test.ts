import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDocx, p } from '#capabilities/documents/formats/testing.ts'
import { planText, duties } from '#apps/server/plan-testing.ts'
import { readConfig } from '#platform/server/config.ts'
import { commands } from './commands.ts'
import { dispatch } from './dispatch.ts'
import { jsonOf, type Said } from './testing.ts'

/** `binhan extract` as a person types it: no data, no server, only files. */
describe('binhan extract', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-extract-'))
    fs.writeFileSync(path.join(folder, 'ke-hoach.txt'), planText(duties))
    fs.writeFileSync(path.join(folder, 'rong.txt'), '')
    fs.writeFileSync(path.join(folder, 'mat.txt'), `MẬT\n${planText(duties)}`)
  })
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  const run = (...argv: string[]): Promise<Said> => runWith({}, ...argv)
  const runWith = async (environment: Record<string, string>, ...argv: string[]): Promise<Said> => {
    const said = { out: [] as string[], err: [] as string[], progress: [] as string[] }
    const unreachable = async (): Promise<never> => {
      throw new Error('extract touches no data')
    }
    const io = {
      cwd: folder,
      out: (line: string) => void said.out.push(line),
      err: (line: string) => void said.err.push(line),
      progress: (label: string, done: number, total: number) =>
        void said.progress.push(`${label} ${done}/${total}`),
    }
    const code = await dispatch(commands, argv, io, readConfig(environment), {
      services: unreachable,
      address: unreachable,
    })
    return { code, ...said }
  }

  it('prints one object a line, and its spans point into what --text prints', async () => {
    const said = await run('extract', 'ke-hoach.txt', 'rong.txt', '--json')
    expect(said.code).toBe(0)
    const [plan, empty] = jsonOf(said)
    expect(empty).toMatchObject({ file: 'rong.txt', refused: { code: 'formats.empty' }, tasks: [] })
    const { out } = await run('extract', 'ke-hoach.txt', '--text')
    const text = out.join('\n')
    expect(plan).toMatchObject({ file: 'ke-hoach.txt', format: 'txt', refused: null })
    expect(plan.tasks.length).toBeGreaterThan(0)
    for (const { text: words, span } of plan.tasks)
      expect(text.slice(span.start, span.end)).toContain(words.slice(0, 20))
    expect(said.progress).toContain('Đọc văn bản 2/2')
  })

  it('refuses a secret document, which is no failure', async () => {
    const said = await run('extract', 'mat.txt', '--json')
    expect(said.code).toBe(0)
    expect(jsonOf(said)).toMatchObject([{ refused: { code: 'secret' }, tasks: [], outline: [] }])
  })

  it('sees the stamp in the head of the pages of a Word file, which stands in no text', async () => {
    const head = `<w:hdr>${p('MẬT')}</w:hdr>`
    const body = planText(duties)
      .split('\n')
      .map((line) => p(line))
      .join('')
    const sound = makeDocx({ body })
    const stamped = makeDocx({ body, more: { 'word/header1.xml': new TextEncoder().encode(head) } })
    fs.writeFileSync(path.join(folder, 'thuong.docx'), sound)
    fs.writeFileSync(path.join(folder, 'dau-trang.docx'), stamped)
    const said = await run('extract', 'thuong.docx', 'dau-trang.docx', '--json')
    expect(said.code).toBe(0)
    const found = new Map(jsonOf(said).map((one) => [one.file as string, one]))
    expect(found.get('thuong.docx')).toMatchObject({ refused: null, document: { number: '15/KH-UBND' } })
    expect(found.get('dau-trang.docx')).toMatchObject({
      refused: { code: 'secret' },
      document: { number: null },
      tasks: [],
    })
    expect((await run('extract', 'dau-trang.docx', '--text')).out.join('')).toBe('')
  })

  it('reads the others when a file is not there, and ends with 1', async () => {
    const said = await run('extract', 'khong-co.txt', 'ke-hoach.txt', '--json')
    expect(said.code).toBe(1)
    expect(jsonOf(said)).toMatchObject([
      { file: 'khong-co.txt', error: 'cli.no-file', title: 'Không có tệp này.' },
      { file: 'ke-hoach.txt', refused: null },
    ])
  })

  it('reads several at once and prints them in the order in which they are named', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `${i}.txt`)
    for (const [i, name] of names.entries())
      // The first takes longest.
      fs.writeFileSync(
        path.join(folder, name),
        planText(Array.from({ length: 12 - 2 * i }, () => duties).flat(), { number: `${i + 1}/KH-UBND` }),
      )
    const said = await run('extract', ...names, '--json')
    expect(said.code).toBe(0)
    expect(jsonOf(said).map(({ file, document }) => [file, document.number])).toEqual(
      names.map((name, i) => [name, `${i + 1}/KH-UBND`]),
    )
  })

  it('refuses what takes longer than the configuration lets it, which is no failure', async () => {
    fs.writeFileSync(path.join(folder, 'dai.txt'), planText(Array.from({ length: 300 }, () => duties).flat()))
    const said = await runWith({ READ_TIMEOUT_MS: '20' }, 'extract', 'dai.txt', '--json')
    expect(said.code).toBe(0)
    expect(jsonOf(said)).toMatchObject([{ refused: { code: 'formats.overrun' }, tasks: [] }])
    expect(jsonOf(said)[0].refused.reason).toContain('mức cho phép là 0,02 giây.')
  })

  it.each([
    [['extract'], 'Cần nêu ít nhất một tệp.'],
    [['extract', '--nhanh'], 'Tham số --nhanh không dùng được ở lệnh này.'],
    [['docs'], 'Không có lệnh “docs”. Gõ binhan --help để xem các lệnh.'],
    [['journal', 'erase'], 'Không có lệnh “journal erase”. Gõ binhan --help để xem các lệnh.'],
  ])('%s: says that it is wrongly used, as an object when asked', async (argv, title) => {
    expect(await run(...argv)).toMatchObject({ code: 2, out: [], err: [expect.stringContaining(title)] })
    const said = await run(...argv, '--json')
    expect(said.code).toBe(2)
    expect(jsonOf(said)).toEqual([{ error: 'cli.wrong-use', title }])
  })
})
