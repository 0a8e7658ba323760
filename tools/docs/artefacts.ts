import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Tree } from '../architecture/tree.ts'
import { commands } from '#apps/cli/commands.ts'
import { capabilities } from '#apps/server/capabilities.ts'
import { openServices } from '#apps/server/open.ts'
import { Extraction } from '#capabilities/documents/contract.ts'
import { roleCodes, roleOf } from '#capabilities/people/domain/roles.ts'
import { readConfig } from '#platform/server/config.ts'
import { toDatabase } from '#platform/server/db/db.ts'
import { openEmbedded } from '#platform/server/db/embedded.ts'
import { buildApp } from '#platform/server/http/app.ts'
import { platformEvents } from '#platform/server/journal/events.ts'
import { collectFacts } from './facts.ts'
import { commandsPage, toPages, type RoleTable } from './pages.ts'
import { exportSchema } from './schema.ts'

export interface Artefacts {
  /** File name → text, as docs/generated holds it. */
  readonly files: Readonly<Record<string, string>>
  /** Contradictions inside the product. */
  readonly faults: readonly string[]
}

const roleTable: RoleTable = {
  roles: roleCodes.map((code) => ({ code, title: roleOf(code).name, purpose: roleOf(code).purpose })),
  reachOf: (code, permission) => roleOf(code).grants[permission],
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Runs the product in memory and takes down what it is. */
export const toArtefacts = async (tree: Tree, migrations: string): Promise<Artefacts> => {
  const facts = collectFacts(tree, platformEvents)
  const database = toDatabase(await openEmbedded({ dataDir: undefined }))
  try {
    const schema = await exportSchema(database, migrations)
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
    return {
      files: {
        ...toPages(facts, roleTable),
        'commands.md': commandsPage(commands),
        'openapi.json': pretty(openapi),
        'extraction.schema.json': pretty({
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          title: 'One line of `binhan extract --json`',
          ...Extraction,
        }),
        'schema.sql': schema,
      },
      faults: facts.faults,
    }
  } finally {
    await database.close()
  }
}
