import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Agency, AgencyGroup } from './agency.ts'
import {
  expandGroup,
  findAgency,
  findGroup,
  successorsOf,
  toAgencyIndex,
  toAgencyLookup,
} from './agency-index.ts'
import { toAgencyKey } from './agency-name.ts'

const agency = (code: string, name: string, rest: Partial<Agency> = {}): Agency => ({
  code,
  name,
  shortName: name,
  kind: 'department',
  level: 'province',
  parent: null,
  aliases: [],
  validFrom: null,
  validTo: null,
  successors: [],
  unitCode: null,
  source: null,
  ...rest,
})
const day = (text: string): PlainDate => text as PlainDate

const agencies = [
  agency('so-giao-thong-van-tai', 'Sở Giao thông vận tải', {
    validTo: day('2025-02-28'),
    successors: ['so-xay-dung'],
  }),
  agency('so-xay-dung', 'Sở Xây dựng'),
  agency('so-giao-duc-va-dao-tao', 'Sở Giáo dục và Đào tạo'),
  agency('so-vhttdl', 'Sở Văn hóa, Thể thao và Du lịch'),
  agency('so-tu-phap', 'Sở Tư pháp'),
  agency('cong-an-tinh', 'Công an tỉnh', { kind: 'police', aliases: ['Công an tỉnh Mẫu'] }),
  agency('bao-mau', 'Báo Mẫu', { kind: 'press' }),
  agency('mttq', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', { kind: 'socio-political' }),
  agency('ubnd-tinh', 'Ủy ban nhân dân tỉnh', { kind: 'peoples-committee' }),
  agency('ubnd-thanh-pho', 'Ủy ban nhân dân thành phố Mẫu', {
    kind: 'peoples-committee',
    level: 'district',
    validTo: day('2025-06-30'),
    successors: ['ubnd-phuong-dong', 'ubnd-xa-tay'],
  }),
  agency('ubnd-huyen-suoi', 'Ủy ban nhân dân huyện Suối', {
    kind: 'peoples-committee',
    level: 'district',
    validTo: day('2025-06-30'),
    successors: ['ubnd-xa-tay'],
  }),
  agency('ubnd-phuong-dong', 'Ủy ban nhân dân phường Đông', {
    kind: 'peoples-committee',
    level: 'commune',
    validFrom: day('2025-07-01'),
  }),
  agency('ubnd-xa-tay', 'Ủy ban nhân dân xã Tây', {
    kind: 'peoples-committee',
    level: 'commune',
    validFrom: day('2025-07-01'),
  }),
  agency('chi-cuc-cu', 'Chi cục Đường cũ', { validTo: day('2020-12-31'), successors: ['chi-cuc-moi'] }),
  agency('chi-cuc-moi', 'Chi cục Đường mới', { validFrom: day('2021-01-01') }),
  agency('hoi-a', 'Hội Lái xe', { validTo: day('2022-01-01') }),
]
const groups: AgencyGroup[] = [
  {
    code: 'cac-so',
    name: 'Các sở, ban, ngành',
    aliases: ['các sở, ngành'],
    members: { kinds: ['department', 'board'], levels: ['province'], except: ['chi-cuc-moi'] },
  },
  {
    code: 'ubnd-cac-huyen',
    name: 'UBND các huyện, thành phố',
    aliases: [],
    members: { kinds: ['peoples-committee'], levels: ['district'] },
  },
  { code: 'hai-co-quan', name: 'Hai cơ quan', aliases: [], members: { codes: ['so-giao-thong-van-tai'] } },
]
const index = toAgencyIndex(agencies, groups, [{ kind: 'tỉnh', name: 'Mẫu' }])
const on2024 = day('2024-01-17')
const on2026 = day('2026-03-01')
const find = (printed: string, on: PlainDate | undefined = on2024): string | undefined =>
  findAgency(index, printed, on)?.agency.code

describe('a printed name', () => {
  it.each([
    ['Sở GTVT', 'so-giao-thong-van-tai'],
    ['SỞ GIAO THÔNG VẬN TẢI', 'so-giao-thong-van-tai'],
    ['Sở Giao thông vận tải tỉnh Mẫu', 'so-giao-thong-van-tai'],
    ['Sở Giao thông Vận tải Mẫu', 'so-giao-thong-van-tai'],
    ['Sở GD&ĐT', 'so-giao-duc-va-dao-tao'],
    ['Sở GDĐT', 'so-giao-duc-va-dao-tao'],
    ['Sở GD và ĐT', 'so-giao-duc-va-dao-tao'],
    ['Sở Giáo dục - Đào tạo', 'so-giao-duc-va-dao-tao'],
    ['Sở VH, TT&DL', 'so-vhttdl'],
    ['Sở VHTTDL', 'so-vhttdl'],
    ['Sở Văn hoá, Thể thao và Du lịch', 'so-vhttdl'],
    ['Sở TP', 'so-tu-phap'],
    ['Công an tỉnh', 'cong-an-tinh'],
    ['CA tỉnh', 'cong-an-tinh'],
    ['UBND tỉnh', 'ubnd-tinh'],
    ['Uỷ ban nhân dân tỉnh', 'ubnd-tinh'],
    ['Uỷ ban nhân dân tỉnh'.normalize('NFD'), 'ubnd-tinh'],
    ['Ủy ban MTTQ Việt Nam tỉnh', 'mttq'],
    ['Ủy ban Mặt trận Tổ quốc tỉnh Mẫu', 'mttq'],
    ['Báo Mẫu', 'bao-mau'],
    ['UBND huyện Suối', 'ubnd-huyen-suoi'],
    ['UBND thành phố Mẫu', 'ubnd-thanh-pho'],
  ])('%s', (printed, code) => {
    expect(find(printed)).toBe(code)
  })

  it.each([
    ['another province', 'Sở Xây dựng tỉnh Gương'],
    ['one letter off', 'Sở Xây đựng'],
    ['without its tone marks', 'So Xay dung'],
    ['a part of a name', 'Sở Giáo dục'],
    ['a single word', 'Báo'],
    ['the city of a district as if it were the province', 'Công an thành phố'],
    ['nothing', ' ,- '],
    ['a group', 'các sở, ban, ngành'],
  ])('does not match %s', (_why, printed) => {
    expect(find(printed)).toBeUndefined()
  })

  it('does not match before the agency was there', () => {
    expect(find('Ủy ban nhân dân xã Tây', on2024)).toBeUndefined()
    expect(find('Ủy ban nhân dân xã Tây', on2026)).toBe('ubnd-xa-tay')
  })

  it('is refused when two agencies share it on that day, and found again when one has ended', () => {
    const twins = [agency('a', 'Phòng Kinh tế', { validTo: day('2025-06-30') }), agency('b', 'Phòng Kinh tế')]
    const twinIndex = toAgencyIndex(twins, [], [])
    expect(findAgency(twinIndex, 'Phòng Kinh tế', on2024)).toBeUndefined()
    expect(findAgency(twinIndex, 'Phòng Kinh tế', on2026)?.agency.code).toBe('b')
  })

  it('never throws and never finds what was not given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = findAgency(index, text, on2024)
        return found === undefined || toAgencyKey(text) !== ''
      }),
    )
  })
})

describe('succession', () => {
  it('calls a merged department abolished and names who took over', () => {
    expect(findAgency(index, 'Sở GTVT', on2026)).toMatchObject({
      state: 'abolished',
      successors: [{ code: 'so-xay-dung' }],
    })
    expect(findAgency(index, 'Sở GTVT', day('2025-02-28'))?.state).toBe('current')
    expect(findAgency(index, 'Sở GTVT', day('2025-03-01'))?.state).toBe('abolished')
  })
  it('calls a new name of the same body renamed', () => {
    expect(findAgency(index, 'Chi cục Đường cũ', on2024)).toMatchObject({
      state: 'renamed',
      successors: [{ code: 'chi-cuc-moi' }],
    })
  })
  it('knows an end without a successor', () => {
    expect(findAgency(index, 'Hội Lái xe', on2024)).toMatchObject({ state: 'abolished', successors: [] })
  })
  it('spreads a district over its communes', () => {
    const codes = (code: string, on: PlainDate) => successorsOf(index, code, on).map((one) => one.code)
    expect(codes('ubnd-thanh-pho', on2026)).toEqual(['ubnd-phuong-dong', 'ubnd-xa-tay'])
    expect(codes('ubnd-thanh-pho', on2024)).toEqual(['ubnd-thanh-pho'])
    expect(codes('ubnd-xa-tay', on2024)).toEqual([])
    expect(codes('unknown', on2024)).toEqual([])
  })
  it('ends when the data goes in a circle', () => {
    const ended = { validTo: day('2020-01-01') }
    const circle = toAgencyIndex(
      [agency('a', 'A', { ...ended, successors: ['b'] }), agency('b', 'B', { ...ended, successors: ['a'] })],
      [],
      [],
    )
    expect(successorsOf(circle, 'a', on2024)).toEqual([])
  })
  it('is said in one sentence, however many took over', () => {
    const lookup = toAgencyLookup(index)
    expect(lookup.known).toBe(true)
    expect(lookup.find('UBND huyện Suối', on2026)?.successor).toBe('Ủy ban nhân dân xã Tây')
    expect(lookup.find('Sở Xây dựng', on2026)?.successor).toBeUndefined()
    expect(lookup.find('Sở Lạ', on2026)).toBeUndefined()
  })
})

describe('a group', () => {
  it.each([
    ['các sở, ban, ngành', 'cac-so'],
    ['Các Sở, ban, ngành của tỉnh', 'cac-so'],
    ['Sở, ban, ngành tỉnh Mẫu', 'cac-so'],
    ['các sở ngành', 'cac-so'],
    ['Ủy ban nhân dân các huyện, thành phố', 'ubnd-cac-huyen'],
  ])('is found as %s', (printed, code) => {
    expect(findGroup(index, printed)?.code).toBe(code)
  })
  it('is not found by a like name', () => {
    expect(findGroup(index, 'các sở, ban')).toBeUndefined()
  })
  it('has the members of the day', () => {
    const members = (code: string, on: PlainDate) => {
      const group = groups.find((one) => one.code === code)
      return group && expandGroup(index, group, on).map((one) => one.code)
    }
    expect(members('cac-so', on2024)).toContain('so-giao-thong-van-tai')
    expect(members('cac-so', on2026)).not.toContain('so-giao-thong-van-tai')
    expect(members('cac-so', on2026)).not.toContain('chi-cuc-moi')
    expect(members('ubnd-cac-huyen', on2024)).toEqual(['ubnd-huyen-suoi', 'ubnd-thanh-pho'])
    expect(members('ubnd-cac-huyen', on2026)).toEqual([])
    expect(members('hai-co-quan', on2024)).toEqual(['so-giao-thong-van-tai'])
    expect(members('hai-co-quan', on2026)).toEqual(['so-xay-dung'])
  })
})
