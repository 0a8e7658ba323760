import type { Span } from '../contract.ts'
import { toFrame } from './parse/frame.ts'
import { joinLines } from './parse/join-lines.ts'
import { toLines } from './parse/lines.ts'
import { findMarker } from './parse/markers.ts'
import { toSpan } from './parse/mapped-text.ts'
import { normalise } from './parse/normalise.ts'
import { measureLayout, toParagraphs } from './parse/paragraphs.ts'
import type { Block, Frame, Layout, Line, MappedText } from './parse/types.ts'

/**
 * A document as paper: its paragraphs whole again, page numbers and running heads gone, each sign still knowing
 * where it stood in the text. What a person reads beside the proposals; the reader itself works on the same blocks.
 */
export interface PaperBlock {
  readonly kind: 'head' | 'title' | 'heading' | 'text' | 'item' | 'row' | 'foot'
  readonly piece: MappedText
  /** How far in it stands: 0 for sections, 1 for numbered items, 2 for letters, 3 for dashes. */
  readonly depth: number
  /** The cells of a table's row. */
  readonly cells: readonly MappedText[]
}

export const toPaper = (text: string): PaperBlock[] => {
  const lines = toLines(normalise(text))
  const layout = measureLayout(lines)
  const frame = toFrame(lines, layout)
  return [
    ...toParts(lines.slice(frame.headStart, frame.titleLine ?? frame.bodyStart), 'head'),
    ...toParts(lines.slice(frame.titleLine ?? frame.bodyStart, frame.bodyStart), 'title'),
    ...toRunningText(lines.slice(frame.bodyStart, frame.bodyEnd), layout),
    ...toParts(lines.slice(frame.bodyEnd, frame.footEnd), 'foot'),
    ...frame.attachments.flatMap((attachment) =>
      toRunningText(lines.slice(attachment.start, attachment.end), layout),
    ),
    ...toUnclaimed(lines, frame, layout),
  ].toSorted((a, b) => startOf(a) - startOf(b))
}

const startOf = (block: PaperBlock): number => block.piece.map[0] ?? 0

/** Head, title and foot keep their lines: there each line is a thing of its own. */
const toParts = (lines: readonly Line[], kind: PaperBlock['kind']): PaperBlock[] =>
  lines
    .filter((line) => line.kind === 'text' || line.kind === 'row')
    .map((line) => ({ kind, piece: joinLines([line]), depth: 0, cells: [] }))

/** Paragraphs, with the rows of tables between them in their places. */
const toRunningText = (lines: readonly Line[], layout: Layout): PaperBlock[] => {
  const blocks: PaperBlock[] = []
  let open: Line[] = []
  const close = (): void => {
    blocks.push(...toParagraphs(open, layout).map(toBlock))
    open = []
  }
  for (const line of lines) {
    if (line.kind !== 'row') open.push(line)
    else {
      close()
      const row = toRow(line)
      if (row) blocks.push(row)
    }
  }
  close()
  return blocks
}

const DEPTH = { roman: 0, part: 0, chapter: 0, article: 0, 'letter-upper': 0, arabic: 1, decimal: 1 } as const
const DEEPER = { letter: 2, paren: 2, 'arabic-paren': 2, dash: 3, bullet: 3, plus: 4 } as const

const toBlock = (block: Block): PaperBlock => {
  const marker = findMarker(block.text)
  if (!marker)
    return {
      kind: block.bold && block.text.length < 160 ? 'heading' : 'text',
      piece: block,
      depth: 0,
      cells: [],
    }
  const depth = { ...DEPTH, ...DEEPER }[marker.kind]
  const isHeading = depth === 0 || (block.bold && block.text.length < 160)
  return { kind: isHeading ? 'heading' : 'item', piece: block, depth, cells: [] }
}

/** `| a | b |` → its cells; the drawn line under a table's head is no row. */
const toRow = (line: Line): PaperBlock | undefined => {
  const piece = joinLines([line])
  const separator = piece.text.includes('|') ? '|' : '\t'
  const cells: MappedText[] = []
  let start = 0
  for (let i = 0; i <= piece.text.length; i++) {
    if (i < piece.text.length && piece.text[i] !== separator) continue
    const raw = piece.text.slice(start, i)
    const lead = raw.length - raw.trimStart().length
    cells.push(slice(piece, start + lead, start + Math.max(lead, raw.trimEnd().length)))
    start = i + 1
  }
  if (separator === '|' && cells[0]?.text === '') cells.shift()
  if (separator === '|' && cells.at(-1)?.text === '') cells.pop()
  if (cells.every((cell) => /^[-:\s]*$/u.test(cell.text))) return undefined
  return { kind: 'row', piece, depth: 0, cells }
}

const slice = (piece: MappedText, start: number, end: number): MappedText => ({
  text: piece.text.slice(start, end),
  map: piece.map.subarray(start, end),
  ends: piece.ends?.subarray(start, end),
})

/** Without a title there is no frame to speak of: then everything between the known parts is shown as text. */
const toUnclaimed = (lines: readonly Line[], frame: Frame, layout: Layout): PaperBlock[] =>
  frame.titleLine === undefined
    ? toRunningText(lines.slice(0, Math.min(frame.headStart, frame.bodyStart)), layout)
    : []

/** A stretch of one block with the marks that lie on it. */
export interface Run {
  readonly text: string
  readonly marks: readonly string[]
}

export interface Mark {
  readonly id: string
  readonly spans: readonly Span[]
}

/** Cuts a piece where marks begin and end. Marks are given by offsets in the original text. */
export const toRuns = (piece: MappedText, marks: readonly Mark[]): Run[] => {
  const whole = toSpan(piece, 0, piece.text.length)
  const here = marks.filter((mark) =>
    mark.spans.some((span) => span.start < whole.end && span.end > whole.start),
  )
  if (here.length === 0) return piece.text === '' ? [] : [{ text: piece.text, marks: [] }]
  const isOn = (mark: Mark, at: number): boolean =>
    mark.spans.some((span) => span.start <= at && at < span.end)
  const runs: { text: string; marks: string[] }[] = []
  for (let i = 0; i < piece.text.length; i++) {
    const at = piece.map[i] ?? 0
    const ids = here.filter((mark) => isOn(mark, at)).map((mark) => mark.id)
    const last = runs.at(-1)
    if (last && last.marks.length === ids.length && last.marks.every((id, k) => id === ids[k]))
      last.text += piece.text[i]
    else runs.push({ text: piece.text[i] ?? '', marks: ids })
  }
  return runs
}
