import { describe, expect, it } from 'vitest'
import { isGarbled, isSuspect, isUnmarked, toHealth } from './garbled.ts'
import { SAMPLE } from './testing.ts'

const bytesAsLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

describe('damaged text is noticed', () => {
  it.each([
    ['marked letters became spaces', SAMPLE.replaceAll(/[ạảãàáậẩẫầấặẳẵằắỉịĩìíệểễềếẹẻẽèé]/giu, ' ')],
    ['marked letters fell out', SAMPLE.replaceAll(/[ạảãàáậẩẫầấặẳẵằắỉịĩìíệểễềếẹẻẽèé]/giu, '')],
    ['marked letters became question marks in a box', SAMPLE.replaceAll(/[àáạậấầệếềộốồ]/giu, '\ufffd')],
    ['marked letters went to the private area', SAMPLE.replaceAll(/[àáạậấầệếềộốồ]/giu, '\ue123')],
    ['UTF-8 was read byte by byte', bytesAsLatin1(SAMPLE)],
    ['letters of a line were moved', SAMPLE.replaceAll(/(\p{L})([ạảãàáậấầệếềộốồựứừịỉ])/giu, '$1 $2 ')],
    [
      'letters were shifted by a font without a map',
      SAMPLE.replaceAll(/[a-z]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xc0 - 0x40)),
    ],
    [
      'TCVN3 was read as Latin-1',
      'KÕ ho¹ch b¶o ®¶m trËt tù, an toµn giao th«ng n¨m nay: c¸c së, ban, ngµnh vµ ñy ban nh©n d©n c¸c x· thùc hiÖn nghiªm tóc',
    ],
    [
      'VNI was read as Latin-1',
      'Keá hoaïch baûo ñaûm traät töï, an toaøn giao thoâng: caùc sôû, ban, ngaønh phoái hôïp thöïc hieän',
    ],
  ])('%s', (_how, text) => {
    expect(isGarbled(toHealth(text))).toBe(true)
  })

  it('as a PDF with mixed fonts shows it', () => {
    const text =
      'UBND T NH NGHỈ Ệ AN; C NG HÒA XÃ H I CH NGHĨA VI T NAM; Đ c l p T do H nh phúc; ngày tháng năm'
    expect(isGarbled(toHealth(text))).toBe(true)
  })

  it('a text without its marks is told from one in another language', () => {
    expect(isUnmarked(toHealth(plain(SAMPLE)))).toBe(true)
    expect(isUnmarked(toHealth(SAMPLE))).toBe(false)
  })

  it('a tenth of the words torn is suspect, not refused', () => {
    const words = SAMPLE.split(' ')
    const torn = words
      .map((word, i) => (i % 11 === 0 && /^\p{Ll}{3,}$/u.test(word) ? `${word}ḷ` : word))
      .join(' ')
    const health = toHealth(torn)
    expect(isGarbled(health)).toBe(false)
    expect(isSuspect(health)).toBe(true)
  })
})
