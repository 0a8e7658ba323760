import { describe, expect, it } from 'vitest'
import { readFigure } from './targets-figure.ts'

describe('a typed figure', () => {
  it.each([
    ['12', 12],
    [' 98,5 ', 98.5],
    ['1.234', 1234],
    ['1.234.567,25', 1_234_567.25],
    ['-3', -3],
    ['0', 0],
  ])('%s is %d', (typed, value) => {
    expect(readFigure(typed)).toBe(value)
  })
})
