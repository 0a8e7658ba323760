import path from 'node:path'
import { sql } from 'kysely'
import { capabilities } from '#apps/server/capabilities.ts'
import { openServices } from '#apps/server/open.ts'
import { readPack } from '#apps/server/pack-files.ts'
import { openPack } from '#apps/server/packs.ts'
import { authenticateWith } from '#capabilities/people/server/authenticate.ts'
import { readConfig } from '#platform/server/config.ts'
import { buildApp } from '#platform/server/http/app.ts'
import { naive } from './naive.ts'
import { addSessions, seedArchive, type Seeded } from './seed.ts'

/** What the load generator is told once the server is ready. */
export interface Ready extends Seeded {
  readonly address: string
  readonly cookies: readonly string[]
  readonly version: string
}

/** The server of the archive bench, in a process of its own; stays until its input ends. */
export const serveArchive = async (
  dataDir: string,
  databaseUrl: string | undefined,
  documents: number,
  sessions: number,
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
    capabilities: [...capabilities, naive],
    authenticate: authenticateWith(services),
    webDir: undefined,
  })
  const cookies = await addSessions(services, sessions)
  const seeded = await seedArchive(services, app, cookies[0] ?? '', documents)
  const { rows } = await sql<{ version: string }>`
    select current_setting('server_version') as version`.execute(services.database.db)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const ready: Ready = { ...seeded, address, cookies, version: rows[0]?.version ?? '' }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
  await new Promise<void>((resolve) => process.stdin.on('end', resolve).resume())
  await app.close()
  await services.database.close()
}
