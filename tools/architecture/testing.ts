import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkTree, type Finding } from './rules.ts'
import { readTree } from './tree.ts'

export type Files = Readonly<Record<string, string>>

/** A small checkout in which every rule holds. */
export const soundTree: Files = {
  'package.json': JSON.stringify({
    dependencies: { kysely: '0.28.18', typebox: '1.4.3' },
    devDependencies: { vitest: '4.1.12' },
  }),
  'package-lock.json': JSON.stringify({ packages: { 'node_modules/kysely': { version: '0.28.18' } } }),
  'docs/decisions/0007-nothing-hidden.md': '# No triggers\n',
  'migrations/0001-first.sql': '-- The ground.\ncreate table a (b text);\n',
  'src/kernel/plain-date.ts': 'export type PlainDate = string\n',
  'src/platform/server/clock.ts': 'export const now = (): string => new Date().toISOString()\n',
  'src/platform/server/config.ts': "export const port = process.env['PORT']\n",
  'src/platform/server/http/app.ts': "import Fastify from 'kysely'\nexport const app = Fastify\n",
  'src/platform/web/api.ts':
    "import type { PlainDate } from '#kernel/plain-date.ts'\nexport type Day = PlainDate\n",
  'src/capabilities/noise/README.md': '# Noise\n',
  'src/capabilities/noise/contract.ts':
    "import { Type } from 'typebox'\nexport const Noise = Type.Object({})\n",
  'src/capabilities/noise/domain/noise.ts':
    "import type { PlainDate } from '#kernel/plain-date.ts'\nexport const at = (day: PlainDate): PlainDate => day\n",
  'src/capabilities/noise/domain/noise.test.ts':
    "import { it } from 'vitest'\nimport { at } from './noise.ts'\nit('is', () => void at('2026-01-01'))\n",
  'src/capabilities/noise/domain/parse/level.ts':
    '/** Reads a level. */\nexport const readLevel = (text: string): string => text\n',
  'src/capabilities/noise/domain/parse/level.negative.test.ts':
    "import { it } from 'vitest'\nimport { readLevel } from './level.ts'\nit('refuses', () => void readLevel(''))\n",
  'src/capabilities/noise/server/capability.ts':
    "import { now } from '#platform/server/clock.ts'\nimport { list } from './store.ts'\nexport const noise = { now, list }\n",
  'src/capabilities/noise/server/store.ts':
    "import { sql } from 'kysely'\nexport const list = sql`select 1`\n",
  'src/capabilities/noise/web/capability.ts':
    "import type { Day } from '#platform/web/api.ts'\nexport const day = (value: Day): Day => value\n",
  'src/capabilities/light/README.md': '# Light\n',
  'src/capabilities/light/contract.ts': 'export type Light = string\n',
  'src/capabilities/light/domain/light.ts': 'export const light = 1\n',
  'src/capabilities/light/server/capability.ts': 'export const light = 1\n',
  'src/capabilities/light/web/capability.ts': 'export const light = 1\n',
  'src/apps/server/capabilities.ts':
    "import { noise } from '#capabilities/noise/server/capability.ts'\nexport const capabilities = [noise]\n",
  'src/apps/web/routes.ts':
    "import { day } from '#capabilities/noise/web/capability.ts'\nexport const routes = [day]\n",
}

/** Writes a checkout into a folder of its own, applies every rule to it, and removes it. */
export const findingsOf = (files: Files): Finding[] => {
  const root = fs.mkdtempSync(path.join(tmpdir(), 'binhan-architecture-'))
  try {
    for (const [place, text] of Object.entries(files)) {
      fs.mkdirSync(path.join(root, path.dirname(place)), { recursive: true })
      fs.writeFileSync(path.join(root, place), text)
    }
    return checkTree(readTree(root))
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

/** The rules that the sound tree breaks once `change` is laid over it, each once. */
export const brokenBy = (change: Files): string[] => [
  ...new Set(findingsOf({ ...soundTree, ...change }).map((finding) => finding.rule)),
]

/** The sound tree without one file. */
export const without = (place: string): Files =>
  Object.fromEntries(Object.entries(soundTree).filter(([name]) => name !== place))
