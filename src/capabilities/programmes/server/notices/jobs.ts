import type { Job, JournalEntry } from '#platform/server/capability.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Author } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import { listAudience, listHappenings, toDeedWords } from '../../domain/notice-audience.ts'
import { listActions, toAction } from '../assignments/assignment-store.ts'
import type { Outside } from '../outside.ts'
import { toReached } from './morning.ts'
import { insertTold, listAgenciesOf, type Concerned, type Telling } from './notice-store.ts'

/** Long enough for what somebody does in one go to become one letter. */
const SETTLING_SECONDS = 60

const later = (instant: string): string =>
  new Date(Date.parse(instant) + SETTLING_SECONDS * 1000).toISOString()

/** When it is told, and when its letter may go out. */
export const tellingAt = (now: string): Pick<Telling, 'today' | 'now' | 'mailAt'> => ({
  today: toVietnamDay(now),
  now,
  mailAt: later(now),
})

/** The account of whoever acted: `B for A` is B; the system is nobody. */
export const toActingAccount = (actor: string): string | null => {
  const account = actor.split(' ')[0] ?? ''
  return /^[0-9a-f-]{36}$/u.test(account) ? account : null
}

type Asked = Pick<Outside, 'listAddressees'>

/** Whom the duties concern, as far as they can be told today. */
export const listPeopleOf = async (
  db: Db | Tx,
  { province, now }: Pick<Author, 'province' | 'now'>,
  concerned: Concerned,
  { listAddressees }: Asked,
) =>
  toReached(
    await listAddressees(db, province, toVietnamDay(now)),
    await listAgenciesOf(db, province, concerned),
  )

/**
 * Tells of one action and of those that had waited for it. A notice follows from its entry of the journal and has a
 * key of it: heard again it makes nothing new, so it needs no entry of its own.
 */
const tellOfAction = async (
  services: Services,
  entry: JournalEntry,
  author: Author,
  outside: Asked,
): Promise<void> => {
  const id = entry.subject.replace('assignment:', '')
  const { db } = services.database
  const actions = (await listActions(db, id)).map(toAction)
  const told = listHappenings(actions, String(entry.data['action']))
    .map((happening) => ({ ...happening, audience: listAudience(happening) }))
    .filter(({ audience }) => audience.length > 0)
  if (told.length === 0) return
  const concerned = { ids: [id] }
  const people = await listPeopleOf(services.database.db, author, concerned, outside)
  for (const { action, audience, fate } of told)
    await insertTold(db, author.province, concerned, people, {
      key: `event/${action.id}/${fate}`,
      kind: 'event',
      verb: action.deed.verb,
      capacity: action.as,
      isConflict: fate === 'conflict',
      words: toDeedWords(action.deed),
      audience,
      but: toActingAccount(action.by),
      ...tellingAt(author.now),
    })
}

/** Tells of duties that were given at once, whether there are two of them or seven hundred. */
const tellOfGiven = async (
  services: Services,
  entry: JournalEntry,
  author: Author,
  outside: Asked,
): Promise<void> => {
  const batch = String(entry.data['batch'])
  const concerned = { batch }
  const people = await listPeopleOf(services.database.db, author, concerned, outside)
  await insertTold(services.database.db, author.province, concerned, people, {
    key: `given/${batch}`,
    kind: 'event',
    verb: 'assign',
    capacity: 'office',
    isConflict: false,
    words: null,
    audience: listAudience({ verb: 'assign', as: 'office', fate: 'applied', state: 'assigned' }),
    but: toActingAccount(entry.actor),
    ...tellingAt(author.now),
  })
}

/** People are told at once of what was done with their duties. */
export const noticeJobs = (outside: Asked): readonly Job[] => [
  {
    name: 'programmes.tell-of-action',
    on: ['assignment.acted'],
    run: async (services, entry, author) => await tellOfAction(services, entry, author, outside),
  },
  {
    name: 'programmes.tell-of-given',
    on: ['assignment.made', 'assignment.given-by-hand', 'assignment.fanned-out'],
    run: async (services, entry, author) => await tellOfGiven(services, entry, author, outside),
  },
]
