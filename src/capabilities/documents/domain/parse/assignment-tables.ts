import type {
  DocumentHeader,
  ExtractedDeadline,
  ExtractedTable,
  ExtractedTarget,
  ExtractedTask,
  ReportingDuty,
  Span,
} from '../../contract.ts'
import { datesOf, rhythmOf } from './known-dates.ts'
import { readTimeCell } from './deadlines.ts'
import { toSpan, wholeSpan } from './mapped-text.ts'
import { isGroupOfRows, withDittos } from './merged-cells.ts'
import { listAttributeAgencies } from './partners.ts'
import { decideKind, toColumns, type ColumnRole } from './table-columns.ts'
import { isCounted, isGroupNumber, joinHeads, listRows } from './table-rows.ts'
import { listRowAims, readTargetRow } from './target-rows.ts'
import type { Block, RawTable } from './types.ts'
import { foldText } from './words.ts'

/** What the tables of a document say, row by row. */
export interface TableReading {
  readonly tables: readonly ExtractedTable[]
  readonly tasks: readonly ExtractedTask[]
  readonly targets: readonly ExtractedTarget[]
  readonly deadlines: readonly ExtractedDeadline[]
  readonly reporting: readonly ReportingDuty[]
}

type Header = Pick<DocumentHeader, 'issuedOn' | 'years'>

/** Reads every table: rows of assignment become tasks, rows of aims become targets. `PL.1` is the first row. */
export const readTables = (raw: readonly RawTable[], header: Header): TableReading => {
  const rowsByPath = new Map<string, number>()
  const readings = raw.map((table) => readTable(table, header, rowsByPath))
  return {
    tables: readings.flatMap((r) => r.tables),
    tasks: readings.flatMap((r) => r.tasks),
    targets: readings.flatMap((r) => r.targets),
    deadlines: readings.flatMap((r) => r.deadlines),
    reporting: readings.flatMap((r) => r.reporting),
  }
}

const nothing = { tasks: [], targets: [], deadlines: [], reporting: [] }

const readTable = (raw: RawTable, header: Header, counts: Map<string, number>): TableReading => {
  const table = joinHeads(raw)
  const columns = toColumns(table, header.issuedOn)
  const kind = decideKind(columns, table)
  const printed = listRows(table, columns)
  const tables: readonly ExtractedTable[] = [
    {
      path: table.path,
      kind,
      columns: table.header.map((cell) => cell.text.trim()),
      rows: printed.map((row) => row.map((cell) => cell.text.trim())),
      span: table.span,
      rule: `table.${kind}`,
      certainty: kind === 'other' ? 'unsure' : 'inferred',
    },
  ]
  if (kind === 'other') return { tables, ...nothing }
  const rows = withDittos(printed)
  if (kind === 'schedule')
    return { tables, ...nothing, deadlines: readSchedule(rows, columns, table.path, header, counts) }
  const tasks: ExtractedTask[] = []
  const targets: ExtractedTarget[] = []
  const deadlines: ExtractedDeadline[] = []
  const reporting: ReportingDuty[] = []
  let before: readonly string[] = []
  let above: readonly ExtractedDeadline[] = []
  let until: string | null = null
  for (const [i, row] of rows.entries()) {
    const cells = toCells(row, columns)
    const isGroup =
      isGroupRow(cells) || (isGroupNumber(row[0]) && !cells.lead && !cells.partner && !cells.value)
    if (isGroup || isGroupOfRows(i, printed, columns)) {
      before = []
      // A row of a table of targets that only sums up those below it has a number of its own all the same.
      if (kind === 'targets' && isCounted(row[0])) count(counts, table.path)
      else if (kind === 'targets') {
        const years = readHorizon(cells, table.path, header)
        deadlines.push(...years)
        until = years.length > 0 ? ((cells.target ?? cells.content)?.text ?? null) : null
      }
      continue
    }
    const path = toRowPath(table.path, count(counts, table.path))
    const leads = cells.lead ? listAttributeAgencies(cells.lead.text) : []
    const who = leads.length > 0 ? leads : before
    const shares = columns[0] === 'number' && row[0]?.text === ''
    // A row without a number has the time of the row that it shares it with.
    const times: readonly ExtractedDeadline[] = cells.time
      ? readTime(cells, path, who, header)
      : shares && tasks.length > 0
        ? above.map((time) => ({ ...time, path, what: whatOf(cells) || time.what, who: [...who] }))
        : []
    deadlines.push(...times)
    above = times
    if (kind === 'targets')
      targets.push(...readTargetRow({ row, columns, header: table.header, path, until }))
    else targets.push(...listRowAims(toCells(printed[i] ?? [], columns), path))
    if (kind !== 'targets' || leads.length > 0) {
      const own = toTask(printed[i] ?? row, cells, path, leads, before, times)
      const task = shares ? withSpanning(own, tasks.at(-1), cells) : own
      tasks.push(task)
      const report = toReport(task)
      if (report) reporting.push(report)
    }
    if (leads.length > 0) before = leads
  }
  return { tables, tasks, targets, deadlines, reporting }
}

/** A timetable gives nobody a duty; its days are dates of the item that it stands in, or of its row in an annex. */
const readSchedule = (
  rows: readonly (readonly Block[])[],
  columns: readonly ColumnRole[],
  path: string,
  header: Header,
  counts: Map<string, number>,
): readonly ExtractedDeadline[] =>
  rows.flatMap((row) => {
    const cells = toCells(row, columns)
    if (isGroupRow(cells)) return []
    const n = count(counts, path)
    return cells.time ? readTime(cells, path.startsWith('PL') ? toRowPath(path, n) : path, [], header) : []
  })

/** The number of the next row at this path. */
const count = (counts: Map<string, number>, path: string): number => {
  const n = (counts.get(path) ?? 0) + 1
  counts.set(path, n)
  return n
}

/** `II. Đến năm 2045` over the targets below it: the year to which they are to be reached. */
const readHorizon = (cells: Cells, path: string, header: Header): readonly ExtractedDeadline[] => {
  const time = cells.target ?? cells.content
  if (!time || !/^đến (?:hết )?năm \d{4}\s*[.:;]?$/iu.test(foldText(time.text).trim())) return []
  return readTime({ time }, path, [], header).map((deadline) => ({ ...deadline, kind: 'horizon' as const }))
}

/** Rows of an annex are `PL.1`; rows of a table in the body must not be taken for its items. */
const toRowPath = (path: string, n: number): string =>
  path.startsWith('PL') ? `${path}.${n}` : `${path}.B${n}`

type Cells = Partial<Record<ColumnRole, Block>>

const toCells = (row: readonly Block[], columns: readonly ColumnRole[]): Cells => {
  const cells: Cells = {}
  for (const [i, role] of columns.entries()) {
    const cell = row[i]
    if (cell && cell.text.trim() !== '' && cells[role] === undefined) cells[role] = cell
  }
  return cells
}

/** A row that only names a group: nobody leads it and it has no time. */
const isGroupRow = (cells: Cells): boolean => {
  const content = cells.content ?? cells.target
  if (!content && !cells.lead) return true
  return !cells.lead && !cells.partner && !cells.time && !cells.output && !cells.value
}

const toTask = (
  row: readonly Block[],
  cells: Cells,
  path: string,
  leads: readonly string[],
  before: readonly string[],
  times: readonly ExtractedDeadline[],
): ExtractedTask => {
  const content = cells.content ?? cells.target ?? cells.lead
  const inherited = leads.length === 0
  const lead = inherited ? before : leads
  const partners = cells.partner ? listAttributeAgencies(cells.partner.text) : []
  return {
    path,
    text: (content?.text ?? '').replace(/\s+/gu, ' ').trim(),
    lead: [...lead],
    partners: [...partners],
    due: times.findLast((d) => d.on !== null && d.kind !== 'start')?.on ?? null,
    recurrence: times.findLast((d) => d.recurrence !== null)?.recurrence ?? toRhythm(cells.time),
    output: cells.output ? cells.output.text.replace(/\s+/gu, ' ').trim() : null,
    span: spanOf(row),
    rule: inherited ? 'task.table-row.lead-above' : 'task.table-row',
    certainty: lead.length === 0 ? 'unsure' : inherited ? 'inferred' : 'stated',
  }
}

/** A row without a number shares it with the row above, and so its time and partners where it has none. */
const withSpanning = (own: ExtractedTask, above: ExtractedTask | undefined, cells: Cells): ExtractedTask =>
  above
    ? {
        ...own,
        partners: cells.partner ? own.partners : above.partners,
        due: cells.time ? own.due : above.due,
        recurrence: cells.time ? own.recurrence : above.recurrence,
      }
    : own

const spanOf = (row: readonly Block[]): Span => {
  const spans = row.filter((cell) => cell.text.trim() !== '').map((cell) => wholeSpan(cell))
  if (spans.length === 0) return { start: 0, end: 0 }
  return { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) }
}

const toRhythm = (time: Block | undefined): string | null => {
  if (!time) return null
  const rhythm = datesOf(foldText(time.text)).find((mention) => mention.precision === 'recurring')
  return rhythm ? rhythmOf(rhythm) : null
}

const whatOf = (cells: Cells): string =>
  (cells.content ?? cells.target)?.text.replace(/\s+/gu, ' ').trim().slice(0, 200) ?? ''

const readTime = (
  cells: Cells,
  path: string,
  who: readonly string[],
  header: Header,
): readonly ExtractedDeadline[] => {
  const time = cells.time
  if (!time) return []
  const base = { path, what: whatOf(cells), who: [...who] }
  const bare =
    /^\s*(?:năm\s*)?(\d{4})(\s*(?:và|,)\s*(?:những|các) năm (?:tiếp theo|sau|kế tiếp|tới))?\s*[.;]?\s*$/iu.exec(
      foldText(time.text),
    )
  if (bare?.[1]) {
    const span = wholeSpan(time)
    return [
      {
        ...base,
        kind: bare[2] === undefined ? 'due' : 'start',
        on: bare[1],
        recurrence: null,
        span,
        rule: 'deadline.time-cell',
        certainty: 'stated',
      },
    ]
  }
  return readTimeCell(time, header).map(({ mention, judged }) => ({
    ...base,
    kind: judged.kind,
    on: judged.on,
    recurrence: judged.recurrence,
    span: toSpan(time, mention.start, mention.end),
    rule: 'deadline.time-cell',
    certainty: 'stated',
  }))
}

const RHYTHMS: readonly (readonly [RegExp, ReportingDuty['frequency'][number]])[] = [
  [/^daily/u, 'daily'],
  [/^weekly/u, 'weekly'],
  [/^monthly/u, 'monthly'],
  [/^quarterly/u, 'quarterly'],
  [/^every 6/u, 'every 6 months'],
  [/^yearly/u, 'yearly'],
]

/** A row that recurs and hands in a report is a reporting duty. */
const toReport = (task: ExtractedTask): ReportingDuty | undefined => {
  const frequency = RHYTHMS.find(([rule]) => rule.test(task.recurrence ?? ''))?.[1]
  if (!frequency || !/báo cáo/iu.test(`${task.text} ${task.output ?? ''}`)) return undefined
  return {
    path: task.path,
    frequency: [frequency],
    from: task.lead.length > 0 ? task.lead.join(', ') : null,
    to: null,
    span: task.span,
    rule: 'reporting.table-row',
    certainty: 'inferred',
  }
}
