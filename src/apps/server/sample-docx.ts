import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { isSampleHeading, type SamplePart } from '#capabilities/places/domain/sample-document.ts'

/** Decree 30/2020/NĐ-CP, annex I: A4, Times New Roman, margins 20–25, 20–25, 30–35, 15–20 mm. */
const FONT = 'Times New Roman'
const mm = (value: number): number => Math.round((value / 25.4) * 1440)
const PAGE = { width: mm(210), height: mm(297) }
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) }
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right

/** Half points: 26 is 13 pt. */
const BODY = 28
const SMALL = 24

const run = (text: string, style: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun =>
  new TextRun({ text, font: FONT, size: BODY, ...style })

const centred = (text: string, bold = true, size = 26): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, { bold, size })] })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none }

/** Two columns without lines: letterhead and foot. `share` is that of the left one. */
const columns = (share: number, left: readonly Paragraph[], right: readonly Paragraph[]): Table => {
  const widths = [Math.floor(WIDTH * share), WIDTH - Math.floor(WIDTH * share)]
  const cell = (children: readonly Paragraph[], at: number): TableCell =>
    new TableCell({
      children: [...children],
      borders: noBorders,
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
    })
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ children: [cell(left, 0), cell(right, 1)] })],
  })
}

const grid = (rows: readonly (readonly string[])[]): Table => {
  const count = rows[0]?.length ?? 1
  // A narrow column of numbers, a wide one of what is to be done, the rest alike.
  const first = mm(12)
  const widths = Array.from({ length: count }, (_, i) =>
    i === 0 ? first : Math.floor(((WIDTH - first) * (i === 1 ? 2 : 1)) / Math.max(1, count)),
  )
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          children: row.map(
            (text, i) =>
              new TableCell({
                width: { size: widths[i] ?? first, type: WidthType.DXA },
                children: [new Paragraph({ children: [run(text, { size: SMALL, bold: at === 0 })] })],
              }),
          ),
        }),
    ),
  })
}

const toBlocks = (part: SamplePart): (Paragraph | Table)[] => {
  switch (part.kind) {
    case 'letterhead':
      return [
        columns(
          // The motto of the country stays on one line.
          0.37,
          part.left.map((line, i) => centred(line, i < part.left.length - 1)),
          part.right.map((line, i) =>
            i < part.right.length - 1
              ? centred(line)
              : new Paragraph({ alignment: AlignmentType.CENTER, children: [run(line, { italics: true })] }),
          ),
        ),
        new Paragraph({}),
      ]
    case 'title':
      return [...part.lines.map((line) => centred(line, true, BODY)), new Paragraph({})]
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: mm(10) },
          spacing: { before: 120 },
          children: [run(part.text, { bold: isSampleHeading(part.text) })],
        }),
      ]
    case 'table':
      return [grid(part.rows)]
    case 'foot':
      return [
        new Paragraph({}),
        columns(
          0.5,
          part.recipients.map(
            (line, i) =>
              new Paragraph({
                children: [run(line, { size: i === 0 ? SMALL : 22, bold: i === 0, italics: i === 0 })],
              }),
          ),
          part.sign.map((line) => centred(line, true, BODY)),
        ),
      ]
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** The sample as a Word file in the layout of the offices. */
export const toSampleDocx = async (parts: readonly SamplePart[]): Promise<Uint8Array> =>
  await Packer.toBuffer(
    new Document({
      creator: 'Bình An',
      sections: [
        {
          properties: { page: { size: PAGE, margin: MARGIN } },
          children: parts.flatMap(toBlocks),
        },
      ],
    }),
  )
