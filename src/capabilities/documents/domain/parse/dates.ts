import { addDays, parsePlainDate, toPlainDate } from '#kernel/plain-date.ts'
import { listDateAtoms, type DateAtom } from './date-atoms.ts'

export type DatePrecision = 'day' | 'month' | 'quarter' | 'year' | 'span' | 'month-day' | 'recurring' | 'time'

/** A time that the text states. Offsets are those of the text given. */
export interface DateMention {
  readonly start: number
  readonly end: number
  readonly precision: DatePrecision
  /**
   * `2024-06-30`, `2024-06`, `2026-Q2`, `2030`, a span `2025-11-20/2025-12-03`, `2021/2025`.
   * Null when the mention only recurs, lacks its year, or is impossible.
   */
  readonly value: string | null
  /** `yearly 11-30`, `monthly 18`, `weekly fri 15:00`, `daily 09:00,16:00`, `quarterly`, `monthly,quarterly,yearly`. */
  readonly recurrence: string | null
  /** The frequencies of a recurrence, in their order. */
  readonly frequencies: readonly string[]
  /** A day and month without a year, `11-30`; the reader may know the year from elsewhere. */
  readonly monthDay: string | null
  /** `15:00` when an hour goes with the day. */
  readonly time: string | null
  /** The calendar has no such day: a finding, never a nearby day. */
  readonly impossible: boolean
}

/** Every time that the text states, in order. Linear in the length of the text. */
export const listDates = (text: string): DateMention[] => {
  const atoms = listDateAtoms(text)
  const mentions: DateMention[] = []
  for (let i = 0; i < atoms.length;) {
    const [mention, used] = joinAt(text, atoms, i)
    mentions.push(mention)
    i += used
  }
  return mentions
}

type Joined = readonly [DateMention, number]

/** The longest reading that starts at atom `i`, and how many atoms it takes. */
const joinAt = (text: string, atoms: readonly DateAtom[], i: number): Joined =>
  joinRecurrence(text, atoms, i) ??
  joinTime(text, atoms, i) ??
  joinSpan(text, atoms, i) ?? [toMention(atoms[i]), 1]

const gap = (text: string, from: DateAtom | undefined, to: DateAtom | undefined): string =>
  from && to ? text.slice(from.end, to.start) : '\n'

/** Between the members of a list of hours or days: comma, "và", a dash. */
const LIST_GAP = /^\s?(?:,|;|và|hoặc|-|–)?\s?(?:trước |lúc |vào |ngày )?$/u
/** Between an hour or a day and its "hằng …": nothing, "của", "thứ". */
const EVERY_GAP = /^[\s,]*(?:của |vào |các |\(|lúc |trước |ngày )?$/u

/** Hours, weekdays, days followed or led by "hằng ngày/tuần/tháng/năm". */
const joinRecurrence = (text: string, atoms: readonly DateAtom[], i: number): Joined | undefined => {
  const first = atoms[i]
  if (!first || first.kind === 'year' || first.kind === 'day' || first.kind === 'quarter') return undefined
  let j = i
  const parts: DateAtom[] = []
  while (j < atoms.length && j - i < 6) {
    const atom = atoms[j]
    if (!atom || atom.impossible) return undefined
    if (atom.kind === 'every')
      return j === i ? everyFirst(text, atoms, i) : closeRecurrence(parts, atom, j - i + 1)
    if (!['time', 'weekday', 'day-of-month', 'month-day', 'month'].includes(atom.kind)) return undefined
    parts.push(atom)
    const next = atoms[j + 1]
    const between = gap(text, atom, next)
    if (!next || !(next.kind === 'every' ? EVERY_GAP : LIST_GAP).test(between)) return undefined
    j++
  }
  return undefined
}

/** "hằng tháng trước ngày 18", "hằng ngày lúc 9h00, 16h00": the days after the word. */
const everyFirst = (text: string, atoms: readonly DateAtom[], i: number): Joined => {
  const every = atoms[i] as DateAtom
  const parts: DateAtom[] = []
  let j = i + 1
  while (j < atoms.length && j - i < 4) {
    const atom = atoms[j] as DateAtom
    if (!['time', 'weekday', 'day-of-month', 'month-day'].includes(atom.kind) || atom.impossible) break
    const between = gap(text, atoms[j - 1], atom)
    const near = parts.length === 0 ? /^[\s,]*\(?(?:trước |vào |lúc |chậm nhất |là )*$/u : LIST_GAP
    if (!near.test(between) || !fits(every, atom)) break
    const bracketed = between.includes('(') && /^\s*\)/u.test(text.slice(atom.end, atom.end + 3))
    if (!bracketed && atoms[j + 1]?.kind === 'every' && !repeats(text, every, atom, atoms[j + 1])) break
    parts.push(atom)
    j++
  }
  if (parts.length === 0) return [toMention(every), 1]
  const again = repeats(text, every, parts.at(-1), atoms[j]) ? 1 : 0
  const used = parts.length + 1 + again
  const [mention] = closeRecurrence(parts, every, used)
  return [{ ...mention, start: every.start, end: (atoms[i + used - 1] ?? every).end }, used]
}

/** "hàng tuần trước 15:00 thứ Sáu hàng tuần": the same word said twice. */
const repeats = (
  text: string,
  every: DateAtom,
  last: DateAtom | undefined,
  next: DateAtom | undefined,
): boolean =>
  next?.kind === 'every' &&
  next.frequencies?.join() === every.frequencies?.join() &&
  EVERY_GAP.test(gap(text, last, next))

/** A day of the month goes with a month or a quarter, a weekday with a week, a full day with a year. */
const fits = (every: DateAtom, atom: DateAtom): boolean => {
  const unit = every.frequencies?.[0]
  if (atom.kind === 'day-of-month') return unit === 'monthly' || unit === 'quarterly'
  if (atom.kind === 'weekday') return unit === 'weekly'
  if (atom.kind === 'month-day') return unit === 'yearly'
  return unit === 'daily' || unit === 'weekly'
}

const closeRecurrence = (parts: readonly DateAtom[], every: DateAtom, used: number): Joined => {
  const unit = every.frequencies?.[0] ?? 'yearly'
  const times = parts.flatMap((p) => (p.kind === 'time' && p.time !== undefined ? [p.time] : []))
  const weekdays = parts.flatMap((p) => (p.weekday === undefined ? [] : [p.weekday]))
  const days = parts.flatMap((p) => (p.kind === 'day-of-month' ? [String(p.day)] : []))
  const monthDays = parts.flatMap((p) => (p.kind === 'month-day' ? [monthDay(p)] : []))
  const months = parts.flatMap((p) => (p.kind === 'month' ? [two(p.month)] : []))
  const on = [weekdays, days, monthDays, months, times].filter((l) => l.length > 0).map((l) => l.join(','))
  const recurrence = [unit, ...on].join(' ')
  const others = (every.frequencies ?? []).slice(1)
  return [
    {
      ...blank(parts[0] ?? every, every.end),
      precision: 'recurring',
      recurrence: [recurrence, ...others].join(','),
      frequencies: every.frequencies ?? [],
      monthDay: monthDays[0] ?? null,
      time: times[0] ?? null,
    },
    used,
  ]
}

/** "15 giờ 00 ngày 20/11/2025". */
const joinTime = (text: string, atoms: readonly DateAtom[], i: number): Joined | undefined => {
  const [time, day] = [atoms[i], atoms[i + 1]]
  if (time?.kind !== 'time' || !day || time.impossible) return undefined
  if (day.kind !== 'day' && day.kind !== 'month-day') return undefined
  if (!/^[\s,]*(?:của )?$/u.test(gap(text, time, day))) return undefined
  const [mention, used] = joinSpan(text, atoms, i + 1) ?? [toMention(day), 1]
  return [{ ...mention, start: time.start, time: time.time ?? null }, used + 1]
}

const SPAN_GAP =
  /^\s?(?:\([^()]{1,30}\)\s?)?(?:đến|tới|cho đến|-|–|÷)\s?(?:hết |cuối |trước )?(?:ngày [\p{L} ]{2,24} )?$/u
/** `ngày 26, 27/12/2011`, `28/12 và cả ngày 29/12/2011`, `tháng 10, 11/2023`: what follows each other. */
const NEIGHBOUR_GAP = /^\s?(?:,|và)\s?(?:cả )?(?:ngày )?$/u
const WORD_SPAN_GAP = /^\s?(?:đến|tới|cho đến)\s?(?:hết |cuối |trước )?(?:năm )?$/u

/** "từ ngày 20/11 đến 03/12/2025", "quý I - quý II/2026", "giai đoạn 2021-2025". */
const joinSpan = (text: string, atoms: readonly DateAtom[], i: number): Joined | undefined => {
  const from = atoms[i]
  let to = atoms[i + 1]
  if (!from || !to || from.impossible || to.impossible) return undefined
  const years = from.kind === 'year' && to.kind === 'year' && WORD_SPAN_GAP.test(gap(text, from, to))
  if (!years && !SPAN_GAP.test(gap(text, from, to)))
    return NEIGHBOUR_GAP.test(gap(text, from, to)) ? joinNeighbours(from, to) : undefined
  const since = /(?:[Tt]ừ|[Gg]iai đoạn|[Nn]hiệm kỳ|[Tt]hời kỳ|[Nn]ăm học|[Tt]rong)\s*(?:năm\s*)?$/u.test(
    text.slice(Math.max(0, from.start - 16), from.start),
  )
  if (to.kind === 'every' || to.kind === 'time' || to.kind === 'weekday') return undefined
  if (from.kind === 'year' && to.kind === 'year') {
    if ((years && !since) || (to.year ?? 0) <= (from.year ?? 0)) return undefined
  } else if (!since && !sameYear(from, to)) return undefined
  else if (!to.year && to.kind !== 'month-day') return undefined
  to = fillYear(to, from)
  const left = toValue(fillFrom(from, to))
  const right = toValue(to)
  if (left === null || right === null || left > right) return undefined
  return [{ ...blank(from, to.end), precision: 'span', value: `${left}/${right}` }, 2]
}

/** Two days or months in a row are one span; those apart stay two dates. */
const joinNeighbours = (from: DateAtom, to: DateAtom): Joined | undefined => {
  if (from.kind === 'month' && to.kind === 'month' && from.year === undefined && to.year !== undefined) {
    if ((from.month ?? 0) + 1 !== to.month || to.end - to.start > 7) return undefined
    return [
      { ...blank(from, to.end), precision: 'span', value: `${toValue(fillFrom(from, to))}/${toValue(to)}` },
      2,
    ]
  }
  if (to.kind !== 'day' || from.impossible || to.impossible) return undefined
  if (from.kind !== 'day-of-month' && from.kind !== 'month-day') return undefined
  const left = toValue({ ...fillFrom(from, to), kind: 'day' })
  const right = toValue(to)
  const first = left === null ? undefined : parsePlainDate(left)
  if (left === null || right === null || !first || addDays(first, 1) !== right) return undefined
  return [{ ...blank(from, to.end), precision: 'span', value: `${left}/${right}` }, 2]
}

const sameYear = (from: DateAtom, to: DateAtom): boolean =>
  from.year === undefined || (to.year !== undefined && to.year - from.year <= 1)

const fillYear = (to: DateAtom, from: DateAtom): DateAtom =>
  to.year === undefined && from.year !== undefined ? { ...to, kind: 'day', year: from.year } : to

/** The first end borrows what it lacks from the second: "từ 20/11 đến 03/12/2025", "từ ngày 01 đến ngày 15/12/2025". */
const fillFrom = (from: DateAtom, to: DateAtom): DateAtom => {
  if (from.year !== undefined || to.year === undefined) return from
  if (from.kind === 'day-of-month' && to.month !== undefined)
    return { ...from, kind: 'day', month: to.month, year: to.year }
  if (from.kind === 'month-day') return { ...from, kind: 'day', year: to.year }
  return { ...from, year: to.year }
}

const toMention = (atom: DateAtom | undefined): DateMention => {
  const a = atom as DateAtom
  const base = { ...blank(a, a.end), impossible: a.impossible === true }
  switch (a.kind) {
    case 'day':
      return { ...base, precision: 'day', value: toValue(a) }
    case 'month-day':
      return { ...base, precision: 'month-day', monthDay: a.impossible ? null : monthDay(a) }
    case 'month':
      return { ...base, precision: 'month', value: toValue(a) }
    case 'quarter':
      return { ...base, precision: 'quarter', value: toValue(a) }
    case 'year':
      return { ...base, precision: 'year', value: toValue(a) }
    case 'time':
      return { ...base, precision: 'time', time: a.time ?? null }
    case 'every': {
      const frequencies = a.frequencies ?? []
      return { ...base, precision: 'recurring', recurrence: frequencies.join(','), frequencies }
    }
    case 'day-of-month':
    case 'weekday':
      return { ...base, precision: 'month-day' }
    default: {
      const never: never = a.kind
      return never
    }
  }
}

const blank = (from: DateAtom, end: number): DateMention => ({
  start: from.start,
  end,
  precision: 'day',
  value: null,
  recurrence: null,
  frequencies: [],
  monthDay: null,
  time: null,
  impossible: false,
})

const two = (value: number | undefined): string => String(value ?? 0).padStart(2, '0')

const monthDay = (atom: DateAtom): string => `${two(atom.month)}-${two(atom.day)}`

/** The value as the contract writes it; null when the year is missing or the day impossible. */
const toValue = (atom: DateAtom): string | null => {
  if (atom.impossible || atom.year === undefined) return null
  switch (atom.kind) {
    case 'day':
      return toPlainDate(atom.year, atom.month ?? 0, atom.day ?? 0) ?? null
    case 'month':
      return `${atom.year}-${two(atom.month)}`
    case 'quarter':
      return `${atom.year}-Q${atom.quarter ?? 0}`
    case 'year':
      return String(atom.year)
    default:
      return null
  }
}
