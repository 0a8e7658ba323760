import { describe, expect, test } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { findDatedPlace, findNumber } from './header-number.ts'
import { readDocument } from './pipeline.ts'

describe('what the head does not say is not made up', () => {
  test('a text without head and foot', () => {
    const { document } = readDocument({ text: 'Một đoạn văn không có gì.', agencies: noAgencies })
    expect(document).toEqual({
      type: null,
      number: null,
      issuedOn: null,
      place: null,
      issuer: null,
      subject: null,
      theme: null,
      years: [],
      signatory: { name: null, title: null, authority: null },
      recipients: [],
    })
  })

  test('an impossible day leaves the month', () => {
    expect(findDatedPlace('Mẫu Sơn, ngày 31 tháng 4 năm 2026')?.date.value).toBe('2026-04')
    expect(findDatedPlace('Mẫu Sơn, ngày 15 tháng 13 năm 2026')?.date.value).toBe('2026')
  })

  test("a scanner's signs are no digits", () => {
    expect(findDatedPlace('Mẫu Sơn, ngày Íð tháng 3 năm 2026')?.date.value).toBe('2026-03')
  })

  test.each(['Số người chết giảm', 'số vụ tai nạn', 'Số: không ghi'])('%s is no number', (text) => {
    expect(findNumber(text)).toBeUndefined()
  })

  test.each([
    'THEO QUYẾT ĐỊNH SỐ 12/QĐ-SYT',
    'ĐOÀN KIỂM TRA THEO KẾ HOẠCH SỐ 40/KH-UBND',
    'Tổ công tác thành lập tại Quyết định số 7/QĐ-UBND',
  ])('the number of the document that set up the issuer is not the own one: %s', (text) => {
    expect(findNumber(text)).toBeUndefined()
    expect(findNumber(`${text} Mẫu Sơn, ngày 03 tháng 02 năm 2026 Số: 19/KH-ĐKT`)?.value).toBe('19/KH-ĐKT')
  })

  test('the theme of a cited document is not the own one', () => {
    const text = `KẾ HOẠCH

Phát động thi đua năm 2026

Thực hiện Kế hoạch số 11/KH-UBND ngày 17/01/2026 của UBND tỉnh Mẫu với chủ đề “Đường thông hè thoáng”. Ban An toàn giao thông tỉnh xây dựng kế hoạch phát động phong trào thi đua như sau:

I. MỤC ĐÍCH

1. Thi đua lập thành tích trong công tác bảo đảm an toàn giao thông.
`
    expect(readDocument({ text, agencies: noAgencies }).document.theme).toBeNull()
  })

  test('a term of office is no year of the plan', () => {
    const text = `KẾ HOẠCH\n\nTổ chức bầu cử đại biểu nhiệm kỳ 2026 - 2031\n\nI. MỤC ĐÍCH\n\n1. Tổ chức bầu cử.`
    expect(readDocument({ text, agencies: noAgencies }).document.years).toEqual([])
  })
})
