import type { Row } from './recording.ts'

/**
 * The SQL of a store is shown by calling each of its functions with examples. The compiler asks for an example for
 * every function that a store exports; the generator asks for every store.
 */

type Queries<M> = {
  [
    K in keyof M as M[K] extends (...given: infer G) => Promise<unknown> ? (G extends [] ? never : K) : never
  ]: M[K]
}
/** What a function takes behind the database. */
type Given<F> = F extends (db: never, ...given: infer G) => Promise<unknown> ? G : never

export interface Example<G extends readonly unknown[] = readonly unknown[]> {
  readonly given: G
  /** What the database answers to one query after the other, where the function goes on by it. */
  readonly answers?: readonly (readonly Row[])[]
}

type Examples<M> = {
  readonly [K in keyof Queries<M>]: Given<M[K]> | { readonly [when: string]: Example<Given<M[K]>> }
}

export interface ShownStore {
  /** The file, as seen from `src/capabilities`. */
  readonly place: string
  readonly functions: Readonly<Record<string, (db: never, ...given: never) => Promise<unknown>>>
  readonly examples: Readonly<Record<string, readonly unknown[] | Readonly<Record<string, Example>>>>
}

/** A store with an example for each of its functions: what it is given, or several by name. */
export const show = <M extends object>(place: string, store: M, examples: Examples<M>): ShownStore => ({
  place,
  functions: store as ShownStore['functions'],
  examples: examples as ShownStore['examples'],
})
