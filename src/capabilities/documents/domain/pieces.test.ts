import { describe, expect, it } from 'vitest'
import { isLongText, toPieces, toTermParts } from './pieces.ts'

describe('pieces of a text', () => {
  it('are the text again when they are put together', () => {
    const text = 'Bảo đảm trật tự, an toàn giao thông'
    expect(toPieces(text, 10)).toEqual(['Bảo đảm tr', 'ật tự, an ', 'toàn giao ', 'thông'])
  })

  it('part no sign that stands in two halves', () => {
    expect(toPieces('ab😀cd', 3)).toEqual(['ab😀', 'cd'])
    expect(toPieces('😀', 1)).toEqual(['😀'])
  })

  it('are one for an empty text', () => {
    expect(toPieces('')).toEqual([''])
  })

  it('are asked for when a text is long', () => {
    expect([isLongText('a'.repeat(1_000_000)), isLongText('a'.repeat(1_000_001))]).toEqual([false, true])
  })
})

describe('parts of terms', () => {
  it('hold as many as one vector takes', () => {
    const terms = Array.from({ length: 45_000 }, (_, i) => `so_${i}`)
    const parts = toTermParts(terms)
    expect(parts.map((part) => part.length)).toEqual([20_000, 20_000, 5_000])
    expect(parts.flat()).toEqual(terms)
  })

  it('hold fewer long ones: three bytes a sign must have room in a million', () => {
    const terms = Array.from({ length: 12_000 }, (_, i) => `${i}`.padEnd(50, 'a'))
    expect(toTermParts(terms).map((part) => part.length)).toEqual([6_000, 6_000])
  })

  it('are none for no terms', () => {
    expect(toTermParts([])).toEqual([])
  })
})
