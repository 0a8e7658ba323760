import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTree, type Tree } from '../architecture/tree.ts'
import { glossaryWords, missingNouns, nounsOf, wordsOf } from './glossary.ts'
import { brokenLinks, toAnchor } from './links.ts'
import { faultsOfPages } from './facts.ts'
import { appendedEventsIn, calledAddressesIn, hiddenEventsIn, problemsIn } from './literals.ts'
import {
  chosenPackages,
  commandSections,
  decisions,
  namedFiles,
  namedThings,
  papers,
  twins,
} from './papers.ts'

/** A checkout of these files, read into memory. */
const treeOf = (files: Readonly<Record<string, string>>): Tree => {
  const root = fs.mkdtempSync(path.join(tmpdir(), 'binhan-docs-'))
  try {
    for (const [place, text] of Object.entries(files)) {
      fs.mkdirSync(path.join(root, path.dirname(place)), { recursive: true })
      fs.writeFileSync(path.join(root, place), text)
    }
    return readTree(root)
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

const existsIn =
  (tree: Tree) =>
  (place: string): boolean =>
    tree.find(place) !== undefined || tree.folders.has(place.replace(/\/$/u, ''))

const messagesOf = (violations: readonly { message: string }[]): string[] =>
  violations.map(({ message }) => message)

describe('links', () => {
  const linksIn = (text: string): string[] => {
    const tree = treeOf({
      'docs/a.md': text,
      'docs/b.md': '# Văn bản đến\n\n## Một `mục`\n',
      'docs/c/d.md': '',
    })
    return messagesOf(brokenLinks(tree, existsIn(tree)))
  }

  it.each([
    '[b](b.md)',
    '[c](c/)',
    '[up](../docs/b.md)',
    '[web](https://example.vn/x)',
    '[self](#here)\n\n# Here',
  ])('leads somewhere: %s', (text) => {
    expect(linksIn(text)).toEqual([])
  })

  it('finds Vietnamese headings', () => {
    expect(linksIn('[b](b.md#văn-bản-đến) [m](b.md#một-mục)')).toEqual([])
    expect(toAnchor('1. Văn bản: đến, đi')).toBe('1-văn-bản-đến-đi')
  })

  it.each(['[b](missing.md)', '![b](picture.png)', '[b](b.md#nowhere)', '[self](#nowhere)'])(
    'leads nowhere: %s',
    (text) => {
      expect(linksIn(text)).toHaveLength(1)
    },
  )

  it('reads no links in code', () => {
    expect(linksIn('`[b](missing.md)`\n\n```\n[b](missing.md)\n```\n')).toEqual([])
  })
})

describe('the glossary', () => {
  const page =
    '# Glossary\n\n| Vietnamese | Name in code | Source |\n| --- | --- | --- |\n| nhiệm vụ | `Task`, `Duty` | x |\n'
  const missing = (source: string): string[] =>
    messagesOf(missingNouns(treeOf({ 'docs/glossary.md': page, 'src/capabilities/a/domain/b.ts': source })))

  it('reads the names of its second column', () => {
    expect([...glossaryWords(page)]).toEqual(['Task', 'Duty'])
  })

  it('splits names into words', () => {
    expect(wordsOf('ExtractedHTTPTask')).toEqual(['Extracted', 'HTTP', 'Task'])
    expect(nounsOf('LateTaskListRow')).toEqual(expect.arrayContaining(['LateTask', 'Task']))
  })

  it.each([
    'export type Task = string',
    'export interface LateTask {}',
    'export interface TaskRow {}',
    'type Secret = 1\nexport const a = 1 as Secret',
  ])('knows %s', (source) => {
    expect(missing(source)).toEqual([])
  })

  it.each(['export type Chore = string', 'export interface TaskChore {}', 'export class Chores {}'])(
    'asks about %s',
    (source) => {
      expect(missing(source)).toHaveLength(1)
    },
  )

  it('is required', () => {
    expect(missingNouns(treeOf({ 'README.md': '' }))).toHaveLength(1)
  })
})

describe('papers', () => {
  it('are required and short', () => {
    const tree = treeOf({ 'README.md': '\n'.repeat(121), 'ARCHITECTURE.md': '\n'.repeat(150) })
    const found = papers(tree, existsIn(tree))
    expect(found.map(({ path: place }) => place)).toEqual(
      expect.arrayContaining(['README.vi.md', 'CONTRIBUTING.md', 'LICENSE', 'docs/glossary.md', 'README.md']),
    )
    expect(found.some(({ path: place }) => place === 'ARCHITECTURE.md')).toBe(false)
  })

  it('have twins with the same commands', () => {
    const english = '# A\n\n```sh\nnpm start  # go\n```\n'
    expect(twins(treeOf({ 'README.md': english, 'README.vi.md': english.replace('go', 'chạy') }))).toEqual([])
    expect(
      twins(treeOf({ 'README.md': english, 'README.vi.md': english.replace('start', 'test') })),
    ).toHaveLength(1)
    expect(twins(treeOf({ 'README.md': english, 'README.vi.md': `${english}\n## B\n` }))).toHaveLength(1)
  })
})

describe('decisions', () => {
  const sound = '# 0001. A\n\n2026-11-21\n\n## What would change our mind\n\nB.\n'
  it('carry a number, a date and a way back', () => {
    expect(decisions(treeOf({ 'docs/decisions/0001-a.md': sound }))).toEqual([])
    expect(decisions(treeOf({ 'docs/decisions/0002-a.md': sound }))).toHaveLength(1)
    expect(
      decisions(treeOf({ 'docs/decisions/0001-a.md': sound.replace('2026-11-21', 'lately') })),
    ).toHaveLength(1)
    expect(
      decisions(treeOf({ 'docs/decisions/0001-a.md': sound.replace('would change', 'is on') })),
    ).toHaveLength(1)
  })
})

describe('the packages that were chosen', () => {
  const treeWith = (names: readonly string[], page: string) =>
    treeOf({
      'package.json': JSON.stringify({
        dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])),
      }),
      'docs/decisions/0001-a.md': page,
    })
  it('are each named on a page, types apart', () => {
    expect(chosenPackages(treeWith(['vite', '@a/b', '@types/node'], '# Vite, with `@a/b`'))).toEqual([])
    expect(chosenPackages(treeOf({}))).toEqual([])
  })
  it.each([
    ['vite', 'vitest is fast'],
    ['docx', 'docx-preview'],
    ['b', 'only @a/b'],
    ['@a/b', 'only a and b'],
  ])('%s is not named by “%s”', (name, page) => {
    expect(chosenPackages(treeWith([name], page))).toHaveLength(1)
  })
})

describe('what pages name', () => {
  const known = {
    configKeys: ['DATA_DIR'],
    commands: ['backup', 'journal verify'],
    routes: ['GET /api/units/:code'],
  }
  const named = (text: string): string[] =>
    messagesOf(
      namedThings(
        treeOf({
          'docs/a.md': text,
          'package.json': '{"scripts":{"check":"x"}}',
          'bin/a.mjs': "process.env['CHROMIUM_PATH']",
        }),
        known,
      ),
    )

  it.each([
    '`npm run check`',
    '`binhan backup FOLDER`',
    '`binhan journal verify`',
    '`DATA_DIR=x`',
    '`CHROMIUM_PATH`',
  ])('exists: %s', (text) => {
    expect(named(text)).toEqual([])
  })

  it.each(['`npm run fly`', '`npx binhan fly`', '`binhan journal`', '`FLY_DIR`', 'PUT `/api/units/:code`'])(
    'does not exist: %s',
    (text) => {
      expect(named(text)).toHaveLength(1)
    },
  )
})

describe('files that pages name', () => {
  const named = (text: string): string[] => {
    const tree = treeOf({
      'docs/a.md': text,
      'src/capabilities/people/domain/roles.ts': '',
      'tools/check.ts': '',
    })
    return messagesOf(namedFiles(tree, existsIn(tree)))
  }

  it.each([
    '`tools/check.ts`',
    '`people/domain/roles.ts`',
    '`src/capabilities/people/`',
    '`/api/people`',
    '`and/or`',
  ])('exist, or are none of ours: %s', (text) => {
    expect(named(text)).toEqual([])
  })

  it.each(['`tools/fly.ts`', '`people/domain/wings.ts`', '`src/wings/`'])('do not exist: %s', (text) => {
    expect(named(text)).toHaveLength(1)
  })
})

describe('what sources say', () => {
  const tree = treeOf({
    'src/a.ts': `
      export const a = { code: 'a.b', status: 404, title: 'Không có.', action: 'Tìm lại.' }
      export const copy = { code: a.code, status: 404, title: a.title, action: a.action }
      export const one = (append) => append({ event: 'a.made', subject: 'a:1', data: {} })
      export const two = (append, on) => append({ event: on ? 'a.on' : 'a.off', subject: 'a:1', data: {} })
      export const daily = [{ event: 'a.counted', hour: 6, run: async () => ({}) }]
      export const three = (append, task) => append({ event: task.event, subject: 'a:1', data: {} })`,
    'src/b.ts': `
      const NAME = 'b.made'
      export const one = (append) => append({ event: NAME, subject: 'b:1', data: {} })`,
    'src/capabilities/a/web/api.ts': `
      export const list = () => api.get('/api/units', { q: 'x' })
      export const one = (code) => api.put(\`/api/units/\${code}?full=1\`)
      export const link = '/api/export.xlsx'
      export const page = { path: '/x', permission: 'a.view' }`,
    'src/a.test.ts': "export const a = { code: 'x', status: 400, title: 'x', action: 'x' }\n",
  })

  it('finds refusals that are written out, and no copies', () => {
    expect(problemsIn(tree).map(({ value }) => value)).toEqual([
      { code: 'a.b', status: 404, title: 'Không có.', action: 'Tìm lại.' },
    ])
  })

  it('finds events in both arms of a choice, and those of what is done every day', () => {
    expect(appendedEventsIn(tree).map(({ value }) => value)).toEqual(['a.made', 'a.on', 'a.off', 'a.counted'])
  })

  it('finds where an event is appended that nobody can read', () => {
    expect(hiddenEventsIn(tree)).toEqual(['src/b.ts:3'])
  })

  it('finds what pages call and ask for', () => {
    expect(calledAddressesIn(tree).map(({ value }) => value)).toEqual([
      { path: '/api/units', verb: 'GET' },
      { path: '/api/units/:', verb: 'PUT' },
      { path: '/api/export.xlsx', verb: undefined },
    ])
    const routes = [
      { verb: 'GET', path: '/api/units' },
      { verb: 'GET', path: '/api/units/:code' },
    ]
    const faults = faultsOfPages(tree, routes, new Map())
    expect(faults).toHaveLength(3)
    expect(faults[0]).toContain('PUT /api/units/:')
    expect(faults[1]).toContain('/api/export.xlsx')
    expect(faults[2]).toContain('a.view')
  })
})

describe('the page of the command line', () => {
  const page = (text: string) => treeOf({ 'docs/dong-lenh.md': text })
  const whole = '### `binhan user list`\n\n```\n$ npx binhan user list\n```\n'

  it('has a section with an example for each command', () => {
    expect(commandSections(page(whole), ['user list'])).toEqual([])
  })

  it('is faulted for a command that it leaves out, or only names', () => {
    expect(commandSections(page(whole), ['user list', 'backup'])).toHaveLength(1)
    expect(commandSections(page('### `binhan backup`\n\nSao lưu.\n'), ['backup'])).toHaveLength(1)
    expect(commandSections(treeOf({}), ['backup'])).toHaveLength(1)
  })
})
