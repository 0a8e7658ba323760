import { toVietnamDay, toVietnamMinute } from '#platform/server/clock.ts'
import { isAddressRefused, openMailer, type Mailer } from '#platform/server/mail/mail.ts'
import type { Services } from '#platform/server/services.ts'
import type { Addressee } from '../../domain/addressees.ts'
import { isEmptyDigest, toDigest } from '../../domain/digest.ts'
import { toLetterText } from '../../domain/notice-words.ts'
import { hoursOn, isWithinHours } from '../../domain/reminders.ts'
import type { Agencies, Outside } from '../outside.ts'
import { beginLetter, endLetter, listRecipients, LONGEST_PAUSE_SECONDS, type Begun } from './mail-store.ts'
import { listHours } from './rule-store.ts'
import { toTold } from './views.ts'

/** Letters in one look: the next look goes on. */
const MOST = 200

const addSeconds = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString()

/** A minute after the first attempt, then twice as long each time. */
const pauseSeconds = (attempts: number): number =>
  Math.min(60 * 2 ** Math.min(attempts - 1, 10), LONGEST_PAUSE_SECONDS)

interface Writing {
  readonly services: Services
  readonly mailer: Mailer
  readonly agencies: Agencies
}

/** Sends what is due to one person; false when the mail server is away and the others need not be tried. */
const sendLetter = async (
  { services, mailer, agencies }: Writing,
  account: string,
  person: Addressee | undefined,
): Promise<boolean> => {
  const { database, clock, config, log } = services
  const begun = await beginLetter(database.db, account, clock.now())
  if (begun.length === 0) return true
  const ids = begun.map(({ id }) => id)
  const end = async (mail: Parameters<typeof endLetter>[2], nextAt: string | null = null): Promise<void> =>
    await endLetter(database.db, ids, mail, { sentAt: mail === 'sent' ? clock.now() : null, nextAt })
  const today = toVietnamDay(clock.now())
  const digest = toDigest(
    begun.map((row) => toTold(row, agencies)),
    today,
  )
  // Whoever left meanwhile is not written to; what is no longer so is not told.
  if (!person || person.email === null || isEmptyDigest(digest)) {
    await end('none')
    return true
  }
  const { name, email } = person
  const letter = toLetterText(digest, {
    name,
    today,
    ...(config.publicUrl === undefined ? {} : { address: config.publicUrl.replace(/\/+$/u, '') }),
  })
  try {
    await mailer.send({ to: email, ...letter })
  } catch (error) {
    const isRefused = isAddressRefused(error)
    log.warn({ err: error, notices: ids.length, isRefused }, 'letter not sent')
    await (isRefused ? end('refused') : end('waiting', addSeconds(clock.now(), pauseSeconds(longest(begun)))))
    return isRefused
  }
  await end('sent')
  return true
}

const longest = (begun: readonly Begun[]): number => Math.max(...begun.map(({ attempts }) => attempts))

/** Sends the letters that are due, one to a person, within the hours. Returns how many people it came to. */
export const sendLetters = async (
  services: Services,
  outside: Pick<Outside, 'listAddressees' | 'directory'>,
  mailer = openMailer(services.config),
): Promise<number> => {
  const { province, database, clock } = services
  const now = clock.now()
  const today = toVietnamDay(now)
  const waiting = await listRecipients(database.db, province, now, MOST)
  if (waiting.length === 0) return 0
  if (!isWithinHours(hoursOn(await listHours(database.db, province), today), toVietnamMinute(now))) return 0
  const people = await outside.listAddressees(database.db, province, today)
  const byAccount = new Map(people.map((one) => [one.account, one]))
  const writing = { services, mailer, agencies: await outside.directory(services) }
  let sent = 0
  for (const account of waiting) {
    if (!(await sendLetter(writing, account, byAccount.get(account)))) break
    sent++
  }
  return sent
}
