import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { capabilities } from '#apps/server/capabilities.ts'
import { openServices } from '#apps/server/open.ts'
import { readPack } from '#apps/server/pack-files.ts'
import { openPack } from '#apps/server/packs.ts'
import { authenticateWith } from '#capabilities/people/server/authenticate.ts'
import type { Capability } from '#platform/server/capability.ts'
import { readConfig } from '#platform/server/config.ts'
import { buildApp } from '#platform/server/http/app.ts'
import type { Services } from '#platform/server/services.ts'
import type { ServerReady } from './server-load.ts'

/**
 * The product's own server with a peer beside it, filled by `seed`; says on its output where it listens and stays until
 * its input ends.
 */
export const serveBench = async <R extends object>(
  dataDir: string,
  databaseUrl: string | undefined,
  peer: Capability,
  seed: (
    services: Services,
    app: FastifyInstance,
  ) => Promise<{ readonly cookies: readonly string[]; readonly more: R }>,
): Promise<void> => {
  const config = readConfig({
    DATA_DIR: path.join(dataDir, 'data'),
    LOG_LEVEL: 'error',
    PORT: '0',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  })
  const { services } = await openPack(await openServices(config), readPack('tinh-mau'), { sample: false })
  const app = await buildApp({
    services,
    capabilities: [...capabilities, peer],
    authenticate: authenticateWith(services),
    webDir: undefined,
  })
  const { cookies, more } = await seed(services, app)
  const { rows } = await sql<{ version: string }>`
    select current_setting('server_version') as version`.execute(services.database.db)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const ready: ServerReady & R = { ...more, address, cookies, version: rows[0]?.version ?? '' }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
  await new Promise<void>((resolve) => process.stdin.on('end', resolve).resume())
  await app.close()
  await services.database.close()
}
