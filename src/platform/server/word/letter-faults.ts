import { toPlainDate } from '#kernel/plain-date.ts'
import type { LetterBlock, LetterDate, OfficialLetter } from './letter.ts'
import { toPieceLines, toPrintableLines } from './printable.ts'

/** What is wrong with a document: the part, and for a table what about it. */
export type LetterFault =
  | 'issuing-body'
  | 'symbol'
  | 'place'
  | 'date'
  | 'kind'
  | 'subject'
  | 'addressees'
  | 'body'
  | 'table'
  | 'recipients'
  | 'signature'
  | 'annex'

/** A document that lacks what every official document has is not written. */
export class LetterRefused extends Error {
  readonly faults: readonly LetterFault[]

  constructor(faults: readonly LetterFault[]) {
    super(`the document lacks or has wrong: ${faults.join(', ')}`)
    this.name = 'LetterRefused'
    this.faults = faults
  }
}

const isBlank = (text: string): boolean => toPrintableLines(text).length === 0

/** A day without its month, or one that the calendar does not have. */
const isWrongDate = ({ year, month, day }: LetterDate): boolean =>
  (month === null && day !== null) || toPlainDate(year, month ?? 1, day ?? 1) === undefined

const isWrongTable = (block: LetterBlock): boolean => {
  if (block.kind !== 'table') return false
  const { columns, rows } = block
  const titled = columns.filter(({ title }) => title !== null && !isBlank(title)).length
  return (
    columns.length === 0 ||
    rows.length === 0 ||
    columns.some(({ share }) => !(share > 0 && share < Infinity)) ||
    (titled > 0 && titled < columns.length) ||
    rows.some((cells) => cells.length !== columns.length)
  )
}

const isEmptyBody = (blocks: readonly LetterBlock[]): boolean =>
  !blocks.some((block) => block.kind === 'table' || toPieceLines(block.words).length > 0)

/** Everything that keeps a document from being written; empty for a sound one. */
export const listLetterFaults = (letter: OfficialLetter): LetterFault[] => {
  const { kind, addressees, recipients, signature, annexes } = letter
  const blocks = [...letter.body, ...annexes.flatMap(({ body }) => body)]
  const checks: readonly (readonly [LetterFault, boolean])[] = [
    ['issuing-body', isBlank(letter.issuingBody) || isBlank(letter.issuerName)],
    ['symbol', isBlank(letter.symbol)],
    ['place', isBlank(letter.place)],
    ['date', isWrongDate(letter.date)],
    ['kind', kind !== null && isBlank(kind)],
    ['subject', isBlank(letter.subject)],
    ['addressees', (kind === null && addressees.length === 0) || addressees.some(isBlank)],
    ['body', isEmptyBody(letter.body)],
    ['table', blocks.some(isWrongTable)],
    ['recipients', recipients.length === 0 || recipients.some(isBlank)],
    ['signature', isBlank(signature.title) || signature.authority.some(isBlank)],
    ['annex', annexes.some(({ title, body }) => isBlank(title) || isEmptyBody(body))],
  ]
  return checks.flatMap(([fault, isWrong]) => (isWrong ? [fault] : []))
}
