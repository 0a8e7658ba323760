import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRefusal } from './extracted-text.ts'
import { toPdfRunByLibrary } from './pdf-library.ts'
import { makePdf } from './pdf-testing.ts'
import { fromPdf, type PdfReader } from './pdf.ts'
import { runPdftotext } from './pdftotext.ts'
import { SAMPLE } from './testing.ts'

const pages = [SAMPLE.split('\n').slice(0, 10), SAMPLE.split('\n').slice(10)]
const words = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** Poppler is tried where it is installed; the library everywhere. */
const isInstalled = (await runPdftotext(makePdf([['A']]))).kind !== 'missing'
const ways: readonly (readonly [name: string, read: PdfReader])[] = [
  ['by the library', toPdfRunByLibrary],
  ...(isInstalled ? ([['by Poppler', (bytes: Uint8Array) => runPdftotext(bytes)]] as const) : []),
]

describe.each(ways)('a PDF read %s', (_name, read) => {
  it('gives its text, page by page', async () => {
    const result = await fromPdf(makePdf(pages), [read])
    expect(isRefusal(result) ? result.code : words(result.text)).toBe(words(pages.flat().join(' ')))
    expect('text' in result && result.text.split('\f')[1]?.trim().split('\n')[0]).toBe(
      pages[1]?.find(Boolean),
    )
  })

  it('is read although its table of places is broken', async () => {
    const result = await fromPdf(makePdf(pages, { brokenTable: true }), [read])
    expect(isRefusal(result) ? result.code : words(result.text)).toBe(words(pages.flat().join(' ')))
  })

  it('is read although it has pictures between its words, and says which pages are pictures', async () => {
    const result = await fromPdf(makePdf(pages, { pictures: 2 }), [read])
    expect('notes' in result && result.notes).toEqual([
      'Trang 3, 4 là bản chụp, chưa có lớp chữ: nội dung ở đó chưa được đọc.',
    ])
  })

  it('of pictures alone is refused as a scan', async () => {
    const result = await fromPdf(makePdf([], { pictures: 3 }), [read])
    expect(result).toMatchObject({ code: 'formats.scan', reason: 'Tệp là bản chụp, chưa có lớp chữ.' })
  })

  it('of pictures under the stamp of a signature is a scan too', async () => {
    const stamp = [
      'Ký bởi: Ủy ban nhân dân tỉnh Mẫu',
      'Email: ubnd@mau.gov.vn',
      'Thời gian ký: 05/02/2026 09:15:00 +07:00',
    ]
    expect(await fromPdf(makePdf([stamp], { pictures: 3 }), [read])).toMatchObject({ code: 'formats.scan' })
  })

  it('without a word on its pages has no text layer', async () => {
    expect(await fromPdf(makePdf([[]]), [read])).toMatchObject({ code: 'formats.scan' })
  })

  it('with a password is refused', async () => {
    expect(await fromPdf(makePdf(pages, { encrypted: true }), [read])).toMatchObject({
      code: 'formats.encrypted-pdf',
    })
  })

  it('whose letters are garbled is refused, never passed on', async () => {
    const garbled = pages.map((lines) => lines.map((line) => line.replaceAll(/[ạảãàáậẩẫầấặệểễềếịỉ]/giu, ' ')))
    expect(await fromPdf(makePdf(garbled), [read])).toMatchObject({ code: 'formats.garbled' })
  })

  it.each([
    ['cut after its first bytes', makePdf(pages).subarray(0, 30)],
    ['a header and nonsense', new TextEncoder().encode(`%PDF-1.7\n${'nonsense '.repeat(500)}`)],
    ['nothing', new Uint8Array(0)],
  ])('%s is refused as broken', async (_what, bytes) => {
    expect(await fromPdf(bytes, [read])).toMatchObject({ code: 'formats.broken-pdf' })
  })

  it('cut in the middle gives what is left, or a refusal', async () => {
    const bytes = makePdf(pages)
    const result = await fromPdf(bytes.subarray(0, (bytes.byteLength * 3) >> 2), [read])
    expect(isRefusal(result) ? 'refused' : result.text.length > 0 ? 'read' : '').not.toBe('')
  })
})

describe('the program', () => {
  it('that is not there leaves the work to the library', async () => {
    const missing: PdfReader = (bytes) => runPdftotext(bytes, undefined, 'binhan-no-such-program')
    expect(await missing(makePdf(pages))).toEqual({ kind: 'missing' })
    const result = await fromPdf(makePdf(pages), [missing, toPdfRunByLibrary])
    expect(isRefusal(result)).toBe(false)
    expect(await fromPdf(makePdf(pages), [missing])).toMatchObject({ code: 'formats.broken-pdf' })
  })

  it.each([
    ['that never ends is ended', 'exec sleep 600', { milliseconds: 300, outputBytes: 1000 }, 'overrun'],
    [
      'that writes without end is ended',
      'while :; do echo an toàn giao thông; done',
      { milliseconds: 60_000, outputBytes: 100_000 },
      'too-large',
    ],
    ['that fails says so', 'echo some words; exit 1', { milliseconds: 60_000, outputBytes: 1000 }, 'broken'],
    ['that asks for input gets none', 'cat', { milliseconds: 60_000, outputBytes: 1000 }, 'text'],
    [
      'that asks for a password says so',
      'echo "Command Line Error: Incorrect password" >&2; exit 1',
      { milliseconds: 60_000, outputBytes: 1000 },
      'encrypted',
    ],
  ])('%s', async (_what, script, bounds, kind) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-program-'))
    const program = path.join(folder, 'pdftotext')
    fs.writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    try {
      expect((await runPdftotext(new Uint8Array(1), bounds, program)).kind).toBe(kind)
    } finally {
      fs.rmSync(folder, { recursive: true })
    }
  })
})
