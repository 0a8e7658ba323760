import { formatPlainDate } from '#kernel/plain-date.ts'
import type { Budget, BudgetLine, BudgetPart } from '../../domain/budget-schemas.ts'
import { budgetSources, moneyWords } from '../../domain/budget.ts'
import { sheetColumn as column, toXlsx, type Sheet, type SheetColumn } from '../sheet-file.ts'
import type { BudgetEntryRow } from './tables.ts'

/** Amounts go over as numbers: whole đồng, which a spreadsheet adds up exactly. */
const money = <T extends Pick<BudgetLine, 'sums'>>(): SheetColumn<T>[] => [
  column(`${moneyWords.estimate} (đồng)`, 20, (one) => one.sums.estimate),
  column(`${moneyWords.allocated} (đồng)`, 20, (one) => one.sums.allocated),
  column(`${moneyWords.spent} (đồng)`, 20, (one) => one.sums.spent),
]

const toParts = (
  name: string,
  of: string,
  head: string,
  parts: readonly BudgetPart[],
  budget: Budget,
): Sheet => {
  const total: BudgetPart = {
    key: 'total',
    label: 'Tổng cộng',
    lines: budget.lines.length,
    sums: budget.totals,
  }
  const sheet: Sheet<BudgetPart> = {
    name,
    of,
    columns: [
      column(head, 50, (one) => one.label),
      column('Số khoản', 12, (one) => one.lines),
      ...money<BudgetPart>(),
    ],
    rows: [...parts, total],
  }
  return sheet as unknown as Sheet
}

/** The money of a plan as a spreadsheet: its lines, the same by agency, source and section, and every entry. */
export const toBudgetFile = async (
  budget: Budget,
  entries: readonly BudgetEntryRow[],
  of: string,
): Promise<Uint8Array> => {
  const lines: Sheet<BudgetLine> = {
    name: 'Kinh phí',
    of,
    columns: [
      column('Mục', 10, (one) => one.place),
      column('Nội dung chi', 50, (one) => one.what),
      column('Nhiệm vụ', 50, (one) => one.itemText),
      column('Cơ quan', 32, (one) => one.agencyName),
      column('Nguồn', 24, (one) => budgetSources[one.source]),
      ...money<BudgetLine>(),
      column('Lưu ý', 40, (one) => one.marks.map(({ words }) => words).join('; ')),
    ],
    rows: budget.lines,
  }
  const names = new Map(budget.lines.map(({ id, what }) => [id, what]))
  const story: Sheet<BudgetEntryRow> = {
    name: 'Bút toán',
    of,
    columns: [
      column('Ngày', 14, (one) => formatPlainDate(one.on_day)),
      column('Nội dung chi', 50, (one) => names.get(one.line_id) ?? ''),
      column('Loại', 14, (one) => moneyWords[one.kind]),
      column('Số tiền (đồng)', 20, (one) => one.amount),
      column('Ghi chú', 50, (one) => one.note),
      column('Hủy bút toán trước', 16, (one) => (one.reverses === null ? '' : 'Có')),
    ],
    rows: entries,
  }
  return await toXlsx([
    lines as unknown as Sheet,
    toParts('Theo cơ quan', of, 'Cơ quan', budget.byAgency, budget),
    toParts('Theo nguồn', of, 'Nguồn', budget.bySource, budget),
    toParts('Theo mục', of, 'Mục', budget.bySection, budget),
    story as unknown as Sheet,
  ])
}
