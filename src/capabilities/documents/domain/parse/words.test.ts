import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { listMatches, rememberPassage, singleSpaced } from './words.ts'

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

describe('what is remembered of a document', () => {
  it('is that there is no answer, too', () => {
    const asked: string[] = []
    const findNothing = rememberPassage((text: string) => (asked.push(text) > 0 ? undefined : text))
    expect([findNothing('xã'), findNothing('xã')]).toEqual([undefined, undefined])
    expect(asked).toEqual(['xã'])
  })

  it('is asked once while it is read, and is gone after', () => {
    const asked: string[] = []
    const lengthOf = rememberPassage((text: string) => asked.push(text) && text.length)
    expect([lengthOf('Sở Y tế'), lengthOf('Sở Y tế'), lengthOf('xã')]).toEqual([7, 7, 2])
    expect(asked).toEqual(['Sở Y tế', 'xã'])
    readDocument({ text: 'TỐI MẬT\nSố: 01/KH-UBND', agencies: noAgencies })
    expect(lengthOf('Sở Y tế')).toBe(7)
    expect(asked).toEqual(['Sở Y tế', 'xã', 'Sở Y tế'])
  })

  it('never grows beyond its bound', () => {
    let asked = 0
    const twice = rememberPassage((text: string) => (asked++, `${text}${text}`), 2)
    for (const text of ['a', 'b', 'c', 'c', 'a']) expect(twice(text)).toBe(text + text)
    expect(asked).toBe(4)
  })
})
