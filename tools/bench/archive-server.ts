import { naive } from './naive.ts'
import { addSessions, seedArchive, type Seeded } from './seed.ts'
import { serveBench } from './serve.ts'
import type { ServerReady } from './server-load.ts'

/** What the load generator is told once the archive is there. */
export type Ready = ServerReady & Seeded

/** The server of the archive bench, in a process of its own; stays until its input ends. */
export const serveArchive = async (
  dataDir: string,
  databaseUrl: string | undefined,
  documents: number,
  sessions: number,
): Promise<void> =>
  await serveBench<Seeded>(dataDir, databaseUrl, naive, async (services, app) => {
    const cookies = await addSessions(services, sessions)
    return { cookies, more: await seedArchive(services, app, cookies[0] ?? '', documents) }
  })
