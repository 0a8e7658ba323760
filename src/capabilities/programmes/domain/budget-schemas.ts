import { Type, type Static } from 'typebox'
import { MOST_DONG } from './budget-amount.ts'
import { BUDGET_MARKS, BUDGET_SOURCES, MONEY_KINDS } from './budget.ts'

/** The money of a plan on the wire: whole đồng. Part of the contract. */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const nullableText = nullable(Type.String())
const Source = Type.Enum([...BUDGET_SOURCES])
const Kind = Type.Enum([...MONEY_KINDS])
const Dong = Type.Integer()

const Totals = Type.Object({ estimate: Dong, allocated: Dong, spent: Dong })
const Marks = Type.Array(Type.Object({ mark: Type.Enum([...BUDGET_MARKS]), words: Type.String() }))

export const BudgetLine = Type.Object({
  id: Id,
  programme: Id,
  /** The task or the clause that the money is for; both empty: the plan as a whole. */
  item: nullable(Id),
  itemText: nullableText,
  place: Type.String(),
  what: Type.String(),
  agency: nullableText,
  agencyName: nullableText,
  source: Source,
  sums: Totals,
  marks: Marks,
  endedAt: nullableText,
  endedReason: nullableText,
  version: Type.Integer(),
})
export type BudgetLine = Static<typeof BudgetLine>

const Share = Type.Object({
  key: Type.String(),
  label: Type.String(),
  lines: Type.Integer(),
  sums: Totals,
})
export const BudgetPart = Share
export type BudgetPart = Static<typeof BudgetPart>

/** The money of a plan: its lines, and the same money by agency, by source, by section. */
export const Budget = Type.Object({
  lines: Type.Array(BudgetLine),
  totals: Totals,
  marks: Marks,
  byAgency: Type.Array(Share),
  bySource: Type.Array(Share),
  bySection: Type.Array(Share),
  /** Only what is of the asker's own agencies is here. */
  isOwnOnly: Type.Boolean(),
  mayEdit: Type.Boolean(),
})
export type Budget = Static<typeof Budget>

export const BudgetEntry = Type.Object({
  id: Id,
  kind: Kind,
  amount: Dong,
  on: Type.String(),
  note: Type.String(),
  by: Type.String(),
  at: Type.String(),
  /** The entry that it takes back. */
  reverses: nullable(Id),
  isReversed: Type.Boolean(),
})
export type BudgetEntry = Static<typeof BudgetEntry>

export const BudgetLineDetail = Type.Object({
  ...BudgetLine.properties,
  entries: Type.Array(BudgetEntry),
  mayEdit: Type.Boolean(),
})
export type BudgetLineDetail = Static<typeof BudgetLineDetail>

const lineFields = {
  item: nullable(Id),
  place: Type.String({ maxLength: 80 }),
  what: Type.String({ minLength: 3, maxLength: 1000 }),
  agency: nullable(Type.String({ minLength: 1, maxLength: 80 })),
  source: Source,
}
const amount = Type.Integer({ minimum: -MOST_DONG, maximum: MOST_DONG })

export const NewBudgetLine = Type.Object(
  {
    ...lineFields,
    /** The estimate with which it begins; null: none yet. */
    estimate: nullable(
      Type.Object({ amount, on: Day, note: Type.String({ minLength: 2, maxLength: 1000 }) }, closed),
    ),
  },
  closed,
)
export type NewBudgetLine = Static<typeof NewBudgetLine>
export const BudgetLineEdit = Type.Partial(Type.Object(lineFields), { ...closed, minProperties: 1 })
export type BudgetLineEdit = Static<typeof BudgetLineEdit>
export const BudgetLineParams = Type.Object({ line: Id })
export const BudgetLineEnd = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1000 }) }, closed)

export const NewBudgetEntry = Type.Object(
  {
    kind: Kind,
    amount,
    on: Day,
    note: Type.String({ minLength: 2, maxLength: 1000 }),
    /** Takes this entry back whole: kind and amount must be its opposite. */
    reverses: nullable(Id),
  },
  closed,
)
export type NewBudgetEntry = Static<typeof NewBudgetEntry>
