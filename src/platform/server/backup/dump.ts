import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { Problem } from '#kernel/problem.ts'
import type { Tx } from '../db/db.ts'
import type { Services } from '../services.ts'
import { MANIFEST, type Manifest, type Progress, type TableInfo } from './manifest.ts'
import { backupProblems } from './problems.ts'
import { getSchemaNumber, listTables } from './tables.ts'

/** Rows fetched at a time: memory stays small whatever the table's size. */
const PAGE = 2_000

/**
 * Writes everything into `folder`: each table as compressed lines of JSON from one snapshot, every original file,
 * and last of all the manifest. A folder without a manifest is an unfinished backup.
 */
export const dump = async (services: Services, folder: string, progress: Progress): Promise<Manifest> => {
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0)
    throw new Problem(backupProblems.folderNotEmpty, folder)
  fs.mkdirSync(path.join(folder, 'tables'), { recursive: true, mode: 0o700 })
  const database = await services.database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const names = await listTables(tx)
      const tables: TableInfo[] = []
      for (const [i, name] of names.entries()) {
        progress('Bảng dữ liệu', i, names.length)
        tables.push(await dumpTable(tx, name, path.join(folder, 'tables', `${name}.ndjson.gz`)))
      }
      progress('Bảng dữ liệu', names.length, names.length)
      const heads = await tx
        .selectFrom('journal_head')
        .select(['province', 'seq', 'hash'])
        .orderBy('province')
        .execute()
      return { tables, heads, schema: await getSchemaNumber(tx) }
    })
  const files = await copyFiles(services.filesDir, path.join(folder, 'files'), progress)
  const manifest: Manifest = { format: 1, createdAt: services.clock.now(), ...database, files }
  writeDurably(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

const dumpTable = async (tx: Tx, name: string, file: string): Promise<TableInfo> => {
  const hash = createHash('sha256')
  const gzip = createGzip()
  const out = fs.createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  gzip.pipe(out)
  let rows = 0
  await sql`declare binhan_dump no scroll cursor for select to_jsonb(t)::text as line from ${sql.table(name)} t`.execute(
    tx,
  )
  for (;;) {
    const page = await sql<{ line: string }>`fetch ${sql.lit(PAGE)} from binhan_dump`.execute(tx)
    if (page.rows.length === 0) break
    const lines = page.rows.map((row) => `${row.line}\n`).join('')
    hash.update(lines)
    rows += page.rows.length
    if (!gzip.write(lines)) await once(gzip, 'drain')
  }
  await sql`close binhan_dump`.execute(tx)
  gzip.end()
  await finished(out)
  return { name, rows, sha256: hash.digest('hex') }
}

/** Original files are named by their content: copying what is there now is a snapshot of it. */
const copyFiles = async (from: string, to: string, progress: Progress): Promise<string[]> => {
  if (!fs.existsSync(from)) return []
  const names = fs
    .readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/u.test(entry.name))
    .map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)))
    .toSorted()
  for (const [i, name] of names.entries()) {
    progress('Tệp gốc', i, names.length)
    fs.mkdirSync(path.dirname(path.join(to, name)), { recursive: true, mode: 0o700 })
    await fs.promises.copyFile(path.join(from, name), path.join(to, name), fs.constants.COPYFILE_FICLONE)
  }
  progress('Tệp gốc', names.length, names.length)
  return names.map((name) => name.replaceAll(path.sep, '/'))
}

const writeDurably = (file: string, text: string): void => {
  const descriptor = fs.openSync(file, 'wx', 0o600)
  try {
    fs.writeFileSync(descriptor, text)
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
