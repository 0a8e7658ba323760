import type {
  Citation,
  DocumentHeader,
  ExtractedDeadline,
  ExtractedTable,
  ExtractedTarget,
  ExtractedTask,
  Finding,
  HeaderSpans,
  ReportingDuty,
  Span,
  Trigger,
} from '../../contract.ts'
import type { AgencyLookup } from '../agency-lookup.ts'

/**
 * What flows through the stages of the reader. Everything is readonly: a stage takes a `Reading`
 * and returns a new one with its part filled in.
 *
 * Offsets: a `MappedText` is a cleaned piece of text that knows, for each of its characters, where that
 * character stood in the original. Run expressions on `.text`, then ask `toSpan(piece, start, end)`.
 */

/** Cleaned text with a map back: `map[i]` is the original UTF-16 offset of `text[i]`. */
export interface MappedText {
  readonly text: string
  /** As long as `text`. Ascending. */
  readonly map: Int32Array
  /** Where the original of each character ends; absent when every character is one unit long there. */
  readonly ends: Int32Array | undefined
}

/** The text of a document cleaned at the door, with what the markup said kept beside it. */
export interface NormalText extends MappedText {
  /** 1 where the markup made the sign bold. */
  readonly bold: Uint8Array
}

/** A line as it stands in the source, cleaned of markup but with its columns (runs of spaces) kept. */
export interface Line extends MappedText {
  readonly index: number
  /**
   * `noise`: page number, running head, signature stamp: paragraphs go on across it.
   * `rule`: a drawn line: paragraphs end at it. `row`: a row of a table with pipes or tabs;
   * `pipe`: a lone pipe between cells that stand on lines of their own.
   */
  readonly kind: 'text' | 'blank' | 'noise' | 'rule' | 'row' | 'pipe' | 'footnote'
  /** The line was a heading in markdown (`#` count), 0 otherwise. */
  readonly headingLevel: number
  /** The whole line was bold. */
  readonly bold: boolean
  /** Spaces before the first sign. */
  readonly indent: number
}

/** A paragraph: lines joined by one space, hyphen breaks mended, runs of spaces collapsed. */
export interface Block extends MappedText {
  readonly firstLine: number
  readonly lastLine: number
  /** Its first line was bold from end to end. */
  readonly bold: boolean
  readonly headingLevel: number
}

/** How the source breaks its lines; decided once for the whole document. */
export interface Layout {
  /** The length at which lines were wrapped; Infinity when each line is a paragraph. */
  readonly width: number
  /** The length at which the first line of an item was wrapped: pages of the web break it earlier than the others. */
  readonly opening: number
  /** False when the scanner put a blank line after every line. */
  readonly blanksCount: boolean
  /** A blank line stands between all paragraphs: lines without one between belong together. */
  readonly apart: boolean
  /** Paragraphs begin with spaces. */
  readonly indented: boolean
}

/** A further document after the signature: the plan that a decision issues, or an annex. */
export interface Attachment {
  readonly kind: 'plan' | 'annex'
  /** Its first line and the line after its last. */
  readonly start: number
  readonly end: number
}

/** Where the parts of a document stand, as line numbers. */
export interface Frame {
  /** First line of the head (after site chrome). */
  readonly headStart: number
  /** The line with the name of the type; undefined when the document has none. */
  readonly titleLine: number | undefined
  /** First line after the title and its subject. */
  readonly bodyStart: number
  /** First line of "Nơi nhận" or of the signature. */
  readonly bodyEnd: number
  /** Line after the foot. */
  readonly footEnd: number
  readonly attachments: readonly Attachment[]
}

export type MarkerKind =
  | 'part' // Phần thứ nhất, Phần I
  | 'chapter' // Chương I
  | 'article' // Điều 1
  | 'letter-upper' // A.
  | 'roman' // I.
  | 'arabic' // 1.
  | 'decimal' // 1.1.
  | 'letter' // a)
  | 'paren' // (1)
  | 'arabic-paren' // 1)
  | 'dash' // -
  | 'plus' // +
  | 'bullet' // •, *

/** A node of the outline with the text that is its own. */
export interface Section {
  readonly path: string
  /** As printed: `V.`, `15.`, `(1)`, `-`. */
  readonly marker: string
  /** The last part of the path: `V`, `15`, `(1)`, `-3`, `1#2`. */
  readonly label: string
  readonly kind: MarkerKind
  /** What the outline prints: the heading, or the first words of the item. */
  readonly heading: string
  /** The paragraph that starts with the marker, without it: a heading, or the whole text of an item. */
  readonly lead: Block
  /** Own paragraphs after the lead and before the first child. */
  readonly paragraphs: readonly Block[]
  readonly children: readonly Section[]
  /** From the marker to the end of the last descendant, in the original. */
  readonly span: Span
  /** It stands inside a paragraph: the outline does not list it. */
  readonly isInline?: true
}

/** A table as it stands: pipes, tabs, or columns made of spaces. */
export interface RawTable {
  /** The path of the section that it stands in, or of the annex (`PL`, `PL2`). */
  readonly path: string
  readonly header: readonly Block[]
  readonly rows: readonly (readonly Block[])[]
  readonly span: Span
}

/** A numbered or single annex after the signature (Phụ lục): its own outline never mixes with the body's. */
export interface Annex {
  /** `PL`, or `PL2` for the second of several. */
  readonly path: string
  readonly title: string
  readonly sections: readonly Section[]
  readonly paragraphs: readonly Block[]
  readonly span: Span
}

/** The document between its title and its signature, and what is attached to it. */
export interface Body {
  /** Paragraphs between the subject and the first item: bases, aims, "như sau". */
  readonly opening: readonly Block[]
  readonly sections: readonly Section[]
  /** Paragraphs after the last item; their path is `(closing)`. */
  readonly closing: readonly Block[]
  readonly annexes: readonly Annex[]
  readonly tables: readonly RawTable[]
}

export interface Refusal {
  readonly code: string
  readonly reason: string
}

/** Everything known so far; the form half fills it, the meaning half reads it. */
export interface Reading {
  /** The text as it came in: spans point here. */
  readonly original: string
  /** The same text cleaned, with its map. */
  readonly normal: NormalText
  readonly layout: Layout
  readonly frame: Frame
  readonly agencies: AgencyLookup
  readonly lines: readonly Line[]
  readonly header: DocumentHeader
  readonly headerSpans: HeaderSpans
  readonly body: Body
  readonly citations: readonly Citation[]
  readonly refused: Refusal | null
}

/** What the meaning half adds, stage by stage. */
export interface Draft extends Reading {
  readonly tasks: readonly ExtractedTask[]
  readonly targets: readonly ExtractedTarget[]
  readonly deadlines: readonly ExtractedDeadline[]
  readonly reporting: readonly ReportingDuty[]
  readonly triggers: readonly Trigger[]
  readonly tables: readonly ExtractedTable[]
  readonly findings: readonly Finding[]
  /** Steps that could not be run, in the words for the person. */
  readonly failed: readonly string[]
}

/** One step of the reader. It may throw: then the draft stays as it was and the next step goes on. */
export interface Stage {
  readonly name: string
  /** What it reads, as the finding says it when the step fails. */
  readonly title: string
  readonly run: (draft: Draft) => Draft
}
