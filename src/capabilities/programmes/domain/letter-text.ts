/**
 * The words of an official document and where they stand in it (Decree 30/2020/NĐ-CP, article 8), before anything is
 * known of files and fonts. The platform's writer of Word files takes a value of this shape as it is.
 */

/** Words of a line, whole or in pieces of which some stand out. */
export type LetterWords = string | readonly LetterPiece[]

export interface LetterPiece {
  readonly text: string
  readonly bold?: boolean
  readonly italics?: boolean
}

/** A column of a table: its heading and its width in proportion to the others. */
export interface LetterColumn {
  readonly title: string
  readonly share: number
  readonly align: 'left' | 'centre' | 'right'
}

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly words: LetterWords }
  | {
      readonly kind: 'table'
      readonly columns: readonly LetterColumn[]
      readonly rows: readonly (readonly LetterWords[])[]
    }

/** Whose authority is used (`TL. TRƯỞNG BAN`), in which office, by whom. */
export interface LetterSignature {
  readonly authority: readonly string[]
  readonly title: string
  readonly name: string | null
}

export interface LetterAnnex {
  readonly title: string
  readonly landscape: boolean
  readonly body: readonly LetterBlock[]
}

export interface LetterText {
  readonly governingBody: string | null
  readonly issuingBody: string
  /** What the issuing body is called in a sentence. */
  readonly issuerName: string
  /** The register gives it later. */
  readonly number: string | null
  readonly symbol: string
  readonly place: string
  readonly date: { readonly year: number; readonly month: number | null; readonly day: number | null }
  /** The name of the type; a letter (công văn) has none. */
  readonly kind: string | null
  readonly subject: string
  readonly addressees: readonly string[]
  readonly body: readonly LetterBlock[]
  readonly recipients: readonly string[]
  readonly signature: LetterSignature
  readonly annexes: readonly LetterAnnex[]
}
