import { describe, expect, it } from 'vitest'
import { findClausePath, listNamedClauses } from './clause-name.ts'

describe('the name of a clause', () => {
  it.each<[string, string[][]]>([
    ['Bãi bỏ khoản 4 Mục III', [['III', '4']]],
    ['Bãi bỏ điểm b khoản 2 Mục III', [['III', '2', 'b']]],
    [
      'Sửa đổi khoản 2 và khoản 3 Mục III',
      [
        ['III', '2'],
        ['III', '3'],
      ],
    ],
    [
      'Sửa đổi các khoản 2, 3 và 5 Mục III',
      [
        ['III', '2'],
        ['III', '3'],
        ['III', '5'],
      ],
    ],
    [
      'Sửa đổi điểm a, b khoản 2',
      [
        ['2', 'a'],
        ['2', 'b'],
      ],
    ],
    ['Sửa đổi Mục III, khoản 2, điểm b', [['III', '2', 'b']]],
    [
      'Sửa đổi khoản 1 Mục II và khoản 2 Mục III',
      [
        ['II', '1'],
        ['III', '2'],
      ],
    ],
    ['Bãi bỏ Mục III.2', [['III', '2']]],
    ['Sửa đổi mục 2 Phần III', [['III', '2']]],
    ['Sửa đổi mục 2 Mục III', [['III', '2']]],
    ['Sửa đổi điểm 1.2 khoản 1 Mục II', [['II', '1', '1.2']]],
    ['Bãi bỏ gạch đầu dòng thứ hai khoản 1 Mục II', [['II', '1', '-2']]],
    ['Sửa đổi khoản 1 Điều 3', [['Điều 3', '1']]],
    ['Thay thế Phụ lục II', [['PL2']]],
    ['Bổ sung khoản 5 vào sau khoản 4 Mục III', [['5'], ['III', '4']]],
    ['Bổ sung khoản 5 vào Mục III', [['III', '5']]],
    ['Bãi bỏ điểm “c” khoản 2 Mục III', [['III', '2', 'c']]],
  ])('%s', (words, named) => expect(listNamedClauses(words)).toEqual(named))

  it.each([
    'Sửa đổi một số nội dung của Kế hoạch số 15/KH-UBND',
    'Các sở, ban, ngành theo chức năng, nhiệm vụ được giao',
    'điều chỉnh thời gian thực hiện',
    'khoảng 20 km đường',
    'quan điểm của tỉnh',
  ])('is not in “%s”', (words) => expect(listNamedClauses(words)).toEqual([]))
})

const outline = [
  ['I', 1],
  ['I.1', 2],
  ['III', 1],
  ['III.2', 2],
  ['III.2.a', 3],
  ['III.2.b', 3],
  ['III.2.-1', 3],
  ['III.3', 2],
  ['III.3.1', 3],
  ['III.4', 2],
  ['III.4#2', 2],
  ['B', 1],
  ['B.IV', 2],
  ['B.IV.(1)', 3],
].map(([path, depth]) => ({ path: String(path), depth: Number(depth) }))

describe('a named clause in the outline', () => {
  it.each<[string[], string]>([
    [['III', '2'], 'III.2'],
    [['III', '2', 'b'], 'III.2.b'],
    [['III', '2', '-1'], 'III.2.-1'],
    [['III', '3.1'], 'III.3.1'],
    [['IV', '1'], 'B.IV.(1)'],
    [['b'], 'III.2.b'],
  ])('%s is %s', (named, path) => expect(findClausePath(outline, named)).toBe(path))

  it.each<[string, string[]]>([
    ['does not exist', ['III', '9']],
    ['stands twice under one number', ['III', '4']],
    ['stands in several sections', ['2', 'c']],
    ['is below nothing', ['V', '1']],
    ['has no name', []],
  ])('is not guessed when it %s', (_, named) => expect(findClausePath(outline, named)).toBeUndefined())
})
