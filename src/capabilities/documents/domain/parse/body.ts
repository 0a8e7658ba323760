import { wordsOf } from './frame.ts'
import { toOutline } from './outline.ts'
import { toParagraphs } from './paragraphs.ts'
import { listTables } from './raw-tables.ts'
import type { Annex, Block, Body, Frame, Layout, Line, RawTable } from './types.ts'

/** Reads the body and what is attached: the outline, the paragraphs around it, annexes and tables. */
export const toBody = (lines: readonly Line[], frame: Frame, layout: Layout): Body => {
  const main = toOutline(toParagraphs(lines.slice(frame.bodyStart, frame.bodyEnd), layout))
  const plans = frame.attachments.filter((a) => a.kind === 'plan')
  const parts = plans.map((plan) => {
    const part = lines.slice(plan.start, planEnd(lines, plan.start, plan.end))
    return toOutline(toParagraphs(part, layout))
  })
  const sections = [...main.sections, ...parts.flatMap((part) => part.sections)]
  const annexes = frame.attachments
    .filter((a) => a.kind === 'annex')
    .map((annex, n) => toAnnex(lines.slice(annex.start, annex.end), layout, n))
  const bodyLines = lines.slice(frame.bodyStart, frame.bodyEnd)
  const planLines = plans.flatMap((plan) => lines.slice(plan.start, plan.end))
  return {
    opening: [...main.opening, ...parts.flatMap((part) => part.opening)],
    sections,
    closing: [...main.closing, ...parts.flatMap((part) => part.closing)],
    annexes: annexes.map((a) => a.annex),
    tables: [...listTables([...bodyLines, ...planLines], sections, ''), ...annexes.flatMap((a) => a.tables)],
  }
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
