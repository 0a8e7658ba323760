import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { embeddedPoolOf, toDatabase, type Database } from './db.ts'
import { openEmbedded } from './embedded.ts'
import { listMigrations, migrate } from './migrate.ts'
import { openServer } from './server.ts'

/**
 * Databases for tests: the embedded one always; PostgreSQL with PostGIS too when `TEST_DATABASE_URL` is set.
 * Each test file gets its own, made and dropped here; the one of `DATABASE_URL` is never touched.
 */
export interface TestDatabase {
  readonly name: 'embedded' | 'server'
  readonly open: () => Promise<Database>
}

export const migrationsFolder = path.resolve(process.cwd(), 'migrations')

/** The dump of a migrated embedded database, kept between runs: making one costs ten times what loading it costs. */
const templateFile = (): string => {
  const schema = createHash('sha256')
  for (const migration of listMigrations(migrationsFolder)) schema.update(migration.sha256)
  return path.resolve(`node_modules/.cache/binhan/template-${schema.digest('hex').slice(0, 16)}.tar`)
}

export const openEmbeddedTest = async (): Promise<Database> => {
  const file = templateFile()
  if (fs.existsSync(file)) {
    return toDatabase(await openEmbedded({ dataDir: undefined, template: fs.readFileSync(file) }))
  }
  const database = toDatabase(await openEmbedded({ dataDir: undefined }))
  await migrate(database, migrationsFolder)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  fs.writeFileSync(draft, await embeddedPoolOf(database).dump())
  fs.renameSync(draft, file)
  return database
}

/** Makes a fresh PostgreSQL database beside the one that the URL names, with PostGIS in it. */
export const makeServerDatabase = async (
  url: string,
): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `binhan_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await admin(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => admin(`drop database if exists ${name} with (force)`) }
}

const openServerTest = async (url: string): Promise<Database> => {
  const made = await makeServerDatabase(url)
  const database = toDatabase(await openServer({ url: made.url, size: 4 }))
  await migrate(database, migrationsFolder)
  return {
    ...database,
    close: async () => {
      await database.close()
      await made.drop()
    },
  }
}

/** The databases that every database test runs on. */
export const testDatabases = (): TestDatabase[] => {
  const url = process.env['TEST_DATABASE_URL']
  if (!url && process.env['BINHAN_REQUIRE_POSTGRES'] === '1') {
    throw new Error('BINHAN_REQUIRE_POSTGRES is set but TEST_DATABASE_URL is not')
  }
  return [
    { name: 'embedded', open: openEmbeddedTest },
    ...(url ? [{ name: 'server' as const, open: () => openServerTest(url) }] : []),
  ]
}
