import { describe, expect, it } from 'vitest'
import { readDong } from './budget-amount.ts'

describe('no amount', () => {
  it.each([
    '',
    ' ',
    '1,5',
    '1.5',
    '1.500.00',
    '12 triệu',
    '1e9',
    '--5',
    '5-',
    '1 000',
    '100.000.000.000.001',
  ])('in đồng: %j', (typed) => {
    expect(readDong(typed)).toBeUndefined()
  })

  it.each(['', '1.5', '1,', ',5', '1,2345678', '1,5,0', '100.000.001', 'một triệu'])(
    'in millions: %j',
    (typed) => {
      expect(readDong(typed, 'million')).toBeUndefined()
    },
  )
})
