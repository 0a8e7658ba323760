import { describe, expect, it } from 'vitest'
import { listWordNumbers, toWordNumber } from './number-words.ts'
import { atAim, readPlan } from './plan-testing.ts'

describe('toWordNumber knows no number', () => {
  it.each(['mươi năm', 'trăm', 'linh', 'hai ba', 'một một trăm', ''])('%s', (words) => {
    expect(toWordNumber(words)).toBeUndefined()
  })
})

describe('listWordNumbers finds none', () => {
  it.each([
    'ít nhất một số đơn vị tham gia',
    'là một trong những tỉnh đi đầu',
    'tỷ lệ phần trăm số người chết',
    'hai là, nâng cao ý thức',
    'trong năm, tổ chức ba đợt kiểm tra',
    'từ năm đến nay',
  ])('%s', (text) => {
    expect(listWordNumbers(text)).toEqual([])
  })
})

describe('no target', () => {
  it.each([
    'Xây dựng một môi trường giao thông an toàn, văn minh, thân thiện.',
    'Tổ chức tuyên truyền ít nhất một năm trước khi áp dụng.',
  ])('%s', (line) => {
    expect(atAim(readPlan({ aims: [line] }).targets)).toEqual([])
  })
})
