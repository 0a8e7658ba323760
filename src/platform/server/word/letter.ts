/**
 * An official document before it is written as a Word file: its parts as Decree 30/2020/NĐ-CP, article 8, names them.
 * Plain values: a capability's pure code makes one of the same shape without knowing this file.
 */

/** Words of a line, whole or in pieces of which some stand out. */
export type LetterWords = string | readonly LetterPiece[]

export interface LetterPiece {
  readonly text: string
  readonly bold?: boolean
  readonly italics?: boolean
}

export interface LetterColumn {
  /** What its heading says; the headings are repeated on every page. A table has all of them or none. */
  readonly title: string | null
  /** Its width in proportion to the other columns. */
  readonly share: number
  readonly align: 'left' | 'centre' | 'right'
}

/** What a body is made of, in its order. A line break in a paragraph or a cell begins a new paragraph. */
export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly words: LetterWords }
  /** Numbered by the writer: I., 1., a). */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: LetterWords }
  | {
      readonly kind: 'table'
      readonly columns: readonly LetterColumn[]
      readonly rows: readonly (readonly LetterWords[])[]
    }

/** A day that may be left to be filled in: whoever numbers the document writes it. */
export interface LetterDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

export interface LetterSignature {
  /** Whose authority is used, one line each: `TL. TRƯỞNG BAN`, `KT. CHÁNH VĂN PHÒNG`. */
  readonly authority: readonly string[]
  readonly title: string
  readonly name: string | null
}

export interface LetterAnnex {
  readonly title: string
  /** Pages of a wide table lie on their side. */
  readonly landscape: boolean
  readonly body: readonly LetterBlock[]
}

export interface OfficialLetter {
  readonly governingBody: string | null
  readonly issuingBody: string
  /** What the issuing body is called in a sentence: `Văn phòng Ban An toàn giao thông tỉnh Mẫu`. */
  readonly issuerName: string
  /** The number in the register; a blank to be filled where there is none yet. */
  readonly number: string | null
  /** What follows the number: `VPATGT-TH`, `BC-BATGT`. */
  readonly symbol: string
  readonly place: string
  readonly date: LetterDate
  /** `BÁO CÁO`, `THÔNG BÁO`; a letter (công văn) has no name of a type, its subject stands below the number. */
  readonly kind: string | null
  /** Without "V/v". */
  readonly subject: string
  /** Whom it addresses ("Kính gửi"); a letter has at least one. */
  readonly addressees: readonly string[]
  readonly body: readonly LetterBlock[]
  /** Who gets it ("Nơi nhận"), without dashes and full stops. */
  readonly recipients: readonly string[]
  readonly signature: LetterSignature
  readonly annexes: readonly LetterAnnex[]
}
