import { describe, expect, it } from 'vitest'
import { atAim, readPlan } from './plan-testing.ts'

const valuesOf = (aim: string): readonly unknown[] =>
  atAim(readPlan({ aims: [aim] }).targets).flatMap(({ value }) => (value === null ? [] : [value]))

describe('what is, was or measures something else is no goal', () => {
  it.each([
    'Hiện nay toàn tỉnh có 65 xã, phường.',
    'Năm 2025 toàn tỉnh đã đạt 82% tuyến đường được sửa chữa.',
    'Dung dịch khử khuẩn có nồng độ 0,5%.',
  ])('%s', (aim) => {
    expect(valuesOf(aim)).toEqual([])
  })
})

describe('a malformed number is never mended into a near one', () => {
  it.each([
    ['Giảm 5.5.5% số vụ tai nạn giao thông.', [5.5, 55, 555]],
    ['Giảm 1O% số vụ tai nạn giao thông.', [10]],
  ])('%s', (aim, near) => {
    for (const value of valuesOf(aim)) expect(near).not.toContain(value)
  })
})
