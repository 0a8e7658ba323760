import { joinLines } from './join-lines.ts'
import type { Block, Draft, Line, MappedText, Section } from './types.ts'

/** Every piece of text that may cite: subject, body, annexes, cells of tables, footnotes. */
export const listCitingPieces = (draft: Draft): MappedText[] => {
  const { body, frame, lines } = draft
  const subject = lines
    .slice(frame.titleLine ?? frame.bodyStart, frame.bodyStart)
    .filter((line) => line.kind === 'text' || line.kind === 'row')
  return [
    ...(subject.length > 0 ? [joinLines(subject)] : []),
    ...body.opening,
    ...body.sections.flatMap(listSectionBlocks),
    ...body.closing,
    ...body.annexes.flatMap((annex) => [...annex.paragraphs, ...annex.sections.flatMap(listSectionBlocks)]),
    ...body.tables.flatMap((table) => [...table.header, ...table.rows.flat()]),
    ...listFootnotes(lines),
  ]
}

const listSectionBlocks = (section: Section): Block[] => [
  section.lead,
  ...section.paragraphs,
  ...section.children.flatMap(listSectionBlocks),
]

/** Footnotes stand outside the paragraphs; each is a run of lines. */
const listFootnotes = (lines: readonly Line[]): Block[] => {
  const notes: Block[] = []
  let open: Line[] = []
  for (const line of lines) {
    if (line.kind === 'footnote') open.push(line)
    else if (open.length > 0) {
      notes.push(joinLines(open))
      open = []
    }
  }
  if (open.length > 0) notes.push(joinLines(open))
  return notes
}
