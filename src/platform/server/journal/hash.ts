import { createHash } from 'node:crypto'

export interface HashedEntry {
  readonly province: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly event: string
  readonly subject: string
  readonly data: unknown
  readonly previous_hash: string
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64)

/** JSON with sorted keys: one text for one value, whatever order the database gives back. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** SHA-256 (hex) over every field of an entry and the hash before it. */
export const hashEntry = (entry: HashedEntry): string =>
  createHash('sha256')
    .update(
      canonicalJson([
        entry.province,
        entry.seq,
        entry.at,
        entry.actor,
        entry.event,
        entry.subject,
        entry.data,
        entry.previous_hash,
      ]),
    )
    .digest('hex')
