import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#platform/server/db/db.ts'
import type { Append } from '#platform/server/journal/journal.ts'
import type { PlacesPack } from '../contract.ts'
import { checkPlaces, describeIssue, toPlaceBook, toRoute } from '../domain/pack.ts'
import { placesProblems } from './problems.ts'
import { insertRoute } from './route-store.ts'
import { insertPlaces, saveCalendar } from './store.ts'

/** As many contradictions as a person can read at once. */
const SHOWN = 10

/** Writes the places of a pack into a province that has none yet. A pack that contradicts itself loads nothing. */
export const loadPlaces = async (
  tx: Tx,
  append: Append,
  province: string,
  places: PlacesPack,
): Promise<void> => {
  const issues = checkPlaces(places)
  if (issues.length > 0) {
    const more = issues.length > SHOWN ? ` … và ${issues.length - SHOWN} chỗ khác.` : ''
    throw new Problem(
      placesProblems.wrongPack,
      `${issues.slice(0, SHOWN).map(describeIssue).join(' ')}${more}`,
    )
  }
  const book = toPlaceBook(places)
  await insertPlaces(tx, province, book)
  for (const row of places.routes) await insertRoute(tx, province, toRoute(row))
  for (const calendar of places.calendar) await saveCalendar(tx, province, calendar, 0)
  await append({
    event: 'places.loaded',
    subject: `province:${province}`,
    data: {
      pack: places.pack.id,
      units: book.units.length,
      succession: book.succession.length,
      routes: places.routes.length,
      years: places.calendar.map((calendar) => calendar.year),
    },
  })
}
