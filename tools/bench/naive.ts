import { Type } from 'typebox'
import { sql } from 'kysely'
import { listItems } from '#capabilities/programmes/server/item-store.ts'
import { findProgramme } from '#capabilities/programmes/server/programme-store.ts'
import { toLists } from '#capabilities/programmes/server/views.ts'
import type { Capability } from '#platform/server/capability.ts'
import { get, type Schemas } from '#platform/server/http/endpoint.ts'

/**
 * The peers, behind the same server, sessions and permissions: a search that reads every text, and a page that asks
 * for each of its items by itself. Both are what one writes first.
 */
const search = {
  summary: 'peer: ilike over the texts',
  query: Type.Object({ q: Type.String() }),
  reply: Type.Any(),
} as const satisfies Schemas
const page = {
  summary: 'peer: one query an item',
  params: Type.Object({ id: Type.String() }),
  reply: Type.Any(),
} as const satisfies Schemas

export const naive: Capability = {
  name: 'bench',
  routes: [
    get('/api/bench/search', 'documents.view', search, async ({ db, province, query }) => {
      const { rows } = await sql`
        select d.id, d.number, d.subject, d.arrived_on, count(*) over () as total from document d
        join document_reading r on r.document_id = d.id
        where d.province = ${province} and r.text ilike ${`%${query.q}%`}
        order by d.arrived_on desc limit 25`.execute(db)
      return { items: rows }
    }),
    get('/api/bench/tasks/:id', 'programmes.view', page, async ({ db, province, params }) => {
      await findProgramme(db, province, params.id)
      const { rows } = await sql<{ id: string }>`
        select id from programme_item where programme_id = ${params.id} and kind = 'task' order by position`.execute(
        db,
      )
      const items = []
      for (const { id } of rows) items.push(...(await listItems(db, params.id, { id })))
      return { items: toLists(items).tasks }
    }),
  ],
  jobs: [],
  permissions: [],
  problems: {},
  constraints: {},
  events: {},
}
