/**
 * One meaning for each PostgreSQL type, whichever driver brought it (style rule 19).
 * Both drivers hand over PostgreSQL's text form; parameters leave as text as well.
 */

type Parse = (text: string) => unknown

const toInt8 = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a JavaScript number`)
  return value
}

/** `2026-11-21 09:00:00.123+00` → `2026-11-21T09:00:00.123Z`. Sessions run in UTC. */
const toInstant = (text: string): string => {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00(?::?00)?$/u.exec(text)
  if (!match) return text
  const fraction = match[3] === undefined ? '000' : match[3].padEnd(3, '0').slice(0, 3)
  return `${match[1]}T${match[2]}.${fraction}Z`
}

const toBytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.slice(2), 'hex'))

const scalar: Readonly<Record<number, Parse>> = {
  16: (text) => text === 't',
  17: toBytes,
  20: toInt8,
  21: Number,
  23: Number,
  26: Number,
  114: (text) => JSON.parse(text) as unknown,
  700: Number,
  701: Number,
  // numeric stays text: a sum of money or a count of millions must not pass through floating point.
  1700: (text) => text,
  1184: toInstant,
  3802: (text) => JSON.parse(text) as unknown,
}

/** Array type → element type, for the arrays that the schema uses. */
const arrayOf: Readonly<Record<number, number>> = {
  199: 114,
  1000: 16,
  1001: 17,
  1005: 21,
  1007: 23,
  1009: 25,
  1014: 1042,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1182: 1082,
  1185: 1184,
  1231: 1700,
  2951: 2950,
  3807: 3802,
}

const identity: Parse = (text) => text

/** The parser of a PostgreSQL type; text for types that the product does not know. */
export const parserOf = (oid: number): Parse => {
  const element = arrayOf[oid]
  if (element !== undefined) return (text) => parseArray(text, scalar[element] ?? identity)
  return scalar[oid] ?? identity
}

/** Reads PostgreSQL's array text, nested arrays included. */
const parseArray = (text: string, parse: Parse): unknown[] => {
  let at = 0
  const readList = (): unknown[] => {
    const list: unknown[] = []
    at++
    while (at < text.length && text[at] !== '}') {
      if (text[at] === ',') at++
      else if (text[at] === '{') list.push(readList())
      else list.push(readItem())
    }
    at++
    return list
  }
  const readItem = (): unknown => {
    if (text[at] === '"') {
      let item = ''
      at++
      while (text[at] !== '"') {
        if (text[at] === '\\') at++
        item += text[at]
        at++
      }
      at++
      return parse(item)
    }
    const start = at
    while (at < text.length && text[at] !== ',' && text[at] !== '}') at++
    const item = text.slice(start, at)
    return item === 'NULL' ? null : parse(item)
  }
  return readList()
}

const quoteItem = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return toArrayText(value)
  const text = toParameter(value) ?? ''
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const toArrayText = (items: readonly unknown[]): string => `{${items.map(quoteItem).join(',')}}`

/** A JavaScript value as PostgreSQL's text; JSON columns take {@link json}. */
export const toParameter = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return toArrayText(value)
  return JSON.stringify(value)
}

/** A value for a json or jsonb column: arrays would otherwise be taken for PostgreSQL arrays. */
export const json = <T>(value: T): T => JSON.stringify(value) as unknown as T
