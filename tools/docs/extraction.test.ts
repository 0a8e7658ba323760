import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Compile } from 'typebox/schema'
import { afterAll, describe, expect, it } from 'vitest'
import { openAppWorkers } from '#apps/server/workers.ts'
import { noAgencies } from '#capabilities/documents/domain/agency-lookup.ts'
import { extractFile } from '#capabilities/documents/server/extract-file.ts'
import { readDocument } from '#capabilities/documents/domain/parse/pipeline.ts'
import { readConfig } from '#platform/server/config.ts'

/** The schema that we publish, as somebody outside would use it. */
const published = Compile(
  JSON.parse(fs.readFileSync(path.resolve('docs/generated/extraction.schema.json'), 'utf8')) as object,
)

const line = (text: string): unknown => ({
  file: 'ke-hoach.txt',
  sha256: createHash('sha256').update(text).digest('hex'),
  format: 'txt',
  // Through JSON, as it is printed.
  ...(JSON.parse(JSON.stringify(readDocument({ text, agencies: noAgencies }))) as object),
})

const PLAN = `ỦY BAN NHÂN DÂN
TỈNH MẪU

Số: 7/KH-UBND

Mẫu, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông dịp nghỉ lễ

I. MỤC TIÊU
1. Giảm ít nhất 5% số người chết so với năm 2025.

II. NHIỆM VỤ
1. Công an tỉnh
a) Chủ trì, phối hợp với Sở Xây dựng kiểm tra bến xe, hoàn thành trước ngày 25/4/2026.
b) Báo cáo kết quả về Ban An toàn giao thông tỉnh trước ngày 10 hằng tháng.

CHỦ TỊCH
Nguyễn Văn Mẫu
`

const citation = {
  type: 'kế hoạch',
  number: null,
  issuedOn: null,
  issuer: null,
  spans: [],
  rule: 'x',
  certainty: 'stated',
}

/** Our own documents always; the practice texts too where they are at hand. */
const shared = process.env['BINHAN_SHARED'] ?? '../shared'
const files = ['test/documents', path.join(shared, 'documents'), path.join(shared, 'corpus')]
  .filter((folder) => fs.existsSync(folder))
  .flatMap((folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)))
  .filter((file) => fs.statSync(file).isFile())

const task = {
  path: 'I.1',
  text: 'Tuần tra',
  lead: [],
  partners: [],
  due: null as string | null,
  recurrence: null as string | null,
  output: null,
  span: { start: 0, end: 1 },
  rule: 'x',
  certainty: 'stated',
}

const workers = openAppWorkers(readConfig({}))
afterAll(() => workers.close())

describe('the published schema of an extraction', () => {
  it.each(files)('takes what the reader prints of %s', async (file) => {
    const { extraction } = await extractFile(workers, path.basename(file), fs.readFileSync(file))
    const [, errors] = published.Errors(JSON.parse(JSON.stringify(extraction)))
    expect(errors).toEqual([])
  })

  it('takes a citation as it should be', () => {
    expect(published.Check({ ...(line(PLAN) as object), citations: [citation] })).toBe(true)
  })

  it.each(['2030', '2026-Q2', '2024-06', '2024-06-30', '2025-11-20/2025-12-03', '2026-Q1/2026-Q3'])(
    'takes the date %s',
    (due) => expect(published.Check({ ...(line(PLAN) as object), tasks: [{ ...task, due }] })).toBe(true),
  )

  it.each([
    'yearly 11-30',
    'monthly 18',
    'quarterly',
    'every 6 months',
    'weekly fri 15:00',
    'daily 09:00,16:00',
  ])('takes the rhythm %s', (recurrence) =>
    expect(published.Check({ ...(line(PLAN) as object), tasks: [{ ...task, recurrence }] })).toBe(true),
  )

  it.each([
    ['a plan', PLAN],
    ['a text that assigns nothing', 'Hôm nay trời đẹp.'],
    ['nothing', ''],
  ])('takes what the reader prints of %s', (_what, text) => {
    const [fits, errors] = published.Errors(line(text))
    expect(errors).toEqual([])
    expect(fits).toBe(true)
  })

  it('sees an outline within the outline', () => {
    const printed = line(PLAN) as { outline: { children: unknown[] }[] }
    expect(printed.outline.length).toBeGreaterThan(0)
    printed.outline[0]?.children.push({ path: 7 })
    expect(published.Check(printed)).toBe(false)
  })

  it.each([
    ['an unknown format', { format: 'odt' }],
    ['a missing part', { outline: undefined }],
    ['a type of no document', { citations: [{ ...citation, type: 'Kế hoạch' }] }],
    ['a day that is no partial date', { tasks: [{ ...task, due: '30/6/2026' }] }],
    ['a month that no year has', { tasks: [{ ...task, due: '2026-13' }] }],
    ['a rhythm in other words', { tasks: [{ ...task, recurrence: 'hằng tháng' }] }],
    ['a span of days where a day is meant', { citations: [{ ...citation, issuedOn: '2026-01/2026-02' }] }],
    ['a refusal of no known kind', { refused: { code: 'khac', reason: 'x' } }],
    ['a span before the text', { triggers: [{ path: 'I.1', span: { start: -1, end: 2 } }] }],
  ])('refuses %s', (_what, change) => {
    expect(published.Check(JSON.parse(JSON.stringify({ ...(line(PLAN) as object), ...change })))).toBe(false)
  })
})
