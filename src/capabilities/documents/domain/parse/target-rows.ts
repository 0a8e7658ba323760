import { searchKey } from '#kernel/vietnamese.ts'
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
  if (rows.length === 0) return rows
  const keyOf = (target: ExtractedTarget): string => `${target.comparator} ${String(target.value)}`
  const byNumber = new Map<string, WordBag[]>()
  for (const target of stated)
    byNumber.set(keyOf(target), [...(byNumber.get(keyOf(target)) ?? []), toWordBag(target.indicator)])
  return rows.filter((row) => {
    const bag = toWordBag(row.indicator)
    return !byNumber.get(keyOf(row))?.some((other) => likeness(bag, other) > REPEATED)
  })
}

/** `02 báo cáo`: papers that are handed in are no aim. */
const PAPERS =
  /^(?:báo cáo|kế hoạch|văn bản|quyết định|đề án|tờ trình|công văn|biên bản|tài liệu|thông báo|chương trình|hồ sơ)(?:$|\s(?:năm|quý|tháng|tổng kết|sơ kết|kết quả|trình|của)(?!\p{L}))/iu

/** The aims of a row of work: of the work itself, and of what is to come of it where that says more. */
export const listRowAims = (
  { content, output }: { readonly content?: Block; readonly output?: Block },
  path: string,
): readonly ExtractedTarget[] => {
  const own = content ? readPiece(content, path, false, []) : []
  if (!output) return own
  const said = new Set(searchKey(content?.text ?? '').split(' '))
  const isSaid = (aim: ExtractedTarget): boolean =>
    own.some((other) => other.value === aim.value) &&
    searchKey(aim.indicator)
      .split(' ')
      .every((word) => said.has(word))
  const aims = readPiece(output, path, true, []).filter((aim) => !isSaid(aim) && !PAPERS.test(aim.indicator))
  return [...own, ...listNewTargets(own, aims)]
}

/** What a row of a table of targets is read with. */
export interface TargetRow {
  readonly row: readonly Block[]
  readonly columns: readonly ColumnRole[]
  readonly header: readonly Block[]
  readonly path: string
  /** The year that a row above sets for those below it: `Đến năm 2045`. */
  readonly until: string | null
}

/**
 * The targets of one row: a figure in a column of values, else what the row itself states, else a goal told in words.
 *
 * @example readTargetRow({ row, columns, header, path: 'PL.4', until: 'Đến năm 2030' })
 */
export const readTargetRow = (source: TargetRow): readonly ExtractedTarget[] => {
  const { row, columns, path } = source
  const at = (role: ColumnRole): Block | undefined => row[columns.indexOf(role)]
  const content = at('target') ?? at('content')
  if (!content || content.text.trim() === '') return []
  const values = columns.flatMap((role, i) => (role === 'value' && row[i] ? [i] : []))
  const figures = values.flatMap((i) => readFigures(source, content, i))
  if (figures.length > 0) return figures
  const stated = readPiece(content, path, true, [])
  if (stated.length > 0) return stated.map((target) => ({ ...target, rule: RULE }))
  return columns.includes('unit') ? values.flatMap((i) => readGoal(source, content, i)) : []
}

const RULE = 'target.table-row'

const nameOf = ({ columns, header, until }: TargetRow, content: Block, column: number, of = ''): string => {
  // One column of values needs no name; of several each has its own year or place.
  const several = columns.filter((role) => role === 'value').length > 1
  const told = [several ? (header[column]?.text ?? '') : '', until ?? ''].find((text) => text.trim() !== '')
  const words = `${content.text} ${of}${told ? ` (${told.trim().replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())})` : ''}`
  return words.replace(/\s+/gu, ' ').trim()
}

const unitOf = ({ row, columns }: TargetRow): string | null => {
  const unit = row[columns.indexOf('unit')]?.text.trim() ?? ''
  return unit === '' ? null : unit
}

/** `≤ 3 Đông Nam Á; ≤ 50 Thế giới` states two. */
const readFigures = (source: TargetRow, content: Block, column: number): readonly ExtractedTarget[] => {
  const cell = source.row[column] as Block
  const unit = unitOf(source)
  return cell.text.split(/;\s/u).flatMap((part) => {
    const value = toValue(part)
    if (!value) return []
    return [
      {
        path: source.path,
        indicator: nameOf(source, content, column, value.of),
        comparator: value.comparator,
        value: value.value,
        unit: unit?.includes('%') ? unit : (value.unit ?? unit),
        direction: null,
        baseline: null,
        span: wholeSpan(cell),
        rule: RULE,
        certainty: 'stated' as const,
      },
    ]
  })
}

/** `Đạt mức trên trung bình của khu vực`: a goal without a figure. */
const readGoal = (source: TargetRow, content: Block, column: number): readonly ExtractedTarget[] => {
  const cell = source.row[column] as Block
  if (/\d/u.test(cell.text) || !/\p{L}{2}\P{L}+\p{L}{2}/u.test(cell.text)) return []
  return [
    {
      path: source.path,
      indicator: nameOf(source, content, column),
      comparator: '=',
      value: null,
      unit: unitOf(source),
      direction: null,
      baseline: null,
      span: wholeSpan(cell),
      rule: RULE,
      certainty: 'inferred',
    },
  ]
}

const SIGNS: readonly (readonly [RegExp, ExtractedTarget['comparator']])[] = [
  [/^\s*(?:≥|>=|từ|tối thiểu|ít nhất|trên hoặc bằng)/u, '>='],
  [/^\s*(?:≤|<=|tối đa|không quá)/u, '<='],
  [/^\s*(?:>|trên|hơn)/u, '>'],
  [/^\s*(?:<|dưới)/u, '<'],
]

interface Figure {
  readonly comparator: ExtractedTarget['comparator']
  readonly unit: string | null
  readonly value: number | [number, number]
  /** A name behind the figure: whose figure it is. */
  readonly of: string
}

const toValue = (raw: string): Figure | undefined => {
  const text = foldText(raw).toLowerCase().trim()
  const comparator = SIGNS.find(([rule]) => rule.test(text))?.[1] ?? '='
  const plain = /^[^\d]{0,12}(\d[\d.,]*)\s*(%)?(?:\s*$|\s+(?=\p{L}))/u.exec(text)
  const range = listQuantities(text)[0]
  if (range && typeof range.value !== 'number' && range.from < 12)
    return { comparator: 'range', value: [range.value[0], range.value[1]], unit: range.unit, of: '' }
  if (!plain?.[1] || (plain[0].length < text.length && !range)) return undefined
  const value = toNumber(plain[1].replace(/[.,]$/u, ''))
  const rest = foldText(raw).trim().slice(plain[0].length).trim()
  const of = /^\p{Lu}/u.test(rest) ? rest.replace(/[.;,]+$/u, '') : ''
  return Number.isFinite(value) ? { comparator, value, unit: plain[2] ?? null, of } : undefined
}
