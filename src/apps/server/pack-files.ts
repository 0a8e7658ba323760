import fs from 'node:fs'
import path from 'node:path'
import { Type, type Static, type TSchema } from 'typebox'
import { Errors, Value } from 'typebox/value'
import {
  CalendarRows,
  Pack,
  RouteRows,
  SuccessionFile,
  UnitFile,
  type PlacesPack,
} from '#capabilities/places/contract.ts'
import { fillSample } from '#capabilities/places/domain/sample.ts'
import { toSampleParts, toSampleText } from '#capabilities/places/domain/sample-document.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Problem } from '#kernel/problem.ts'
import { packProblems } from './pack-problems.ts'
import { packageRoot } from './package-root.ts'

/** Where the province packs of the product lie. */
export const packsFolder = (): string => path.join(packageRoot(), 'provinces')

/** Each pack with its name, for whoever has to choose one. */
export const listPacks = (folder = packsFolder()): Pack[] =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(folder, entry.name, 'pack.json')))
    .map((entry) => read(path.join(folder, entry.name), 'pack.json', Pack))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

const readJson = (folder: string, name: string): unknown => {
  const file = path.join(folder, name)
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as unknown
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Problem(packProblems.unreadable, `Tệp ${file}: ${missing ? 'không có' : 'không phải JSON'}.`)
  }
}

const read = <T extends TSchema>(folder: string, name: string, schema: T): Static<T> => {
  const value = readJson(folder, name)
  const [error] = Errors(schema, value)
  if (error) {
    const where = error.instancePath === '' ? 'toàn tệp' : error.instancePath
    throw new Problem(packProblems.unreadable, `Tệp ${path.join(folder, name)}, ${where}: ${error.message}.`)
  }
  return Value.Parse(schema, value)
}

/** What a pack holds beside its places; `people` checks its own part. */
export interface PackFiles extends PlacesPack {
  readonly agencies: unknown
  readonly groups: unknown
  /** Demo users, in a fictional province only. */
  readonly accounts: unknown
}

/** Reads a pack; refuses an unknown id with the list of those that are there. */
export const readPack = (id: string, folder = packsFolder()): PackFiles => {
  const packs = listPacks(folder)
  if (!packs.some((pack) => pack.id === id)) {
    const known = packs.map((pack) => `${pack.id} (${pack.name})`).join(', ')
    throw new Problem(packProblems.unknown, `Không có gói “${id}”. Các gói hiện có: ${known}.`)
  }
  const own = path.join(folder, id)
  const pack = read(own, 'pack.json', Pack)
  if (pack.id !== id) throw new Problem(packProblems.unreadable, `Tệp ${own}/pack.json ghi mã “${pack.id}”.`)
  return {
    pack,
    units: read(own, 'units.json', UnitFile),
    unitsOld: read(own, 'units-old.json', UnitFile),
    succession: read(own, 'succession.json', SuccessionFile),
    routes: read(own, 'routes.json', RouteRows),
    calendar: read(own, 'calendar.json', CalendarRows),
    agencies: readJson(own, 'agencies.json'),
    groups: readJson(own, 'groups.json'),
    accounts: pack.fictional === true ? readJson(own, 'accounts.json') : [],
  }
}

/** `documents/index.json`: which sample becomes which kind of file. */
const SampleList = Type.Array(
  Type.Object({
    source: Type.String({ pattern: '^[a-z0-9-]+\\.md$' }),
    format: Type.Enum(['docx', 'txt']),
  }),
)

export interface SampleFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The sample documents of a fictional province, their dates counted from the day of installation. */
export const makeSamples = async (
  id: string,
  installedOn: PlainDate,
  folder = packsFolder(),
): Promise<SampleFile[]> => {
  const own = path.join(folder, id, 'documents')
  if (!fs.existsSync(own)) return []
  // The Word writer is only needed here, once in the life of an installation.
  const { toSampleDocx } = await import('./sample-docx.ts')
  const files: SampleFile[] = []
  for (const { source, format } of read(own, 'index.json', SampleList)) {
    const parts = toSampleParts(fillSample(fs.readFileSync(path.join(own, source), 'utf8'), installedOn))
    const bytes =
      format === 'docx' ? await toSampleDocx(parts) : new TextEncoder().encode(toSampleText(parts))
    files.push({ name: source.replace(/\.md$/u, `.${format}`), bytes })
  }
  return files
}
