import fs from 'node:fs'
import path from 'node:path'
import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
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
import { findSchemaFault } from '#platform/server/schema/schema-fault.ts'
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
  const fault = findSchemaFault(schema, value)
  if (fault !== undefined)
    throw new Problem(packProblems.unreadable, `Tệp ${path.join(folder, name)}, ${fault}.`)
  return Value.Parse(schema, value)
}

/** What a pack holds beside its places; `people` checks its own part. */
export interface PackFiles extends PlacesPack {
  readonly agencies: unknown
  readonly groups: unknown
  /** Demo users, in a fictional province only. */
  readonly accounts: unknown
}

/** A path begins with a dot or has a slash in it; the names of packs have neither. */
const isPath = (given: string): boolean => given.startsWith('.') || /[/\\]/u.test(given)

/** Where the pack lies: a folder of the person's own, or one of the product's; refuses a name that nobody has. */
const findFolder = (given: string, folder: string): string => {
  if (isPath(given)) {
    const own = path.resolve(given)
    if (!fs.statSync(own, { throwIfNoEntry: false })?.isDirectory())
      throw new Problem(packProblems.noFolder, `Đã tìm ${own}.`)
    return own
  }
  const packs = listPacks(folder)
  if (!packs.some((pack) => pack.id === given)) {
    const known = packs.map((pack) => `${pack.id} (${pack.name})`).join(', ')
    throw new Problem(packProblems.unknown, `Không có gói “${given}”. Các gói hiện có: ${known}.`)
  }
  return path.join(folder, given)
}

const readPackJson = (given: string, own: string): Pack => {
  const pack = read(own, 'pack.json', Pack)
  const file = path.join(own, 'pack.json')
  if (!isPath(given) && pack.id !== given)
    throw new Problem(packProblems.unreadable, `Tệp ${file} ghi mã “${pack.id}”.`)
  if (isPath(given) && pack.fictional === true)
    throw new Problem(packProblems.unreadable, `Tệp ${file}, fictional: chỉ tỉnh Mẫu có người dùng thử.`)
  return pack
}

/** Reads a pack by its name, or from a folder of the person's own by its path. */
export const readPack = (given: string, folder = packsFolder()): PackFiles => {
  const own = findFolder(given, folder)
  const pack = readPackJson(given, own)
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
    /** Accepted at the first start by the sample itself; the others wait for a person. */
    accept: Type.Optional(Type.Boolean()),
  }),
)

export interface SampleFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly accept: boolean
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
  for (const { source, format, accept = false } of read(own, 'index.json', SampleList)) {
    const parts = toSampleParts(fillSample(fs.readFileSync(path.join(own, source), 'utf8'), installedOn))
    const bytes =
      format === 'docx' ? await toSampleDocx(parts) : new TextEncoder().encode(toSampleText(parts))
    files.push({ name: source.replace(/\.md$/u, `.${format}`), bytes, accept })
  }
  return files
}
