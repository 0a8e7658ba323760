import { toVietnamDay } from '../clock.ts'
import type { Services } from '../services.ts'
import { inTransaction } from '../journal/journal.ts'

/** The daily backup counts its days by an event of its own; one made by hand must not stand in its place. */
const EVENTS = ['backup.made', 'backup.made-by-hand'] as const

/** The journal keeps that somebody made a backup; where it went is nobody else's business. */
export const noteBackup = async (services: Services, files: number): Promise<void> => {
  const { province, clock } = services
  if (province === '') return
  const author = { province, actor: 'cli', now: clock.now() }
  await inTransaction(services.database.db, services.subscriptions, author, (_tx, append) =>
    append({
      event: 'backup.made-by-hand',
      subject: `province:${province}`,
      data: { files, day: toVietnamDay(clock.now()) },
    }),
  )
}

/** The day of the last backup, by the clock or by hand, as the clock showed it; undefined when none ever was made. */
export const findLastBackup = async ({ database, province }: Services): Promise<string | undefined> => {
  const row = await database.db
    .selectFrom('journal')
    .select(['at', 'data'])
    .where('province', '=', province)
    .where('event', 'in', EVENTS)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && ((row.data as { readonly day?: string }).day ?? toVietnamDay(row.at))
}
