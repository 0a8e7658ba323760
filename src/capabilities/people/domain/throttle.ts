/**
 * How long somebody who keeps failing to sign in must wait. Three things are counted: the login from this
 * address, the login from anywhere, the address with any login. An office shares one address and a stranger
 * must not lock a person out, so the last two are patient.
 */
export type ThrottleKind = 'pair' | 'login' | 'address'

export interface Failures {
  readonly failures: number
  readonly lastAt: string
}

/** Failures that cost nothing. */
const FREE: Readonly<Record<ThrottleKind, number>> = { pair: 5, login: 20, address: 40 }
const FIRST_WAIT_SECONDS = 5
const LONGEST_WAIT_SECONDS = 15 * 60
/** After an hour of quiet the count begins anew. */
const FORGET_SECONDS = 60 * 60

/** Counts one attempt, before it is known how it ends: many at once must not slip through together. */
export const countAttempt = (before: Failures | undefined, now: string): number => {
  if (!before) return 1
  const quiet = (Date.parse(now) - Date.parse(before.lastAt)) / 1000
  return quiet > FORGET_SECONDS ? 1 : before.failures + 1
}

/** Seconds to wait after so many failures: none at first, then 5, 10, 20 … at most 15 minutes. */
export const waitSeconds = (kind: ThrottleKind, failures: number): number => {
  const over = failures - FREE[kind]
  if (over < 0) return 0
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(over, 20))
}

/** Seconds still to wait. More than the longest wait means that the clock was moved back: then none. */
export const remainingSeconds = (blockedUntil: string, now: string): number => {
  const seconds = Math.ceil((Date.parse(blockedUntil) - Date.parse(now)) / 1000)
  return seconds > LONGEST_WAIT_SECONDS ? 0 : Math.max(0, seconds)
}
