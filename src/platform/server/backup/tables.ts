import { sql } from 'kysely'
import type { Db, Tx } from '../db/db.ts'

/** The product's own tables, by name: what migrations made, extensions left out. */
export const listTables = async (db: Db | Tx): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      and c.relname <> 'schema_migration'
    order by c.relname`.execute(db)
  return rows.map((row) => row.name)
}

export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

export const listForeignKeys = async (db: Db | Tx): Promise<ForeignKey[]> => {
  const { rows } = await sql<ForeignKey>`
    select t.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype = 'f' and n.nspname = 'public' order by t.relname, c.conname`.execute(db)
  return rows
}

/** Number of the newest migration that this database has seen. */
export const getSchemaNumber = async (db: Db | Tx): Promise<number> => {
  const row = await db
    .selectFrom('schema_migration')
    .select((e) => e.fn.max('number').as('number'))
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}

/** Sets every identity column behind the highest value present, after rows came in with their numbers. */
export const resetIdentities = async (tx: Tx): Promise<void> => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(tx)
  for (const { table, column } of rows) {
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column}),
        greatest(1, (select coalesce(max(${sql.ref(column)}), 0) from ${sql.table(table)})),
        (select count(*) > 0 from ${sql.table(table)}))`.execute(tx)
  }
}
