import { naiveAssignments } from './assignments-naive.ts'
import { seedAssignments } from './assignments-seed.ts'
import { addSessions } from './seed.ts'
import { serveBench } from './serve.ts'
import type { ServerReady } from './server-load.ts'

/** What the load generator is told once the duties are there. */
export interface DutiesReady extends ServerReady {
  readonly assignments: number
  readonly actions: number
  readonly agencies: readonly string[]
  /** People of agencies, each of whom sees their own. */
  readonly agencySessions: readonly string[]
}

/** Two years of plans for each of ten years. */
const PLANS = 40

/** The server of the duties' bench, in a process of its own; stays until its input ends. */
export const serveDuties = async (
  dataDir: string,
  databaseUrl: string | undefined,
  assignments: number,
  sessions: number,
): Promise<void> =>
  await serveBench<Omit<DutiesReady, keyof ServerReady>>(
    dataDir,
    databaseUrl,
    naiveAssignments,
    async (services) => {
      const cookies = await addSessions(services, sessions)
      const { db } = services.database
      const now = services.clock.now()
      const { agencies, actions } = await seedAssignments(db, services.province, now, {
        assignments,
        plans: PLANS,
      })
      const posts = agencies.slice(0, sessions).map((agency) => ({ role: 'agency-focal', agency }) as const)
      const agencySessions = await addSessions(services, posts.length, (i) => posts[i])
      return { cookies, more: { assignments, actions, agencies, agencySessions } }
    },
  )
