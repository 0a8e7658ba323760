import { describe, expect, it } from 'vitest'
import { decideLink, isSameNumber, toNumberKey, type Named } from './citation-link.ts'

const plan: Named = {
  type: 'kế hoạch',
  number: '11/KH-UBND',
  issuedOn: '2024-01-17',
  issuer: 'Ủy ban nhân dân tỉnh Mẫu',
}
const cite = (change: Partial<Named>): Named => ({ ...plan, ...change })

describe('a number', () => {
  it.each([
    ['11/KH-UBND', '11/kh/ubnd'],
    ['11 /KH - UBND', '11/kh/ubnd'],
    ['112/QĐ-TTg', '112/qd/ttg'],
    ['/KH-BATGT', null],
    [null, null],
  ])('%s is known as %s', (number, key) => expect(toNumberKey(number)).toBe(key))
})

describe('a citation', () => {
  it.each([
    ['means it for certain when number and day agree', {}, 'certain'],
    ['with only a year means it perhaps', { issuedOn: '2024' }, 'possible'],
    ['without a day means it perhaps', { issuedOn: null }, 'possible'],
    [
      'without a day and of the same office means it perhaps',
      { issuedOn: null, issuer: 'UỶ BAN NHÂN DÂN TỈNH MẪU' },
      'possible',
    ],
    ['of another office without a day does not', { issuedOn: null, issuer: 'Sở Y tế' }, undefined],
    ['of another day does not', { issuedOn: '2024-01-18' }, undefined],
    ['of another type does not', { type: 'chỉ thị' }, undefined],
    ['of another number does not', { number: '12/KH-UBND' }, undefined],
    ['without a number does not', { number: null }, undefined],
  ])('%s', (_, change, expected) => expect(decideLink(cite(change), plan)).toBe(expected))
})

describe('two documents', () => {
  it.each([
    ['of the same number, office and year are versions of one', { issuedOn: '2024-03-01' }, true],
    ['of different years are not', { issuedOn: '2025-01-17' }, false],
    ['of different offices are not', { issuer: 'Sở Y tế' }, false],
    ['of unknown office are not', { issuer: null }, false],
    ['with a blank number are not', { number: '/KH-UBND' }, false],
  ])('%s', (_, change, expected) => expect(isSameNumber(plan, cite(change))).toBe(expected))
})
