import type { Readable } from 'node:stream'
import type { Static, TSchema } from 'typebox'
import type { Append, Author } from '../journal/journal.ts'
import type { Db, Tx } from '../db/db.ts'
import type { Services } from '../services.ts'

/** Where a permission reaches for the person who holds it: everything, or these agencies and areas. */
export interface Scope {
  readonly everything: boolean
  readonly agencies: readonly string[]
  /** Codes of administrative units. */
  readonly areas: readonly string[]
}

/** Who asks. The platform only compares permission names; the capability `people` knows roles. */
export interface Actor {
  readonly id: string
  /** Set while the person acts for somebody on leave; the journal then names both. */
  readonly onBehalfOf?: string | undefined
  /** Each permission with its own reach: being head of one agency gives nothing at another. */
  readonly permissions: ReadonlyMap<string, Scope>
  /** Agencies at which the person holds a post now (only the other person's posts while acting for one). */
  readonly agencies: readonly string[]
  /** Units for which the person holds a post now. */
  readonly areas: readonly string[]
}

/** Everyone may ask; everyone signed in may ask; or the holder of a named permission. */
export type Access = 'public' | 'signed-in' | (string & {})

export interface Schemas {
  /** One Vietnamese line for the API's documentation. */
  readonly summary: string
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  /** Absent when the reply is a file. */
  readonly reply?: TSchema
  /** The reply on success; 200 unless given. */
  readonly status?: 200 | 201 | 202
  /** A write on something that has a version: the request must carry `If-Match`. */
  readonly versioned?: boolean
  /** The body arrives as a stream of bytes and is not parsed. */
  readonly stream?: boolean
}

type Of<S, K extends keyof Schemas> = S extends { readonly [P in K]: infer T extends TSchema }
  ? Static<T>
  : undefined

/** A request as a handler sees it: checked, and already allowed. */
export interface Ask<S extends Schemas = Schemas> {
  readonly params: Of<S, 'params'>
  readonly query: Of<S, 'query'>
  readonly body: Of<S, 'body'>
  /** Undefined on public endpoints when nobody is signed in. */
  readonly actor: Actor | undefined
  readonly province: string
  /** The instant of the request. */
  readonly now: string
  readonly author: Author
  readonly db: Db
  readonly services: Services
  /** The version that `If-Match` names, on versioned writes. */
  readonly version: number | undefined
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly address: string
  /** The raw body of a `stream` endpoint. */
  readonly stream: Readable | undefined
  /**
   * One transaction with its journal. On a create, also the memory of its `Idempotency-Key`: the handler answers with
   * what the write gave back, nothing is added later.
   */
  readonly write: <T>(change: (tx: Tx, append: Append) => Promise<T>) => Promise<T>
}

/** A value with more to say than its body. */
export class Reply<T = unknown> {
  readonly value: T
  readonly options: ReplyOptions
  constructor(value: T, options: ReplyOptions) {
    this.value = value
    this.options = options
  }
}

export interface ReplyOptions {
  /** Becomes the `ETag`; reads of one thing carry the version that a later write must name. */
  readonly version?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly Cookie[]
  /** Sends these bytes instead of JSON. */
  readonly file?: {
    readonly bytes: Uint8Array | Readable
    readonly type: string
    readonly name: string
    readonly inline?: boolean
  }
  readonly redirect?: string
}

export interface Cookie {
  readonly name: string
  /** Empty removes it. */
  readonly value: string
  readonly maxAgeSeconds?: number
  readonly path?: string
}

export const withVersion = <T>(value: T, version: number): Reply<T> => new Reply(value, { version })

/** What a handler may give back: the value of its reply schema, or more to say around it; nothing where none is. */
type Answer<S extends Schemas> = S extends { readonly reply: TSchema }
  ? Of<S, 'reply'> | Reply<Of<S, 'reply'>>
  : // oxlint-disable-next-line typescript/no-invalid-void-type -- a handler without a reply simply ends
    void | undefined | Reply<undefined>

export type Handler<S extends Schemas> = (ask: Ask<S>) => Promise<Answer<S>>

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Endpoint {
  readonly verb: Verb
  readonly path: string
  readonly access: Access
  readonly schemas: Schemas
  readonly handler: (ask: Ask) => Promise<unknown>
}

const verb =
  (name: Verb) =>
  <const S extends Schemas>(path: string, access: Access, schemas: S, handler: Handler<S>): Endpoint => ({
    verb: name,
    path,
    access,
    schemas,
    handler: handler as unknown as Endpoint['handler'],
  })

/** One endpoint a line: `get('/api/agencies', 'people.agency.view', schemas.listAgencies, listAgencies)`. */
export const get = verb('GET')
export const post = verb('POST')
export const put = verb('PUT')
export const patch = verb('PATCH')
export const remove = verb('DELETE')
