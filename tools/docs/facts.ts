import type { Tree } from '../architecture/tree.ts'
import { capabilities } from '#apps/server/capabilities.ts'
import type { ProblemKind } from '#kernel/problem.ts'
import { configKeys } from '#platform/server/config.ts'
import {
  appendedEventsIn,
  calledAddressesIn,
  hiddenEventsIn,
  pagePermissionsIn,
  problemsIn,
  type Found,
} from './literals.ts'

export interface Route {
  readonly capability: string
  readonly verb: string
  readonly path: string
  readonly access: string
  readonly summary: string
}

export interface ConfigKey {
  readonly name: string
  readonly fallback: string
  readonly sentence: string
  readonly secret: boolean
}

/** What the product can be asked, may refuse, writes down and can be told: the facts that the pages print. */
export interface Facts {
  readonly routes: readonly Route[]
  readonly problems: readonly ProblemKind[]
  readonly config: readonly ConfigKey[]
  /** Event → its sentence and the jobs that react to it. */
  readonly events: ReadonlyMap<string, { readonly sentence: string; readonly jobs: readonly string[] }>
  readonly permissions: ReadonlyMap<string, string>
  /** What contradicts itself; pages are not written from contradictions. */
  readonly faults: readonly string[]
}

const doubled = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i)

const faultsOfProblems = (found: readonly Found<ProblemKind>[]): string[] => {
  const faults = doubled(found.map(({ value }) => value.code)).map(
    (code) => `problem code ${code} is given twice`,
  )
  const inSources = new Map(found.map(({ value }) => [value.code, value]))
  for (const { name, problems, constraints } of capabilities) {
    for (const kind of [...Object.values(problems), ...Object.values(constraints)]) {
      if (!inSources.has(kind.code))
        faults.push(`${name}: problem ${kind.code} is not written as a plain literal`)
    }
  }
  return faults
}

const BUILT_IN_ACCESS = new Set(['public', 'signed-in'])

const faultsOfRoutes = (routes: readonly Route[], permissions: ReadonlyMap<string, string>): string[] => [
  ...doubled(routes.map(({ verb, path }) => `${verb} ${path}`)).map((route) => `${route} is declared twice`),
  ...routes
    .filter(({ access }) => !BUILT_IN_ACCESS.has(access) && !permissions.has(access))
    .map(({ verb, path, access }) => `${verb} ${path} asks for ${access}, which no capability declares`),
]

/** Served by the HTTP layer itself. */
const BUILT_IN_PATHS = new Set(['/api/openapi.json'])

const hasForm = (path: string, called: string): boolean => {
  const [ours, theirs] = [path.split('/'), called.split('/')]
  return (
    ours.length === theirs.length &&
    ours.every((part, i) => part === theirs[i] || (part.startsWith(':') && theirs[i] !== ''))
  )
}

/** What the browser's code asks for and nobody serves. */
export const faultsOfPages = (
  tree: Tree,
  routes: readonly Pick<Route, 'verb' | 'path'>[],
  permissions: ReadonlyMap<string, string>,
): string[] => [
  ...calledAddressesIn(tree)
    .filter(({ value }) => !BUILT_IN_PATHS.has(value.path))
    .filter(
      ({ value: { path, verb } }) =>
        !routes.some((route) => hasForm(route.path, path) && (verb === undefined || verb === route.verb)),
    )
    .map(({ value: { path, verb }, where }) => `${where} calls ${verb ?? ''} ${path}, which nobody serves`),
  ...pagePermissionsIn(tree)
    .filter(({ value }) => !permissions.has(value))
    .map(({ value, where }) => `${where} asks for ${value}, which no capability declares`),
]

/** Joins what the capabilities list with what the sources say, and notes where the two differ. */
export const collectFacts = (tree: Tree, platformEvents: Readonly<Record<string, string>>): Facts => {
  const routes = capabilities.flatMap(({ name, routes: listed }) =>
    listed.map(({ verb, path, access, schemas }) => ({
      capability: name,
      verb,
      path,
      access,
      summary: schemas.summary,
    })),
  )
  const permissions = new Map(
    capabilities.flatMap((one) => one.permissions.map(({ name, title }) => [name, title])),
  )
  const problems = problemsIn(tree)
  const jobs = capabilities.flatMap((one) => one.jobs)
  const declared = {
    ...platformEvents,
    ...Object.assign({}, ...capabilities.map((one) => one.events)),
  } as typeof platformEvents
  const appended = appendedEventsIn(tree)
  const used = new Set(appended.map(({ value }) => value))
  return {
    routes,
    problems: problems.map(({ value }) => value).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    config: Object.values(configKeys).map(({ name, fallback, sentence, secret }) => ({
      name,
      fallback,
      sentence,
      secret: secret ?? false,
    })),
    events: new Map(
      Object.keys(declared)
        .toSorted()
        .map((event) => [
          event,
          {
            sentence: declared[event] ?? '',
            jobs: jobs.filter((job) => job.on.includes(event)).map((job) => job.name),
          },
        ]),
    ),
    permissions,
    faults: [
      ...faultsOfProblems(problems),
      ...faultsOfRoutes(routes, permissions),
      ...faultsOfPages(tree, routes, permissions),
      ...appended
        .filter(({ value }) => !(value in declared))
        .map(({ value, where }) => `${where} appends ${value}, which no capability declares`),
      ...hiddenEventsIn(tree).map(
        (where) => `${where} appends an event that is not written as a plain literal`,
      ),
      ...Object.keys(declared)
        .filter((event) => !used.has(event))
        .map((event) => `event ${event} is declared and never appended`),
      ...jobs.flatMap((job) =>
        job.on
          .filter((event) => !(event in declared))
          .map((event) => `job ${job.name} waits for ${event}, which nobody appends`),
      ),
    ],
  }
}
