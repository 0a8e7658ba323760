import { toVietnamDay, toVietnamMinute } from '#platform/server/clock.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import { toAddressed, type Addressee } from '../../domain/addressees.ts'
import { hoursOn, isWithinHours, planStages } from '../../domain/reminders.ts'
import type { Outside } from '../outside.ts'
import {
  beginMorning,
  endMorning,
  insertStageNotices,
  isMorningDone,
  listCharged,
  listDueDays,
  voidAhead,
  type Reached,
} from './morning-store.ts'
import { insertDefaultRules, listHours, listRules } from './rule-store.ts'

/** Who can be told at these agencies, and whether a letter reaches them. */
export const toReached = (people: readonly Addressee[], agencies: readonly string[]): readonly Reached[] => {
  const withMail = new Set(people.filter(({ email }) => email !== null).map(({ account }) => account))
  return toAddressed(people, agencies).map((one) => ({ ...one, hasMail: withMail.has(one.account) }))
}

/** Thrown to leave a morning that another server is making. */
class AlreadyBegun extends Error {}

/**
 * The reminders of a working day, once within its hours. A server that was off makes up at the first look: each
 * duty at the strongest stage that it has reached. Returns how many people were told of how many duties, all in all;
 * undefined when there was nothing to do.
 */
export const makeMorning = async (
  services: Services,
  outside: Pick<Outside, 'listAddressees' | 'openDaysOff'>,
): Promise<number | undefined> => {
  const { province, database, clock } = services
  const { db } = database
  const now = clock.now()
  const today = toVietnamDay(now)
  if (await isMorningDone(db, province, today)) return undefined
  if (!isWithinHours(hoursOn(await listHours(db, province), today), toVietnamMinute(now))) return undefined
  const isDayOff = await outside.openDaysOff(db, province)
  if (isDayOff(today)) return undefined
  const author = { province, actor: 'system', now }
  try {
    return await inTransaction(db, services.subscriptions, author, async (tx, append) => {
      if (!(await beginMorning(tx, province, today, now))) throw new AlreadyBegun()
      await insertDefaultRules(tx, { province, by: 'system', at: now })
      await voidAhead(tx, province, today)
      const planned = planStages(
        await listDueDays(tx, province),
        await listRules(tx, province),
        today,
        isDayOff,
      )
      const people = toReached(
        await outside.listAddressees(tx, province, today),
        await listCharged(tx, province),
      )
      const made = await insertStageNotices(tx, province, planned, people, { today, now })
      await endMorning(tx, province, today, made)
      await append({ event: 'notices.made', subject: `province:${province}`, data: { day: today, made } })
      return made
    })
  } catch (error) {
    if (error instanceof AlreadyBegun) return undefined
    throw error
  }
}
