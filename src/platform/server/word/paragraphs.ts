import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import type { LetterPiece } from './letter.ts'
import { mm } from './page.ts'

/** The looks of a run; sizes in half points. */
export interface Look {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly size: number
}

/** One paragraph; a piece that stands out differs from the look of the others. */
export const paragraph = (
  pieces: readonly LetterPiece[],
  look: Look,
  options: IParagraphOptions = {},
): Paragraph =>
  new Paragraph({
    ...options,
    children: pieces.map(
      ({ text, bold, italics }) =>
        new TextRun({
          text,
          size: look.size,
          ...((bold ?? look.bold) ? { bold: true } : {}),
          ...((italics ?? look.italics) ? { italics: true } : {}),
        }),
    ),
  })

/** A line in the middle of its column. */
export const centred = (text: string, look: Look, options: IParagraphOptions = {}): Paragraph =>
  paragraph([{ text }], look, { alignment: AlignmentType.CENTER, ...options })

/** The short line below a name or a motto, drawn as the upper edge of a paragraph without height. */
export const rule = (
  width: number,
  column: number,
  around: { before: number; after: number } = { before: 40, after: 0 },
): Paragraph => {
  const side = Math.max(0, Math.round((column - width) / 2))
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    indent: { left: side, right: side },
    spacing: { ...around, line: 40, lineRule: LineRuleType.EXACT },
  })
}

/** Room of so many twentieths of a point between a table and what follows it. */
export const gap = (height: number): Paragraph =>
  new Paragraph({ spacing: { line: height, lineRule: LineRuleType.EXACT } })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: none, bottom: none, left: none, right: none }

/** Columns without lines: the head and the foot of a document. A row is never parted by a page. */
export const columns = (
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({
                children: [...children],
                borders: NO_BORDERS,
                width: { size: widths[i] ?? mm(10), type: WidthType.DXA },
              }),
          ),
        }),
    ),
  })
