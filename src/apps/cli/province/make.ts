import type { AgencyRow } from '#capabilities/people/contract.ts'
import { findAgencyFaults } from '#capabilities/people/server/load-pack.ts'
import type { Pack, PlacesPack, RouteRow, SuccessionFile, UnitFile } from '#capabilities/places/contract.ts'
import { checkPlaces, toPlaceBook, type PackIssue } from '#capabilities/places/domain/pack.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { agencyTable, toAgencyRows } from './agency-table.ts'
import { toBaseAgencies } from './base-agencies.ts'
import { toLocalAgencies } from './local-agencies.ts'
import {
  routeTable,
  successionTable,
  toRoutes,
  toSuccession,
  toUnits,
  unitTable,
  type Sourced,
} from './place-tables.ts'
import { readTable, type Report, type TableForm, type TableIssue } from './table.ts'

/** The units of a province, from its own tables or cut out of the national lists. */
export interface ProvincePlaces {
  readonly code: string
  /** `Tỉnh Bắc Ninh`. */
  readonly printed: string
  readonly units: UnitFile
  readonly unitsOld: UnitFile
  readonly succession: SuccessionFile
  /** Where a row of each file came from; absent for the national lists. */
  readonly lines: Partial<Readonly<Record<PackIssue['file'], Origin>>>
}
interface Origin {
  readonly file: string
  readonly lines: readonly number[]
}

export interface Wishes {
  /** What the tables were written from. */
  readonly source: string
  /** The first day of the units of today. */
  readonly from: PlainDate
}

export interface MadePack extends Omit<PlacesPack, 'calendar'> {
  readonly agencies: readonly AgencyRow[]
}

const reportInto =
  (issues: TableIssue[], file: string): Report =>
  (row, message) =>
    void issues.push({ file, ...(row ? { line: row.line } : {}), message })

const read = <T>(
  folder: string,
  form: TableForm,
  issues: TableIssue[],
  convert: (rows: ReturnType<typeof readTable>, report: Report) => T,
): T => {
  const report = reportInto(issues, form.file)
  return convert(readTable(folder, form, report), report)
}

const values = <T>(rows: readonly Sourced<T>[]): T[] => rows.map((row) => row.value)
const origin = (file: string, rows: readonly Sourced<unknown>[]): Origin => ({
  file,
  lines: rows.map((row) => row.line),
})

/** The units as the tables of the folder say; undefined when they name no province. */
export const readPlaceTables = (
  folder: string,
  { source, from }: Wishes,
  issues: TableIssue[],
): ProvincePlaces | undefined => {
  const { current, old, province } = read(folder, unitTable, issues, toUnits)
  const succession = read(folder, successionTable, issues, toSuccession)
  if (!province) return undefined
  return {
    code: province.code,
    printed: province.printed,
    units: { source, units: values(current) },
    unitsOld: { source, units: values(old) },
    succession: { source, on: from, rows: values(succession) },
    lines: {
      'units.json': origin(unitTable.file, current),
      'units-old.json': origin(unitTable.file, old),
      'succession.json': origin(successionTable.file, succession),
    },
  }
}

const toPack = ({ code, printed }: ProvincePlaces, { source, from }: Wishes): Pack => ({
  id: searchKey(printed.replace(/^(?:Tỉnh|Thành phố) /u, '')).replaceAll(' ', '-'),
  name: printed,
  provinceCode: code,
  unitsFrom: from,
  source,
})

/** Says a contradiction in the words of the table that the row came from. */
const toTableIssue = ({ file, row, message }: PackIssue, lines: ProvincePlaces['lines']): TableIssue => {
  const from = lines[file]
  const line = row === undefined ? undefined : from?.lines[row]
  return { file: from?.file ?? file, ...(line === undefined ? {} : { line }), message }
}

/** The agencies that were written down, then those that every province and every commune has. */
const addAgencies = (
  written: readonly AgencyRow[],
  places: Omit<PlacesPack, 'calendar'>,
): readonly AgencyRow[] => {
  const { pack } = places
  const where = pack.name.replace(/^(?:Tỉnh|Thành phố)/u, (kind) => kind.toLowerCase())
  const known = new Set(written.map((row) => row.code))
  return [
    ...written,
    ...[
      ...toBaseAgencies(where, pack.provinceCode, pack.source),
      ...toLocalAgencies(toPlaceBook({ ...places, calendar: [] }), pack.unitsFrom),
    ].filter((row) => !known.has(row.code)),
  ]
}

const checkAgencies = (
  agencies: readonly AgencyRow[],
  lines: readonly number[],
  unitCodes: ReadonlySet<string>,
): TableIssue[] =>
  [
    ...findAgencyFaults(agencies),
    ...agencies.flatMap(({ unitCode }, row) =>
      unitCode && !unitCodes.has(unitCode)
        ? [{ row, message: `không có đơn vị hành chính mang mã ${unitCode}` }]
        : [],
    ),
  ].map(({ row, message }) => {
    const line = lines[row]
    return {
      file: agencyTable.file,
      ...(line === undefined ? {} : { line }),
      message: `${agencies[row]?.code ?? ''}: ${message}.`,
    }
  })

/** Joins the units with the other tables of the folder into a pack; what does not fit goes into `issues`. */
export const makePack = (
  folder: string,
  found: ProvincePlaces,
  wishes: Wishes,
  kept: readonly AgencyRow[],
  issues: TableIssue[],
): MadePack => {
  const routes: Sourced<RouteRow>[] = read(folder, routeTable, issues, (rows, report) =>
    toRoutes(rows, wishes.source, report),
  )
  const tabled: Sourced<AgencyRow>[] = read(folder, agencyTable, issues, (rows, report) =>
    toAgencyRows(rows, wishes.source, report),
  )
  const { units, unitsOld, succession } = found
  const places = { pack: toPack(found, wishes), units, unitsOld, succession, routes: values(routes) }
  // Of bad rows only the first reading is said: contradictions that follow from them would be noise.
  if (issues.length > 0) return { ...places, agencies: [] }
  const lines = { ...found.lines, 'routes.json': origin(routeTable.file, routes) }
  const contradictions = checkPlaces({ ...places, calendar: [] })
  issues.push(...contradictions.map((issue) => toTableIssue(issue, lines)))
  const inTable = new Set(tabled.map(({ value }) => value.code))
  const agencies = addAgencies([...values(tabled), ...kept.filter((row) => !inTable.has(row.code))], places)
  const unitCodes = new Set([...units.units, ...unitsOld.units].map((unit) => unit.code))
  const agencyLines = tabled.map((row) => row.line)
  issues.push(...checkAgencies(agencies, agencyLines, unitCodes))
  return { ...places, agencies }
}
