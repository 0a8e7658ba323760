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

/** The minute of the day in Vietnam at an instant: 7:30 is 450. */
export const toVietnamMinute = (instant: string): number =>
  ((Number(instant.slice(11, 13)) + 7) % 24) * 60 + Number(instant.slice(14, 16))
