import { describe, expect, it } from 'vitest'
import { readFigure } from './targets-figure.ts'

describe('no figure', () => {
  it.each([
    '',
    ' ',
    '1.5',
    '1,2,3',
    '12 vụ',
    '1.23.456',
    ',5',
    '5,',
    '--1',
    '1e5',
    'NaN',
    '12345678901234',
    '1,1234567',
  ])('%j', (typed) => {
    expect(readFigure(typed)).toBeUndefined()
  })
})
