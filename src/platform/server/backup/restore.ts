import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { Problem } from '#kernel/problem.ts'
import type { Database, Tx } from '../db/db.ts'
import { migrate } from '../db/migrate.ts'
import type { Services } from '../services.ts'
import { MANIFEST, type Manifest, type Progress, type TableInfo } from './manifest.ts'
import { backupProblems } from './problems.ts'
import { getSchemaNumber, listForeignKeys, listTables, resetIdentities } from './tables.ts'

/** Rows put in by one statement. */
const BATCH = 500

export const readManifest = (folder: string): Manifest => {
  const file = path.join(folder, MANIFEST)
  if (!fs.existsSync(file))
    throw new Problem(backupProblems.damaged, `Không có tệp ${MANIFEST} trong ${folder}.`)
  try {
    const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest
    if (manifest.format !== 1) throw new Error('unknown format')
    return manifest
  } catch {
    throw new Problem(backupProblems.damaged, `Tệp ${MANIFEST} không đọc được.`)
  }
}

/**
 * Puts a backup into an empty installation: all rows in one transaction, checked against the manifest, then the files.
 * Anything wrong leaves the place as empty as it was. An older backup goes into the tables of its time, and these are
 * brought forward with the rows in them: what a migration makes of rows is made of the restored ones too.
 */
export const restore = async (
  services: Services,
  folder: string,
  progress: Progress,
  migrations: string,
): Promise<Manifest> => {
  const manifest = readManifest(folder)
  const { db } = services.database
  const schema = await getSchemaNumber(db)
  if (manifest.schema > schema) {
    throw new Problem(backupProblems.newerSchema, `Bản sao lưu ở bước ${manifest.schema}.`)
  }
  // Files first: they are named by content, so a half-done copy harms nothing, while rows without files would.
  await restoreFiles(services.filesDir, folder, manifest, progress)
  if (manifest.schema < schema) await makeAnew(services.database, migrations, manifest.schema)
  try {
    await loadTables(services.database, folder, manifest, progress)
  } finally {
    await migrate(services.database, migrations)
  }
  return manifest
}

/** Empty tables as they were at an earlier step, in the place of those that are there; these must be empty too. */
export const makeAnew = async (database: Database, migrations: string, schema: number): Promise<void> => {
  await database.db.transaction().execute(async (tx) => {
    await refuseUnlessEmpty(tx)
    const names = [...(await listTables(tx)), 'schema_migration']
    await sql`drop table ${sql.join(names.map((name) => sql.table(name)))}`.execute(tx)
  })
  await migrate(database, migrations, schema)
}

const loadTables = async (
  { db }: Database,
  folder: string,
  manifest: Manifest,
  progress: Progress,
): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await refuseUnlessEmpty(tx)
    const keys = await listForeignKeys(tx)
    for (const key of keys) {
      await sql`alter table ${sql.table(key.table)} drop constraint ${sql.ref(key.name)}`.execute(tx)
    }
    for (const [i, table] of manifest.tables.entries()) {
      progress('Bảng dữ liệu', i, manifest.tables.length)
      await loadTable(tx, folder, table)
    }
    for (const key of keys) {
      await sql`alter table ${sql.table(key.table)} add constraint ${sql.ref(key.name)} ${sql.raw(key.definition)}`.execute(
        tx,
      )
    }
    await resetIdentities(tx)
  })
  progress('Bảng dữ liệu', manifest.tables.length, manifest.tables.length)
}

const refuseUnlessEmpty = async (tx: Tx): Promise<void> => {
  for (const name of await listTables(tx)) {
    const { rows } = await sql<{
      some: boolean
    }>`select exists (select 1 from ${sql.table(name)}) as some`.execute(tx)
    if (rows[0]?.some) throw new Problem(backupProblems.targetNotEmpty, `Bảng ${name} đã có dữ liệu.`)
  }
}

const loadTable = async (tx: Tx, folder: string, table: TableInfo): Promise<void> => {
  const file = path.join(folder, 'tables', `${table.name}.ndjson.gz`)
  if (!fs.existsSync(file)) throw new Problem(backupProblems.damaged, `Thiếu bảng ${table.name}.`)
  const hash = createHash('sha256')
  let rows = 0
  let batch: string[] = []
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const lines = `[${batch.join(',')}]`
    batch = []
    await sql`
      insert into ${sql.table(table.name)} overriding system value
      select r.* from jsonb_array_elements(${lines}::jsonb) as line,
        jsonb_populate_record(null::${sql.table(table.name)}, line) as r`.execute(tx)
  }
  const damaged = (why: string): Problem => new Problem(backupProblems.damaged, `Bảng ${table.name}: ${why}.`)
  const input = fs.createReadStream(file).pipe(createGunzip())
  let broken: Error | undefined
  input.on('error', (error: Error) => (broken = error))
  try {
    for await (const line of readline.createInterface({ input, crlfDelay: Infinity })) {
      hash.update(`${line}\n`)
      rows++
      batch.push(line)
      if (batch.length === BATCH) await flush()
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('Z_')) throw damaged('tệp nén hỏng')
    throw error
  }
  if (broken) throw damaged('tệp nén hỏng')
  await flush()
  if (rows !== table.rows) throw damaged(`có ${rows} dòng, cần ${table.rows} dòng`)
  if (hash.digest('hex') !== table.sha256) throw damaged('nội dung đã bị thay đổi')
}

const restoreFiles = async (
  filesDir: string,
  folder: string,
  manifest: Manifest,
  progress: Progress,
): Promise<void> => {
  for (const [i, name] of manifest.files.entries()) {
    progress('Tệp gốc', i, manifest.files.length)
    if (!/^[0-9a-f]{2}\/[0-9a-f]{64}$/u.test(name))
      throw new Problem(backupProblems.damaged, `Tên tệp lạ: ${name}.`)
    const from = path.join(folder, 'files', name)
    const bytes = await fs.promises.readFile(from).catch(() => {
      throw new Problem(backupProblems.damaged, `Thiếu tệp gốc ${name}.`)
    })
    if (createHash('sha256').update(bytes).digest('hex') !== path.posix.basename(name)) {
      throw new Problem(backupProblems.damaged, `Tệp gốc ${name} đã bị thay đổi.`)
    }
    const to = path.join(filesDir, name)
    fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
    const draft = `${to}.${process.pid}`
    await fs.promises.writeFile(draft, bytes, { flush: true, mode: 0o600 })
    await fs.promises.rename(draft, to)
  }
  progress('Tệp gốc', manifest.files.length, manifest.files.length)
}
