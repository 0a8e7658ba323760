import { listBodyColumns, type BodyColumns } from './body-columns.ts'
import { wordsOf } from './frame.ts'
import { findMarker } from './markers.ts'
import { toOutline, type Outlined } from './outline.ts'
import { toParagraphs } from './paragraphs.ts'
import { listTables, toBodyTable } from './raw-tables.ts'
import type { Annex, Block, Body, Frame, Layout, Line, RawTable } from './types.ts'

/** Reads the body and what is attached: the outline, the paragraphs around it, annexes and tables. */
export const toBody = (lines: readonly Line[], frame: Frame, layout: Layout): Body => {
  const bodyLines = lines.slice(frame.bodyStart, frame.bodyEnd)
  const columns = [...listBodyColumns(bodyLines)]
  const main = toOutline(toParagraphs(withoutColumns(bodyLines, columns), layout))
  const plans = frame.attachments.filter((a) => a.kind === 'plan')
  const parts = plans.map((plan) => {
    const part = lines.slice(plan.start, planEnd(lines, plan.start, plan.end))
    const inPart = listBodyColumns(part)
    columns.push(...inPart)
    return toOutline(toParagraphs(withoutColumns(part, inPart), layout))
  })
  const whole: Outlined = {
    opening: [main, ...parts].flatMap((part) => part.opening),
    sections: [main, ...parts].flatMap((part) => part.sections),
    closing: [main, ...parts].flatMap((part) => part.closing),
  }
  const { opening, sections, closing } = whole.sections.length > 0 ? whole : settleUnmarked(whole)
  const annexes = frame.attachments
    .filter((a) => a.kind === 'annex')
    .map((annex, n) => toAnnex(lines.slice(annex.start, annex.end), layout, n))
  const planLines = plans.flatMap((plan) => lines.slice(plan.start, plan.end))
  return {
    opening,
    sections,
    closing,
    annexes: annexes.map((a) => a.annex),
    tables: [
      ...listTables([...bodyLines, ...planLines], sections, ''),
      ...columns.flatMap(({ table }) => toBodyTable(table, sections)),
      ...annexes.flatMap((a) => a.tables),
    ],
  }
}

/** The lines of a drawn table end a paragraph and belong to none. */
const withoutColumns = (lines: readonly Line[], columns: readonly BodyColumns[]): readonly Line[] =>
  columns.length === 0
    ? lines
    : lines.map((line) =>
        columns.some(({ from, to }) => line.index >= from && line.index < to)
          ? { ...line, kind: 'rule' as const }
          : line,
      )

/**
 * A telegram or notice without numbers: what follows the order (`… yêu cầu:`, `… như sau:`) is its body. Dashes
 * there are its items, `-1`, `-2` …; without them its paragraphs stand where those after a last item stand.
 */
const settleUnmarked = ({ opening, closing }: Outlined): Outlined => {
  const order = findFirstOrder(opening)
  const rest = opening.slice(order)
  const hasDashes = rest.filter((block) => findMarker(block.text)?.kind === 'dash').length > 1
  const body = hasDashes ? toOutline(rest, true) : { opening: [], sections: [], closing: rest }
  return {
    opening: [...opening.slice(0, order), ...body.opening],
    sections: body.sections,
    closing: [...body.closing, ...closing],
  }
}

/** How many paragraphs stand before the body: up to the order, all of them where nobody orders anything. */
const findFirstOrder = (blocks: readonly Block[]): number => {
  const order = blocks.findIndex(
    (block, i) =>
      i < blocks.length - 1 &&
      /(?:yêu cầu|chỉ đạo|giao|đề nghị|kết luận|ý kiến|thực hiện|như sau|sau đây|sau)[^.;:]{0,80}:\s*$/iu.test(
        block.text,
      ),
  )
  return order < 0 ? blocks.length : order + 1
}

/** An attached plan may have a foot of its own. */
const planEnd = (lines: readonly Line[], start: number, end: number): number => {
  for (let i = start + 1; i < end; i++) {
    const text = lines[i]?.text ?? ''
    if (/^(?:Nơi nhận|NƠI NHẬN)\s?[:.]?|^(?:TM|T\/M|KT|TL|TUQ)\s?\.\s?\p{Lu}{2}/u.test(text)) return i
  }
  return end
}

const toAnnex = (
  lines: readonly Line[],
  layout: Layout,
  n: number,
): { annex: Annex; tables: ReturnType<typeof listTables> } => {
  const path = n === 0 ? 'PL' : `PL${n + 1}`
  const tables = listTables(lines, [], path)
  const outside = lines.filter((line) => !tables.some((table) => isWithin(line, table)))
  const outlined = toOutline(toParagraphs(outside, layout))
  const first = lines.find((line) => line.map.length > 0)
  const last = lines.findLast((line) => line.map.length > 0)
  const start = first?.map[0] ?? 0
  const annex: Annex = {
    path,
    title: titleOf(outlined.opening, first),
    sections: outlined.sections,
    paragraphs: [...outlined.opening, ...outlined.closing],
    span: { start, end: (last?.map.at(-1) ?? start - 1) + 1 },
  }
  return { annex, tables }
}

/** Does a line stand in a table? Its words are then cells, not paragraphs. */
const isWithin = (line: Line, { span }: RawTable): boolean => {
  const at = line.map[0]
  return at !== undefined && at >= span.start && at < span.end
}

const titleOf = (opening: readonly Block[], first: Line | undefined): string => {
  const words = opening
    .slice(0, 3)
    .map((block) => block.text)
    .filter((text) => !/^\(?(?:Ban hành )?[Kk]èm theo/u.test(text))
  return words.length > 0 ? words.join(' ').slice(0, 200) : first ? wordsOf(first) : ''
}
