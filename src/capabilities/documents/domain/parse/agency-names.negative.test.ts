import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAgencyName } from './agency-names.ts'

const nameOf = (text: string): string | undefined => {
  const found = readAgencyName(text, 0)
  return found && text.slice(found.start, found.end)
}

describe('a name ends where the agency ends', () => {
  it.each([
    ['Sở Xây dựng trước ngày 30/6/2026', 'Sở Xây dựng'],
    ['Sở Y tế (qua Văn phòng)', 'Sở Y tế'],
    ['Sở Tài chính; Kho bạc', 'Sở Tài chính'],
    ['Sở Công Thương. Các xã', 'Sở Công Thương'],
  ])('%s', (text, name) => {
    expect(nameOf(text)?.replace(/\s*\([^()]*\)$/u, '')).toBe(name)
  })
})

describe('where no name opens', () => {
  it.each(['', 'tuyến đường', '12 xã', 'Ban hành', 'Sở hữu', '(Sở Y tế)', 'và Sở Y tế'])(
    '%j is none',
    (text) => {
      expect(nameOf(text)).toBeUndefined()
    },
  )

  it('no text and no place makes it throw or leave the text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        for (const at of [0, Math.floor(text.length / 2), text.length]) {
          const found = readAgencyName(text, at)
          const inside =
            found === undefined || (found.start >= at && found.end <= text.length && found.start < found.end)
          expect(inside).toBe(true)
        }
      }),
    )
  })
})
