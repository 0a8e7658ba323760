import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { Problem } from '#kernel/problem.ts'
import type { Capability } from '../capability.ts'
import type { Services } from '../services.ts'
import { mountHealth } from './health.ts'
import { httpProblems } from './problems.ts'
import { refuseLine, refuseWith } from './refuse.ts'
import { mount, type Authenticate } from './route.ts'
import { mountWeb } from './web.ts'

export interface AppOptions {
  readonly services: Services
  readonly capabilities: readonly Capability[]
  readonly authenticate: Authenticate
  /** The built web app; undefined in API tests. */
  readonly webDir: string | undefined
}

/** Requests a minute from one address; a person at work stays far below. */
const REQUESTS_PER_MINUTE = 1200

/** For one whole request: a piece of an upload on a very slow line fits in, a sender who only holds the line does not. */
const REQUEST_MILLISECONDS = 10 * 60_000

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Joins the endpoints of all capabilities into one HTTP application. */
export const buildApp = async ({
  services,
  capabilities,
  authenticate,
  webDir,
}: AppOptions): Promise<FastifyInstance> => {
  const { config } = services
  const refuse = refuseWith(
    Object.assign(
      {},
      ...capabilities.map((capability) => capability.constraints),
    ) as Capability['constraints'],
  )
  const app = Fastify({
    loggerInstance: services.log.child({}, { redact: ['req.headers.cookie', 'req.remoteAddress'] }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // One proxy: only the address that it noted itself. What stands before it in the header, the sender wrote.
    trustProxy: config.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: REQUEST_MILLISECONDS,
    // The library's own refusals are English: an address that is none, a line that speaks no HTTP, a server that stops.
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply),
    clientErrorHandler: refuseLine,
    return503OnClosing: false,
    // Strict beats clever: "5" is not 5.
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true, allowUnionTypes: true },
    },
    ...(config.tlsCertificate && config.tlsKey
      ? { https: { cert: fs.readFileSync(config.tlsCertificate), key: fs.readFileSync(config.tlsKey) } }
      : {}),
  }) as unknown as FastifyInstance

  // Whoever is gone already gets no answer, has no address to count by, and is no fault to be logged.
  let isStopping = false
  app.addHook('preClose', async () => void (isStopping = true))
  app.addHook('onRequest', async (request, reply) => {
    if (request.socket.destroyed) reply.hijack()
    else if (isStopping) throw new Problem(httpProblems.stopping)
  })
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // react-aria positions popovers by the style attribute; no style element is ever inline.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.tlsCertificate !== undefined || config.trustProxy,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    // A page is some thirty built files and a whole office may share one address: files are not counted.
    // Who has hung up meanwhile has no address any more, and gets no answer either.
    allowList: (request) =>
      request.url.startsWith('/assets/') || request.raw.socket.remoteAddress === undefined,
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Bình An', version: '1', description: 'API của hệ thống Bình An' },
    },
  })
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))

  app.setErrorHandler(refuse)
  app.addHook('onRequest', async (request) => {
    // Cookies travel with requests that other sites make; a write must come from our own page.
    const origin = request.headers.origin
    if (SAFE.has(request.method) || origin === undefined) return
    const own =
      config.publicUrl === undefined
        ? `${request.protocol}://${request.host}`
        : new URL(config.publicUrl).origin
    if (origin !== own && origin !== `${request.protocol}://${request.host}`)
      throw new Problem(httpProblems.foreignOrigin)
  })

  mountHealth(app, services)
  // A child context, so that swagger has seen every route by the time it is asked.
  await app.register(async (api) => {
    for (const capability of capabilities) {
      for (const endpoint of capability.routes) mount(api, services, authenticate, endpoint)
    }
    api.get(
      '/api/openapi.json',
      { schema: { summary: 'Mô tả API (OpenAPI 3.1)', tags: ['openapi.json'] } },
      () => app.swagger(),
    )
  })
  app.all('/api/*', () => {
    throw new Problem(httpProblems.notFound)
  })
  if (webDir !== undefined) await mountWeb(app, webDir)
  app.setNotFoundHandler(() => {
    throw new Problem(httpProblems.notFound)
  })
  return app
}
