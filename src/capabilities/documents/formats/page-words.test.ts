import { describe, expect, it } from 'vitest'
import { findTablePage, isTablePage, readBoxes } from './page-words.ts'

describe('the places of words that Poppler prints', () => {
  it('are read page by page', () => {
    const html = [
      '  <page width="595.0" height="842.0">',
      '    <word xMin="10.5" yMin="20.0" xMax="30.0" yMax="32.0">Sở</word>',
      '    <word xMin="-1.0" yMin="20.0" xMax="50.0" yMax="32.0">A&amp;B &lt;1&gt;</word>',
      '  </page>',
      '  <page width="842.0" height="595.0">',
      '  </page>',
    ].join('\n')
    expect(readBoxes(html, 3)).toEqual([
      {
        page: 3,
        width: 595,
        height: 842,
        words: [
          { text: 'Sở', left: 10.5, top: 20, right: 30, bottom: 32 },
          { text: 'A&B <1>', left: -1, top: 20, right: 50, bottom: 32 },
        ],
      },
      { page: 4, width: 842, height: 595, words: [] },
    ])
  })
})

describe('a page that may hold a table', () => {
  it.each([
    ['the column of numbers', 'Phụ lục\n\n   STT\n        Nội dung     Chủ trì'],
    ['names of columns', '  Nhiệm vụ          Cơ quan chủ trì     Thời hạn'],
    ['names in capitals', 'THỜI GIAN                NỘI DUNG'],
  ])('%s', (_what, page) => expect(isTablePage(page)).toBe(true))

  it('is counted from one', () => expect(findTablePage('Kế hoạch\f2\n TT   Nội dung\f3')).toBe(2))
})
