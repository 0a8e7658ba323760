import { capabilitiesOf } from '../architecture/structure.ts'
import type { Tree, Violation } from '../architecture/tree.ts'
import { environmentNamesIn } from './literals.ts'

const at = (path: string, line: number, message: string): Violation => ({ path, line, message })

const REQUIRED = [
  'README.md',
  'README.vi.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'docs/glossary.md',
]
const MOST_LINES: Readonly<Record<string, number>> = {
  'README.md': 120,
  'README.vi.md': 120,
  'ARCHITECTURE.md': 150,
}

/** The papers of the house are there and short enough to be read. */
export const papers = (tree: Tree, exists: (place: string) => boolean): Violation[] => [
  ...REQUIRED.filter((place) => !exists(place)).map((place) => at(place, 1, 'this paper is missing')),
  ...Object.entries(MOST_LINES).flatMap(([place, most]) => {
    const lines = (tree.find(place)?.text ?? '').split('\n').length - 1
    return lines > most ? [at(place, most + 1, `${lines} lines; the limit is ${most}`)] : []
  }),
]

const fencesOf = (text: string): string[] =>
  [...text.matchAll(/^```(?:sh|bash)\n([\s\S]*?)^```/gmu)].map((m) => m[1] ?? '')
const levelsOf = (text: string): string => [...text.matchAll(/^(#+) /gmu)].map((m) => m[1]).join(' ')

/** The Vietnamese README says what the English one says: the same commands under as many headings. */
export const twins = (tree: Tree): Violation[] => {
  const english = tree.find('README.md')
  const vietnamese = tree.find('README.vi.md')
  if (!english || !vietnamese) return []
  const bare = (text: string): string =>
    fencesOf(text)
      .join('\n')
      .replace(/ *#.*$/gmu, '')
  const violations: Violation[] = []
  if (bare(english.text) !== bare(vietnamese.text)) {
    violations.push(at('README.vi.md', 1, 'its commands differ from those of README.md'))
  }
  if (levelsOf(english.text) !== levelsOf(vietnamese.text)) {
    violations.push(at('README.vi.md', 1, 'its headings differ from those of README.md'))
  }
  return violations
}

/** One page a choice: numbered without gap, dated, and honest about what would change our mind. */
export const decisions = (tree: Tree): Violation[] => {
  const pages = tree.files.filter((file) => /^docs\/decisions\/[^/]+\.md$/u.test(file.path))
  const sorted = pages.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return sorted.flatMap((file, i) => {
    const number = /\/(\d{4})-[a-z0-9-]+\.md$/u.exec(file.path)?.[1]
    const violations: Violation[] = []
    if (Number(number) !== i + 1)
      violations.push(
        at(file.path, 1, `decisions are numbered NNNN-name.md without a gap; this is number ${i + 1}`),
      )
    if (!/^(?:Date: )?\d{4}-\d{2}-\d{2}$/mu.test(file.text))
      violations.push(at(file.path, 1, 'a decision has a line with its date'))
    if (!/^## What would change our mind$/mu.test(file.text)) {
      violations.push(at(file.path, 1, 'a decision has the section "What would change our mind"'))
    }
    return violations
  })
}

/** A package that the product or its tools rest on is a choice: some page says why. Types come with what they describe. */
export const chosenPackages = (tree: Tree): Violation[] => {
  const { dependencies, devDependencies } = JSON.parse(tree.find('package.json')?.text ?? '{}') as Record<
    string,
    Readonly<Record<string, string>> | undefined
  >
  const pages = tree.files.filter((file) => file.path.startsWith('docs/decisions/'))
  const text = pages.map((file) => file.text.toLowerCase()).join('\n')
  // Whole names: "vite" is not named by "vitest", nor "docx" by "docx-preview".
  const isNamed = (name: string): boolean => new RegExp(`(?<![\\w@/-])${name}(?![\\w/-])`, 'u').test(text)
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => !name.startsWith('@types/') && !isNamed(name))
    .map((name) => at('package.json', 1, `no page in docs/decisions names ${name}`))
}

const pagesByHand = (tree: Tree): Tree['files'] =>
  tree.files.filter((file) => file.path.endsWith('.md') && !file.path.startsWith('docs/generated/'))

/** Names in capitals that are no variables of ours. */
const NOT_OURS = new Set(['UTF_8', 'SKIP_LOCKED', 'ST_AsMVT'])

/** Commands and variables that a page names exist: `npm run x`, `binhan x`, `DATA_DIR`. */
export const namedThings = (
  tree: Tree,
  known: {
    readonly configKeys: readonly string[]
    readonly commands: readonly string[]
    readonly routes: readonly string[]
  },
): Violation[] => {
  const manifest = JSON.parse(tree.find('package.json')?.text ?? '{}') as { scripts?: Record<string, string> }
  const variables = new Set([...known.configKeys, ...environmentNamesIn(tree), ...NOT_OURS])
  return pagesByHand(tree).flatMap((file) =>
    file.text.split('\n').flatMap((line, i) => {
      const violations: Violation[] = []
      for (const [, name = ''] of line.matchAll(/npm run (?:-s |--silent )?([a-z][a-z:-]*)/gu)) {
        if (!(name in (manifest.scripts ?? {})))
          violations.push(at(file.path, i + 1, `there is no "npm run ${name}"`))
      }
      for (const [, name = ''] of line.matchAll(/(?<=`|npx )binhan ([a-z]+(?: [a-z]+)?)/gu)) {
        const isKnown = known.commands.some((command) => command === name || name.startsWith(`${command} `))
        if (!isKnown) violations.push(at(file.path, i + 1, `there is no command "binhan ${name}"`))
      }
      for (const [, verb = '', place = ''] of line.matchAll(
        /(GET|POST|PUT|PATCH|DELETE) `(\/api\/[^`? ]*)/gu,
      )) {
        if (!known.routes.includes(`${verb} ${place}`)) {
          violations.push(at(file.path, i + 1, `there is no route ${verb} ${place}`))
        }
      }
      for (const [, name = ''] of line.matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/gu)) {
        if (!variables.has(name)) violations.push(at(file.path, i + 1, `nothing reads ${name}`))
      }
      return violations
    }),
  )
}

/** Every command has its section, with an example, on the page of the command line. */
export const commandSections = (tree: Tree, commands: readonly string[]): Violation[] => {
  const place = 'docs/dong-lenh.md'
  const sections = (tree.find(place)?.text ?? '').split(/^### /mu).slice(1)
  return commands
    .filter(
      (name) => !sections.some((one) => one.startsWith(`\`binhan ${name}\`\n`) && one.includes('```\n$ ')),
    )
    .map((name) => at(place, 1, `"binhan ${name}" has no section with an example`))
}

const ROOTS = /^(?:src|tools|bin|test|docs|provinces|migrations|\.ci)\//u

/** Files and folders that a page names in backticks exist; `people/…` stands for the folder of that capability. */
export const namedFiles = (tree: Tree, exists: (place: string) => boolean): Violation[] => {
  const capabilities = new Set(capabilitiesOf(tree))
  return pagesByHand(tree).flatMap((file) =>
    file.text.split('\n').flatMap((line, i) =>
      [...line.matchAll(/`([a-z.][a-z0-9./-]*\/[a-z0-9./-]*)`/gu)].flatMap(([, name = '']) => {
        const isOurs = ROOTS.test(name) || capabilities.has(name.split('/')[0] ?? '')
        const place = ROOTS.test(name) ? name : `src/capabilities/${name}`
        return !isOurs || exists(place) ? [] : [at(file.path, i + 1, `there is no ${place}`)]
      }),
    ),
  )
}
