import { describe, expect, it } from 'vitest'
import { toPairFinder, withWordBefore, withWordBehind } from './loose-pairs.ts'

const find = toPairFinder(['tổ chức', 'chức năng', 'tổ trưởng', 'được được'])
const printedIn = (text: string): string[] => find(text).map(({ start, end }) => text.slice(start, end))

describe('pairs of syllables whatever their marks', () => {
  it('are found with the pair that they may mean', () =>
    expect(find('các tô chức')).toEqual([{ start: 4, end: 11, pair: 'tổ chức' }]))

  it.each([
    ['TỔ CHỨC và Tổ trưởng', ['TỔ CHỨC', 'Tổ trưởng']],
    // Two pairs may share a syllable.
    ['to chuc nang', ['to chuc', 'chuc nang']],
    // Marks that stand by themselves belong to their letter.
    ['to\u0309 chu\u031b\u0301c.', ['to\u0309 chu\u031b\u0301c']],
    ['(tổ chức)', ['tổ chức']],
  ])('%s', (text, printed) => expect(printedIn(text)).toEqual(printed))

  it.each([
    '',
    'tổ',
    'tổ  chức',
    'tổ, chức',
    'tổ\nchức',
    'tổ chứcs',
    'stổ chức',
    'tổ chứ',
    'tổ chứcж',
    'tổ năng',
    ' chức',
  ])('are none in %j', (text) => expect(find(text)).toEqual([]))
})

describe('the words beside', () => {
  const text = 'của tổ chức năng, động'
  it('stand behind one blank', () => {
    expect(withWordBefore(text, 4, 6)).toBe('của tổ')
    expect(withWordBehind(text, 7, 11)).toBe('chức năng')
  })
  it('are none across a sign or at the end', () => {
    expect(withWordBefore(text, 0, 3)).toBe('')
    expect(withWordBefore(text, 18, 22)).toBe('')
    expect(withWordBehind(text, 12, 16)).toBe('')
    expect(withWordBehind(text, 18, 22)).toBe('')
  })
})
