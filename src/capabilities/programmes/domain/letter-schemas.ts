import { Type, type Static } from 'typebox'
import { LETTER_STATES, LETTER_VERBS } from './reminder-letter-state.ts'

/** Reminder letters on the wire. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Code = Type.String({ minLength: 1, maxLength: 80 })
const Line = Type.String({ minLength: 1, maxLength: 300 })
const Digits = Type.String({ pattern: '^[0-9]{1,7}$' })

/** One click: a letter to each of these agencies, or to every agency that is late. */
export const NewLetters = Type.Object(
  {
    agencies: nullable(Type.Array(Code, { minItems: 1, maxItems: 300 })),
    /** By when they must answer. */
    answerBy: Day,
  },
  closed,
)
export type NewLetters = Static<typeof NewLetters>

export const Letter = Type.Object({
  id: Id,
  agency: Code,
  agencyName: Type.String(),
  state: Type.Enum([...LETTER_STATES]),
  subject: Type.String(),
  /** How many duties it names, and how late the oldest of them is. */
  duties: Type.Integer(),
  longest: Type.Integer(),
  number: nullable(Type.String()),
  issuedOn: nullable(Day),
  note: nullable(Type.String()),
  madeAt: Type.String(),
  changedAt: Type.String(),
  sha256: Type.String(),
  version: Type.Integer(),
})
export type Letter = Static<typeof Letter>
export const LetterPage = Type.Object({ items: Type.Array(Letter), total: Type.Integer() })
export type LetterPage = Static<typeof LetterPage>
export const LetterQuery = Type.Object(
  {
    state: Type.Optional(Type.Enum([...LETTER_STATES])),
    agency: Type.Optional(Code),
    /** Letters that name this duty. */
    assignment: Type.Optional(Id),
    page: Type.Optional(Digits),
  },
  closed,
)
export type LetterQuery = Static<typeof LetterQuery>
export const LetterParams = Type.Object({ id: Id })
export const LetterDetail = Type.Object({
  ...Letter.properties,
  assignments: Type.Array(Id),
  /** To paste into a chat. */
  message: Type.String(),
  verbs: Type.Array(Type.Enum([...LETTER_VERBS])),
})
export type LetterDetail = Static<typeof LetterDetail>
export const LetterMove = Type.Union([
  Type.Object({ verb: Type.Enum(['submit', 'approve', 'drop']) }, closed),
  Type.Object({ verb: Type.Literal('return'), note: Type.String({ minLength: 3, maxLength: 2000 }) }, closed),
  Type.Object({ verb: Type.Literal('send'), number: Line, issuedOn: Day }, closed),
])
export type LetterMove = Static<typeof LetterMove>

/** Who reminds, and in whose name. */
export const LetterSender = Type.Object(
  {
    governingBody: nullable(Line),
    issuingBody: Line,
    symbol: Line,
    place: Line,
    name: Line,
    manner: Type.Enum(['ask', 'order']),
    superior: nullable(Line),
    contact: nullable(Line),
    signature: Type.Object(
      { authority: Type.Array(Line, { maxItems: 4 }), title: Line, name: nullable(Line) },
      closed,
    ),
  },
  closed,
)
export type LetterSender = Static<typeof LetterSender>
