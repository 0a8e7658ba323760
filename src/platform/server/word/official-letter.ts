import { Document, Packer, type Paragraph, type Table } from 'docx'
import { toBody, toRoman } from './body.ts'
import { toFoot } from './foot.ts'
import type { LetterAnnex, OfficialLetter } from './letter.ts'
import { toAddressees, toDateWords, toLetterhead, toNumberWords, toTitle, upper } from './letterhead.ts'
import { listLetterFaults, LetterRefused } from './letter-faults.ts'
import { FONT, pageOf, SIZES, textWidth } from './page.ts'
import { centred, gap } from './paragraphs.ts'
import { toPrintableLine } from './printable.ts'

/** "(Kèm theo Công văn số …)": to which document an annex belongs. */
const toBelonging = (letter: OfficialLetter): string[] => {
  const kind = toPrintableLine(letter.kind ?? 'công văn').toLocaleLowerCase('vi')
  const name = kind.charAt(0).toLocaleUpperCase('vi') + kind.slice(1)
  return [
    `(Kèm theo ${name} số ${toNumberWords(letter)} ${toDateWords(letter.date)}`,
    `của ${toPrintableLine(letter.issuerName)})`,
  ]
}

const toAnnexHead = (letter: OfficialLetter, annex: LetterAnnex, place: number): Paragraph[] => {
  const strong = { size: SIZES.body, bold: true }
  const number = letter.annexes.length > 1 ? ` ${toRoman(place)}` : ''
  return [
    centred(`Phụ lục${number}`, strong, { keepNext: true }),
    centred(upper(toPrintableLine(annex.title)), strong, { keepNext: true }),
    ...toBelonging(letter).map((line, i) =>
      centred(line, { size: SIZES.body, italics: true }, { spacing: { after: i * 200 }, keepNext: true }),
    ),
  ]
}

/**
 * An official document as a Word file in the layout of Decree 30/2020/NĐ-CP, annex I: a letter, or one with the name
 * of its type. What XML cannot hold is left out of the words, letters are composed. Throws {@link LetterRefused} for a
 * document without a part that every official document has.
 */
export const writeOfficialLetter = async (letter: OfficialLetter): Promise<Uint8Array> => {
  const faults = listLetterFaults(letter)
  if (faults.length > 0) throw new LetterRefused(faults)
  const first: (Paragraph | Table)[] = [
    toLetterhead(letter),
    ...toTitle(letter),
    ...toAddressees(letter.addressees),
    ...toBody(letter.body, textWidth(false)),
    toFoot(letter),
    // Word wants a paragraph behind a table; where annexes follow, one ends this section.
    ...(letter.annexes.length === 0 ? [gap(1)] : []),
  ]
  const document = new Document({
    title: toPrintableLine(letter.subject),
    creator: toPrintableLine(letter.issuerName),
    lastModifiedBy: 'Bình An',
    compatibility: { version: 15 },
    styles: {
      default: {
        document: { run: { font: FONT, size: SIZES.body, language: { value: 'vi-VN', eastAsia: 'vi-VN' } } },
      },
    },
    sections: [
      { ...pageOf({ first: true, landscape: false }), children: first },
      ...letter.annexes.map((annex, i) => ({
        ...pageOf({ first: false, landscape: annex.landscape }),
        children: [...toAnnexHead(letter, annex, i + 1), ...toBody(annex.body, textWidth(annex.landscape))],
      })),
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
