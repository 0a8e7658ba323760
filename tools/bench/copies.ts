import { sql } from 'kysely'
import { toIndexTerms } from '#capabilities/documents/domain/search.ts'
import type { Db } from '#platform/server/db/db.ts'
import { makeWords } from './texts.ts'

/**
 * Copies the rows of the template plans under new ids, numbers and days, each with words of its own in its text
 * and its search terms. Through the program itself 2,000 plans would take an hour; what is read is the same.
 */

/** How a column of a copy follows from the template's row `t` and the number of the copy `n`. */
const changes: Readonly<Record<string, string>> = {
  id: `md5(t.id::text || w.n)::uuid`,
  document_id: `md5(t.document_id::text || w.n)::uuid`,
  programme_id: `md5(t.programme_id::text || w.n)::uuid`,
  item_id: `md5(t.item_id::text || w.n)::uuid`,
  sha256: `md5(t.sha256 || w.n) || md5(w.n || t.sha256)`,
  number: `(split_part(t.number, '/', 1)::int + w.n * 100)::text || '/KH-UBND'`,
  number_key: `replace(t.number_key, split_part(t.number, '/', 1), (split_part(t.number, '/', 1)::int + w.n * 100)::text)`,
  arrival_number: `t.arrival_number + w.n * 100`,
  arrived_on: `t.arrived_on - w.n`,
}

const tables: readonly { name: string; own?: Readonly<Record<string, string>> }[] = [
  { name: 'document' },
  { name: 'document_reading', own: { number: 't.number', text: `t.text || w.words` } },
  { name: 'document_search', own: { terms: `t.terms || w.terms::tsvector` } },
  { name: 'document_acceptance', own: { number: 't.number' } },
  { name: 'programme' },
  { name: 'programme_version' },
  { name: 'programme_item' },
  { name: 'programme_task' },
  { name: 'programme_target' },
  { name: 'programme_deadline' },
  { name: 'programme_reporting' },
  { name: 'programme_trigger' },
  { name: 'programme_party' },
  { name: 'programme_item_terms' },
]

const columnsOf = async (db: Db, table: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} order by ordinal_position`.execute(db)
  return rows.map((row) => row.name)
}

const columnList = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))

const copyTable = async (
  db: Db,
  { name, own = {} }: (typeof tables)[number],
  from: number,
  to: number,
): Promise<void> => {
  const columns = await columnsOf(db, name)
  const values = columns.map((column) => own[column] ?? changes[column] ?? `t.${column}`)
  await sql`insert into ${sql.table(name)} (${columnList(columns)})
    select ${sql.raw(values.join(', '))} from ${sql.table(`bench_${name}`)} t, bench_words w
    where w.n between ${from}::int and ${to}::int`.execute(db)
}

/** GIN indexes are made again after the rows are in: kept up row by row they take most of the time. */
const withoutSearchIndexes = async (db: Db, work: () => Promise<void>): Promise<void> => {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema() and indexdef like '%USING gin%'
      and tablename = any(${tables.map(({ name }) => name)}::text[])`.execute(db)
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(db)
  await work()
  for (const { definition } of rows) await sql.raw(definition).execute(db)
}

const STEP = 10

/** Makes that many copies of everything in the archive. */
export const copyArchive = async (db: Db, copies: number): Promise<void> => {
  await sql`create table bench_words (n integer primary key, words text not null, terms text not null)`.execute(
    db,
  )
  for (let n = 1; n <= copies; n++) {
    const words = makeWords(n)
    const terms = toIndexTerms(words)
      .map((term) => `'${term}'`)
      .join(' ')
    await sql`insert into bench_words values (${n}::int, ${words}, ${terms})`.execute(db)
  }
  for (const { name } of tables)
    await sql`create table ${sql.table(`bench_${name}`)} as select * from ${sql.table(name)}`.execute(db)
  await withoutSearchIndexes(db, async () => {
    for (let from = 1; from <= copies; from += STEP)
      for (const table of tables) await copyTable(db, table, from, Math.min(copies, from + STEP - 1))
  })
  for (const { name } of tables) await sql`drop table ${sql.table(`bench_${name}`)}`.execute(db)
  await sql`drop table bench_words`.execute(db)
  for (const { name } of tables) await sql`analyze ${sql.table(name)}`.execute(db)
}
