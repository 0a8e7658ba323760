import type { Finding, Span } from '../../contract.ts'
import { toRomanValue } from './markers.ts'
import { wholeSpan } from './mapped-text.ts'
import type { Block, Draft, RawTable } from './types.ts'

/** Numbers left out among the rows of a table: groups I, II, VII; rows 4, 5, 8. One finding a table. */
export const findRowSkips = (draft: Draft): readonly Finding[] =>
  draft.body.tables.flatMap((table) => {
    const gaps = listGaps(table)
    const first = gaps[0]
    if (!first) return []
    const said = gaps.map((gap) => `sau ${gap.before} là ${gap.after}`).slice(0, 4)
    return [
      {
        kind: 'skipped-section-number' as const,
        message: `Số thứ tự trong bảng (${table.path}) không liên tục: ${said.join('; ')}; có thể thiếu dòng.`,
        paths: [table.path],
        spans: gaps.map((gap) => gap.span),
      },
    ]
  })

interface Gap {
  readonly before: string
  readonly after: string
  readonly span: Span
}

/** Rows may start again at 1 in each group; only a leap over two or more numbers is a gap, one row may be misread. */
const listGaps = (table: RawTable): readonly Gap[] => {
  const gaps: Gap[] = []
  const last: { roman?: number; arabic?: number } = {}
  for (const row of table.rows) {
    const cell = row[0]
    const number = cell && readNumber(cell)
    if (!cell || !number) continue
    const before = last[number.kind]
    if (before !== undefined && number.value > before + 2 && number.value - before <= 8) {
      gaps.push({
        before: say(number.kind, before),
        after: say(number.kind, number.value),
        span: wholeSpan(cell),
      })
    }
    last[number.kind] = number.value
    if (number.kind === 'roman') delete last.arabic
  }
  return gaps
}

const readNumber = (cell: Block): { kind: 'roman' | 'arabic'; value: number } | undefined => {
  const printed = /^\s*([IVX]{1,6}|\d{1,3})[.)]?(?:\s*$|\s+\p{Lu})/u.exec(cell.text)?.[1]
  if (!printed) return undefined
  const value = /\d/u.test(printed) ? Number(printed) : toRomanValue(printed)
  return value === undefined || value === 0
    ? undefined
    : { kind: /\d/u.test(printed) ? 'arabic' : 'roman', value }
}

const ROMAN = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
]

const say = (kind: 'roman' | 'arabic', value: number): string =>
  kind === 'arabic' ? String(value) : (ROMAN[value] ?? String(value))
