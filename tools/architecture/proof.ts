import { descend, dottedName } from './module.ts'
import { lineOf, type Rule, type Violation } from './tree.ts'

/** What proves the product: tests that run, on the real thing. */

const isTest = (path: string): boolean => /\.test\.tsx?$/u.test(path)

const SLEEPING =
  /^(?:x(?:it|test|describe)|(?:it|test|describe|suite|ctx|context|task)\.(?:.*\.)?(?:skip|only|todo|skipIf|runIf|fails))(?:\.|$)/u
const MOCKING = /^(?:vi|vitest)\.(?:mock|doMock|hoisted)$/u

/** No sleeping tests and no favourites; no module of ours is replaced by a story about it. */
export const awakeTests: Rule = (tree) =>
  tree.files
    .filter((file) => file.module && isTest(file.path))
    .flatMap((file) => {
      const program = (file.module as NonNullable<typeof file.module>).program
      return [...descend(program)].flatMap((node): Violation[] => {
        if (node.type !== 'CallExpression' && node.type !== 'TaggedTemplateExpression') return []
        const name = dottedName(node['callee'] ?? node['tag']) ?? ''
        const at = { path: file.path, line: lineOf(file, node.start) }
        if (SLEEPING.test(name)) return [{ ...at, message: `${name}: every test runs, always` }]
        if (MOCKING.test(name)) return [{ ...at, message: `${name}: test the real thing` }]
        return []
      })
    })

interface Package {
  readonly [group: string]: unknown
}

const groupOf = (parsed: Package, group: string): [string, string][] =>
  Object.entries((parsed[group] ?? {}) as Record<string, string>)

const MOCKING_LIBRARY =
  /(?:^|[/-])(?:sinon|testdouble|nock|msw|proxyquire|rewire|mockery|ts-mockito|jest-mock\S*|mockdate|mock-fs|mock-socket|vitest-mock\S*)$|(?:^|[/-])mocks?(?:$|-)/u
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9a-z.-]+)?$/u

/** Every version is exact, no library replaces what we own, and the lock file names no address. */
export const packages: Rule = (tree) => {
  const violations: Violation[] = []
  const manifest = tree.find('package.json')
  if (manifest) {
    const parsed = JSON.parse(manifest.text) as Package
    const say = (name: string, message: string): void => {
      violations.push({
        path: manifest.path,
        line: lineOf(manifest, manifest.text.indexOf(`"${name}"`)),
        message,
      })
    }
    const groups = ['dependencies', 'devDependencies', 'optionalDependencies']
    for (const [name, version] of groups.flatMap((group) => groupOf(parsed, group))) {
      if (!EXACT.test(version)) say(name, `${name} ${version}: versions are exact`)
      if (MOCKING_LIBRARY.test(name)) say(name, `${name}: no mocking library, test the real thing`)
    }
  }
  const lock = tree.find('package-lock.json')
  if (lock) {
    const entries = (
      JSON.parse(lock.text) as { packages?: Record<string, { resolved?: string; link?: boolean }> }
    ).packages
    for (const [place, entry] of Object.entries(entries ?? {})) {
      if (entry.resolved !== undefined && !entry.link) {
        const line = lineOf(lock, Math.max(0, lock.text.indexOf(`"${place}"`)))
        violations.push({
          path: lock.path,
          line,
          message: `${place} names a download address; keep .npmrc as it is`,
        })
      }
    }
  }
  return violations
}

const isServer = (path: string): boolean =>
  /^src\/(?:platform\/server|apps\/(?:server|cli)|capabilities\/[^/]+\/(?!web\/))/u.test(path)

/** The product runs on `dependencies` alone: an installation may leave the others out. */
export const productPackages: Rule = (tree) => {
  const manifest = tree.find('package.json')
  if (!manifest) return []
  const owned = new Set(groupOf(JSON.parse(manifest.text) as Package, 'dependencies').map(([name]) => name))
  return tree.files
    .filter((file) => file.module && isServer(file.path) && !/(?:\.test\.tsx?|testing\.ts)$/u.test(file.path))
    .flatMap((file) =>
      (file.module?.imports ?? []).flatMap(({ specifier, start }): Violation[] => {
        if (/^(?:[.#]|node:)/u.test(specifier)) return []
        const name = specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/')
        if (owned.has(name)) return []
        return [
          { path: file.path, line: lineOf(file, start), message: `${name} is not among the dependencies` },
        ]
      }),
    )
}

/** Forward only, without a gap, each with its reason; a trigger needs a decision that somebody wrote down. */
export const migrations: Rule = (tree) => {
  const files = tree.files
    .filter((file) => /^migrations\/[^/]+$/u.test(file.path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return files.flatMap((file, i): Violation[] => {
    const violations: Violation[] = []
    const say = (line: number, message: string): void =>
      void violations.push({ path: file.path, line, message })
    const number = /^migrations\/(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/u.exec(file.path)?.[1]
    if (number === undefined) say(1, 'migrations are named NNNN-name.sql')
    else if (Number(number) !== i + 1)
      say(1, `migration ${number} stands at place ${i + 1}: numbers leave no gap`)
    if (!file.text.startsWith('--')) say(1, 'a migration begins with its reason')
    for (const match of file.text.matchAll(/create\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger/giu)) {
      const line = lineOf(file, match.index)
      const above = file.text
        .split('\n')
        .slice(Math.max(0, line - 4), line)
        .join('\n')
      const decision = /--.*decision (\d{4})/u.exec(above)?.[1]
      const isWritten = tree.files.some((other) => other.path.startsWith(`docs/decisions/${decision}-`))
      if (decision === undefined)
        say(line, 'no trigger without the number of a decision in a comment above it')
      else if (!isWritten) say(line, `docs/decisions has no page ${decision}`)
    }
    return violations
  })
}
