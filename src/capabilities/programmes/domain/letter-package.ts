import type { PlainDate } from '#kernel/plain-date.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { listDocuments, sortByLateness, type LateDuty, type OrderingDocument } from './late-duty.ts'
import type { LetterSignature, LetterText } from './letter-text.ts'
import type { ReminderRequest } from './reminder-letter.ts'

/** The name of this form of metadata; docs/goi-cong-van.md describes it. */
export const PACKAGE_FORM = 'binh-an/goi-cong-van'

/** A file of the package, known by what it holds. */
export interface LetterAttachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  /** 64 hexadecimal digits, small letters. */
  readonly sha256: string
}

/** What goes to the e-office beside the files: who sends what to whom, about which documents and tasks. */
export interface LetterPackage {
  readonly form: typeof PACKAGE_FORM
  readonly version: 1
  readonly sender: { readonly name: string; readonly governingBody: string | null }
  readonly recipients: readonly { readonly code: string | null; readonly name: string }[]
  readonly kind: string
  readonly number: string | null
  readonly symbol: string
  readonly place: string
  readonly issuedOn: PlainDate | null
  readonly subject: string
  readonly signer: LetterSignature
  readonly answerBy: PlainDate
  readonly attachments: readonly LetterAttachment[]
  readonly relatedDocuments: readonly OrderingDocument[]
  readonly tasks: readonly Pick<LateDuty, 'id' | 'clause' | 'order' | 'due' | 'daysLate'>[]
}

/** Why there is no package. */
export type PackageFault = 'no-attachments' | 'same-name' | 'bad-name' | 'bad-sha256' | 'empty-file'

const listFaults = (files: readonly LetterAttachment[]): PackageFault[] => {
  const names = new Set(files.map(({ name }) => name.toLowerCase()))
  const checks: readonly (readonly [PackageFault, boolean])[] = [
    ['no-attachments', files.length === 0],
    ['same-name', names.size < files.length],
    // ascii: names that every system can unpack
    ['bad-name', files.some(({ name }) => !/^[a-z0-9][a-z0-9.-]{0,99}$/u.test(name) || name.includes('..'))],
    ['bad-sha256', files.some(({ sha256 }) => !/^[0-9a-f]{64}$/u.test(sha256))],
    ['empty-file', files.some(({ bytes }) => !Number.isSafeInteger(bytes) || bytes < 1)],
  ]
  return checks.flatMap(([fault, isWrong]) => (isWrong ? [fault] : []))
}

/** The metadata of a reminder and its files, as it is handed to the e-office. */
export const toLetterPackage = (
  request: ReminderRequest,
  letter: LetterText,
  attachments: readonly LetterAttachment[],
): Result<LetterPackage, readonly PackageFault[]> => {
  const faults = listFaults(attachments)
  if (faults.length > 0) return err(faults)
  const duties = sortByLateness(request.duties)
  return ok({
    form: PACKAGE_FORM,
    version: 1,
    // On paper a long name is parted into lines.
    sender: {
      name: request.sender.name,
      governingBody: letter.governingBody?.replace(/\s+/gu, ' ').trim() ?? null,
    },
    recipients: [
      { code: request.agency.code, name: request.agency.name },
      ...request.copies.map((name) => ({ code: null, name })),
    ],
    kind: letter.kind ?? 'công văn',
    number: letter.number,
    symbol: letter.symbol,
    place: letter.place,
    issuedOn: request.signedOn,
    subject: letter.subject,
    signer: letter.signature,
    answerBy: request.answerBy,
    attachments,
    relatedDocuments: listDocuments(duties),
    tasks: duties.map(({ id, clause, order, due, daysLate }) => ({ id, clause, order, due, daysLate })),
  })
}
