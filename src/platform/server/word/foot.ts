import type { Table } from 'docx'
import { upper } from './letterhead.ts'
import type { OfficialLetter } from './letter.ts'
import { mm, SIZES, textWidth } from './page.ts'
import { centred, columns, paragraph } from './paragraphs.ts'
import { toPrintableLine } from './printable.ts'

/** Room for a signature and the seal. */
const SIGNATURE = mm(24)
/** The foot stays with the paragraph that Word wants behind it: alone on a page that would be a blank one. */
const KEPT = { keepNext: true }
const FIRST = { ...KEPT, spacing: { before: 120 } }

/** The foot of an official document: who gets it beside who signs it. */
export const toFoot = ({ recipients, signature }: OfficialLetter): Table => {
  const left = Math.floor(textWidth(false) * 0.48)
  const right = textWidth(false) - left
  const strong = { size: SIZES.body, bold: true }
  const names = recipients.map(toPrintableLine)
  return columns(
    [left, right],
    [
      [
        [
          paragraph(
            [{ text: 'Nơi nhận:' }],
            { size: SIZES.recipientsHead, bold: true, italics: true },
            FIRST,
          ),
          ...names.map((name, i) =>
            paragraph(
              [{ text: `- ${name}${i === names.length - 1 ? '.' : ';'}` }],
              { size: SIZES.recipients },
              KEPT,
            ),
          ),
        ],
        [
          ...[...signature.authority, signature.title].map((line, i) =>
            centred(upper(toPrintableLine(line)), strong, i === 0 ? FIRST : KEPT),
          ),
          centred(toPrintableLine(signature.name ?? ''), strong, {
            ...KEPT,
            spacing: { before: SIGNATURE },
          }),
        ],
      ],
    ],
  )
}
