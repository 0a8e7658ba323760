import fs from 'node:fs'
import path from 'node:path'
import { planText } from '#apps/server/plan-testing.ts'

/** Plans for the archive: the form of the offices, duties and words of the sample province, varied by a number. */

/** The same plans at every run. */
const random = (seed: number): (() => number) => {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) >>> 0
    return state / 2 ** 32
  }
}

const AGENCIES = [
  'Công an tỉnh',
  'Sở Xây dựng',
  'Sở Y tế',
  'Sở Tài chính',
  'Sở Giáo dục và Đào tạo',
  'Sở Tư pháp',
]

let known: readonly string[] | undefined
/** Sentences of the sample plans. */
const sentences = (): readonly string[] => {
  const folder = 'provinces/tinh-mau/documents'
  known ??= fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split(/[\n.;]/u))
    .map((line) =>
      line
        .replaceAll(/\{\{[^}]*\}\}/gu, '2026')
        .replaceAll(/^[\s\d.)+a-zđIVX-]{0,6}\s/gu, '')
        .trim(),
    )
    .filter((line) => line.length > 60 && line.length < 400 && !/[{}|#]/u.test(line))
  return known
}

/** 32 duties make about 40 kB of text. */
export const makePlan = (number: number, count = 32): string => {
  const next = random(number + 1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const duties = Array.from({ length: count }, (_, i) => {
    const [lead, partner] = [pick(AGENCIES), pick(AGENCIES)]
    const more = Array.from({ length: 5 }, () => pick(sentences())).join(', ')
    return `${lead} chủ trì, phối hợp với ${partner} ${pick(sentences()).toLowerCase()} trên tuyến ĐT.${200 + ((number + i) % 90)}; ${more}; hoàn thành trước ngày ${1 + (i % 28)}/${1 + (number % 12)}/2026.`
  })
  return planText(duties, {
    number: `${number}/KH-UBND`,
    subject: `Bảo đảm trật tự, an toàn giao thông: chuyên đề số ${number}`,
  })
}

const SYLLABLES =
  'ba bà bản bến bình cầu chợ cửa đèo đá đông đường hà hoà hồ khe kim lâm lạc long mai minh nà nam núi phú phố quang sơn suối tân thác thanh thượng tiên trung vân vĩnh xuân yên'.split(
    ' ',
  )

/** Some 4 kB of made-up place names that only this document has in this order. */
export const makeWords = (number: number): string => {
  const next = random(number * 7 + 3)
  const syllable = (): string => SYLLABLES[Math.floor(next() * SYLLABLES.length)] as string
  return Array.from({ length: 300 }, () => `${syllable()} ${syllable()}`).join(', ')
}
