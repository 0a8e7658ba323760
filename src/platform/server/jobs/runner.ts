import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Job, JournalEntry } from '../capability.ts'
import { inTransaction } from '../journal/journal.ts'
import type { Services } from '../services.ts'

/** Attempts after which a delivery waits for a person. */
export const MAX_ATTEMPTS = 5

/** Seconds before attempt n+1: 2, 8, 32, 128. */
export const backoffSeconds = (attempts: number): number => 2 * 4 ** (attempts - 1)

/** How long a taken delivery is left alone, in case its worker died. */
const LEASE_SECONDS = 300

/** No delivery is put off for longer: what lies further ahead was put there by a clock that has been moved back since. */
const LONGEST_WAIT_SECONDS = 2 * LEASE_SECONDS

interface Delivery {
  readonly id: number
  readonly province: string
  readonly seq: number
  readonly job: string
  readonly attempts: number
}

/** Which deliveries a loop takes: those of the slow jobs, or all the others. */
interface Lane {
  readonly slow: readonly string[]
  readonly takesSlow: boolean
}

/** Takes one due delivery; `skip locked` lets several servers share one queue. */
const take = async ({ database, clock }: Services, lane?: Lane): Promise<Delivery | undefined> => {
  const now = clock.now()
  const inLane = lane ? sql`and (job = any(${lane.slow as string[]}::text[])) = ${lane.takesSlow}` : sql``
  const { rows } = await sql<Delivery>`
    update job_delivery set attempts = attempts + 1,
      next_at = ${now}::timestamptz + make_interval(secs => ${LEASE_SECONDS})
    where id = (
      select id from job_delivery where state = 'waiting' and (next_at <= ${now}::timestamptz
        or next_at > ${now}::timestamptz + make_interval(secs => ${LONGEST_WAIT_SECONDS})) ${inLane}
      order by next_at, id limit 1 for update skip locked)
    returning id, province, seq, job, attempts`.execute(database.db)
  return rows[0]
}

const getEntry = async (services: Services, delivery: Delivery): Promise<JournalEntry> => {
  const row = await services.database.db
    .selectFrom('journal')
    .select(['province', 'seq', 'at', 'actor', 'event', 'subject', 'data'])
    .where('province', '=', delivery.province)
    .where('seq', '=', delivery.seq)
    .executeTakeFirstOrThrow()
  return { ...row, data: row.data as Readonly<Record<string, unknown>> }
}

const fail = async (services: Services, delivery: Delivery, error: unknown): Promise<void> => {
  // The kind of error only: a message may quote what a person typed.
  const reason = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown error'
  const now = services.clock.now()
  if (delivery.attempts < MAX_ATTEMPTS) {
    await sql`
      update job_delivery set last_error = ${reason},
        next_at = ${now}::timestamptz + make_interval(secs => ${backoffSeconds(delivery.attempts)})
      where id = ${delivery.id}`.execute(services.database.db)
    return
  }
  const author = { province: delivery.province, actor: 'system', now }
  await inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
    await tx
      .updateTable('job_delivery')
      .set({ state: 'quarantined', last_error: reason })
      .where('id', '=', delivery.id)
      .execute()
    await append({
      event: 'job.quarantined',
      subject: `job:${delivery.job}`,
      data: { delivery: delivery.id, seq: delivery.seq, attempts: delivery.attempts },
    })
  })
}

/** Runs one due delivery; false when there was none. A job that throws is tried again, later and later. */
export const runOne = async (
  services: Services,
  jobs: ReadonlyMap<string, Job>,
  lane?: Lane,
): Promise<boolean> => {
  const delivery = await take(services, lane)
  if (!delivery) return false
  if (delivery.attempts > MAX_ATTEMPTS) {
    // Nobody was left to count these attempts as failures. One more would only end the server again.
    await fail(services, delivery, new Error('the server ended in the middle of every attempt'))
    return true
  }
  try {
    const job = jobs.get(delivery.job)
    if (!job) throw new Error(`no job is called ${delivery.job}`)
    const entry = await getEntry(services, delivery)
    await job.run(services, entry, {
      province: delivery.province,
      actor: 'system',
      now: services.clock.now(),
    })
    await services.database.db
      .updateTable('job_delivery')
      .set({ state: 'done', done_at: services.clock.now(), last_error: null })
      .where('id', '=', delivery.id)
      .execute()
  } catch (error) {
    services.log.warn(
      { job: delivery.job, delivery: delivery.id, attempts: delivery.attempts, err: error },
      'job failed',
    )
    await fail(services, delivery, error)
  }
  return true
}

export interface JobRunner {
  readonly stop: () => Promise<void>
}

/**
 * Works through the queue until stopped; asks again each second when it is empty. Quick jobs are done one after the
 * other; slow ones beside them, as many at once as there are workers.
 */
export const startJobs = (services: Services, jobs: ReadonlyMap<string, Job>): JobRunner => {
  let stopped = false
  const stopping = new AbortController()
  const sleep = (milliseconds: number): Promise<void> =>
    wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)
  const slow = [...jobs.values()].filter((job) => job.isSlow).map((job) => job.name)
  const loop = async (lane: Lane): Promise<void> => {
    while (!stopped) {
      try {
        if (!(await runOne(services, jobs, lane))) await sleep(1_000)
      } catch (error) {
        // The database itself is away: wait for it, the queue is safe there.
        services.log.warn({ err: error }, 'jobs wait for the database')
        await sleep(5_000)
      }
    }
  }
  const loops = [loop({ slow, takesSlow: false })]
  if (slow.length > 0)
    for (let i = 0; i < services.workers.bounds.size; i++) loops.push(loop({ slow, takesSlow: true }))
  return {
    stop: async () => {
      stopped = true
      stopping.abort()
      await Promise.all(loops)
    },
  }
}
