import { beforeAll, describe, expect, it } from 'vitest'
import type { PageWords, PlacedWord } from '#capabilities/documents/formats/page-words.ts'
import { draftReminderLetter } from '#capabilities/programmes/domain/reminder-letter.ts'
import { lateDuties, lateDuty, reminderOf } from '#capabilities/programmes/domain/reminder-testing.ts'
import type { LateDuty } from '#capabilities/programmes/domain/late-duty.ts'
import type { OfficialLetter } from '#platform/server/word/letter.ts'
import { writeOfficialLetter } from '#platform/server/word/official-letter.ts'
import { sampleLetter } from '#platform/server/word/testing.ts'
import { linesOf, openDocx } from './docx-parts.ts'
import { printLetters, type PrintedLetter } from './printing.ts'

/** The drafted words go into the writer as they are. */
const remind = (duties: readonly LateDuty[]): OfficialLetter => {
  const draft = draftReminderLetter(reminderOf(duties))
  if (!draft.ok) throw new Error(JSON.stringify(draft.error))
  return draft.value
}

const PARAGRAPH =
  'Trong tháng, lực lượng chức năng đã tổ chức tuần tra, kiểm soát trên các tuyến trọng điểm, xử lý nghiêm vi phạm về nồng độ cồn, tốc độ, tải trọng; người dân đồng tình, ủng hộ.'

const letters = {
  one: remind([lateDuty(5)]),
  two: remind(lateDuties(2)),
  six: remind(lateDuties(6)),
  many: remind(lateDuties(25)),
  most: remind(lateDuties(200)),
  odd: remind([
    lateDuty(40, { order: `Rà soát "điểm đen" & <đường ngang> ở ${'Km'.repeat(200)} 'cũ'` }),
    lateDuty(30, { order: 'Đôn đô\u0301c thu\u031b\u0323c hie\u0323\u0302n nhie\u0323\u0302m vu\u0323' }),
    lateDuty(20, { order: 'Việc thứ nhất;\nviệc thứ hai\u0000\u0008;\r\nviệc thứ ba.' }),
    lateDuty(10, { order: `Nội dung dài. ${PARAGRAPH} `.repeat(30) }),
  ]),
  report: sampleLetter({
    kind: 'Báo cáo',
    number: '112',
    symbol: 'BC-BATGT',
    date: { year: 2026, month: 11, day: 5 },
    subject: 'Kết quả công tác bảo đảm trật tự, an toàn giao thông tháng 10',
    addressees: ['Ủy ban nhân dân tỉnh Mẫu', 'Ủy ban An toàn giao thông Quốc gia'],
    body: [1, 2, 3, 4, 5].flatMap(() => [
      { kind: 'heading' as const, level: 1 as const, words: 'Tình hình trật tự, an toàn giao thông' },
      { kind: 'heading' as const, level: 2 as const, words: 'Tai nạn giao thông' },
      { kind: 'heading' as const, level: 3 as const, words: 'Theo lĩnh vực' },
      ...[1, 2, 3].map(() => ({ kind: 'paragraph' as const, words: PARAGRAPH })),
    ]),
  }),
} as const
type Name = keyof typeof letters

const MM = 72 / 25.4
const sidesOf = ({ width, height }: PageWords): number[] =>
  [width / MM, height / MM].map((side) => Math.round(side))
/** Words in the upper margin, and those of the text. */
const isAbove = ({ bottom }: PlacedWord): boolean => bottom < 20 * MM
const textOf = ({ words }: PageWords): PlacedWord[] => words.filter((word) => !isAbove(word))
const glue = (words: readonly PlacedWord[]): string => words.map(({ text }) => text).join('')
const bare = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '')

/** How often each letter stands in a text. */
const countLetters = (text: string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const letter of bare(text)) counts[letter] = (counts[letter] ?? 0) + 1
  return counts
}

describe('letters as LibreOffice prints them', () => {
  const names = Object.keys(letters) as Name[]
  const files = {} as Record<Name, Uint8Array>
  let printed: Record<Name, PrintedLetter>
  beforeAll(async () => {
    for (const name of names) files[name] = await writeOfficialLetter(letters[name])
    printed = await printLetters(files)
  })

  it.each(names)('%s: on A4, an annex of a wide table on its side', (name) => {
    const sizes = printed[name].pages.map((page) => sidesOf(page).join('×'))
    const annexed = letters[name].annexes.length > 0
    const upright = annexed ? 1 : sizes.length
    expect(sizes).toEqual(sizes.map((_, i) => (i < upright ? '210×297' : '297×210')))
  })

  it.each(names)('%s: within the margins of the decree, and up to them', (name) => {
    for (const page of printed[name].pages) {
      const words = textOf(page)
      const left = Math.min(...words.map((word) => word.left)) / MM
      const right = (page.width - Math.max(...words.map((word) => word.right))) / MM
      const top = Math.min(...words.map((word) => word.top)) / MM
      const bottom = (page.height - Math.max(...words.map((word) => word.bottom))) / MM
      // The box of a word is higher than its line: as much as the font allows, by up to a millimetre.
      expect(left).toBeGreaterThanOrEqual(29.9)
      expect(left).toBeLessThanOrEqual(35)
      expect(right).toBeGreaterThanOrEqual(14.9)
      expect(top).toBeGreaterThanOrEqual(19)
      expect(top).toBeLessThanOrEqual(25)
      expect(bottom).toBeGreaterThanOrEqual(19)
    }
    const widest = printed[name].pages.flatMap((page) =>
      textOf(page).map((word) => (page.width - word.right) / MM),
    )
    expect(Math.min(...widest)).toBeLessThanOrEqual(20)
  })

  it.each(names)('%s: numbered in the middle of the upper margin from the second page on', (name) => {
    for (const page of printed[name].pages) {
      const above = page.words.filter(isAbove)
      expect(above.map(({ text }) => text)).toEqual(page.page === 1 ? [] : [String(page.page)])
      const middle = (30 * MM + page.width - 15 * MM) / 2
      for (const { left, right } of above) expect(Math.abs((left + right) / 2 - middle) / MM).toBeLessThan(1)
    }
  })

  it.each(names)('%s: with every letter of its text, none more', (name) => {
    const head = bare('TTNhiệm vụ (trích nguyên văn)Căn cứThời hạnSố ngày quá hạnTình trạng')
    const { pages } = printed[name]
    const shown = pages.map((page) => glue(textOf(page))).join('')
    const written = linesOf(openDocx(files[name]).part('word/document.xml')).join('')
    // The headings of a table are repeated on its further pages; their cells may be read in another order.
    const further = pages.filter((page, i) => {
      const first = glue(textOf(page).filter((word) => word.bottom < 32 * MM))
      return i > 0 && first.includes('TTNhiệm')
    }).length
    expect(countLetters(shown)).toEqual(countLetters(written + head.repeat(further)))
  })

  it.each(names)('%s: in one font that goes with the file', (name) => {
    const { fonts } = printed[name]
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => !font.embedded)).toEqual([])
    expect(fonts.filter((font) => !/^[A-Z]{6}\+(?:Tinos|TimesNewRoman)/u.test(font.name))).toEqual([])
  })

  it.each(names)('%s: without a blank page, the signature behind the last words', (name) => {
    const { pages } = printed[name]
    expect(pages.filter((page) => textOf(page).length < 8)).toEqual([])
    const signed = pages.find((page) => glue(page.words).includes('Nơinhận:'))
    const last = letters[name].body.at(-1)
    const words = last?.kind === 'paragraph' && typeof last.words === 'string' ? last.words : ''
    expect(words).not.toBe('')
    expect(bare(glue(signed?.words ?? []))).toContain(bare(words))
  })

  it('leaves no page blank however many lines a letter has', async () => {
    // From a foot that fits the page with room to spare to one that no longer does.
    const grown: Record<string, Uint8Array> = {}
    for (let lines = 0; lines < 12; lines++) {
      const more = Array.from({ length: lines }, () => ({
        kind: 'paragraph' as const,
        words: 'Thêm một dòng.',
      }))
      const body = [...letters.one.body.slice(0, -1), ...more, ...letters.one.body.slice(-1)]
      grown[`grown-${lines}`] = await writeOfficialLetter({ ...letters.one, body })
    }
    const pages = Object.values(await printLetters(grown)).map((letter) => letter.pages)
    expect(new Set(pages.map(({ length }) => length))).toEqual(new Set([1, 2]))
    const signed = pages.map((of) => glue(textOf(of.at(-1) as PageWords)))
    expect(signed.filter((text) => !/quantâm,phốihợpthựchiện\.\/\.Nơinhận:/u.test(text))).toEqual([])
  })

  it('shows the body of a letter in its order', () => {
    const shown = glue(printed.two.pages.flatMap(textOf))
    const lines = letters.two.body.map((block) =>
      block.kind !== 'paragraph'
        ? ''
        : typeof block.words === 'string'
          ? block.words
          : block.words.map(({ text }) => text).join(''),
    )
    let at = 0
    for (const line of lines) {
      const found = shown.indexOf(bare(line), at)
      expect(found, line).toBeGreaterThanOrEqual(at)
      at = found + bare(line).length
    }
  })

  it('fits a letter of two duties on one page', () => {
    expect(printed.two.pages).toHaveLength(1)
  })

  it('shows the head as the decree draws it', () => {
    const words = printed.two.pages[0]?.words ?? []
    const find = (text: string): PlacedWord => {
      const found = words.find((word) => word.text === text)
      if (!found) throw new Error(`no word ${text}`)
      return found
    }
    const nation = ['CỘNG', 'HÒA', 'XÃ', 'HỘI', 'CHỦ', 'NGHĨA', 'VIỆT', 'NAM'].map(find)
    expect(new Set(nation.map(({ top }) => Math.round(top))).size).toBe(1)
    const middleOf = (from: PlacedWord, to: PlacedWord): number => (from.left + to.right) / 2
    expect(Math.abs(middleOf(find('CỘNG'), find('NAM')) - middleOf(find('Độc'), find('phúc')))).toBeLessThan(
      2,
    )
    // The motto below the nation's name, the number level with place and date, "V/v" below the number.
    expect(find('Độc').top).toBeGreaterThan(find('CỘNG').top)
    expect(Math.abs(find('Số:').bottom - find('Mẫu,').bottom)).toBeLessThan(3)
    expect(find('V/v').top).toBeGreaterThan(find('Số:').top)
    expect(find('V/v').right).toBeLessThan(find('CỘNG').left)
    expect(find('Kính').top).toBeGreaterThan(find('V/v').bottom)
  })
})
