import { addDays, parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'

/** The only source of time; tests and the sample province bring their own. */
export interface Clock {
  /** The instant, UTC, with milliseconds. */
  readonly now: () => string
}

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** The day in Vietnam (UTC+7 all year, no daylight saving) at an instant. */
export const toVietnamDay = (instant: string): PlainDate => {
  const day = parsePlainDate(instant.slice(0, 10))
  if (!day) throw new RangeError(`not an instant: ${instant}`)
  return Number(instant.slice(11, 13)) >= 17 ? addDays(day, 1) : day
}
