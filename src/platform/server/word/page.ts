import { AlignmentType, Header, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'

/** Decree 30/2020/NĐ-CP, annex I, part I: A4, margins 20–25 above and below, 30–35 left, 15–20 right, in millimetres. */

/** Twentieths of a point, rounded up: a margin is never below what the decree wants. */
export const mm = (value: number): number => Math.ceil((value / 25.4) * 1440)

export const FONT = 'Times New Roman'
/** Half points. */
export const SIZES = {
  nation: 24,
  motto: 26,
  body: 28,
  issuer: 24,
  place: 26,
  number: 26,
  subject: 24,
  recipients: 22,
  recipientsHead: 24,
  table: 24,
  pageNumber: 26,
} as const

const SHEET = { width: mm(210), height: mm(297) }
const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(10) }

/** The width between the margins. */
export const textWidth = (landscape: boolean): number =>
  (landscape ? SHEET.height : SHEET.width) - MARGINS.left - MARGINS.right

const numbered = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZES.pageNumber })],
      }),
    ],
  })

/** A section's page: the number stands in the middle above the text, not on the first page of the document. */
export const pageOf = ({ first, landscape }: { first: boolean; landscape: boolean }) => ({
  properties: {
    titlePage: first,
    page: {
      size: {
        ...SHEET,
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: MARGINS,
    },
  },
  headers: {
    default: numbered(),
    ...(first ? { first: new Header({ children: [new Paragraph({})] }) } : {}),
  },
})
