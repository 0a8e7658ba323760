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

/** How far each role reaches with each permission: role → permission → reach. */
export interface RoleTable {
  readonly roles: readonly { readonly name: string; readonly title: string }[]
  readonly reachOf: (role: string, permission: string) => string | undefined
}

const permissionsPage = ({ permissions }: Facts, { roles, reachOf }: RoleTable): string =>
  page(
    'Permissions and roles',
    'Columns are roles; a cell says how far the permission reaches: the province, the own agency, the own area, oneself.',
    table(
      ['Role', 'Meaning'],
      roles.map(({ name, title }) => [`\`${name}\``, title]),
    ),
    table(
      ['Permission', 'Meaning', ...roles.map(({ name }) => `\`${name}\``)],
      [...permissions]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, title]) => [
          `\`${name}\``,
          title,
          ...roles.map((role) => reachOf(role.name, name) ?? ''),
        ]),
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
