import { describe, expect, it } from 'vitest'
import type { RefusalCode as ReaderCode } from '../domain/parse/classify.ts'
import { refusalCodes } from '../domain/refusal-codes.ts'
import { refusalCodes as formatCodes, type RefusalCode as FormatCode } from './extracted-text.ts'

type Listed = (typeof refusalCodes)[number]
/** Each the other's: a code that one side lacks does not compile. */
const isWhole: Listed extends ReaderCode | FormatCode
  ? ReaderCode | FormatCode extends Listed
    ? true
    : never
  : never = true

describe('the refusals that the contract names', () => {
  it('are the ones that the reader and the formats give', () => {
    expect(isWhole).toBe(true)
    expect(refusalCodes.filter((code) => code.startsWith('formats.')).toSorted()).toEqual(
      formatCodes.toSorted(),
    )
  })
})
