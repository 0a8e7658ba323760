import { describe, expect, it } from 'vitest'
import { toClauseWords } from './clause-words.ts'

describe('a clause in the words of an office', () => {
  it.each([
    ['III.2.a', 'điểm a khoản 2 mục III'],
    ['V.15.(1)', '(1) khoản 15 mục V'],
    ['V.2.-3', 'gạch đầu dòng thứ 3 khoản 2 mục V'],
    ['II', 'mục II'],
    ['7.đ', 'điểm đ khoản 7'],
    ['PL.4', 'số thứ tự 4 Phụ lục'],
    ['PL2.11', 'số thứ tự 11 Phụ lục 2'],
    ['IV#2.1', 'khoản 1 mục IV'],
  ])('%s → %s', (path, words) => expect(toClauseWords(path)).toBe(words))

  it.each(['', '(closing)'])('is none for the whole document: “%s”', (path) =>
    expect(toClauseWords(path)).toBeNull(),
  )
})
