import { assert, constantFrom, array, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from './normalise.ts'

describe('what is no markup stays', () => {
  test.each([
    ['an item that opens with a star', '* Nội dung: học tập', '* Nội dung: học tập'],
    ['a note', 'mũ bảo hiểm (*) đạt chuẩn', 'mũ bảo hiểm (*) đạt chuẩn'],
    ['a comparison', 'nồng độ < 0,25 mg', 'nồng độ < 0,25 mg'],
    ['a single underscore in an ordinary text', 'tệp ke_hoach.docx', 'tệp ke_hoach.docx'],
    ['an ampersand', 'Sở KH&CN', 'Sở KH&CN'],
    ['letters that a scanner read wrong', 'phần đầu hoàn thành', 'phần đầu hoàn thành'],
    ['both spellings of the tone mark', 'Uỷ ban, Ủy ban, hoà, hòa', 'Uỷ ban, Ủy ban, hoà, hòa'],
  ])('%s', (_, original, clean) => {
    expect(normalise(original).text).toBe(clean)
  })
})

test('whatever comes in, the map rises and stays inside', () => {
  const piece = constantFrom(
    '**',
    '*',
    '<sup>',
    '</sup>',
    '1',
    '&nbsp;',
    '&',
    '_',
    '\u0301',
    'a',
    'Đ',
    ' ',
    '\n',
    '|',
    '\\',
    '<b',
  )
  assert(
    property(
      oneof(
        string(),
        string({ unit: 'binary' }),
        array(piece).map((p) => p.join('')),
      ),
      (text) => {
        const normal = normalise(text)
        expect(normal.map.length).toBe(normal.text.length)
        for (let i = 0; i < normal.map.length; i++) {
          expect(normal.map[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : (normal.map[i - 1] ?? 0))
          expect(normal.ends?.[i] ?? (normal.map[i] ?? 0) + 1).toBeLessThanOrEqual(text.length)
        }
      },
    ),
  )
})
