import { sniff } from '#platform/server/files/sniff.ts'
import type { Outcome, WorkerBounds, Workers } from '#platform/server/workers/pool.ts'
import type { Structure } from '../contract.ts'
import type { Amendment } from '../domain/amendment.ts'
import { emptyHeader } from '../domain/parse/draft.ts'
import { toFormat, toKind } from '../formats/file-kind.ts'
import { refuse, type FormatRefusal } from '../formats/extracted-text.ts'
import { runPdftotext } from '../formats/pdftotext.ts'
import {
  READING_TASK,
  type ReadingAnswer,
  type ReadingNote,
  type ReadingOrder,
  type WordsOfFile,
} from './reading-task.ts'

/** What came of a file: its words and their structure, or why it has none. */
export type FileReading =
  | FormatRefusal
  | (WordsOfFile & { readonly structure: Structure; readonly amendment: Amendment | undefined })

export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
  readonly register: unknown
  readonly isIndexed?: boolean
  /** Told when a step of the reader failed and was left out. */
  readonly onFailure?: (stage: string, error: unknown) => void
}

/**
 * Reads a file in a process of its own, so that a long or hostile one stops nobody. One that takes too long or too
 * much memory is refused in words that say at which step; what was known by then is kept. Rejects only when the
 * reading says nothing of the file: its process was killed from outside, or the pool was closed.
 */
export const readFile = async (
  workers: Workers,
  { name, bytes, register, isIndexed = false, onFailure }: FileToRead,
): Promise<FileReading> => {
  const pieces: string[] = []
  const terms: string[] = []
  let words: WordsOfFile | undefined
  let step = 'lấy chữ trong tệp'
  const hear = (note: ReadingNote): void => {
    if (note.note === 'text') pieces.push(note.piece)
    else if (note.note === 'terms') for (const term of note.terms) terms.push(term)
    else if (note.note === 'words') words = { ...note.facts, text: pieces.join(''), terms }
    else if (note.note === 'step') step = note.title
    else onFailure?.(note.stage, note.error)
  }
  const pdf = sniff(bytes) === 'pdf' ? await runPdftotext(bytes) : undefined
  const outcome = await workers.run(
    READING_TASK,
    { name, bytes, register, isIndexed, pdf } satisfies ReadingOrder,
    (note) => hear(note as ReadingNote),
  )
  if (outcome.end === 'done') {
    const answer = outcome.value as ReadingAnswer
    if ('refused' in answer) return answer.refused
    return { ...(words as WordsOfFile), structure: answer.structure, amendment: answer.amendment }
  }
  const format = words?.format ?? toFormat(toKind(bytes, name))
  const refused = refuse(format, `formats.${outcome.end}`, toPlace(outcome, step, workers.bounds))
  if (!words) return refused
  const { code, reason, action } = refused
  return { ...words, structure: emptyStructure(code, `${reason} ${action}`), amendment: undefined }
}

/** Where it stopped, and against which bound. */
const toPlace = ({ end }: Outcome, step: string, { milliseconds, memoryMb }: WorkerBounds): string =>
  end === 'overrun'
    ? `Dừng ở bước: ${step}; mức cho phép là ${String(milliseconds / 1000).replace('.', ',')} giây.`
    : `Dừng ở bước: ${step}; mức cho phép là ${memoryMb} MB.`

/** A structure with nothing in it: what is said of a file that was not read to its end. */
export const emptyStructure = (code: string, reason: string): Structure => ({
  refused: { code, reason },
  document: emptyHeader,
  headerSpans: {},
  outline: [],
  citations: [],
  tasks: [],
  targets: [],
  deadlines: [],
  reporting: [],
  triggers: [],
  tables: [],
  findings: [],
})
