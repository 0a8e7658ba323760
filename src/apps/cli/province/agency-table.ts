import { AgencyCode, type AgencyRow } from '#capabilities/people/contract.ts'
import {
  agencyKinds,
  agencyLevels,
  type AgencyKind,
  type AgencyLevel,
} from '#capabilities/people/domain/agency.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { Value } from 'typebox/value'
import type { Sourced } from './place-tables.ts'
import { readDay, type Report, type TableForm, type TableRow } from './table.ts'

/** The agencies that a province hands in; those of every commune are made from the units. */
export const agencyTable = {
  file: 'co-quan.csv',
  required: false,
  columns: [
    'Mã',
    'Tên',
    'Loại',
    'Cấp',
    'Tên viết tắt',
    'Mã cấp trên',
    'Tên khác',
    'Từ ngày',
    'Đến ngày',
    'Mã kế tục',
    'Mã đơn vị',
    'Nguồn',
  ],
  needed: 4,
} as const satisfies TableForm

const byWord = <T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.keys(words) as T[]).flatMap((key) => [
      [searchKey(words[key]), key],
      [searchKey(key), key],
    ]),
  )
const kinds = byWord<AgencyKind>(agencyKinds)
const levels = byWord<AgencyLevel>(agencyLevels)

/** Several values in a cell stand apart by a bar or a semicolon. */
const toList = (cell: string): string[] =>
  cell
    .split(/[|;]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Agencies; kind and level in the words of the agencies' page or by their code. */
export const toAgencyRows = (
  rows: readonly TableRow[],
  source: string,
  report: Report,
): Sourced<AgencyRow>[] =>
  rows.flatMap((row) => {
    const [code, name] = [row.at('Mã'), row.at('Tên')]
    const kind = kinds.get(searchKey(row.at('Loại')))
    const level = levels.get(searchKey(row.at('Cấp')))
    const [validFrom, validTo] = [readDay(row, 'Từ ngày', report), readDay(row, 'Đến ngày', report)]
    if (!Value.Check(AgencyCode, code))
      report(
        row,
        `mã “${code}” không đúng; dùng chữ thường không dấu, chữ số và gạch nối, ví dụ so-xay-dung.`,
      )
    if (name === '') report(row, 'cột “Tên” còn trống.')
    if (!kind)
      report(row, `loại “${row.at('Loại')}” phải là một trong: ${Object.values(agencyKinds).join('; ')}.`)
    if (!level)
      report(row, `cấp “${row.at('Cấp')}” phải là một trong: ${Object.values(agencyLevels).join('; ')}.`)
    if (!kind || !level || name === '' || !Value.Check(AgencyCode, code)) return []
    const [parent, unitCode] = [row.at('Mã cấp trên'), row.at('Mã đơn vị')]
    const successors = toList(row.at('Mã kế tục'))
    const value: AgencyRow = {
      code,
      name,
      shortName: row.at('Tên viết tắt') || name,
      kind,
      level,
      ...(parent === '' ? {} : { parent }),
      aliases: toList(row.at('Tên khác')),
      ...(validFrom ? { validFrom } : {}),
      ...(validTo ? { validTo } : {}),
      ...(successors.length === 0 ? {} : { successors }),
      ...(unitCode === '' ? {} : { unitCode }),
      source: row.at('Nguồn') || source,
    }
    return [{ line: row.line, value }]
  })
