import { describe, expect, it } from 'vitest'
import { documentLine } from './document-line.ts'

const whole = {
  type: 'kế hoạch',
  number: '46/KH-BATGT',
  issuedOn: '2026-11-01',
  issuer: 'Ban An toàn giao thông tỉnh Mẫu',
}

describe('the line that cites a document', () => {
  it('reads as an office writes it', () => {
    expect(documentLine(whole)).toBe(
      'Kế hoạch số 46/KH-BATGT ngày 01/11/2026 của Ban An toàn giao thông tỉnh Mẫu',
    )
  })

  it('leaves out what is not known, with its word', () => {
    expect(documentLine({ ...whole, number: null, issuedOn: null })).toBe(
      'Kế hoạch của Ban An toàn giao thông tỉnh Mẫu',
    )
    expect(documentLine({ type: null, number: null, issuedOn: null, issuer: null })).toBe('Văn bản')
  })

  it('does not say “ngày” of a date known in part', () => {
    expect(documentLine({ ...whole, issuedOn: '2024-06', issuer: null })).toBe(
      'Kế hoạch số 46/KH-BATGT tháng 6/2024',
    )
    expect(documentLine({ ...whole, issuedOn: '2030', issuer: null })).toBe(
      'Kế hoạch số 46/KH-BATGT năm 2030',
    )
  })

  it('raises a first letter with its marks', () => {
    expect(documentLine({ ...whole, type: 'đề án', issuedOn: null, issuer: null })).toBe(
      'Đề án số 46/KH-BATGT',
    )
  })
})
