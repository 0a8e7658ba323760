import { sql } from 'kysely'
import type { Db } from '#platform/server/db/db.ts'
import { countAttempt, remainingSeconds, waitSeconds, type ThrottleKind } from '../domain/throttle.ts'
import { withPeople } from './tables.ts'

export interface ThrottleKey {
  readonly kind: ThrottleKind
  /** A hash of login, address, or both. */
  readonly key: string
}

/** Stands for no wait at all, wherever the clock is moved. */
const NEVER = '1970-01-01T00:00:00.000Z'

/**
 * Counts an attempt before its outcome is known, so that many at once cannot slip through together.
 * Returns the seconds to wait when one of the keys is blocked: then nothing is counted.
 * These counters are no facts of the province: they stand outside the journal and may be lost.
 */
export const takeAttempt = async (db: Db, keys: readonly ThrottleKey[], now: string): Promise<number> =>
  await withPeople(db)
    .transaction()
    .execute(async (tx) => {
      // In one order everywhere, so that two attempts never wait for each other.
      const ordered = keys.toSorted((a, b) => (a.key < b.key ? -1 : 1))
      for (const { key } of ordered) {
        await tx
          .insertInto('sign_in_throttle')
          .values({ key, failures: 0, last_at: now, blocked_until: NEVER })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      const rows = await tx
        .selectFrom('sign_in_throttle')
        .selectAll()
        .where(
          'key',
          'in',
          ordered.map(({ key }) => key),
        )
        .orderBy('key')
        .forUpdate()
        .execute()
      const longest = Math.max(0, ...rows.map((row) => remainingSeconds(row.blocked_until, now)))
      if (longest > 0) return longest
      for (const { kind, key } of ordered) {
        const row = rows.find((one) => one.key === key)
        const failures = countAttempt(row && { failures: row.failures, lastAt: row.last_at }, now)
        const wait = waitSeconds(kind, failures)
        await tx
          .updateTable('sign_in_throttle')
          .set({
            failures,
            last_at: now,
            blocked_until:
              wait === 0 ? NEVER : sql<string>`${now}::timestamptz + make_interval(secs => ${wait}::int)`,
          })
          .where('key', '=', key)
          .execute()
      }
      return 0
    })

/** A success forgives the login; the address only gets its own attempt back. */
export const forgiveAttempt = async (db: Db, keys: readonly ThrottleKey[], now: string): Promise<void> => {
  const people = withPeople(db)
  const pairs = keys.filter(({ kind }) => kind !== 'address').map(({ key }) => key)
  await people.deleteFrom('sign_in_throttle').where('key', 'in', pairs).execute()
  for (const { kind, key } of keys) {
    if (kind !== 'address') continue
    await people
      .updateTable('sign_in_throttle')
      .set((e) => ({
        failures: e.fn<number>('greatest', [e('failures', '-', 1), e.lit(0)]),
        blocked_until: NEVER,
      }))
      .where('key', '=', key)
      .execute()
  }
  await sql`delete from sign_in_throttle where last_at < ${now}::timestamptz - interval '1 day'`.execute(db)
}
