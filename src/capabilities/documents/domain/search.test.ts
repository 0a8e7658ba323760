import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSnippet, toAlignedKey, toIndexTerms, toSearchTerms } from './search.ts'

describe('what a text is found under', () => {
  it('is each syllable and each pair of neighbours, without marks', () => {
    expect(toIndexTerms('Đường bộ, đường sắt')).toEqual([
      'duong',
      'bo',
      'sat',
      'duong_bo',
      'bo_duong',
      'duong_sat',
    ])
    expect(toIndexTerms('Số 11/KH-UBND')).toContain('11_kh')
    expect(toIndexTerms('')).toEqual([])
    expect(toIndexTerms('x'.repeat(200))).toEqual([])
  })

  it('is asked for by pairs, the last word still being typed', () => {
    expect(toSearchTerms('an toàn giao th')).toEqual({
      phrase: [
        { term: 'an_toan', prefix: false },
        { term: 'toan_giao', prefix: false },
        { term: 'giao_th', prefix: true },
      ],
      words: [
        { term: 'an', prefix: false },
        { term: 'toan', prefix: false },
        { term: 'giao', prefix: false },
        { term: 'th', prefix: true },
      ],
    })
    expect(toSearchTerms('  ').phrase).toEqual([])
    expect(toSearchTerms("' | & ! :* \\").phrase).toEqual([])
  })
})

describe('the place of a hit', () => {
  const text = `${'Mở đầu. '.repeat(20)}Bảo đảm an toàn\ngiao  thông đường thuỷ và đường bộ. ${'Kết thúc. '.repeat(30)}`

  it.each(['an toan giao thong', 'AN TOÀN GIAO', 'duong thuy', 'đường thủy'])(
    'of “%s” is where it stands',
    (query) => {
      const snippet = findSnippet(text, query)
      expect(snippet).not.toBeNull()
      const { start = 0, marks = [] } = snippet ?? {}
      expect(text.slice(start, start + (snippet?.text.length ?? 0))).toBe(snippet?.text)
      const [mark] = marks
      const hit = snippet?.text.slice(mark?.start, mark?.end) ?? ''
      expect(toAlignedKey(hit).replace(/\s+/gu, ' ')).toBe(toAlignedKey(query))
    },
  )

  it('is none where nothing stands, nor in the middle of a word', () => {
    expect(findSnippet('bản tin', 'an')).toBeNull()
    expect(findSnippet('', 'an')).toBeNull()
    expect(findSnippet('an', '')).toBeNull()
  })

  it('is right in a text whose marks stand alone', () => {
    const apart = 'Bảo đảm an toàn giao thông'.normalize('NFD')
    const snippet = findSnippet(apart, 'an toàn')
    const [mark] = snippet?.marks ?? []
    expect(snippet?.text.slice(mark?.start, mark?.end).normalize('NFC')).toBe('an toàn')
  })

  it('never leaves the text, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (some, query) => {
          expect(toAlignedKey(some)).toHaveLength(some.length)
          const snippet = findSnippet(some, query)
          if (!snippet) return
          expect(some.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text)
          for (const { start, end } of snippet.marks)
            expect(start < end && end <= snippet.text.length).toBe(true)
        },
      ),
    )
  })
})
