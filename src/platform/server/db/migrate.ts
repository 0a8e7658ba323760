import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { Problem } from '#kernel/problem.ts'
import type { Database } from './db.ts'
import { databaseProblems } from './problems.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** Reads `NNNN-name.sql` in order; a gap or a strange name is a fault of the release and throws. */
export const listMigrations = (folder: string): Migration[] => {
  const files = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
  return files.map((file, i) => {
    const match = /^(\d{4})-([a-z0-9-]+)\.sql$/u.exec(file)
    if (!match || Number(match[1]) !== i + 1) throw new Error(`migration ${file} is out of order`)
    const text = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return {
      number: i + 1,
      name: match[2] ?? '',
      sql: text,
      sha256: createHash('sha256').update(text).digest('hex'),
    }
  })
}

/** Brings the schema forward, each migration in a transaction of its own, as far as `last`. Returns the names that ran. */
export const migrate = async (
  { db, pool }: Database,
  folder: string,
  last = Number.POSITIVE_INFINITY,
): Promise<string[]> => {
  const all = listMigrations(folder)
  await pool.exec(`
    create table if not exists schema_migration (
      number integer not null,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null,
      constraint schema_migration_pk primary key (number)
    )`)
  const applied = await db.selectFrom('schema_migration').selectAll().orderBy('number').execute()
  const newest = applied.at(-1)
  if (newest && newest.number > all.length) {
    throw new Problem(
      databaseProblems.newerSchema,
      `Dữ liệu ở bước ${newest.number}, phần mềm có ${all.length} bước.`,
    )
  }
  for (const row of applied) {
    if (all[row.number - 1]?.sha256 !== row.sha256) {
      throw new Problem(databaseProblems.changedMigration, `Bước ${row.number} (${row.name}).`)
    }
  }
  const ran: string[] = []
  for (const migration of all.slice(applied.length, last)) {
    await db.transaction().execute(async (tx) => {
      // Two servers may start at once on one PostgreSQL: the second waits here and then finds nothing to do.
      await sql`select pg_advisory_xact_lock(7281640)`.execute(tx)
      const done = await tx
        .selectFrom('schema_migration')
        .select('number')
        .where('number', '=', migration.number)
        .execute()
      if (done.length > 0) return
      for (const statement of splitStatements(migration.sql)) await sql.raw(statement).execute(tx)
      await tx
        .insertInto('schema_migration')
        .values({
          number: migration.number,
          name: migration.name,
          sha256: migration.sha256,
          applied_at: sql<string>`now()`,
        })
        .execute()
      ran.push(migration.name)
    })
  }
  return ran
}

/** Splits plain SQL at semicolons outside quotes, dollar quotes and comments. */
export const splitStatements = (text: string): string[] => {
  const statements: string[] = []
  let start = 0
  let at = 0
  const skipTo = (end: string): void => {
    const found = text.indexOf(end, at)
    at = found === -1 ? text.length : found + end.length
  }
  while (at < text.length) {
    const two = text.slice(at, at + 2)
    if (two === '--') skipTo('\n')
    else if (two === '/*') skipTo('*/')
    else if (text[at] === "'") {
      at++
      skipTo("'")
    } else if (text[at] === '"') {
      at++
      skipTo('"')
    } else if (two === '$$') {
      at += 2
      skipTo('$$')
    } else if (text[at] === ';') {
      statements.push(text.slice(start, at))
      at++
      start = at
    } else at++
  }
  statements.push(text.slice(start))
  return statements.filter((statement) => statement.replace(/--[^\n]*/gu, '').trim() !== '')
}
