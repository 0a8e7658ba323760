import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listPacks, makeSamples, readPack } from '#apps/server/pack-files.ts'
import { SampleAccountRows, type AgencyGroupRow, type AgencyRow } from '#capabilities/people/contract.ts'
import {
  expandGroup,
  findAgency,
  findGroup,
  toAgencyIndex,
  type AgencyIndex,
} from '#capabilities/people/domain/agency-index.ts'
import { toProvinceName } from '#capabilities/people/domain/agency-name.ts'
import { toAgencies } from '#capabilities/people/server/load-pack.ts'
import { checkPlaces, toPlaceBook } from '#capabilities/places/domain/pack.ts'
import { findUnitOn } from '#capabilities/places/domain/search.ts'
import { fillSample } from '#capabilities/places/domain/sample.ts'
import { predecessorsOf, successorsOf } from '#capabilities/places/domain/succession.ts'
import { isUnitOn, tierOf } from '#capabilities/places/domain/unit.ts'
import { fromDayNumber, parsePlainDate, toDayNumber, type PlainDate } from '#kernel/plain-date.ts'
import { Value } from 'typebox/value'

/** What the packs say, held against the facts that they were written from. */

const day = (text: string): PlainDate => text as PlainDate
const packs = listPacks().map((pack) => ({ id: pack.id, files: readPack(pack.id) }))
const filesOf = (id: string) => readPack(id)
const indexOf = (id: string): AgencyIndex => {
  const files = filesOf(id)
  return toAgencyIndex(toAgencies(files.agencies as AgencyRow[]), files.groups as AgencyGroupRow[], [
    toProvinceName(files.pack.name),
  ])
}

describe.each(packs)('the pack $id', ({ files }) => {
  it('does not contradict itself', () => {
    expect(checkPlaces(files)).toEqual([])
  })

  it('names a source for each row', () => {
    const agencies = files.agencies as AgencyRow[]
    expect(agencies.filter((row) => (row.source ?? '') === '').map((row) => row.code)).toEqual([])
  })

  it('has the holidays of three years, with the days that make up for swapped ones', () => {
    expect(files.calendar.map((calendar) => calendar.year)).toEqual([2024, 2025, 2026])
    const swaps = files.calendar.flatMap((calendar) => calendar.makeUpDays.map((one) => one.on))
    expect(swaps).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])
  })
})

describe('units of the two real provinces', () => {
  it.each([
    ['lang-son', 61, 4, 11, 194, 196],
    ['lai-chau', 36, 2, 8, 106, 106],
  ])('%s: %d communes and %d wards from %d districts', (id, communes, wards, districts, older, steps) => {
    const book = toPlaceBook(filesOf(id))
    const now = book.units.filter((unit) => isUnitOn(unit, day('2025-07-01')))
    const before = book.units.filter((unit) => isUnitOn(unit, day('2025-06-30')))
    expect(now.filter((unit) => unit.kind === 'commune')).toHaveLength(communes)
    expect(now.filter((unit) => unit.kind === 'ward')).toHaveLength(wards)
    expect(before.filter((unit) => tierOf(unit.kind) === 'district')).toHaveLength(districts)
    expect(before.filter((unit) => tierOf(unit.kind) === 'commune')).toHaveLength(older)
    expect(book.succession).toHaveLength(steps)
    for (const unit of now.filter((one) => tierOf(one.kind) === 'commune'))
      expect(predecessorsOf(book, unit).length).toBeGreaterThan(0)
    for (const unit of before.filter((one) => tierOf(one.kind) === 'commune'))
      expect(successorsOf(book, unit).length).toBeGreaterThan(0)
  })

  it('knows the two communes of Lạng Sơn that were split', () => {
    const book = toPlaceBook(filesOf('lang-son'))
    const split = book.units.filter(
      (unit) => unit.code.length === 5 && unit.validTo !== null && successorsOf(book, unit).length > 1,
    )
    expect(split.map((unit) => unit.code)).toEqual(['06622', '06625'])
    const older = findUnitOn(book.units, '05977', day('2025-06-30'))
    const newer = findUnitOn(book.units, '05977', day('2025-07-01'))
    expect([older?.name, newer?.name]).toEqual(['Vĩnh Trại', 'Đông Kinh'])
  })
})

describe('agencies that the plans name', () => {
  const in2024 = day('2024-01-17')
  const langSon = indexOf('lang-son')
  const codeOn = (index: AgencyIndex, printed: string, on: PlainDate): string | undefined =>
    findAgency(index, printed, on)?.agency.code

  // The groups of actors of a provincial plan of 2024, as its section V prints them.
  it.each([
    'Ban An toàn giao thông tỉnh',
    'Sở Giao thông vận tải',
    'Công an tỉnh',
    'Bộ Chỉ huy Quân sự tỉnh',
    'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
    'Sở Xây dựng',
    'Sở Giáo dục và Đào tạo',
    'Sở Tài chính',
    'Sở Thông tin và Truyền thông',
    'Sở Y tế',
    'Sở Tư pháp',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Đài Phát thanh và Truyền hình Lạng Sơn',
    'Báo Lạng Sơn',
    'Tổ công tác liên ngành 1161',
    'Tòa án nhân dân tỉnh',
    'Ủy ban MTTQ Việt Nam tỉnh',
    'Đoàn TNCS Hồ Chí Minh tỉnh Lạng Sơn',
    'Hội Chữ thập đỏ tỉnh',
    'Hội Cựu chiến binh tỉnh',
    'Hội Liên hiệp Phụ nữ tỉnh',
    'Hội Nông dân tỉnh',
    'Liên đoàn Lao động tỉnh',
    'Văn phòng Ban ATGT tỉnh',
    'Ủy ban ATGT Quốc gia',
    'Sở TN&MT',
    'Sở NN&PTNT',
    'Sở Nội vụ',
    'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn',
    'UBND huyện Chi Lăng',
    'Ban ATGT huyện Hữu Lũng',
    'UBND thành phố Lạng Sơn',
    'Công an huyện Cao Lộc',
  ])('Lạng Sơn knows %s, and it was there in 2024', (printed) => {
    expect(findAgency(langSon, printed, in2024)).toMatchObject({ state: 'current' })
  })

  it.each([
    ['UBND các huyện, thành phố', 11],
    ['Ban ATGT các huyện, thành phố', 11],
    ['Tòa án nhân dân các huyện, thành phố', 11],
    // 17 departments, 2 boards, the police, 2 of the army, 2 offices.
    ['các sở, ban, ngành tỉnh', 24],
    ['các tổ chức chính trị - xã hội', 6],
  ])('Lạng Sơn: “%s” are %d in 2024', (printed, count) => {
    const group = findGroup(langSon, printed)
    expect(group && expandGroup(langSon, group, in2024)).toHaveLength(count)
  })

  it.each([
    ['Sở Giao thông vận tải', ['so-xay-dung']],
    ['Sở Kế hoạch và Đầu tư', ['so-tai-chinh']],
    ['Sở Thông tin và Truyền thông', ['so-khoa-hoc-va-cong-nghe']],
    ['Sở Tài nguyên và Môi trường', ['so-nong-nghiep-va-moi-truong']],
    ['Ban Dân tộc', ['so-dan-toc-va-ton-giao']],
    ['Công an huyện Cao Lộc', ['cong-an-tinh']],
    ['Báo Lạng Sơn', ['bao-va-ptth']],
  ])('%s was gone in 2026, and who took over is known', (printed, heirs) => {
    const found = findAgency(langSon, printed, day('2026-01-01'))
    expect(found?.state).not.toBe('current')
    expect(found?.successors.map((agency) => agency.code)).toEqual(heirs)
  })

  it('spreads a district over the communes that its land went to', () => {
    const found = findAgency(langSon, 'UBND huyện Đình Lập', day('2026-01-01'))
    expect(found?.successors.map((agency) => agency.code)).toEqual([
      'ubnd-xa-chau-son',
      'ubnd-xa-dinh-lap',
      'ubnd-xa-kien-moc',
      'ubnd-xa-thai-binh',
    ])
  })

  it('leaves a successor empty rather than guess', () => {
    const court = findAgency(langSon, 'Tòa án nhân dân huyện Chi Lăng', day('2026-01-01'))
    expect(court).toMatchObject({ state: 'abolished', successors: [] })
    expect(court?.agency.source).toContain('chưa xác minh')
  })

  it('takes no name that is only alike', () => {
    for (const printed of ['Sở Giao thông', 'UBND huyện Chi', 'Sở Xây dựng tỉnh Bắc Ninh'])
      expect(codeOn(langSon, printed, in2024)).toBeUndefined()
    expect(codeOn(langSon, 'UBND xã Chi Lăng', in2024)).toBeUndefined()
  })

  it('Lai Châu knows those of its plan of 2025', () => {
    const laiChau = indexOf('lai-chau')
    const on = day('2025-03-15')
    for (const printed of ['Ban An toàn giao thông tỉnh', 'UBND tỉnh', 'Sở Xây dựng', 'Văn phòng UBND tỉnh'])
      expect(findAgency(laiChau, printed, on)).toMatchObject({ state: 'current' })
    const named: [string, number][] = [
      ['UBND các huyện, thành phố', 8],
      // 13 departments since the merger, 1 board, the police, 2 of the army, 2 offices, 7 organisations.
      ['Các sở, ban, ngành, đoàn thể tỉnh', 26],
      ['các tổ chức chính trị - xã hội', 6],
    ]
    for (const [printed, count] of named) {
      const group = findGroup(laiChau, printed)
      expect([printed, group && expandGroup(laiChau, group, on).length]).toEqual([printed, count])
    }
  })
})

describe('the sample province', () => {
  const files = filesOf('tinh-mau')
  const index = indexOf('tinh-mau')
  const folder = 'provinces/tinh-mau'

  it('has twelve communes, twenty agencies of today and one user for each role', () => {
    const units = toPlaceBook(files).units.filter((unit) => isUnitOn(unit, day('2026-01-01')))
    expect(units.filter((unit) => tierOf(unit.kind) === 'commune')).toHaveLength(12)
    const agencies = toAgencies(files.agencies as AgencyRow[])
    const today = agencies.filter((one) => one.level === 'province' && one.validTo === null)
    expect(today.length).toBeGreaterThanOrEqual(20)
    const accounts = Value.Parse(SampleAccountRows, files.accounts)
    expect(new Set(accounts.map((account) => account.role)).size).toBe(7)
    const codes = new Set(agencies.map((agency) => agency.code))
    for (const { agency } of accounts) expect(codes.has(agency ?? '')).toBe(true)
  })

  const sources = fs.readdirSync(path.join(folder, 'documents')).filter((name) => name.endsWith('.md'))

  it.each(sources)('%s can be filled on any day', (name) => {
    const source = fs.readFileSync(path.join(folder, 'documents', name), 'utf8')
    fc.assert(
      fc.property(
        fc.integer({ min: toDayNumber(day('2026-01-01')), max: toDayNumber(day('2060-12-31')) }),
        (n) => {
          expect(fillSample(source, fromDayNumber(n))).not.toMatch(/[{}]/u)
        },
      ),
    )
  })

  it.each(sources)('%s names only agencies that the pack knows', (name) => {
    const expected = JSON.parse(
      fs.readFileSync(path.join(folder, 'expected', name.replace(/\.md$/u, '.json')), 'utf8'),
    ) as { installedOn: string; tasks: { lead: string[]; partners: string[] }[] }
    const on = parsePlainDate(expected.installedOn)
    const printed = new Set(expected.tasks.flatMap((task) => [...task.lead, ...task.partners]))
    const unknown = [...printed].filter((one) => !findGroup(index, one) && !findAgency(index, one, on))
    expect(unknown).toEqual([])
  })

  it('becomes Word files and text', async () => {
    const samples = await makeSamples('tinh-mau', day('2026-11-21'))
    expect(samples.map((sample) => sample.name)).toEqual([
      '01-ke-hoach-nam.docx',
      '02-ke-hoach-xu-ly-diem-den.docx',
      '03-ke-hoach-thi-dua.txt',
    ])
    const [first, , third] = samples
    expect([...(first?.bytes.slice(0, 2) ?? [])]).toEqual([0x50, 0x4b])
    expect(new TextDecoder().decode(third?.bytes)).toContain('Mẫu, ngày 01 tháng 11 năm 2026')
  })
})
