// The embedded database lives in this thread, because a query blocks the thread that runs it.
// Plain JavaScript: a worker starts from a file, in tests as in the build.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { postgis } from '@electric-sql/pglite-postgis'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { flush } from './flush.mjs'

/** Counts what reached the disk, so that a test can see one flush per commit. */
let flushes = 0

/**
 * PGlite leaves `fsync` out of its file system and starts PostgreSQL with `-F`. A power cut could then lose an
 * acknowledged write, so both are put right: every flush that PostgreSQL asks for reaches the disk.
 */
class DurableNodeFS extends NodeFS {
  async init(pg, options) {
    const prepared = await super.init(pg, options)
    prepared.emscriptenOpts.preRun.push((module) => {
      const nodefs = module.FS.filesystems.NODEFS
      nodefs.stream_ops.fsync = (stream) => {
        flush(stream.nfd, () => nodefs.realPath(stream.node))
        flushes++
        return 0
      }
    })
    return prepared
  }
}

const asText = (value) => value
/** Values cross the thread as PostgreSQL's own text; `db/values.ts` gives them meaning for both drivers. */
const everyType = Object.fromEntries(
  [
    16, 17, 18, 20, 21, 23, 25, 26, 114, 700, 701, 1042, 1043, 1082, 1083, 1114, 1184, 1186, 1700, 2950, 3802,
  ].map((oid) => [oid, asText]),
)
const arrays = [
  199, 1000, 1001, 1005, 1007, 1009, 1014, 1015, 1016, 1021, 1022, 1115, 1182, 1183, 1185, 1187, 1231, 2951,
  3807,
]
for (const oid of arrays) everyType[oid] = asText

const open = () =>
  PGlite.create({
    ...(workerData.dataDir ? { fs: new DurableNodeFS(workerData.dataDir) } : {}),
    ...(workerData.template ? { loadDataDir: new Blob([workerData.template]) } : {}),
    extensions: { postgis, btree_gist, pg_trgm },
    parsers: everyType,
    serializers: everyType,
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      '-c',
      `fsync=${workerData.dataDir ? 'on' : 'off'}`,
      '-c',
      'wal_sync_method=fsync',
      '-c',
      'synchronous_commit=on',
      '-c',
      'timezone=UTC',
    ],
  })

const database = await open()

const answers = {
  query: async ({ sql, params }) => {
    const result = await database.query(sql, params, {
      rowMode: 'array',
      parsers: everyType,
      serializers: everyType,
    })
    return {
      rows: result.rows,
      fields: result.fields,
      command: result.command,
      affectedRows: result.affectedRows ?? 0,
    }
  },
  exec: async ({ sql }) => {
    await database.exec(sql)
    return undefined
  },
  flushes: async () => flushes,
  dump: async () => new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer()),
  close: async () => {
    await database.close()
    return undefined
  },
}

const toPlainError = (error) => ({
  message: error.message,
  code: error.code,
  constraint: error.constraint,
  detail: error.detail,
  table: error.table,
  column: error.column,
  position: error.position,
})

let queue = Promise.resolve()
parentPort.on('message', ({ id, kind, ...rest }) => {
  queue = queue.then(async () => {
    try {
      parentPort.postMessage({ id, value: await answers[kind](rest) })
    } catch (error) {
      parentPort.postMessage({ id, error: toPlainError(error) })
    }
  })
})
parentPort.postMessage({ ready: true })
