import type {
  Budget,
  BudgetEntry,
  BudgetLine,
  BudgetLineDetail,
  BudgetPart,
} from '../../domain/budget-schemas.ts'
import {
  addSums,
  BUDGET_SOURCES,
  budgetSources,
  shareOut,
  sumEntries,
  tellMark,
  toMarks,
  toSection,
  type BudgetSource,
  type Sums,
} from '../../domain/budget.ts'
import type { Agencies } from '../outside.ts'
import type { ProgrammeRow } from '../tables.ts'
import type { FoundLine } from './budget-store.ts'
import type { BudgetEntryRow } from './tables.ts'

const sayMarks = (sums: Sums) => toMarks(sums).map((mark) => ({ mark, words: tellMark(mark, sums) }))

export const toLine = (
  row: FoundLine,
  entries: readonly BudgetEntryRow[],
  agencies: Agencies,
): BudgetLine => {
  const sums = sumEntries(entries)
  return {
    id: row.id,
    programme: row.programme_id,
    item: row.item_id,
    itemText: row.item_text,
    place: row.place,
    what: row.what,
    agency: row.agency,
    agencyName: row.agency === null ? null : agencies.nameOf(row.agency),
    source: row.source,
    sums,
    marks: sayMarks(sums),
    endedAt: row.ended_at,
    endedReason: row.ended_reason,
    version: row.version,
  }
}

const toEntries = (rows: readonly BudgetEntryRow[]): BudgetEntry[] => {
  const reversed = new Set(rows.map(({ reverses }) => reverses))
  return rows.toReversed().map((row) => ({
    id: row.id,
    kind: row.kind,
    amount: row.amount,
    on: row.on_day,
    note: row.note,
    by: row.entered_by,
    at: row.at,
    reverses: row.reverses,
    isReversed: reversed.has(row.id),
  }))
}

/** A line with every entry, the last day first. */
export const toLineDetail = (
  row: FoundLine,
  entries: readonly BudgetEntryRow[],
  agencies: Agencies,
  mayEdit: boolean,
): BudgetLineDetail => ({
  ...toLine(row, entries, agencies),
  entries: toEntries(entries),
  mayEdit: mayEdit && row.ended_at === null,
})

type Outline = ProgrammeRow['outline']

const toSectionLabel = (outline: Outline, section: string): string => {
  if (section === '') return 'Chung của kế hoạch'
  const heading = outline.find(({ path }) => path === section)?.heading
  return heading === undefined ? `Mục ${section}` : `${section}. ${heading}`
}

/** The money of a plan from its lines: the same everywhere that it is added up. */
export const toBudget = (
  lines: readonly BudgetLine[],
  { outline }: Pick<ProgrammeRow, 'outline'>,
  sight: Pick<Budget, 'isOwnOnly' | 'mayEdit'>,
): Budget => {
  const totals = addSums(lines.map(({ sums }) => sums))
  const share = (keyOf: (line: BudgetLine) => string, labelOf: (key: string) => string): BudgetPart[] =>
    shareOut(lines, keyOf).map((one) => ({ ...one, label: labelOf(one.key) }))
  const names = new Map(
    lines.map(({ agency, agencyName }) => [agency ?? '', agencyName ?? 'Chưa rõ cơ quan']),
  )
  return {
    lines: [...lines],
    totals,
    marks: sayMarks(totals),
    byAgency: share(
      ({ agency }) => agency ?? '',
      (key) => names.get(key) ?? key,
    ).sort((a, b) => b.sums.estimate - a.sums.estimate || a.label.localeCompare(b.label, 'vi')),
    bySource: share(
      ({ source }) => source,
      (key) => budgetSources[key as BudgetSource],
    ).sort((a, b) => rankOf(a.key) - rankOf(b.key)),
    bySection: share(
      ({ place }) => toSection(place),
      (key) => toSectionLabel(outline, key),
    ),
    ...sight,
  }
}

const rankOf = (source: string): number => BUDGET_SOURCES.indexOf(source as BudgetSource)
