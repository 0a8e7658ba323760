import { sql } from 'kysely'
import type { Db } from '#platform/server/db/db.ts'
import { countAttempt, waitSeconds, type ThrottleKind } from '../domain/throttle.ts'
import { withPeople } from './tables.ts'

export interface ThrottleKey {
  readonly kind: ThrottleKind
  /** A hash of login, address, or both. */
  readonly key: string
}

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
          .values({ key, failures: 0, last_at: now, blocked_until: now })
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
      const waits = rows.map((row) => (Date.parse(row.blocked_until) - Date.parse(now)) / 1000)
      const longest = Math.ceil(Math.max(0, ...waits))
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
            blocked_until: sql<string>`${now}::timestamptz + make_interval(secs => ${wait}::int)`,
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
        blocked_until: now,
      }))
      .where('key', '=', key)
      .execute()
  }
  await sql`delete from sign_in_throttle where last_at < ${now}::timestamptz - interval '1 day'`.execute(db)
}
