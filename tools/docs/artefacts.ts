import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Tree } from '../architecture/tree.ts'
import { toQueryPages } from '../queries/pages.ts'
import { commands } from '#apps/cli/commands.ts'
import { capabilities } from '#apps/server/capabilities.ts'
import { openServices } from '#apps/server/open.ts'
import { Extraction, OutlineNode } from '#capabilities/documents/contract.ts'
import { roleCodes, roleOf } from '#capabilities/people/domain/roles.ts'
import { readConfig } from '#platform/server/config.ts'
import { toDatabase, type Database } from '#platform/server/db/db.ts'
import { openEmbedded } from '#platform/server/db/embedded.ts'
import { openEmbeddedTest } from '#platform/server/db/testing.ts'
import { buildApp } from '#platform/server/http/app.ts'
import { platformEvents } from '#platform/server/journal/events.ts'
import { collectFacts } from './facts.ts'
import { commandsPage, toPages, type RoleTable } from './pages.ts'
import { exportSchema } from './schema.ts'

export interface Artefacts {
  /** Place in docs/generated → text. */
  readonly files: Readonly<Record<string, string>>
  /** Contradictions inside the product. */
  readonly faults: readonly string[]
}

const roleTable: RoleTable = {
  roles: roleCodes.map((code) => ({ code, title: roleOf(code).name, purpose: roleOf(code).purpose })),
  reachOf: (code, permission) => roleOf(code).grants[permission],
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const keptFile = (tree: Tree): string => {
  const sources = tree.files.filter(({ path: place }) =>
    /^(?:migrations\/|tools\/docs\/schema\.ts$)/u.test(place),
  )
  const hash = createHash('sha256')
  for (const { path: place, text } of sources) hash.update(place).update('\0').update(text).update('\0')
  return path.resolve(`node_modules/.cache/binhan/schema-${hash.digest('hex').slice(0, 16)}.sql`)
}

/**
 * A migrated database and the schema in it. Making both takes half a minute on a busy machine and follows from
 * the migrations alone, so the schema is kept under their hash, and the database is the one that tests start from.
 */
const openMigrated = async (
  tree: Tree,
  migrations: string,
): Promise<{ database: Database; schema: string }> => {
  const kept = keptFile(tree)
  if (fs.existsSync(kept))
    return { database: await openEmbeddedTest(), schema: fs.readFileSync(kept, 'utf8') }
  const database = toDatabase(await openEmbedded({ dataDir: undefined }))
  const schema = await exportSchema(database, migrations)
  fs.mkdirSync(path.dirname(kept), { recursive: true })
  fs.writeFileSync(kept, schema)
  return { database, schema }
}

const openapiOf = async (database: Database): Promise<unknown> => {
  const config = readConfig({ DATA_DIR: path.join(tmpdir(), 'binhan-generate'), LOG_LEVEL: 'silent' })
  const services = await openServices(config, { database })
  const app = await buildApp({
    services,
    capabilities,
    authenticate: async () => undefined,
    webDir: undefined,
  })
  await app.ready()
  const openapi = app.swagger()
  await app.close()
  return openapi
}

/** Runs the product in memory and takes down what it is. */
export const toArtefacts = async (tree: Tree, migrations: string): Promise<Artefacts> => {
  const facts = collectFacts(tree, platformEvents)
  const { database, schema } = await openMigrated(tree, migrations)
  const openapi = await openapiOf(database).finally(() => database.close())
  const queries = await toQueryPages(tree)
  return {
    files: {
      ...toPages(facts, roleTable),
      'commands.md': commandsPage(commands),
      'openapi.json': pretty(openapi),
      'extraction.schema.json': pretty({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'One line of `binhan extract --json`',
        ...Extraction,
        // The one part that contains itself is named, and refers to itself by that name.
        $defs: { OutlineNode },
      }),
      'schema.sql': schema,
      ...queries.files,
    },
    faults: [...facts.faults, ...queries.faults],
  }
}
