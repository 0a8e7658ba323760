import { addDong, formatDong } from './budget-amount.ts'

/** Where money comes from, as the plans of the offices name it. */
export const budgetSources = {
  central: 'Ngân sách trung ương',
  province: 'Ngân sách tỉnh',
  commune: 'Ngân sách xã',
  social: 'Xã hội hóa',
  other: 'Nguồn khác',
} as const satisfies Record<string, string>
export type BudgetSource = keyof typeof budgetSources
export const BUDGET_SOURCES = Object.keys(budgetSources) as BudgetSource[]

/** What an entry says of the money of a line. */
export const MONEY_KINDS = ['estimate', 'allocated', 'spent'] as const
export type MoneyKind = (typeof MONEY_KINDS)[number]
export const moneyWords: Readonly<Record<MoneyKind, string>> = {
  estimate: 'Dự toán',
  allocated: 'Đã cấp',
  spent: 'Đã chi',
}

/** Money of one kind on one day; a decrease is negative. Never changed: a mistake is taken back by its opposite. */
export interface MoneyEntry {
  readonly kind: MoneyKind
  readonly amount: number
}

/** What the entries of a line, or of many, come to. */
export type Sums = Readonly<Record<MoneyKind, number>>

export const NO_MONEY: Sums = { estimate: 0, allocated: 0, spent: 0 }

export const sumEntries = (entries: readonly MoneyEntry[]): Sums => ({
  estimate: addDong(entries.filter(({ kind }) => kind === 'estimate').map(({ amount }) => amount)),
  allocated: addDong(entries.filter(({ kind }) => kind === 'allocated').map(({ amount }) => amount)),
  spent: addDong(entries.filter(({ kind }) => kind === 'spent').map(({ amount }) => amount)),
})

export const addSums = (list: readonly Sums[]): Sums => ({
  estimate: addDong(list.map(({ estimate }) => estimate)),
  allocated: addDong(list.map(({ allocated }) => allocated)),
  spent: addDong(list.map(({ spent }) => spent)),
})

/** What somebody should look at; nothing is refused for it, since offices do pay in advance. */
export const BUDGET_MARKS = ['spent-over-allocated', 'allocated-over-estimate', 'no-estimate'] as const
export type BudgetMark = (typeof BUDGET_MARKS)[number]

/** The marks of a line, or of a total. */
export const toMarks = ({ estimate, allocated, spent }: Sums): readonly BudgetMark[] => [
  ...(spent > allocated ? (['spent-over-allocated'] as const) : []),
  ...(estimate > 0 && allocated > estimate ? (['allocated-over-estimate'] as const) : []),
  ...(estimate === 0 && (allocated > 0 || spent > 0) ? (['no-estimate'] as const) : []),
]

/** A mark in words, with what it is about. */
export const tellMark = (mark: BudgetMark, { estimate, allocated, spent }: Sums): string => {
  switch (mark) {
    case 'spent-over-allocated':
      return `Chi vượt số đã cấp ${formatDong(spent - allocated)} đồng`
    case 'allocated-over-estimate':
      return `Cấp vượt dự toán ${formatDong(allocated - estimate)} đồng`
    case 'no-estimate':
      return 'Chưa có dự toán'
    default: {
      const never: never = mark
      return never
    }
  }
}

/** Lines that share something, with what they come to. */
export interface BudgetShare {
  readonly key: string
  readonly lines: number
  readonly sums: Sums
}

/** The lines by one thing of theirs, in the order in which it first comes; together they are everything. */
export const shareOut = <L extends { readonly sums: Sums }>(
  lines: readonly L[],
  keyOf: (line: L) => string,
): readonly BudgetShare[] => {
  const groups = new Map<string, L[]>()
  for (const line of lines) {
    const group = groups.get(keyOf(line))
    if (group) group.push(line)
    else groups.set(keyOf(line), [line])
  }
  return [...groups].map(([key, group]) => ({
    key,
    lines: group.length,
    sums: addSums(group.map(({ sums }) => sums)),
  }))
}

/** The first number of a clause: by it a plan is added up section by section. */
export const toSection = (place: string): string => place.split('.')[0] ?? ''
