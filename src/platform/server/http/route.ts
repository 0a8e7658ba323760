import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#kernel/problem.ts'
import { inTransaction, type Author } from '../journal/journal.ts'
import type { Services } from '../services.ts'
import { Reply, type Actor, type Ask, type Cookie, type Endpoint } from './endpoint.ts'
import { toJournalActor } from './scope.ts'
import {
  findEarlierReply,
  rememberReply,
  toCreateKey,
  type CreateKey,
  type SentReply,
} from './idempotency.ts'
import { httpProblems } from './problems.ts'

/** Finds who asks, from cookie or header; the capability `people` gives it. */
export type Authenticate = (request: {
  cookies: Readonly<Record<string, string | undefined>>
  now: string
}) => Promise<Actor | undefined>

/** Refuses whoever may not use the endpoint. */
const checkAccess = (endpoint: Endpoint, actor: Actor | undefined): void => {
  if (endpoint.access === 'public') return
  if (!actor) throw new Problem(httpProblems.signInNeeded)
  if (endpoint.access === 'signed-in') return
  if (!actor.permissions.has(endpoint.access)) throw new Problem(httpProblems.notAllowed)
}

/** `"v3"` → 3. A list's tag is a hash and names no version. */
const toVersion = (tag: string | undefined): number | undefined => {
  const match = /^(?:W\/)?"v(\d+)"$/u.exec(tag ?? '')
  return match ? Number(match[1]) : undefined
}

const isUniqueViolation = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'idempotency_pk'

/** Mounts one endpoint: access, version, idempotency, transaction and reply are the same for all. */
export const mount = (
  app: FastifyInstance,
  services: Services,
  authenticate: Authenticate,
  endpoint: Endpoint,
): void => {
  const { schemas } = endpoint
  app.route({
    method: endpoint.verb,
    url: endpoint.path,
    schema: {
      summary: schemas.summary,
      tags: [endpoint.path.split('/')[2] ?? ''],
      ...(schemas.params ? { params: schemas.params } : {}),
      ...(schemas.query ? { querystring: schemas.query } : {}),
      ...(schemas.body ? { body: schemas.body } : {}),
      ...(schemas.reply ? { response: { [schemas.status ?? 200]: schemas.reply } } : {}),
      'x-access': endpoint.access,
    } as object,
    // Before the body is read: whoever may not ask learns nothing of what could be asked, and uploads nothing.
    onRequest: async (request) => {
      const now = services.clock.now()
      const actor = await authenticate({ cookies: request.cookies, now })
      checkAccess(endpoint, actor)
      admitted.set(request, { actor, now })
    },
    handler: async (request, reply) => await answer(services, endpoint, request, reply),
  })
}

/** Who asked and when, from the door to the handler. */
const admitted = new WeakMap<FastifyRequest, { readonly actor: Actor | undefined; readonly now: string }>()

const answer = async (
  services: Services,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> => {
  const admission = admitted.get(request)
  if (!admission) throw new Error('a request reached its handler without passing the door')
  const { actor, now } = admission
  const version = toVersion(request.headers['if-match'])
  if (endpoint.schemas.versioned && version === undefined) throw new Problem(httpProblems.versionNeeded)

  const author: Author = { province: services.province, actor: toJournalActor(actor), now }
  const create = toCreate(endpoint, request, author)
  const earlier = create && (await findEarlierReply(services.database.db, create))
  if (earlier) return await sendAgain(reply, earlier)

  const status = endpoint.schemas.status ?? 200
  let made: { readonly value: unknown; readonly sent: SentReply } | undefined
  const ask: Ask = {
    params: request.params as undefined,
    query: request.query as undefined,
    body: request.body as undefined,
    actor,
    province: services.province,
    now,
    author,
    db: services.database.db,
    services,
    version,
    headers: request.headers as Readonly<Record<string, string | undefined>>,
    cookies: request.cookies,
    address: request.ip,
    stream: endpoint.schemas.stream ? toStream(request.body) : undefined,
    write: async (change) =>
      await inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
        const value = await change(tx, append)
        if (create) {
          made = { value, sent: toSentReply(reply, status, value) }
          await rememberReply(tx, create, made.sent, now)
        }
        return value
      }),
  }
  try {
    const result = await endpoint.handler(ask)
    if (!create) return await send(request, reply, status, result)
    // Whatever were added after the write would be missing when the create is sent again.
    if (!made || made.value !== result) throw new Error('a create must answer with what its write gave back')
    return await sendAs(reply, made.sent)
  } catch (error) {
    // The same create arrived twice at once: the other one won, its reply is ours too.
    if (!create || !isUniqueViolation(error)) throw error
    const other = await findEarlierReply(services.database.db, create)
    if (!other) throw error
    return await sendAgain(reply, other)
  }
}

const toTag = (value: unknown, version: number | undefined): string =>
  version === undefined
    ? `W/"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)}"`
    : `"v${version}"`

/** The answer to a create, as it will go over the line now and whenever it is asked for again. */
const toSentReply = (reply: FastifyReply, status: number, result: unknown): SentReply => {
  const { value, options } = result instanceof Reply ? result : new Reply(result, {})
  if (options.file || options.redirect !== undefined || options.cookies)
    throw new Error('a create answers with JSON or nothing')
  const headers = options.headers ?? {}
  if (value === undefined || value === null) return { status, headers, body: undefined }
  const body = String(reply.code(status).serialize(value))
  const type = 'application/json; charset=utf-8'
  return { status, headers: { ...headers, 'content-type': type, etag: toTag(value, options.version) }, body }
}

const sendAs = async (reply: FastifyReply, { status, headers, body }: SentReply): Promise<unknown> =>
  // A text is sent as it stands: it has been through the schema.
  await reply.code(status).headers(headers).send(body)

const sendAgain = async (reply: FastifyReply, sent: SentReply): Promise<unknown> =>
  await sendAs(reply.header('idempotency-replayed', 'true'), sent)

/** A body of another type than bytes has been parsed already and is no stream any more. */
const toStream = (body: unknown): Readable => {
  if (body instanceof Readable) return body
  throw new Problem(httpProblems.unsupportedType, 'Nội dung cần gửi ở dạng application/octet-stream.')
}

/** Creates by a signed-in person must carry a key; signing in and the like are no creates. */
const toCreate = (endpoint: Endpoint, request: FastifyRequest, author: Author): CreateKey | undefined => {
  if (endpoint.verb !== 'POST' || endpoint.schemas.status !== 201) return undefined
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 100) throw new Problem(httpProblems.keyNeeded)
  const body = endpoint.schemas.stream ? undefined : request.body
  return toCreateKey(author.province, author.actor, key, request.url, body)
}

const send = async (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  result: unknown,
): Promise<unknown> => {
  const { value, options } = result instanceof Reply ? result : new Reply(result, {})
  for (const [name, content] of Object.entries(options.headers ?? {})) reply.header(name, content)
  for (const cookie of options.cookies ?? []) setCookie(request, reply, cookie)
  if (options.redirect !== undefined) return await reply.redirect(options.redirect)
  if (options.file) {
    const { bytes, type, name, inline } = options.file
    reply.header('content-type', type)
    reply.header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    reply.header('x-content-type-options', 'nosniff')
    return await reply.code(status).send(bytes instanceof Uint8Array ? Buffer.from(bytes) : bytes)
  }
  if (value === undefined || value === null) return await reply.code(status === 200 ? 204 : status).send()
  const tag = toTag(value, options.version)
  reply.header('etag', tag)
  if (request.method === 'GET') {
    reply.header('cache-control', 'private, no-cache')
    if (request.headers['if-none-match'] === tag && options.version === undefined)
      return await reply.code(304).send()
  }
  return await reply.code(status).send(value)
}

const setCookie = (request: FastifyRequest, reply: FastifyReply, cookie: Cookie): void => {
  const options = {
    path: cookie.path ?? '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: request.protocol === 'https',
  }
  if (cookie.value === '') reply.clearCookie(cookie.name, options)
  else {
    reply.setCookie(cookie.name, cookie.value, {
      ...options,
      ...(cookie.maxAgeSeconds === undefined ? {} : { maxAge: cookie.maxAgeSeconds }),
    })
  }
}
