import { Worker } from 'node:worker_threads'
import { parserOf, toParameter } from './values.ts'
import type { Connection, Pool, QueryResult } from './pool.ts'
import { takeFolderLock } from './lock.ts'

interface RawResult {
  readonly rows: readonly (string | null)[][]
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
  readonly command: string | undefined
  readonly affectedRows: number
}

export interface EmbeddedOptions {
  /** The folder of the database; in memory when undefined (tests). */
  readonly dataDir: string | undefined
  /** A dumped data folder to start from, so that tests need not initialise one each time. */
  readonly template?: Uint8Array
}

/** The embedded database: one connection, so whoever holds it makes the others wait. */
export interface EmbeddedPool extends Pool {
  /** How many times data was flushed to disk since start. */
  readonly countFlushes: () => Promise<number>
  /** A tar of the data folder, to start others from. */
  readonly dump: () => Promise<Uint8Array>
}

/** Starts PGlite with PostGIS in a thread of its own, behind the lock of its folder. */
export const openEmbedded = async ({ dataDir, template }: EmbeddedOptions): Promise<EmbeddedPool> => {
  const unlock = dataDir === undefined ? () => {} : takeFolderLock(dataDir)
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { dataDir: dataDir === undefined ? undefined : `${dataDir}/pgdata`, template },
    // The thread must not see the inspector or loader flags of its parent.
    execArgv: [],
  })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let next = 0
  let ended: Error | undefined

  const failAll = (error: Error): void => {
    ended = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: { ready?: true; id?: number; value?: unknown; error?: object }) => {
      if (message.ready) return resolve()
      const call = waiting.get(message.id ?? -1)
      waiting.delete(message.id ?? -1)
      if (message.error) call?.reject(Object.assign(new Error('database error'), message.error))
      else call?.resolve(message.value)
    })
    worker.on('error', (error: Error) => {
      failAll(error)
      reject(error)
    })
    worker.on('exit', () => failAll(ended ?? new Error('the embedded database has been closed')))
  })

  const ask = <T>(kind: string, rest: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      const id = next++
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      worker.postMessage({ id, kind, ...rest })
    })

  const query = async (sql: string, params: readonly unknown[]): Promise<QueryResult> => {
    const raw = await ask<RawResult>('query', { sql, params: params.map(toParameter) })
    const parsers = raw.fields.map((field) => parserOf(field.dataTypeID))
    const rows = raw.rows.map((values) => {
      const row: Record<string, unknown> = {}
      for (const [i, field] of raw.fields.entries()) {
        const value = values[i]
        row[field.name] = value === null || value === undefined ? null : parsers[i]?.(value)
      }
      return row
    })
    return { rows, rowCount: Math.max(raw.affectedRows, rows.length), command: raw.command ?? '' }
  }

  try {
    await ready
  } catch (error) {
    unlock()
    throw error
  }

  let last: Promise<void> = Promise.resolve()
  const connect = async (): Promise<Connection> => {
    let free = (): void => {}
    const before = last
    last = new Promise((resolve) => (free = resolve))
    await before
    return { query, release: () => free() }
  }

  return {
    kind: 'embedded',
    connect,
    exec: async (sql) => {
      const connection = await connect()
      try {
        await ask('exec', { sql })
      } finally {
        connection.release()
      }
    },
    countFlushes: () => ask<number>('flushes'),
    dump: () => ask<Uint8Array>('dump'),
    end: async () => {
      const connection = await connect()
      await ask('close').catch(() => undefined)
      connection.release()
      await worker.terminate()
      unlock()
    },
  }
}
