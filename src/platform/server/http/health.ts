import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Services } from '../services.ts'

/** `/health` for the watchdog, `/metrics` for Prometheus; neither says anything about a person. */
export const mountHealth = (app: FastifyInstance, { database, clock }: Services): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'binhan_http_request_seconds',
    help: 'Duration of requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'binhan_http_unexpected_total',
    help: 'Replies with status 500',
    registers: [registry],
  })
  const JOB_STATES = ['waiting', 'quarantined'] as const
  const jobs = new Gauge({
    name: 'binhan_jobs',
    help: 'Job deliveries that wait or stand in quarantine',
    labelNames: ['state'],
    registers: [registry],
    collect: async () => {
      const rows = await database.db
        .selectFrom('job_delivery')
        .select(['state', (e) => e.fn.countAll<number>().as('count')])
        .where('state', 'in', JOB_STATES)
        .groupBy('state')
        .execute()
      // Nought is said as well: an alarm on a figure that is not there never rings.
      for (const state of JOB_STATES) jobs.set({ state }, 0)
      for (const row of rows) jobs.set({ state: row.state }, row.count)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    requests.observe(
      {
        route: request.routeOptions.url ?? 'unknown',
        method: request.method,
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    )
    if (reply.statusCode === 500) failures.inc()
    request.log.info(
      {
        route: request.routeOptions.url,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  app.get('/health', async (_request, reply) => {
    try {
      await sql`select 1`.execute(database.db)
      return await reply.send({ status: 'ok', database: 'ok', at: clock.now() })
    } catch {
      return await reply.code(503).send({ status: 'unavailable', database: 'unavailable', at: clock.now() })
    }
  })
  app.get(
    '/metrics',
    async (_request, reply) => await reply.type(registry.contentType).send(await registry.metrics()),
  )
}
