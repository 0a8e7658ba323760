import { describe, expect, it } from 'vitest'
import { documentTypes } from './document-types.ts'
import { findTypeAtStart, findTypeOfNumber, TYPE_NAMES } from './parse/document-types.ts'

const known: readonly string[] = documentTypes

describe('the types of documents that the contract names', () => {
  it('are the ones that the reader can find by name, and each is found again by its own', () => {
    for (const [name, type] of TYPE_NAMES) expect(known, name).toContain(type)
    for (const type of known.filter((one) => one !== 'thông lệnh'))
      expect(TYPE_NAMES.map(([, value]) => value)).toContain(type)
  })

  // The short forms of Decree 30/2020, appendix III, and of the Party's offices.
  it.each(
    'KH CT QĐ NQ NĐ CĐ TB KL HD BC TTr CTr CTHĐ CTrPH CTPH TT TTLT PA ĐA PĐ QC QyĐ QH15 PL CV HĐ BB TL'.split(
      ' ',
    ),
  )('are the ones that a number with %s tells', (form) => {
    expect(known).toContain(findTypeOfNumber(`7/${form}-UBND`))
  })

  it.each(['kế hoạch số', 'KẾ HOẠCH', ''])('hold no other writing: “%s”', (name) => {
    expect(known).not.toContain(name)
  })

  it('leave a word that opens with a type alone', () => {
    expect(findTypeAtStart('luật sư của tỉnh')?.type).toBe('luật')
    expect(findTypeAtStart('lệnhh')).toBeUndefined()
  })
})
