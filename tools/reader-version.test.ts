import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { READER_VERSION } from '#capabilities/documents/server/reader-version.ts'

const { readerVersion } = (await import(pathToFileURL(path.resolve('bin/reader-version.mjs')).href)) as {
  readonly readerVersion: (base: string) => string
}

/** The version of the reader follows from its sources and from nothing else. */
describe('the version of the reader', () => {
  let base: string
  beforeAll(() => {
    base = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-reader-version-'))
    fs.cpSync('src', path.join(base, 'src'), { recursive: true })
    fs.cpSync('package.json', path.join(base, 'package.json'))
  })
  afterAll(() => fs.rmSync(base, { recursive: true, force: true }))
  /** The version after a change of one file; the file is as before afterwards. */
  const after = (file: string, change: (text: string) => string): string => {
    const place = path.join(base, file)
    const before = fs.readFileSync(place, 'utf8')
    fs.writeFileSync(place, change(before))
    const version = readerVersion(base)
    fs.writeFileSync(place, before)
    return version
  }
  const more = (text: string): string => `${text}\n// changed\n`

  it('is the one with which this very code was made', () => {
    expect(READER_VERSION).toMatch(/^[0-9a-f]{12}$/u)
    expect(readerVersion(base)).toBe(READER_VERSION)
  })

  it.each([
    'src/capabilities/documents/domain/parse/targets.ts',
    'src/capabilities/documents/domain/parse/ocr-vocabulary.ts',
    'src/capabilities/documents/domain/amending-reading.ts',
    'src/capabilities/documents/domain/secrecy.ts',
    'src/capabilities/documents/formats/pdf.ts',
    'src/capabilities/documents/contract.ts',
    'src/kernel/vietnamese.ts',
    'src/platform/server/files/zip.ts',
  ])('changes with %s', (file) => expect(after(file, more)).not.toBe(READER_VERSION))

  it('changes with a package that reads a format', () => {
    expect(after('package.json', (text) => text.replace('"unpdf": "', '"unpdf": "9'))).not.toBe(
      READER_VERSION,
    )
  })

  it.each([
    'src/capabilities/documents/domain/parse/targets.test.ts',
    'src/capabilities/documents/server/jobs.ts',
    'src/capabilities/documents/web/review-page.tsx',
    'src/capabilities/programmes/domain/words.ts',
  ])('does not change with %s', (file) => expect(after(file, more)).toBe(READER_VERSION))

  it('does not change with line ends or with a package that the reader does not use', () => {
    const parse = 'src/capabilities/documents/domain/parse/targets.ts'
    expect(after(parse, (text) => text.replaceAll('\n', '\r\n'))).toBe(READER_VERSION)
    expect(after('package.json', (text) => text.replace('"docx": "', '"docx": "9'))).toBe(READER_VERSION)
  })
})
