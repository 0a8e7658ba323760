import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DIGEST_GROUPS, isEmptyDigest, toDigest, type Tidings, type ToldDuty } from './digest.ts'
import { dueWords, stageWords, tidingsWords, toChatText, toLetterText } from './notice-words.ts'

const day = (text: string): PlainDate => text as PlainDate
const today = day('2026-11-25')
const duty = (id: string, over: Partial<ToldDuty> = {}): ToldDuty => ({
  id,
  text: `Rà soát điểm đen số ${id}`,
  place: 'V.2',
  plan: '15/KH-UBND',
  agencyName: 'Sở Xây dựng',
  state: 'accepted',
  due: day('2026-11-22'),
  ...over,
})
const stage = (due: string, number = 1): Tidings => ({
  kind: 'stage',
  stage: number,
  due: day(due),
  isStandIn: false,
})
const returned: Tidings = {
  kind: 'event',
  verb: 'return',
  as: 'office',
  isConflict: false,
  words: 'Thiếu biên bản',
  isStandIn: false,
}

describe('days in words', () => {
  it.each([
    ['2026-11-25', 'đến hạn hôm nay'],
    ['2026-12-02', 'còn 07 ngày'],
    ['2026-11-22', 'quá hạn 03 ngày'],
    ['2026-11-05', 'quá hạn 20 ngày'],
  ])('%s: %s', (due, words) => expect(dueWords(day(due), today)).toBe(words))
  it('names stages', () => {
    expect([-7, 0, 3].map(stageWords)).toEqual(['Trước hạn 07 ngày', 'Vào ngày đến hạn', 'Quá hạn 03 ngày'])
  })
})

describe('a letter', () => {
  const told = [
    { duty: duty('1'), tidings: stage('2026-11-22', 3) },
    { duty: duty('1'), tidings: returned },
    { duty: duty('2', { due: today }), tidings: stage('2026-11-25', 0) },
    { duty: duty('3', { due: day('2026-12-02') }), tidings: stage('2026-12-02', -7) },
    { duty: duty('4', { plan: null, place: '', due: null }), tidings: returned },
  ]
  it('groups by how urgent it is and names each duty once', () => {
    const digest = toDigest(told, today)
    expect(DIGEST_GROUPS.map((group) => digest[group].map((one) => one.duty.id))).toEqual([
      ['1'],
      ['2'],
      ['3'],
      ['4'],
    ])
    const { subject, text } = toLetterText(digest, {
      name: 'Nguyễn Văn Minh',
      today,
      address: 'https://a.vn',
    })
    expect(subject).toBe(
      'Nhiệm vụ an toàn giao thông ngày 25/11/2026: 01 nhiệm vụ quá hạn, 01 nhiệm vụ đến hạn hôm nay, 01 nhiệm vụ sắp đến hạn, 01 nhiệm vụ có thông tin mới',
    )
    expect(text.split('\n').slice(0, 8)).toEqual([
      'Kính gửi: Nguyễn Văn Minh',
      '',
      'Tính đến ngày 25/11/2026, có 01 nhiệm vụ quá hạn, 01 nhiệm vụ đến hạn hôm nay, 01 nhiệm vụ sắp đến hạn, 01 nhiệm vụ có thông tin mới thuộc trách nhiệm theo dõi, thực hiện của Quý vị:',
      '',
      'I. QUÁ HẠN: 01 NHIỆM VỤ',
      '1. Rà soát điểm đen số 1',
      '   15/KH-UBND, mục V.2; chủ trì: Sở Xây dựng; hạn 22/11/2026 (quá hạn 03 ngày).',
      '   - Văn phòng Ban An toàn giao thông trả lại để bổ sung: Thiếu biên bản.',
    ])
    expect(text).toContain('   Nhiệm vụ ngoài kế hoạch; chủ trì: Sở Xây dựng.')
    expect(text).toContain('https://a.vn/thong-bao')
  })

  it('leaves out what is no longer true when it goes out', () => {
    const done = duty('1', { state: 'verified' })
    const moved = duty('2', { due: day('2026-12-31') })
    const digest = toDigest(
      [
        { duty: done, tidings: stage('2026-11-22') },
        { duty: moved, tidings: stage('2026-11-22') },
      ],
      today,
    )
    expect(isEmptyDigest(digest)).toBe(true)
  })

  it('cuts long duties between words and long lists with a count', () => {
    const long = duty('dài', { text: 'tuần tra '.repeat(100) })
    const many = Array.from({ length: 53 }, (_, i) => ({ duty: duty(`${i}`), tidings: stage('2026-11-22') }))
    const { text } = toLetterText(toDigest([{ duty: long, tidings: stage('2026-11-22') }, ...many], today), {
      name: 'Lan',
      today,
    })
    expect(text).toMatch(/(?:tuần|tra)…\n/u)
    expect(text).toContain('I. QUÁ HẠN: 54 NHIỆM VỤ')
    expect(text).toContain('Và 04 nhiệm vụ khác')
  })

  it('has a short form for the groups in which the offices talk', () => {
    const text = toChatText(toDigest(told.slice(0, 1), today), { agency: 'Sở Xây dựng', today })
    expect(text.split('\n')).toEqual([
      'Kính gửi: Sở Xây dựng',
      'Văn phòng Ban An toàn giao thông thông báo, tính đến ngày 25/11/2026 cơ quan có 01 nhiệm vụ quá hạn:',
      '* Quá hạn (01):',
      '1. 15/KH-UBND, mục V.2 – hạn 22/11/2026, quá hạn 03 ngày',
      'Đề nghị cơ quan khẩn trương thực hiện và báo cáo kết quả trên hệ thống Bình An.',
    ])
    expect(toChatText(toDigest([], today), { agency: 'Sở Y tế', today })).toContain('không có nhiệm vụ')
    const byHand = { duty: duty('7', { place: '', plan: null }), tidings: stage('2026-11-22', 3) }
    expect(toChatText(toDigest([byHand], today), { agency: 'Sở Y tế', today })).toContain(
      '1. Rà soát điểm đen số 7 – hạn 22/11/2026',
    )
  })

  it('says when nobody is there, and what came too late', () => {
    expect(tidingsWords({ ...stage('2026-11-22'), isStandIn: true } as Tidings, today)).toContain(
      'chưa có người dùng',
    )
    expect(tidingsWords({ ...returned, isConflict: true } as Tidings, today)).toMatch(/^Cần xem lại/u)
    expect(tidingsWords({ kind: 'manual', words: null, isStandIn: false }, today)).toBe(
      'Văn phòng Ban An toàn giao thông nhắc thực hiện',
    )
  })
})

describe('whatever is told', () => {
  const tidings = fc.oneof(
    fc.constantFrom<Tidings>(stage('2026-11-22'), returned, {
      kind: 'manual',
      words: 'Gấp',
      isStandIn: false,
    }),
  )
  it('each duty stands in the letter once', () => {
    const told = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), tidings))
    fc.assert(
      fc.property(told, (all) => {
        const digest = toDigest(
          all.map(([id, one]) => ({ duty: duty(`${id}`), tidings: one })),
          today,
        )
        const ids = DIGEST_GROUPS.flatMap((group) => digest[group].map((one) => one.duty.id))
        expect(new Set(ids)).toEqual(new Set(all.map(([id]) => `${id}`)))
        expect(ids).toHaveLength(new Set(ids).size)
      }),
    )
  })
})
