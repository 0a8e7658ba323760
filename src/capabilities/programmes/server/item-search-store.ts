import { sql } from 'kysely'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { SearchWord } from '../domain/search.ts'
import { tables } from './tables.ts'

/** Stands among the agencies of what is open to all of them (decision 0023). */
const EVERYBODY = '*'

/** The search forgets these items, until they are added anew. */
export const dropTerms = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await tables(tx).deleteFrom('programme_item_terms').where('item_id', 'in', ids).execute()
}

/** The search learns the words of those among these items that are live tasks and targets. */
export const addTerms = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  // Longer runs of signs without a space are no words; the index refuses them.
  await tables(tx)
    .insertInto('programme_item_terms')
    .columns(['item_id', 'programme_id', 'position', 'agencies', 'terms'])
    .expression(({ selectFrom }) =>
      selectFrom('programme_item as item')
        .select([
          'item.id',
          'item.programme_id',
          'item.position',
          sql<string[]>`case when item.kind = 'target' then array[${sql.lit(EVERYBODY)}] else array(
            select distinct member from programme_party party, unnest(party.members) member
            where party.item_id = item.id order by member) end`.as('agencies'),
          sql<string>`array_to_tsvector(array(
            select word from unnest(string_to_array(item.search, ' ')) word
            where length(word) between 1 and 60))`.as('terms'),
        ])
        .where('item.id', 'in', ids)
        .where('item.ended_at', 'is', null)
        .where('item.kind', 'in', ['task', 'target']),
    )
    .execute()
}

/** `'diem' & 'den':*`; words hold letters and digits only. */
const toTsQuery = (words: readonly SearchWord[]): string =>
  words.map(({ word, prefix }) => `'${word}'${prefix ? ':*' : ''}`).join(' & ')

/**
 * Live tasks and targets of active programmes that have all of these words, the newest programme first.
 * Common words are met within a few programmes of the walk along `programme_newest`, rare ones are asked of the
 * index; the planner knows how common a word is and chooses.
 */
export const searchItems = async (
  db: Db,
  province: string,
  words: readonly SearchWord[],
  agencies: readonly string[] | undefined,
  limit: number,
) => {
  let hits = tables(db)
    .selectFrom('programme')
    .innerJoin('programme_item_terms as found', 'found.programme_id', 'programme.id')
    .select(['found.item_id', 'found.position', 'programme.id', 'programme.number', 'programme.created_at'])
    .where('programme.province', '=', province)
    .where('programme.state', '=', 'active')
    .where(sql<boolean>`found.terms @@ ${toTsQuery(words)}::tsquery`)
  if (agencies) hits = hits.where(sql<boolean>`found.agencies && ${[...agencies, EVERYBODY]}::text[]`)
  // What is shown is fetched for the page alone.
  const page = hits
    .orderBy('programme.created_at', 'desc')
    .orderBy('programme.id')
    .orderBy('found.position')
    .orderBy('found.item_id')
    .limit(limit)
  return await tables(db)
    .selectFrom(page.as('hit'))
    .innerJoin('programme_item as item', 'item.id', 'hit.item_id')
    .leftJoin('programme_task as task', 'task.item_id', 'item.id')
    .leftJoin('programme_target as target', 'target.item_id', 'item.id')
    .select([
      'item.id',
      'item.kind',
      'item.programme_id',
      'item.document_id',
      'item.path',
      'hit.number',
      sql<string>`coalesce(task.text, target.indicator)`.as('text'),
    ])
    .orderBy('hit.created_at', 'desc')
    .orderBy('hit.id')
    .orderBy('hit.position')
    .orderBy('hit.item_id')
    .execute()
}
