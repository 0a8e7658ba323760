import { describe, expect, it } from 'vitest'
import { findTablePage, isTablePage, readBoxes } from './page-words.ts'

describe('what is no place of a word is passed over', () => {
  const page = '<page width="595.0" height="842.0">\n'
  it.each([
    ['a word before any page', '<word xMin="1" yMin="1" xMax="2" yMax="2">A</word>'],
    ['a place that is no number', `${page}<word xMin="nan" yMin="1" xMax="2" yMax="2">A</word>`],
    ['a word without end', `${page}<word xMin="1" yMin="1" xMax="2" yMax="2">A`],
    ['no word in it', `${page}<word xMin="1" yMin="1" xMax="2" yMax="2"></word>`],
    ['nothing', ''],
  ])('%s', (_what, html) => expect(readBoxes(html, 1).flatMap((one) => one.words)).toEqual([]))
})

describe('a page of sentences holds no table', () => {
  it.each([
    ['a sentence', 'Sở Y tế chủ trì, phối hợp với Công an tỉnh thực hiện nội dung này, thời gian ba tháng.'],
    ['a name that only begins alike', 'TTHC được công bố\nSTTHC'],
    ['nothing', ''],
  ])('%s', (_what, page) => expect(isTablePage(page)).toBe(false))

  it('and so there is no first one', () => expect(findTablePage('Một\fHai')).toBeUndefined())
})
