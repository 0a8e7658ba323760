import type { ExtractedTarget } from '../../contract.ts'
import { likeness, toWordBag, type WordBag } from '../text-likeness.ts'
import { wholeSpan } from './mapped-text.ts'
import { listQuantities, toNumber } from './quantities.ts'
import type { ColumnRole } from './table-columns.ts'
import { readPiece } from './targets.ts'
import type { Block } from './types.ts'
import { foldText } from './words.ts'

/** Two statements of one target: the same number, and more than half of the words. */
const REPEATED = 0.5

/** The targets of rows that the body has not stated already: an annex that hands out its targets repeats them. */
export const listNewTargets = (
  stated: readonly ExtractedTarget[],
  rows: readonly ExtractedTarget[],
): readonly ExtractedTarget[] => {
  const keyOf = (target: ExtractedTarget): string => `${target.comparator} ${String(target.value)}`
  const byNumber = new Map<string, WordBag[]>()
  for (const target of stated)
    byNumber.set(keyOf(target), [...(byNumber.get(keyOf(target)) ?? []), toWordBag(target.indicator)])
  return rows.filter((row) => {
    const bag = toWordBag(row.indicator)
    return !byNumber.get(keyOf(row))?.some((other) => likeness(bag, other) > REPEATED)
  })
}

/** The targets of one row. */
export const readTargetRow = (
  row: readonly Block[],
  columns: readonly ColumnRole[],
  path: string,
): readonly ExtractedTarget[] => {
  const at = (role: ColumnRole): Block | undefined => row[columns.indexOf(role)]
  const content = at('target') ?? at('content')
  if (!content || content.text.trim() === '') return []
  const stated = readPiece(content, path, true, []).map((target) => ({ ...target, rule: 'target.table-row' }))
  if (stated.length > 0) return stated
  const unit = at('unit')?.text.trim() ?? ''
  return columns.flatMap((role, i) => {
    const cell = row[i]
    if (role !== 'value' || !cell) return []
    const value = toValue(cell.text)
    if (!value) return []
    return [
      {
        path,
        indicator: content.text.replace(/\s+/gu, ' ').trim(),
        comparator: value.comparator,
        value: value.value,
        unit: value.unit ?? (unit === '' ? null : unit),
        direction: null,
        baseline: null,
        span: wholeSpan(cell),
        rule: 'target.table-row',
        certainty: 'stated' as const,
      },
    ]
  })
}

const SIGNS: readonly (readonly [RegExp, ExtractedTarget['comparator']])[] = [
  [/^\s*(?:≥|>=|từ|tối thiểu|ít nhất|trên hoặc bằng)/u, '>='],
  [/^\s*(?:≤|<=|tối đa|không quá)/u, '<='],
  [/^\s*(?:>|trên|hơn)/u, '>'],
  [/^\s*(?:<|dưới)/u, '<'],
]

const toValue = (
  raw: string,
): (Pick<ExtractedTarget, 'comparator' | 'unit'> & { value: number | [number, number] }) | undefined => {
  const text = foldText(raw).toLowerCase().trim()
  const sign = SIGNS.find(([rule]) => rule.test(text))?.[1] ?? '='
  const plain = /^[^\d]{0,12}(\d[\d.,]*)\s*(%)?\s*$/u.exec(text)
  if (plain?.[1]) {
    const value = toNumber(plain[1].replace(/[.,]$/u, ''))
    return Number.isFinite(value) ? { comparator: sign, value, unit: plain[2] ?? null } : undefined
  }
  const range = listQuantities(text)[0]
  if (range && typeof range.value !== 'number')
    return { comparator: 'range', value: [range.value[0], range.value[1]], unit: range.unit }
  return undefined
}
