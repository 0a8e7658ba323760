import type { Names } from './names.ts'

type Files = Record<string, string>

/** The pure half of a new capability: its README, its door and one rule with its tests. */
export const domainFiles = ({ kebab, camel }: Names): Files => ({
  'README.md': `# ${kebab}

What it is for, in three sentences. Who uses it, and what they did before. What it never does.

## Axioms

1. An entry says on which day it was true; it is never deleted.

## Events

Appends \`${kebab}.entered\`. Listens to nothing.

## Open questions

None yet.
`,
  'contract.ts': `import { Type, type Static } from 'typebox'

/** The door of \`${kebab}\`: what neighbours and the browser may know of it. */

export const ${camel}Permissions = {
  '${kebab}.view': 'Xem ${kebab}',
  '${kebab}.edit': 'Ghi ${kebab}',
} as const

export const ${camel}Events = {
  '${kebab}.entered': 'Đã ghi một mục của ${kebab}.',
} as const

export const NewEntry = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 2000 }), day: Type.String({ pattern: '^\\\\d{4}-\\\\d{2}-\\\\d{2}$' }) },
  { additionalProperties: false },
)
export type NewEntry = Static<typeof NewEntry>

export const Entry = Type.Object({
  id: Type.String({ format: 'uuid' }),
  text: Type.String(),
  day: Type.String(),
  version: Type.Integer(),
})
export type Entry = Static<typeof Entry>

export const EntryPage = Type.Object({ items: Type.Array(Entry) })
export type EntryPage = Static<typeof EntryPage>
`,
  'domain/entry.ts': `import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { toNfc } from '#kernel/vietnamese.ts'
import type { NewEntry } from '../contract.ts'

/** Why an entry is not taken. */
export type EntryRefusal = 'no-such-day' | 'day-ahead' | 'empty'

export interface CheckedEntry {
  readonly text: string
  readonly day: PlainDate
}

/** Decides whether an entry is taken: its day exists and has come, its text says something. */
export const decideEntry = (entry: NewEntry, today: PlainDate): Result<CheckedEntry, EntryRefusal> => {
  const day = parsePlainDate(entry.day)
  if (!day) return err('no-such-day')
  if (day > today) return err('day-ahead')
  const text = toNfc(entry.text).trim()
  return text === '' ? err('empty') : ok({ text, day })
}
`,
  'domain/entry.test.ts': `import { describe, expect, it } from 'vitest'
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { decideEntry } from './entry.ts'

const today = parsePlainDate('2026-11-21') as PlainDate

describe('an entry', () => {
  it('is taken when its day has come', () => {
    expect(decideEntry({ text: ' Đã họp ', day: '2026-11-21' }, today)).toEqual({
      ok: true,
      value: { text: 'Đã họp', day: '2026-11-21' },
    })
  })

  it.each([
    ['2026-02-30', 'no-such-day'],
    ['2026-11-22', 'day-ahead'],
  ])('of %s is refused: %s', (day, error) => {
    expect(decideEntry({ text: 'Đã họp', day }, today)).toEqual({ ok: false, error })
  })

  it('that says nothing is refused', () => {
    expect(decideEntry({ text: '  ', day: '2026-11-21' }, today)).toEqual({ ok: false, error: 'empty' })
  })
})
`,
})
