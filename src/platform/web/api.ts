/**
 * The one place that talks to the server. Refusals are thrown as {@link ApiProblem}; reads of one thing
 * carry a version that the next write must name; creates carry a key, so that sending twice does it once.
 */
import { reportDown, reportUp } from './connection.ts'
import { ApiProblem, isTransient, noConnection, toApiProblem } from './problem.ts'

export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>

export interface WriteOptions {
  /** The version that was read; the server refuses when someone else wrote meanwhile. */
  readonly version?: string | undefined
  /** Names a create. Keep it while repeating the same create; make a new one for another. */
  readonly key?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Versioned<T> {
  readonly value: T
  /** Hand it back to `put`, `patch` or `remove` as it came. */
  readonly version: string | undefined
}

/** `/api/agencies` + `{ q: 'y tế', page: undefined }` → `/api/agencies?q=y+t%E1%BA%BF`. */
export const toUrl = (path: string, query: QueryValues = {}): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** A name for a create, unguessable and unique. `randomUUID` alone needs HTTPS, which a trial may lack. */
export const createKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const readBody = async (reply: Response): Promise<unknown> => {
  if (reply.status === 204 || reply.status === 304) return undefined
  const type = reply.headers.get('content-type') ?? ''
  if (!type.includes('json')) return undefined
  try {
    return (await reply.json()) as unknown
  } catch {
    return undefined
  }
}

const send = async (url: string, init: RequestInit): Promise<Response> => {
  let reply: Response
  try {
    reply = await fetch(url, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    reportDown('offline')
    throw noConnection()
  }
  if (reply.ok) {
    reportUp()
    return reply
  }
  const problem = toApiProblem(reply.status, await readBody(reply))
  if (isTransient(problem)) reportDown('unavailable')
  throw problem
}

const write = async <T>(
  verb: string,
  path: string,
  body: unknown,
  options: WriteOptions = {},
): Promise<T> => {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (options.version !== undefined) headers['if-match'] = options.version
  if (verb === 'POST') headers['idempotency-key'] = options.key ?? createKey()
  const reply = await send(path, {
    method: verb,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  })
  return (await readBody(reply)) as T
}

/** Reads a thing together with its version, for editing it. */
const readVersioned = async <T>(
  path: string,
  query?: QueryValues,
  signal?: AbortSignal,
): Promise<Versioned<T>> => {
  const reply = await send(toUrl(path, query), {
    headers: { accept: 'application/json' },
    ...(signal ? { signal } : {}),
  })
  return { value: (await readBody(reply)) as T, version: reply.headers.get('etag') ?? undefined }
}

/** As many as one reply carries. */
const PAGE = 500

/** A list read whole, page after page: it never ends silently where one reply ends. */
const readWhole = async <T extends { readonly items: readonly unknown[]; readonly total: number }>(
  path: string,
  query?: QueryValues,
  signal?: AbortSignal,
): Promise<T> => {
  const read = async (page: number): Promise<T> =>
    (await readVersioned<T>(path, { ...query, size: PAGE, page }, signal)).value
  const first = await read(1)
  const items = [...first.items]
  for (let page = 2; items.length < first.total; page++) {
    const next = await read(page)
    if (next.items.length === 0) break
    items.push(...next.items)
  }
  return { ...first, items }
}

export const api = {
  getWhole: readWhole,
  get: async <T>(path: string, query?: QueryValues, signal?: AbortSignal): Promise<T> =>
    (await readVersioned<T>(path, query, signal)).value,
  getVersioned: readVersioned,
  post: async <T>(path: string, body?: unknown, options?: WriteOptions): Promise<T> =>
    await write<T>('POST', path, body, options),
  put: async <T>(path: string, body: unknown, options?: WriteOptions): Promise<T> =>
    await write<T>('PUT', path, body, options),
  patch: async <T>(path: string, body: unknown, options?: WriteOptions): Promise<T> =>
    await write<T>('PATCH', path, body, options),
  remove: async <T>(path: string, options?: WriteOptions): Promise<T> =>
    await write<T>('DELETE', path, undefined, options),
}

/** Someone else changed it meanwhile: offer to read their version, keep what was typed. */
export const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof ApiProblem && error.status === 412
