/** How days, instants and numbers are written for people: vi-VN, Vietnam time (which has no summer time). */
const dayTime = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const partsOf = (instant: string | Date): Readonly<Record<string, string>> =>
  Object.fromEntries(dayTime.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))

/** `2026-11-21T02:30:00Z` → `21/11/2026 09:30`. */
export const formatInstant = (instant: string): string => {
  const { day, month, year, hour, minute } = partsOf(instant)
  return `${day}/${month}/${year} ${hour}:${minute}`
}

/** `2026-11-21T20:30:00Z` → `22/11/2026`: the day in Vietnam. */
export const formatInstantDay = (instant: string): string => {
  const { day, month, year } = partsOf(instant)
  return `${day}/${month}/${year}`
}

/** The calendar day in Vietnam at an instant, `YYYY-MM-DD`. */
export const toVietnamDay = (instant: string | Date): string => {
  const { day, month, year } = partsOf(instant)
  return `${year}-${month}-${day}`
}

/** The present day in Vietnam, `YYYY-MM-DD`, whatever the clock of this machine thinks of zones. */
export const todayInVietnam = (): string => toVietnamDay(new Date())

/** `2026-11-21` → `21/11/2026`; a part of a date (`2026-11`, `2026-Q2`, `2026`) as the offices say it. */
export const formatDay = (day: string | undefined | null): string => {
  if (!day) return ''
  const whole = /^(\d{4})-(\d{2})-(\d{2})/u.exec(day)
  if (whole) return `${whole[3]}/${whole[2]}/${whole[1]}`
  const month = /^(\d{4})-(\d{2})$/u.exec(day)
  if (month) return `${month[2]}/${month[1]}`
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(day)
  if (quarter) return `quý ${['I', 'II', 'III', 'IV'][Number(quarter[2]) - 1]}/${quarter[1]}`
  return day
}

/** `1234.5` → `1.234,5`; a fixed number of decimals keeps a column straight. */
export const formatNumber = (value: number, decimals?: number): string =>
  value.toLocaleString(
    'vi-VN',
    decimals === undefined
      ? { maximumFractionDigits: 3 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals },
  )

/** `1536` → `1,5 KB`. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, 1)} KB`
  return `${formatNumber(bytes / 1024 / 1024, 1)} MB`
}

/** Clauses of a document, short enough for a line: `III.1, III.2, III.3 và 4 mục khác`. */
export const formatClauses = (paths: readonly string[]): string => {
  if (paths.length <= 4) return paths.join(', ')
  return `${paths.slice(0, 3).join(', ')} và ${paths.length - 3} mục khác`
}
