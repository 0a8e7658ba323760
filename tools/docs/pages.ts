import type { RoleCode } from '#capabilities/people/domain/roles.ts'
import type { Facts } from './facts.ts'

/** The generated pages of the documentation. Everything is sorted, so that a page changes only with its facts. */

const HEAD = 'Written by `npm run generate`; never by hand.'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const page = (title: string, ...parts: readonly string[]): string =>
  `# ${title}\n\n${[HEAD, ...parts].join('\n\n')}\n`

const ACCESS: Readonly<Record<string, string>> = {
  public: '*everyone*',
  'signed-in': '*everyone signed in*',
}

const apiPage = ({ routes }: Facts): string =>
  page(
    'Routes',
    'The same as OpenAPI 3.1: [openapi.json](openapi.json), served at `/api/openapi.json`.',
    ...[...new Set(routes.map((route) => route.capability))].map((name) => {
      const rows = routes
        .filter((route) => route.capability === name)
        .map(({ verb, path, access, summary }) => [
          verb,
          `\`${path}\``,
          ACCESS[access] ?? `\`${access}\``,
          summary,
        ])
      return `## ${name}\n\n${table(['Verb', 'Path', 'Permission', 'Summary'], rows)}`
    }),
  )

const problemsPage = ({ problems }: Facts): string =>
  page(
    'Problems',
    'Every refusal of the product (RFC 9457). Codes are stable and never used again for something else.',
    table(
      ['Code', 'Status', 'Sentence', 'What to do'],
      problems.map(({ code, status, title, action }) => [`\`${code}\``, String(status), title, action]),
    ),
  )

const configPage = ({ config }: Facts): string =>
  page(
    'Configuration',
    'Read once at start from the environment. Every key has a default that works.',
    table(
      ['Key', 'Default', 'Meaning'],
      config.map(({ name, fallback, sentence, secret }) => [
        `\`${name}\``,
        fallback === '' ? '*empty*' : `\`${fallback}\``,
        secret ? `${sentence} *Secret.*` : sentence,
      ]),
    ),
  )

const eventsPage = ({ events }: Facts): string =>
  page(
    'Journal events',
    'What the journal can say, and which jobs react to it.',
    table(
      ['Event', 'Meaning', 'Jobs'],
      [...events].map(([event, { sentence, jobs }]) => [
        `\`${event}\``,
        sentence,
        jobs.map((job) => `\`${job}\``).join(', '),
      ]),
    ),
  )

/** How far each role reaches with each permission. */
export interface RoleTable<C extends string = RoleCode> {
  readonly roles: readonly { readonly code: C; readonly title: string; readonly purpose: string }[]
  readonly reachOf: (role: C, permission: string) => string | undefined
}

const permissionsPage = ({ permissions }: Facts, { roles, reachOf }: RoleTable): string =>
  page(
    'Permissions and roles',
    'Columns are roles; a cell says how far the permission reaches: the province, the own agency, the own area, oneself.',
    table(
      ['Role', 'Name', 'Meaning'],
      roles.map(({ code, title, purpose }) => [`\`${code}\``, title, purpose]),
    ),
    table(
      ['Permission', 'Meaning', ...roles.map(({ code }) => `\`${code}\``)],
      [...permissions]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, title]) => [
          `\`${name}\``,
          title,
          ...roles.map(({ code }) => reachOf(code, name) ?? ''),
        ]),
    ),
  )

interface CommandFacts {
  readonly name: string
  readonly summary: string
  readonly usage: string
}

/** What the command line can do. */
export const commandsPage = (commands: readonly CommandFacts[]): string =>
  page(
    'Commands of `binhan`',
    'Run as `npx binhan …`. Each takes `--json` and `--help`.',
    table(
      ['Usage', 'Summary'],
      commands
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ usage, summary }) => [`\`${usage}\``, summary]),
    ),
  )

/** The pages made from facts alone, by file name. */
export const toPages = (facts: Facts, roles: RoleTable): Record<string, string> => ({
  'api.md': apiPage(facts),
  'problems.md': problemsPage(facts),
  'config.md': configPage(facts),
  'events.md': eventsPage(facts),
  'permissions.md': permissionsPage(facts, roles),
})
