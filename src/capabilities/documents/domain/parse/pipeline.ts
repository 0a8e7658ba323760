import type { OutlineNode, Structure } from '../../contract.ts'
import type { AgencyLookup } from '../agency-lookup.ts'
import { toBody } from './body.ts'
import { listCitingPieces } from './cited-pieces.ts'
import { gatherCitations } from './citations.ts'
import { decideRefusal } from './classify.ts'
import { emptyDraft } from './draft.ts'
import { toFailedStep } from './findings.ts'
import { toFrame } from './frame.ts'
import { readHeader } from './header.ts'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'
import { MEANING } from './meaning.ts'
import { measureLayout } from './paragraphs.ts'
import type { Draft, Section, Stage } from './types.ts'
import { emptyMemory } from './words.ts'

/** What a reading starts from: the text as the format adapter gave it, and what is known around it. */
export interface ReadingInput {
  readonly text: string
  readonly agencies: AgencyLookup
  /** Told which step begins now, in the words for the person. */
  readonly onStep?: (title: string) => void
  /** Told when a stage failed and was left out; the reading goes on without it. */
  readonly onFailure?: (stage: string, error: unknown) => void
}

/** Reads the text of a document into its structure. Pure; never throws. */
export type ReadDocument = (input: ReadingInput) => Structure

/** The steps of the reader, in their order. Each sees what those before it found. */
export const STAGES: readonly Stage[] = [
  {
    name: 'normalise',
    title: 'chuẩn hóa chữ',
    run: (draft) => ({ ...draft, normal: normalise(draft.original) }),
  },
  { name: 'lines', title: 'chia dòng', run: (draft) => ({ ...draft, lines: toLines(draft.normal) }) },
  {
    name: 'layout',
    title: 'cách trình bày',
    run: (draft) => ({ ...draft, layout: measureLayout(draft.lines) }),
  },
  {
    name: 'frame',
    title: 'phần đầu và phần ký',
    run: (draft) => ({ ...draft, frame: toFrame(draft.lines, draft.layout) }),
  },
  {
    name: 'body',
    title: 'đề cương',
    run: (draft) => ({ ...draft, body: toBody(draft.lines, draft.frame, draft.layout) }),
  },
  { name: 'header', title: 'số, ngày, cơ quan ban hành, người ký', run: withHeader },
  {
    name: 'citations',
    title: 'văn bản viện dẫn',
    run: (draft) => ({ ...draft, citations: gatherCitations(listCitingPieces(draft), draft.header.number) }),
  },
  ...MEANING,
  { name: 'classify', title: 'phân loại văn bản', run: (draft) => withRefusal(draft) },
]

/** A reader of these steps; tests put one that fails among them. */
export const toReader =
  (stages: readonly Stage[]): ReadDocument =>
  ({ text, agencies, onStep, onFailure }) => {
    try {
      return toStructure(
        stages.reduce(
          (draft, stage) => {
            onStep?.(stage.title)
            return runStage(draft, stage, onFailure)
          },
          emptyDraft(text, agencies),
        ),
      )
    } finally {
      emptyMemory()
    }
  }

/**
 * Reads a document: each stage takes what those before it found and adds its part.
 * A refused text keeps its head and outline, a secret one nothing; the reader itself never throws.
 *
 * @example readDocument({ text, agencies: noAgencies }).tasks
 */
export const readDocument: ReadDocument = toReader(STAGES)

/** A step that fails leaves the draft as it was, but for the word that it failed: the others still do their part. */
const runStage = (draft: Draft, stage: Stage, onFailure: ReadingInput['onFailure']): Draft => {
  try {
    return stage.run(draft)
  } catch (error) {
    onFailure?.(stage.name, error)
    return { ...draft, failed: [...draft.failed, stage.title] }
  }
}

function withHeader(draft: Draft): Draft {
  const { header, spans } = readHeader({
    lines: draft.lines,
    frame: draft.frame,
    body: draft.body,
    text: draft.normal.text,
  })
  return { ...draft, header, headerSpans: spans }
}

/** A refused document keeps its head; a secret one keeps nothing. */
function withRefusal(draft: Draft): Draft {
  const refused = decideRefusal(draft)
  if (refused === null) return draft
  // "Assigns no work" would be a guess while the step that looks for it has failed: a person decides.
  if (draft.failed.length > 0 && refused.code !== 'secret') return draft
  const blank = emptyDraft(draft.original, draft.agencies)
  if (refused.code === 'secret') return { ...blank, refused }
  const { header, headerSpans, body, citations } = draft
  return { ...blank, header, headerSpans, body, citations, refused }
}

const toStructure = (draft: Draft): Structure => ({
  refused: draft.refused === null ? null : { ...draft.refused },
  document: draft.header,
  headerSpans: draft.headerSpans,
  outline: listPrinted(draft.body.sections).map(toNode),
  citations: [...draft.citations],
  tasks: [...draft.tasks],
  targets: [...draft.targets],
  deadlines: [...draft.deadlines],
  reporting: [...draft.reporting],
  triggers: [...draft.triggers],
  tables: [...draft.tables],
  findings: [...draft.failed.map(toFailedStep), ...draft.findings],
})

/** The outline shows what opens a paragraph. */
const listPrinted = (sections: readonly Section[]): readonly Section[] =>
  sections.filter((section) => !section.isInline)

const toNode = (section: Section): OutlineNode => ({
  path: section.path,
  marker: section.marker,
  heading: section.heading,
  span: section.span,
  children: listPrinted(section.children).map(toNode),
})
