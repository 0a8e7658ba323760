import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import { findPostFault, isHeldOn, toPermissions } from './access.ts'
import { maskEmail, maskPhone } from './contact.ts'
import { findPasswordFault } from './password.ts'
import { countAttempt, remainingSeconds, waitSeconds, type ThrottleKind } from './throttle.ts'

const day = (text: string): PlainDate => text as PlainDate

describe('permissions', () => {
  it('keep their own reach for each post', () => {
    const permissions = toPermissions([
      { role: 'agency-head', agency: 'so-y-te', area: null },
      { role: 'commune-focal', agency: 'ubnd-xa-tay', area: '00001' },
    ])
    expect(permissions.get('people.account.view')).toEqual({
      everything: false,
      agencies: ['so-y-te'],
      areas: [],
    })
    expect(permissions.get('programmes.view')).toEqual({
      everything: false,
      agencies: ['so-y-te', 'ubnd-xa-tay'],
      areas: ['00001'],
    })
    expect(permissions.get('people.agency.view')?.everything).toBe(true)
    expect(permissions.has('people.account.edit')).toBe(false)
  })
  it('are none without a post', () => {
    expect(toPermissions([]).size).toBe(0)
  })
  it.each([
    ['2026-01-01', '2026-01-31', '2026-01-31', true],
    ['2026-01-01', '2026-01-31', '2026-02-01', false],
    ['2026-01-01', null, '2025-12-31', false],
    [null, null, '2030-01-01', true],
  ])('hold from %s to %s: on %s %s', (from, to, on, held) => {
    const days = { validFrom: from as PlainDate | null, validTo: to as PlainDate | null }
    expect(isHeldOn(days, day(on))).toBe(held)
  })
  it('need what their role is about', () => {
    const none = { agency: null, area: null, validFrom: null, validTo: null }
    expect(findPostFault({ role: 'agency-focal', ...none })).toContain('cơ quan')
    expect(findPostFault({ role: 'commune-focal', ...none, agency: 'x' })).toContain('địa bàn')
    expect(findPostFault({ role: 'viewer', ...none })).toBeUndefined()
    const backwards = { validFrom: day('2026-02-01'), validTo: day('2026-01-01') }
    expect(findPostFault({ role: 'viewer', ...none, ...backwards })).toContain('Ngày kết thúc')
  })
})

describe('a password', () => {
  it.each([
    ['nine letters', 'chín_ký!x'],
    ['the login', 'nguyen.van.an'],
    ['the login in capitals', 'Nguyen.Van.An'],
    ['what everybody tries', 'Matkhau@123'],
    ['one key held down', 'aaaaaaaaaaaa'],
    ['more than anybody types', 'ab1!'.repeat(60)],
  ])('is refused: %s', (_why, password) => {
    expect(findPasswordFault('nguyen.van.an', password)).toBeTypeOf('string')
  })
  it.each(['mưa rơi trên mái', 'correct horse', 'Đường-về-nhà-7'])('is taken: %s', (password) => {
    expect(findPasswordFault('nguyen.van.an', password)).toBeUndefined()
  })
  it('is counted by letters, however the keyboard composes them', () => {
    const tenLetters = 'ắằẳẵặấầẩẫậ'
    expect(findPasswordFault('x', tenLetters.normalize('NFD'))).toBeUndefined()
    expect(findPasswordFault('x', tenLetters.slice(1).normalize('NFD'))).toBeTypeOf('string')
  })
})

describe('waiting after failures', () => {
  it('starts at the fifth from one place and doubles up to a quarter of an hour', () => {
    expect([4, 5, 6, 7, 100].map((n) => waitSeconds('pair', n))).toEqual([0, 5, 10, 20, 900])
    expect([19, 20].map((n) => waitSeconds('login', n))).toEqual([0, 5])
    expect([39, 40].map((n) => waitSeconds('address', n))).toEqual([0, 5])
  })
  it('never gets shorter with more failures', () => {
    const kinds = fc.constantFrom<ThrottleKind>('pair', 'login', 'address')
    fc.assert(fc.property(kinds, fc.nat(1000), (kind, n) => waitSeconds(kind, n) <= waitSeconds(kind, n + 1)))
  })
  it('ends, also when the clock is moved back', () => {
    const now = '2026-11-21T09:00:00.000Z'
    expect(remainingSeconds('2026-11-21T09:00:04.200Z', now)).toBe(5)
    expect(remainingSeconds('2026-11-21T08:59:00.000Z', now)).toBe(0)
    expect(remainingSeconds('2026-11-22T09:00:00.000Z', now)).toBe(0)
  })
  it('forgets after an hour of quiet', () => {
    const before = { failures: 7, lastAt: '2026-11-21T08:00:00.000Z' }
    expect(countAttempt(before, '2026-11-21T09:00:00.000Z')).toBe(8)
    expect(countAttempt(before, '2026-11-21T09:00:01.000Z')).toBe(1)
    expect(countAttempt(undefined, '2026-11-21T09:00:01.000Z')).toBe(1)
  })
})

describe('a mask', () => {
  it('hides the person and leaves enough to recognise one', () => {
    expect(maskEmail('lan.nguyen@tinh.gov.vn')).toBe('l***@tinh.gov.vn')
    expect(maskEmail('@')).toBe('***')
    expect(maskEmail(null)).toBeNull()
    expect(maskPhone('0912 345 678')).toBe('09*****678')
    expect(maskPhone('113')).toBe('***')
    expect(maskPhone(null)).toBeNull()
  })
})
