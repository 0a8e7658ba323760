import type { Tree } from '../architecture/tree.ts'
import { stores } from './all.ts'
import type { Example, ShownStore } from './examples.ts'
import { layOut } from './layout.ts'
import { recording } from './recording.ts'

const STORE = /^src\/capabilities\/(?<place>[^/]+\/server\/(?:.*\/)?(?:[a-z0-9-]+-)?store\.ts)$/u

/** `documents/server/search-store.ts` → `queries/documents-search.sql`; a lone `store.ts` bears the capability's name. */
const toFile = (place: string): string => {
  const [capability = '', ...rest] = place.replace(/\.ts$/u, '').split('/')
  const own = (rest.at(-1) ?? '').replace(/-?store$/u, '')
  return `queries/${own === '' ? capability : `${capability}-${own}`}.sql`
}

const isList = (given: ShownStore['examples'][string]): given is readonly unknown[] => Array.isArray(given)

interface Shown {
  readonly title: string
  /** As PostgreSQL gets them. */
  readonly statements: readonly string[]
}

const run = async (
  { functions }: ShownStore,
  name: string,
  when: string,
  { given, answers = [] }: Example,
): Promise<Shown> => {
  const { database, asked } = recording(answers)
  await functions[name]?.(database.db as never, ...(given as never))
  if (asked.length === 0) throw new Error(`${name} asks nothing when called with its example`)
  return { title: when === '' ? name : `${name}: ${when}`, statements: asked }
}

/** Calls every function of a store with its examples. */
export const listShown = async (store: ShownStore): Promise<Shown[]> => {
  const shown: Shown[] = []
  for (const [name, given] of Object.entries(store.examples)) {
    const cases: (readonly [string, Example])[] = isList(given) ? [['', { given }]] : Object.entries(given)
    for (const [when, example] of cases) shown.push(await run(store, name, when, example))
  }
  return shown
}

const toPage = async (store: ShownStore): Promise<string> => {
  const parts = (await listShown(store)).map(({ title, statements }) =>
    [`-- ${title}`, ...statements.map(layOut)].join('\n'),
  )
  return `-- The SQL of ${store.place}. Written by \`npm run generate\`; never by hand.\n\n${parts.join('\n\n')}\n`
}

/** What each store says to the database, by file name; a store without examples is a fault. */
export const toQueryPages = async (
  tree: Tree,
): Promise<{ files: Record<string, string>; faults: readonly string[] }> => {
  const files: Record<string, string> = {}
  for (const store of stores) files[toFile(store.place)] = await toPage(store)
  const shown = new Set(stores.map(({ place }) => place))
  const faults = tree.files
    .map((file) => STORE.exec(file.path)?.groups?.['place'])
    .filter((place) => place !== undefined && !shown.has(place))
    .map((place) => `src/capabilities/${place}: its SQL is not shown; add examples to tools/queries/all.ts`)
  return { files, faults }
}
