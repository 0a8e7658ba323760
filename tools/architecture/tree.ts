import fs from 'node:fs'
import path from 'node:path'
import { toModule, type Module } from './module.ts'

/** One file of the repository; paths are relative to its root and use `/` everywhere. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** The parsed program, for TypeScript and JavaScript. */
  readonly module: Module | undefined
}

/** Everything that the rules look at. */
export interface Tree {
  readonly files: readonly SourceFile[]
  readonly folders: ReadonlySet<string>
  readonly find: (path: string) => SourceFile | undefined
}

/** One broken rule, said so that the reader knows what to change. */
export interface Violation {
  readonly path: string
  readonly line: number
  readonly message: string
}

export type Rule = (tree: Tree) => Violation[]

const SKIPPED = new Set(['node_modules', 'dist', 'data', '.git', '.cache', 'coverage'])
const TEXT = /\.(?:ts|tsx|mts|mjs|js|json|md|sql|css|html|yml|yaml|txt|svg)$/u
const CODE = /\.(?:ts|tsx|mts|mjs|js)$/u

const walk = function* (root: string, folder: string): Generator<string> {
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const place = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (SKIPPED.has(entry.name)) continue
    if (entry.isDirectory()) {
      yield `${place}/`
      yield* walk(root, place)
    } else if (TEXT.test(entry.name) || place === '.ci/run') yield place
  }
}

/** Reads a checkout. New folders are found, never listed by hand, so that a capability is fenced at birth. */
export const readTree = (root: string): Tree => {
  const places = [...walk(root, '')]
  const files = places
    .filter((place) => !place.endsWith('/'))
    .map((place): SourceFile => {
      const text = fs.readFileSync(path.join(root, place), 'utf8')
      return { path: place, text, module: CODE.test(place) ? toModule(place, text) : undefined }
    })
  const byPath = new Map(files.map((file) => [file.path, file]))
  return {
    files,
    folders: new Set(places.filter((place) => place.endsWith('/')).map((place) => place.slice(0, -1))),
    find: (place) => byPath.get(place),
  }
}

/** The line, counted from 1, of an offset. */
export const lineOf = (file: SourceFile, offset: number): number =>
  file.text.slice(0, offset).split('\n').length

/** Tests and their helpers: they may do what the product may not, such as joining everything. */
export const isTestCode = (place: string): boolean =>
  /\.test(?:-data)?\.tsx?$/u.test(place) ||
  /(?:^|[/-])testing\.tsx?$/u.test(place) ||
  /\/testing\//u.test(place) ||
  place.startsWith('test/')

/** The name of the capability that a path belongs to. */
export const capabilityOf = (place: string): string | undefined =>
  /^src\/capabilities\/([^/]+)\//u.exec(place)?.[1]

/** Pure code: the kernel, and `domain/` and `contract.ts` of every capability. */
export const isPure = (place: string): boolean =>
  place.startsWith('src/kernel/') || /^src\/capabilities\/[^/]+\/(?:domain\/|contract\.ts$)/u.test(place)
