import { describe, expect, it } from 'vitest'
import { toSearchWords } from './search.ts'

describe('the words of a search', () => {
  it('have no tone marks, and the last may go on', () => {
    expect(toSearchWords('Điểm đen tai nạ')).toEqual([
      { word: 'diem', prefix: false },
      { word: 'den', prefix: false },
      { word: 'tai', prefix: false },
      { word: 'na', prefix: true },
    ])
  })

  it('are parted by whatever is neither letter nor digit', () => {
    expect(toSearchWords('ĐT.242').map(({ word }) => word)).toEqual(['dt', '242'])
  })

  it('stand for themselves when they are one letter', () => {
    expect(toSearchWords('phụ lục a')).toContainEqual({ word: 'a', prefix: false })
  })

  it.each(['', '  ', '%%', '—', "'&|!:*()"])('are none in %j', (query) => {
    expect(toSearchWords(query)).toEqual([])
  })
})
