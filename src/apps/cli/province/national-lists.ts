import fs from 'node:fs'
import path from 'node:path'
import type { TSchema } from 'typebox'
import type { Static } from 'typebox'
import {
  convertNational,
  NationalNew,
  NationalOld,
  NationalSuccession,
} from '#capabilities/places/domain/convert.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { findSchemaFault } from '#platform/server/schema/schema-fault.ts'
import type { ProvincePlaces } from './make.ts'
import type { TableIssue } from './table.ts'

const NEW = 'units_new.json'

/** Whether the folder holds the lists of the whole country instead of the tables of one province. */
export const hasNationalLists = (folder: string): boolean => fs.existsSync(path.join(folder, NEW))

const readList = <T extends TSchema>(
  folder: string,
  file: string,
  schema: T,
  issues: TableIssue[],
): Static<T> | undefined => {
  let value: unknown
  try {
    value = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    issues.push({ file, message: missing ? `không có tệp này trong ${folder}.` : 'không phải JSON.' })
    return undefined
  }
  const fault = findSchemaFault(schema, value)
  if (fault === undefined) return value as Static<T>
  issues.push({ file, message: `${fault}.` })
  return undefined
}

/**
 * Cuts one province out of the national lists of the statistics office, made into JSON. What in the lists does not
 * fit together is left out and said in `notes`: a whole country's list always has such rows.
 */
export const readNationalLists = (
  folder: string,
  code: string,
  from: PlainDate,
  issues: TableIssue[],
  notes: string[],
): ProvincePlaces | undefined => {
  const current = readList(folder, NEW, NationalNew, issues)
  const old = readList(folder, 'units_old.json', NationalOld, issues)
  const succession = readList(folder, 'succession.json', NationalSuccession, issues)
  if (!current || !old || !succession) return undefined
  const cut = convertNational(code, from, { current, old, succession })
  if (!cut) {
    issues.push({ file: NEW, message: `không có tỉnh, thành phố mang mã ${code}.` })
    return undefined
  }
  notes.push(...cut.issues)
  const { name, units, unitsOld, succession: steps } = cut
  return { code, printed: name, units, unitsOld, succession: steps, lines: {} }
}
