import { sql } from 'kysely'
import { searchKey } from '#kernel/vietnamese.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { json } from '#platform/server/db/values.ts'
import { isSettled, type AcceptedDocument, type ItemCounts, type ProgrammeQuery } from '../contract.ts'
import { tables, type ProgrammeRow } from './tables.ts'

type Header = Omit<ProgrammeRow, 'id' | 'province' | 'state' | 'joined_to' | 'created_at' | 'version'>

const toHeader = (document: AcceptedDocument): Header => ({
  document_id: document.id,
  acceptance: document.acceptance,
  type: document.type,
  number: document.number,
  issued_on: document.issuedOn,
  issuer: document.issuer,
  subject: document.subject,
  theme: document.theme,
  years: document.years,
  outline: json(document.outline),
  findings: json(document.findings),
  search: searchKey([document.type, document.number, document.subject, document.issuer].join(' ')),
})

export const insertProgramme = async (
  tx: Tx,
  province: string,
  id: string,
  document: AcceptedDocument,
  now: string,
): Promise<void> => {
  await tables(tx)
    .insertInto('programme')
    .values({
      id,
      province,
      state: 'active',
      joined_to: null,
      created_at: now,
      version: 1,
      ...toHeader(document),
    })
    .execute()
}

/** The programme now rests on this acceptance. */
export const updateProgramme = async (
  tx: Tx,
  id: string,
  document: AcceptedDocument,
  state: ProgrammeRow['state'],
): Promise<void> => {
  await tables(tx)
    .updateTable('programme')
    .set({ ...toHeader(document), state, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export const touchProgramme = async (tx: Tx, id: string): Promise<void> => {
  await tables(tx)
    .updateTable('programme')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export const setFindings = async (tx: Tx, id: string, findings: ProgrammeRow['findings']): Promise<void> => {
  await tables(tx)
    .updateTable('programme')
    .set({ findings: json(findings) })
    .where('id', '=', id)
    .execute()
}

/** Every printed name that plans hold and the register did not know, each with its plan and the day of that. */
export const listUnknownNames = async (
  db: Db,
  province: string,
): Promise<readonly { id: string; issued_on: string | null; printed: string }[]> => {
  const inItems = tables(db)
    .selectFrom('programme')
    .innerJoin('programme_party as party', 'party.programme_id', 'programme.id')
    .select(['programme.id', 'programme.issued_on', 'party.printed'])
    .where('programme.province', '=', province)
    .where('party.code', 'is', null)
  const inFindings = tables(db)
    .selectFrom([
      'programme',
      sql<{ agency: unknown }>`jsonb_to_recordset(programme.findings)`.as<'finding'>(
        sql`finding (agency jsonb)`,
      ),
    ])
    .select(['programme.id', 'programme.issued_on', sql<string>`finding.agency ->> 'printed'`.as('printed')])
    .where('programme.province', '=', province)
    .where(sql<boolean>`finding.agency is not null and finding.agency ->> 'code' is null`)
  return await inItems.union(inFindings).execute()
}

/** The plans that name this agency, or have a finding that was settled by it. */
export const listProgrammesNaming = async (db: Db, province: string, code: string): Promise<string[]> => {
  const inItems = tables(db)
    .selectFrom('programme')
    .innerJoin('programme_party as party', 'party.programme_id', 'programme.id')
    .select('programme.id')
    .where('programme.province', '=', province)
    .where('party.code', '=', code)
  const inFindings = tables(db)
    .selectFrom([
      'programme',
      sql<{ agency: unknown }>`jsonb_to_recordset(programme.findings)`.as<'finding'>(
        sql`finding (agency jsonb)`,
      ),
    ])
    .select('programme.id')
    .where('programme.province', '=', province)
    .where(sql<boolean>`finding.agency ->> 'code' = ${code}`)
  const rows = await inItems.union(inFindings).execute()
  return rows.map((row) => row.id)
}

export const setProgrammeState = async (tx: Tx, id: string, state: ProgrammeRow['state']): Promise<void> => {
  await tables(tx)
    .updateTable('programme')
    .set({ state, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export const insertVersion = async (
  tx: Tx,
  programme: string,
  document: AcceptedDocument,
  now: string,
): Promise<void> => {
  await tables(tx)
    .insertInto('programme_version')
    .values({ programme_id: programme, document_id: document.id, acceptance: document.acceptance, at: now })
    .execute()
}

/** Whether this acceptance, or a later one of the same document, was heard before. */
export const isHeard = async (tx: Tx, document: string, acceptance: number): Promise<boolean> => {
  const row = await tables(tx)
    .selectFrom('programme_version')
    .select('programme_id')
    .where('document_id', '=', document)
    .where('acceptance', '>=', acceptance)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The row of this id, or of the programme that it went over to: an old link leads to what goes on. */
const selectProgramme = (db: Db | Tx, province: string, id: string) =>
  tables(db)
    .selectFrom('programme')
    .selectAll()
    .where('province', '=', province)
    .where('joined_to', 'is', null)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('id', '=', id),
        eb(
          'id',
          '=',
          selectFrom('programme as old').select('old.joined_to').where('old.id', '=', id).limit(1),
        ),
      ]),
    )

export const findProgramme = async (
  db: Db | Tx,
  province: string,
  id: string,
): Promise<ProgrammeRow | undefined> => await selectProgramme(db, province, id).executeTakeFirst()

/**
 * The programmes that rest, or once rested, on one of these documents, in the order of the documents: more than one
 * when plans that were followed apart turn out to be one. Held until the transaction ends.
 */
export const lockProgrammesOf = async (
  tx: Tx,
  province: string,
  documents: readonly string[],
): Promise<ProgrammeRow[]> => {
  const versions = await tables(tx)
    .selectFrom('programme_version')
    .select(['programme_id', 'document_id'])
    .where('document_id', 'in', documents)
    .execute()
  if (versions.length === 0) return []
  const rankOf = ({ id }: ProgrammeRow): number =>
    documents.findIndex((document) =>
      versions.some((one) => one.programme_id === id && one.document_id === document),
    )
  const rows = await tables(tx)
    .selectFrom('programme')
    .selectAll()
    .where('province', '=', province)
    .where(
      'id',
      'in',
      versions.map((one) => one.programme_id),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** Gives everything of one programme to another that goes on for both; returns the items that went over. */
export const joinProgramme = async (tx: Tx, from: string, into: string): Promise<string[]> => {
  const db = tables(tx)
  const items = await db.selectFrom('programme_item').select('id').where('programme_id', '=', from).execute()
  // Whence it came, in case the two are parted again: the first that it belonged to.
  const origin = sql<string>`coalesce(joined_from, ${from}::uuid)`
  await db
    .updateTable('programme_item')
    .set({ programme_id: into, joined_from: origin })
    .where('programme_id', '=', from)
    .execute()
  for (const table of ['programme_party', 'programme_item_terms', 'programme_version'] as const)
    await db.updateTable(table).set({ programme_id: into }).where('programme_id', '=', from).execute()
  // The history of the one that ends follows what the other has so far.
  await db
    .updateTable('programme_change')
    .set({
      programme_id: into,
      joined_from: origin,
      seq: sql<number>`seq + (select coalesce(max(other.seq), 0) from programme_change other where other.programme_id = ${into})`,
    })
    .where('programme_id', '=', from)
    .execute()
  // What had gone over to the one that ends is found where it went.
  await db
    .updateTable('programme')
    .set({ joined_to: into, state: 'withdrawn', version: sql<number>`version + 1` })
    .where(({ or, eb }) => or([eb('id', '=', from), eb('joined_to', '=', from)]))
    .execute()
  return items.map((item) => item.id)
}

export const lockProgramme = async (
  tx: Tx,
  province: string,
  id: string,
): Promise<ProgrammeRow | undefined> => await selectProgramme(tx, province, id).forUpdate().executeTakeFirst()

export const listProgrammes = async (
  db: Db,
  province: string,
  filter: ProgrammeQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ProgrammeRow[]; total: number }> => {
  let query = tables(db)
    .selectFrom('programme')
    .where('province', '=', province)
    .where('joined_to', 'is', null)
  const { year, state, document, q } = filter
  if (year !== undefined) query = query.where(sql<boolean>`${Number(year)} = any(years)`)
  if (state !== undefined) query = query.where('state', '=', state)
  if (q !== undefined) query = query.where('search', 'like', `%${searchKey(q)}%`)
  if (document !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('programme_version')
          .select('programme_version.programme_id')
          .whereRef('programme_version.programme_id', '=', 'programme.id')
          .where('programme_version.document_id', '=', document),
      ),
    )
  }
  const { total } = await query
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('state')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { rows, total }
}

/** How many live items each programme has, by kind. */
export const countItems = async (
  db: Db,
  programmes: readonly ProgrammeRow[],
): Promise<ReadonlyMap<string, ItemCounts>> => {
  const counts = new Map<string, ItemCounts>(
    programmes.map((programme) => [
      programme.id,
      {
        tasks: 0,
        targets: 0,
        deadlines: 0,
        reporting: 0,
        triggers: 0,
        findings: programme.findings.filter((one) => !isSettled(one)).length,
      },
    ]),
  )
  if (programmes.length === 0) return counts
  const rows = await tables(db)
    .selectFrom('programme_item')
    .select(['programme_id', 'kind', (select) => select.fn.countAll<number>().as('count')])
    .where(
      'programme_id',
      'in',
      programmes.map((programme) => programme.id),
    )
    .where('ended_at', 'is', null)
    .groupBy(['programme_id', 'kind'])
    .execute()
  for (const { programme_id, kind, count } of rows) {
    const own = counts.get(programme_id)
    if (own) own[kind === 'reporting' ? 'reporting' : (`${kind}s` as const)] = count
  }
  return counts
}
