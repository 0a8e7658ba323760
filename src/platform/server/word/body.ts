import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { LetterBlock, LetterColumn, LetterPiece, LetterWords } from './letter.ts'
import { mm, SIZES } from './page.ts'
import { gap, paragraph } from './paragraphs.ts'
import { toPieceLines } from './printable.ts'

const INDENT = mm(10)
/**
 * 6 points between paragraphs, single lines; the decree wants at least 6 points and 1 to 1.5 lines. The kind of
 * distance is named: LibreOffice takes a nameless one for points.
 */
const SPACING = { after: 120, line: 240, lineRule: LineRuleType.AUTO }

/** The letters by which points are counted; f, j, w and z are no Vietnamese ones. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 4 → `IV`, for sections and annexes. */
export const toRoman = (value: number): string => {
  const step = ROMAN.find(([size]) => size <= value)
  return step === undefined ? '' : step[1] + toRoman(value - step[0])
}

const MARKERS = [
  (place: number): string => `${toRoman(place)}. `,
  (place: number): string => `${place}. `,
  (place: number): string => `${LETTERS.charAt((place - 1) % LETTERS.length)}) `,
] as const

/** What stands before each heading, in the order of the blocks; nothing before what is no heading. */
const numberHeadings = (blocks: readonly LetterBlock[]): string[] => {
  const counts = [0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return ''
    const at = block.level - 1
    counts.fill(0, block.level)
    const place = (counts[at] ?? 0) + 1
    counts[at] = place
    return MARKERS[at]?.(place) ?? ''
  })
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
/** Rows whose fullest cell has fewer letters stay whole; a higher one may be parted by the page. */
const MOST_UNPARTED = 600
/** A line of its own takes as much room as so many letters. */
const LINE = 30

const roomOf = (words: LetterWords): number =>
  toPieceLines(words).reduce(
    (sum, line) =>
      sum +
      Math.max(
        LINE,
        line.reduce((length, { text }) => length + text.length, 0),
      ),
    0,
  )

/** Widths in proportion to the shares, which add up to the whole. */
const toWidths = (columns: readonly LetterColumn[], whole: number): number[] => {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((whole * share) / total))
  const rest = whole - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, i) => (i === 0 ? width + rest : width))
}

const cellLines = (words: LetterWords): (readonly LetterPiece[])[] => {
  const lines = toPieceLines(words)
  // A cell without a paragraph is no cell to Word.
  return lines.length > 0 ? lines : [[]]
}

const toTable = (
  columns: readonly LetterColumn[],
  rows: readonly (readonly LetterWords[])[],
  whole: number,
) => {
  const widths = toWidths(columns, whole)
  const row = (cells: readonly LetterWords[], isHead: boolean, isLast: boolean): TableRow => {
    const isWhole = isHead || cells.every((cell) => roomOf(cell) <= MOST_UNPARTED)
    return new TableRow({
      tableHeader: isHead,
      cantSplit: isWhole,
      children: columns.map(
        ({ align }, i) =>
          new TableCell({
            width: { size: widths[i] ?? 0, type: WidthType.DXA },
            verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            children: cellLines(cells[i] ?? '').map((line) =>
              paragraph(
                line,
                { size: SIZES.table, bold: isHead },
                {
                  alignment: isHead ? AlignmentType.CENTER : ALIGNMENTS[align],
                  spacing: { before: 20, after: 20 },
                  // A page never begins with the empty paragraph behind a table.
                  keepNext: isWhole && (isHead || isLast),
                },
              ),
            ),
          }),
      ),
    })
  }
  const titles = columns.map(({ title }) => title ?? '')
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: mm(1.2), right: mm(1.2), top: 20, bottom: 20 },
    borders: {
      top: EDGE,
      bottom: EDGE,
      left: EDGE,
      right: EDGE,
      insideHorizontal: EDGE,
      insideVertical: EDGE,
    },
    rows: [
      ...(titles.every((title) => title === '') ? [] : [row(titles, true, false)]),
      ...rows.map((cells, i) => row(cells, false, i === rows.length - 1)),
    ],
  })
}

/** The body of a document or of an annex, as wide as the text of its pages. */
export const toBody = (blocks: readonly LetterBlock[], whole: number): (Paragraph | Table)[] => {
  const markers = numberHeadings(blocks)
  return blocks.flatMap((block, i): (Paragraph | Table)[] => {
    const isLast = i === blocks.length - 1
    switch (block.kind) {
      case 'paragraph':
        return toPieceLines(block.words).map((line) =>
          paragraph(
            line,
            { size: SIZES.body },
            {
              alignment: AlignmentType.JUSTIFIED,
              indent: { firstLine: INDENT },
              spacing: SPACING,
              // The signature never stands alone on a page; a table begins on the page of the words that lead to it.
              keepNext: isLast || blocks[i + 1]?.kind === 'table',
            },
          ),
        )
      case 'heading':
        return toPieceLines(block.words).map((line, at) =>
          paragraph(
            at === 0 ? [{ text: markers[i] ?? '' }, ...line] : line,
            { size: SIZES.body, bold: true, italics: block.level === 3 },
            {
              alignment: AlignmentType.JUSTIFIED,
              indent: { firstLine: INDENT },
              spacing: SPACING,
              outlineLevel: block.level - 1,
              keepNext: true,
            },
          ),
        )
      case 'table':
        return [toTable(block.columns, block.rows, whole), gap(isLast ? 1 : 120)]
    }
  })
}
