import fs from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { authenticateWith } from '#capabilities/people/server/authenticate.ts'
import type { Job } from '#platform/server/capability.ts'
import { systemClock, type Clock } from '#platform/server/clock.ts'
import type { Config } from '#platform/server/config.ts'
import { startDaily } from '#platform/server/daily/daily.ts'
import { listDailyTasks } from '#platform/server/daily/tasks.ts'
import { keepStatistics } from '#platform/server/db/statistics.ts'
import { openDatabase, type Database } from '#platform/server/db/db.ts'
import { migrate } from '#platform/server/db/migrate.ts'
import { sweepParts } from '#platform/server/files/audit.ts'
import { buildApp } from '#platform/server/http/app.ts'
import { startJobs, type JobRunner } from '#platform/server/jobs/runner.ts'
import { openLog } from '#platform/server/log.ts'
import { startRounds } from '#platform/server/rounds/rounds.ts'
import type { Services } from '#platform/server/services.ts'
import { answerCommands } from './answer.ts'
import { capabilities } from './capabilities.ts'
import { listenForCommands } from './control.ts'
import { packageRoot } from './package-root.ts'
import { sampleJob } from './sample-job.ts'
import { warmWorkers } from './warm.ts'
import { openAppWorkers } from './workers.ts'

/** Which jobs hear which event. */
export const toSubscriptions = (jobs: readonly Job[]): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>()
  for (const job of jobs) for (const event of job.on) map.set(event, [...(map.get(event) ?? []), job.name])
  return map
}

export const allJobs: readonly Job[] = [...capabilities.flatMap((capability) => capability.jobs), sampleJob]

/** Opens the database, brings the schema forward and makes what handlers need. */
export const openServices = async (
  config: Config,
  options: { clock?: Clock; database?: Database } = {},
): Promise<Services> => {
  const database =
    options.database ?? (await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir }))
  await migrate(database, path.join(packageRoot(), 'migrations'))
  const installed = await database.db.selectFrom('installation').select('province').executeTakeFirst()
  return {
    config,
    clock: options.clock ?? systemClock,
    database,
    workers: openAppWorkers(config),
    subscriptions: toSubscriptions(allJobs),
    log: openLog(config),
    filesDir: path.join(config.dataDir, 'files'),
    province: installed?.province ?? '',
  }
}

export interface RunningServer {
  readonly app: FastifyInstance
  readonly address: string
  readonly services: Services
  readonly stop: () => Promise<void>
  /** Resolves when a command asks the server to stop; whoever runs it then does. */
  readonly stopAsked: Promise<void>
}

/** Starts listening and working; `stop` finishes what is under way and closes everything in order. */
export const startServer = async (services: Services): Promise<RunningServer> => {
  await sweepParts(services.filesDir)
  const webDir = path.join(packageRoot(), 'dist/web')
  const app = await buildApp({
    services,
    capabilities,
    authenticate: authenticateWith(services),
    webDir: fs.existsSync(path.join(webDir, 'index.html')) ? webDir : undefined,
  })
  const address = await app.listen({ port: services.config.port, host: services.config.host })
  let askStop = (): void => {}
  const stopAsked = new Promise<void>((resolve) => (askStop = resolve))
  const answer = answerCommands(services, address, () => askStop())
  const stopCommands = await listenForCommands(services.config.dataDir, answer)
  const statistics = keepStatistics(services.database, (error) =>
    services.log.warn({ err: error }, 'tables not counted'),
  )
  const daily = startDaily(services, listDailyTasks(services.config))
  const rounds = startRounds(
    services,
    services.province === '' ? [] : capabilities.flatMap((capability) => capability.rounds ?? []),
  )
  void warmWorkers(services.workers).catch((error: unknown) =>
    services.log.debug({ err: error }, 'workers not warmed'),
  )
  const jobs: JobRunner = startJobs(services, new Map(allJobs.map((job) => [job.name, job])))
  return {
    app,
    address,
    services,
    stopAsked,
    stop: async () => {
      const jobsStopped = jobs.stop()
      // A reading that is cut off here is taken up again at the next start.
      await services.workers.close()
      await stopCommands()
      await app.close()
      await jobsStopped
      await daily.stop()
      await rounds.stop()
      await statistics.stop()
      await services.database.close()
    },
  }
}
