import { describe, expect, it } from 'vitest'
import { listMatches, singleSpaced } from './words.ts'

describe('all matches of an expression', () => {
  const number = /\d+/gu

  it('come in their order, with their places', () =>
    expect(listMatches('ngày 5 tháng 12', number).map((match) => [match[0], match.index])).toEqual([
      ['5', 5],
      ['12', 13],
    ]))

  it('are those of the text asked about, whatever was asked before', () => {
    number.lastIndex = 9
    expect(listMatches('7 việc', number)).toHaveLength(1)
    expect(listMatches('7 việc', number)).toHaveLength(1)
  })

  it('are none where there is none', () => expect(listMatches('không có số', number)).toEqual([]))

  it.each(['', 'Sở', '𠀀ở'])('end for an expression that matches nothing at all, in %j', (text) =>
    expect(listMatches(text, /x*/gu).map((match) => match.index)).toEqual(
      [...text.matchAll(/x*/gu)].map((match) => match.index),
    ),
  )
})

describe('blanks', () => {
  it.each([
    ['Sở Y tế', 'Sở Y tế'],
    ['Sở  Y \t tế', 'Sở Y tế'],
    ['Sở\nY\u00a0tế', 'Sở Y tế'],
    [' Sở Y tế\n', ' Sở Y tế '],
    ['', ''],
  ])('%j become %j', (text, expected) => expect(singleSpaced(text)).toBe(expected))
})
