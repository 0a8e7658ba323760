/** One place where a document is named. Offsets are those of the piece. */
export interface Mention {
  readonly type: string
  readonly number: string | null
  readonly issuedOn: string | null
  readonly issuer: string | null
  readonly start: number
  readonly end: number
  readonly rule: string
}
