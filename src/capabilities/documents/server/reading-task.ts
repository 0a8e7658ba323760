import type { Format, Structure } from '../contract.ts'
import type { AgencyLookup } from '../domain/agency-lookup.ts'
import { findAmendment, type Amendment } from '../domain/amendment.ts'
import { readAmending } from '../domain/amending-reading.ts'
import { toPieces, toTermParts } from '../domain/pieces.ts'
import { toIndexTerms } from '../domain/search.ts'
import { findSecrecyMark } from '../domain/secrecy.ts'
import { isRefusal, type FormatRefusal } from '../formats/extracted-text.ts'
import type { PdfRun } from '../formats/pdftotext.ts'
import { toText } from '../formats/to-text.ts'

/** The name under which the app's workers know this task. */
export const READING_TASK = 'documents.read'

/** A file and all that its reading follows from, as data: it crosses into a process of its own. */
export interface ReadingOrder {
  readonly name: string
  readonly bytes: Uint8Array
  /** The province's agencies; the app makes a lookup of it again. */
  readonly register: unknown
  /** Whether the archive wants to find it by its words. */
  readonly isIndexed: boolean
  /** What Poppler said of a PDF: it runs in a process of its own already. */
  readonly pdf: PdfRun | undefined
}

/** What crosses between the processes besides its text and its terms, which are long and go in pieces. */
export interface FileFacts {
  readonly format: Format
  /** On its pages or in their margins. */
  readonly isSecret: boolean
}

/** The words of a file, and whether it bears a mark of secrecy, on its pages or in their margins. */
export interface WordsOfFile extends FileFacts {
  readonly text: string
  /** Under which the text is found; empty unless asked for. */
  readonly terms: readonly string[]
}

/** How far a reading is: what stands when it is cut off. */
export type ReadingNote =
  | { readonly note: 'text'; readonly piece: string }
  | { readonly note: 'terms'; readonly terms: readonly string[] }
  /** Text and terms are whole. */
  | { readonly note: 'words'; readonly facts: FileFacts }
  /** The step that begins now, in the words for the person. */
  | { readonly note: 'step'; readonly title: string }
  | { readonly note: 'failure'; readonly stage: string; readonly error: unknown }

export type ReadingAnswer =
  | {
      readonly structure: Structure
      /** What it says of itself as an amendment: whoever keeps the reading need not go through the text again. */
      readonly amendment: Amendment | undefined
    }
  | { readonly refused: FormatRefusal }

/**
 * Signs that no database text can hold, replaced one for one so that spans stay true: NUL, and halves of
 * surrogate pairs.
 */
const toStorable = (text: string): string => text.replaceAll('\u0000', '\uFFFD').replace(/\p{Cs}/gu, '\uFFFD')

/** Bytes → text → structure, as a task for a worker; `toLookup` makes the register a lookup again. */
export const toReadingTask =
  (toLookup: (register: unknown) => AgencyLookup) =>
  async (
    { name, bytes, register, isIndexed, pdf }: ReadingOrder,
    note: (note: ReadingNote) => Promise<void>,
  ): Promise<ReadingAnswer> => {
    const extracted = await toText(bytes, name, pdf)
    if (isRefusal(extracted)) return { refused: extracted }
    const text = toStorable(extracted.text)
    const isSecret =
      findSecrecyMark(text) !== undefined || findSecrecyMark(extracted.margin ?? '') !== undefined
    const terms = isIndexed && !isSecret ? toIndexTerms(text) : []
    for (const piece of toPieces(text)) await note({ note: 'text', piece })
    for (const part of toTermParts(terms)) await note({ note: 'terms', terms: part })
    await note({ note: 'words', facts: { format: extracted.format, isSecret } })
    const structure = readAmending({
      text,
      agencies: toLookup(register),
      onStep: (title) => void note({ note: 'step', title }),
      onFailure: (stage, error) => void note({ note: 'failure', stage, error }),
    })
    return { structure, amendment: findAmendment(structure, text) }
  }
