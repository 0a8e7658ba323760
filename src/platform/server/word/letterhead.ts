import { AlignmentType, type Paragraph, type Table } from 'docx'
import type { LetterDate, OfficialLetter } from './letter.ts'
import { mm, SIZES, textWidth } from './page.ts'
import { centred, columns, paragraph, rule } from './paragraphs.ts'
import { toPrintableLine, toPrintableLines } from './printable.ts'

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
/** As wide as the motto in its size: its line is as long as its words. */
const MOTTO_WIDTH = mm(57)
/** The nation's name needs this much for one line. */
const RIGHT = mm(92)

/** Room to write a number or a day by hand; it neither breaks nor shrinks. */
const blank = (length: number): string => '\u00a0'.repeat(length)

export const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** Days below ten and the months January and February have two digits. */
const twoDigits = (value: number, below: number): string =>
  value < below ? String(value).padStart(2, '0') : String(value)

/** `ngày 05 tháng 02 năm 2026`, with room for what is not known yet. */
export const toDateWords = ({ day, month, year }: LetterDate): string =>
  [
    `ngày ${day === null ? blank(6) : twoDigits(day, 10)}`,
    `tháng ${month === null ? blank(6) : twoDigits(month, 3)}`,
    `năm ${year}`,
  ].join(' ')

/** `Số: 12/VPATGT-TH`, with room for the number that the register gives; one below ten has two digits. */
export const toNumberWords = ({ number, symbol }: Pick<OfficialLetter, 'number' | 'symbol'>): string =>
  `${number === null ? blank(8) : toPrintableLine(number).replace(/^\d$/u, '0$&')}/${toPrintableLine(symbol)}`

/** Capitals are some 0.7 of their size wide; in twentieths of a point. */
const widthOf = (line: string, size: number): number => line.length * size * 10 * 0.7

const BEFORE_PLACE =
  /\s+(?=(?:TỈNH|THÀNH PHỐ|ĐẶC KHU|PHƯỜNG|XÃ(?!\s+HỘI))\s(?!.*\s(?:TỈNH|THÀNH PHỐ|ĐẶC KHU|PHƯỜNG|XÃ)\s))/u

/** A name too long for its column is parted before its place, as offices do: `BAN AN TOÀN GIAO THÔNG` / `TỈNH MẪU`. */
const partName = (name: string, size: number, column: number): string[] =>
  widthOf(name, size) <= column ? [name] : name.split(BEFORE_PLACE)

/** A third to a half of the line above it. */
const lineBelow = (name: string, size: number, column: number): number =>
  Math.round(Math.min(widthOf(name, size), column * 0.85) * 0.42)

/** The head of an official document: who issues it beside the nation's name, the number beside place and date. */
export const toLetterhead = (letter: OfficialLetter): Table => {
  const left = textWidth(false) - RIGHT
  const linesOf = (name: string): string[] =>
    toPrintableLines(upper(name)).flatMap((line) => partName(line, SIZES.issuer, left))
  const issuer = linesOf(letter.issuingBody)
  const governing = linesOf(letter.governingBody ?? '')
  const subject: Paragraph[] =
    letter.kind === null
      ? [
          centred(
            `V/v ${toPrintableLine(letter.subject)}`,
            { size: SIZES.subject },
            { spacing: { before: 60 } },
          ),
        ]
      : []
  return columns(
    [left, RIGHT],
    [
      [
        [
          ...governing.map((line) => centred(line, { size: SIZES.issuer })),
          ...issuer.map((line) => centred(line, { size: SIZES.issuer, bold: true })),
          rule(lineBelow(issuer.at(-1) ?? '', SIZES.issuer, left), left),
        ],
        [
          centred(NATION, { size: SIZES.nation, bold: true }),
          centred(MOTTO, { size: SIZES.motto, bold: true }),
          rule(MOTTO_WIDTH, RIGHT),
        ],
      ],
      [
        [
          centred(`Số: ${toNumberWords(letter)}`, { size: SIZES.number }, { spacing: { before: 80 } }),
          ...subject,
        ],
        [
          centred(
            `${toPrintableLine(letter.place)}, ${toDateWords(letter.date)}`,
            { size: SIZES.place, italics: true },
            { spacing: { before: 80 } },
          ),
        ],
      ],
    ],
  )
}

/** The name of the type and what the document is about; a letter has both in its head. */
export const toTitle = ({ kind, subject }: OfficialLetter): Paragraph[] =>
  kind === null
    ? []
    : [
        centred(
          upper(toPrintableLine(kind)),
          { size: SIZES.body, bold: true },
          { spacing: { before: 360 }, keepNext: true },
        ),
        ...toPrintableLines(subject).map((line) =>
          centred(line, { size: SIZES.body, bold: true }, { keepNext: true }),
        ),
        rule(mm(30), textWidth(false), { before: 100, after: 200 }),
      ]

/** "Kính gửi": one name on its line, several as a list. */
export const toAddressees = (names: readonly string[]): Paragraph[] => {
  const look = { size: SIZES.body }
  // A dash within a name never begins a line: it would look like the next one.
  const clean = names.map((name) => toPrintableLine(name).replaceAll(' - ', '\u00a0- '))
  const [only] = clean
  if (clean.length === 1 && only !== undefined)
    return [centred(`Kính gửi: ${only}.`, look, { spacing: { before: 300, after: 240 } })]
  return clean
    .map((name, i) => {
      const isLast = i === clean.length - 1
      const item = paragraph([{ text: `- ${name}${isLast ? '.' : ';'}` }], look, {
        indent: { left: mm(52), hanging: mm(3) },
        spacing: { after: isLast ? 240 : 0 },
      })
      return i > 0
        ? [item]
        : [
            paragraph([{ text: 'Kính gửi:' }], look, {
              alignment: AlignmentType.LEFT,
              indent: { left: mm(30) },
              spacing: { before: 300 },
              keepNext: true,
            }),
            item,
          ]
    })
    .flat()
}
