import { describe, expect, it } from 'vitest'
import { rules } from './rules.ts'
import { brokenBy, findingsOf, soundTree, without, type Files } from './testing.ts'

const domain = 'src/capabilities/noise/domain/bad.ts'
const server = 'src/capabilities/noise/server/bad.ts'
const test = 'src/capabilities/noise/domain/bad.test.ts'
const manifest = (extra: object): Files => ({ 'package.json': JSON.stringify(extra) })
const slash = '\\'
// Put together, so that this file itself names no such path.
const home = ['', 'home'].join('/')

/** One change a line and the rule that it breaks. */
const broken: readonly (readonly [rule: string, what: string, change: Files])[] = [
  ['parses', 'half a file', { [server]: 'export const a = (\n' }],
  ['arrows', 'domain that reads files', { [domain]: "import 'node:fs'\n" }],
  ['purity', 'a clock', { [domain]: 'export const today = () => new Date()\n' }],
  ['purity', 'a clock in the kernel', { 'src/kernel/bad.ts': 'export const now = Date.now\n' }],
  ['purity', 'a clock behind brackets', { [domain]: "export const now = Date['now']\n" }],
  ['purity', 'dice', { [domain]: 'export const throwDice = () => Math.random()\n' }],
  ['purity', 'a console', { [domain]: "console.log('here')\n" }],
  ['purity', 'a promise', { [domain]: 'export const later = async () => 1\n' }],
  [
    'purity',
    'a clock in a contract',
    { 'src/capabilities/light/contract.ts': 'export const a = new Date(0)\n' },
  ],
  ['purity', 'a clock in a test of pure code', { [test]: 'export const a = Date.now()\n' }],
  ['purity', 'today in a test of pure code', { [test]: 'export const a = new Date()\n' }],
  ['purity', 'a given day, by the clock of the language', { [domain]: 'export const a = new Date(0)\n' }],
  ['environment', 'the environment', { [server]: 'export const home = process.env.HOME\n' }],
  ['environment', 'the environment by name', { [server]: "export const home = process.env['HOME']\n" }],
  [
    'environment',
    'the environment by import',
    { [server]: "import { env } from 'node:process'\nexport { env }\n" },
  ],
  [
    'environment',
    'the environment unpacked',
    { [server]: 'const { env } = process\nexport const a = env\n' },
  ],
  ['vietnameseInPatterns', 'a word boundary', { [domain]: `export const a = /${slash}bhạn/u\n` }],
  ['vietnameseInPatterns', 'a word class', { [server]: `export const a = /${slash}w+/u\n` }],
  [
    'vietnameseInPatterns',
    'a boundary in words',
    { [domain]: `export const a = new RegExp('(${slash}${slash}bhạn)', 'u')\n` },
  ],
  ['vietnameseInPatterns', 'a raw boundary', { [domain]: `export const a = String.raw\`(${slash}bhạn)\`\n` }],
  ['vietnameseInPatterns', 'an escaped letter', { [domain]: `export const a = 'h${slash}u1ea1n'\n` }],
  ['vietnameseInPatterns', 'no u flag', { [domain]: 'export const a = /hạn/\n' }],
  ['sizes', 'a long file', { [server]: 'export {}\n'.repeat(501) }],
  ['sizes', 'a long test', { 'test/long.test.ts': '\n'.repeat(501) }],
  ['folders', 'an attic', { 'src/platform/server/utils/a.ts': 'export const a = 1\n' }],
  ['folders', 'a fifth room', { 'src/extras/a.ts': 'export const a = 1\n' }],
  ['names', 'camel case', { 'src/platform/server/openFile.ts': 'export const a = 1\n' }],
  ['barrels', 'an index', { 'src/platform/server/index.ts': 'export const a = 1\n' }],
  ['barrels', 'a list of others', { 'src/platform/server/all.ts': "export { now } from './clock.ts'\n" }],
  ['barrels', 'a star', { 'src/platform/server/all.ts': "export * from './clock.ts'\nexport const a = 1\n" }],
  [
    'negativeTests',
    'a parser alone',
    { 'src/capabilities/noise/domain/parse/x.ts': '/** Reads. */\nexport const readX = 1\n' },
  ],
  [
    'negativeTests',
    'a stage alone',
    {
      'src/capabilities/noise/domain/parse/pipeline.ts':
        "import { listLevels } from './levels.ts'\nexport const stages = [listLevels]\n",
      'src/capabilities/noise/domain/parse/levels.ts': 'export const listLevels = 1\n',
    },
  ],
  [
    'parserHeaders',
    'a parser without a word',
    { 'src/capabilities/noise/domain/parse/level.ts': 'export const readLevel = 1\n' },
  ],
  ['awakeTests', 'a skipped test', { [test]: "import { it } from 'vitest'\nit.skip('a', () => {})\n" }],
  [
    'awakeTests',
    'a favourite',
    { [test]: "import { describe } from 'vitest'\ndescribe.only('a', () => {})\n" },
  ],
  ['awakeTests', 'a promise of a test', { [test]: "import { test } from 'vitest'\ntest.todo('a')\n" }],
  ['awakeTests', 'a condition', { [test]: "import { it } from 'vitest'\nit.skipIf(true)('a', () => {})\n" }],
  ['awakeTests', 'a crossed test', { [test]: "xit('a', () => {})\n" }],
  [
    'awakeTests',
    'a skip from within',
    { [test]: "import { it } from 'vitest'\nit('a', (ctx) => ctx.skip())\n" },
  ],
  ['awakeTests', 'a module replaced', { [test]: "import { vi } from 'vitest'\nvi.mock('./noise.ts')\n" }],
  ['packages', 'a range', manifest({ dependencies: { kysely: '^0.28.18' } })],
  [
    'packages',
    'a mocking library',
    manifest({ dependencies: { kysely: '0.28.18' }, devDependencies: { sinon: '20.0.0' } }),
  ],
  [
    'packages',
    'a mocking library by habit of name',
    manifest({ dependencies: { kysely: '0.28.18' }, devDependencies: { '@x/mock-y': '1.0.0' } }),
  ],
  [
    'packages',
    'a download address',
    {
      'package-lock.json': JSON.stringify({
        packages: { 'node_modules/a': { version: '1.0.0', resolved: 'x' } },
      }),
    },
  ],
  ['productPackages', 'a tool in the product', { [server]: "import 'vitest'\n" }],
  ['migrations', 'a gap', { 'migrations/0003-third.sql': '-- Why.\nselect 1;\n' }],
  ['migrations', 'a name', { 'migrations/0002_second.sql': '-- Why.\nselect 1;\n' }],
  ['migrations', 'no reason', { 'migrations/0002-second.sql': 'select 1;\n' }],
  ['migrations', 'a trigger', { 'migrations/0002-second.sql': '-- Why.\nCREATE TRIGGER t;\n' }],
  [
    'migrations',
    'a trigger by a decision nobody wrote',
    { 'migrations/0002-second.sql': '-- decision 0099\ncreate trigger t;\n' },
  ],
  ['sqlInStores', 'a statement', { [server]: "export const a = (db) => db.selectFrom('a').selectAll()\n" }],
  [
    'sqlInStores',
    'plain SQL',
    { [server]: "import { sql } from 'kysely'\nexport const a = sql`select 1`\n" },
  ],
  [
    'replyInHttp',
    'a reply in a handler',
    { [server]: "import type { FastifyReply } from 'fastify'\nexport type R = FastifyReply\n" },
  ],
  ['machinePaths', 'a path of one machine', { 'docs/a.md': `See ${home}/lan.\n` }],
]

describe('a tree with one fault', () => {
  it.each(broken)('%s: %s', (rule, _what, change) => {
    expect(brokenBy(change)).toContain(rule)
  })

  it.each(['README.md', 'contract.ts', 'server/capability.ts', 'web/capability.ts', 'domain/light.ts'])(
    'requiredFiles: a capability without its %s',
    (file) => {
      const findings = findingsOf(without(`src/capabilities/light/${file}`))
      expect(findings.map((finding) => finding.rule)).toContain('requiredFiles')
    },
  )

  it('has a case for every rule', () => {
    const tried = new Set([...broken.map(([rule]) => rule), 'requiredFiles'])
    expect(Object.keys(rules).filter((rule) => !tried.has(rule))).toEqual([])
  })
})

/** What looks like a fault and is none. */
const transforming = {
  'src/capabilities/noise/domain/parse/pipeline.ts':
    "import { toLines } from './lines.ts'\nexport const stages = [toLines]\n",
  'src/capabilities/noise/domain/parse/lines.ts': 'export const toLines = 1\n',
}

const sound: readonly (readonly [what: string, change: Files])[] = [
  ['a stage that transforms', transforming],
  ['a given day in a test', { [test]: "export const a = new Date('2026-01-01')\n" }],
  ['a letter of another language', { [server]: `export const a = '${slash}u00ff'\n` }],
  ['a letter in pieces', { [domain]: `export const a = 'd${slash}u01b0${slash}u0323ng'\n` }],
  ['a clock in the platform', { 'src/platform/server/late.ts': 'export const now = () => Date.now()\n' }],
  ['the word Date in a comment', { [domain]: '// never new Date() here\nexport const a = 1\n' }],
  ['a console in a string', { [domain]: "export const a = 'console.log'\n" }],
  [
    'an excused boundary',
    { [domain]: `// ascii: our own codes\nexport const a = /${slash}bKH${slash}b/u\n` },
  ],
  ['a generated file of any length', { 'src/platform/server/generated/long.ts': 'export {}\n'.repeat(900) }],
  ['five hundred lines', { 'tools/long.ts': 'export {}\n'.repeat(500) }],
  [
    'a trigger by a written decision',
    { 'migrations/0002-second.sql': '-- decision 0007\ncreate trigger t;\n' },
  ],
  ['a web address', { 'docs/a.md': 'https://example.vn/home/lan\n' }],
  ['a page of the product', { [server]: "export const place = '/api/work'\n" }],
  [
    'a second store',
    {
      'src/capabilities/noise/server/level-store.ts':
        "import { sql } from 'kysely'\nexport const a = sql`select 1`\n",
    },
  ],
  ['a test of the environment', { 'test/env.test.ts': 'export const a = process.env.HOME\n' }],
]

describe('a tree with no fault', () => {
  it.each(sound)('%s', (_what, change) => {
    expect(findingsOf({ ...soundTree, ...change })).toEqual([])
  })
})
