import type { AcceptedItem, ItemContent, ItemKind } from './item.ts'

/** An item as the programme keeps it, as far as an amendment must know it. */
export interface KeptItem {
  readonly id: string
  readonly kind: ItemKind
  readonly document: string | null
  readonly proposal: string | null
  readonly ended: boolean
  readonly edited: boolean
  /** What the document said when it was last accepted. */
  readonly accepted: ItemContent | null
}

export interface Amendment {
  readonly add: readonly AcceptedItem[]
  /** `keepContent`: a person changed it and the document still says what it said: the person's words stay. */
  readonly update: readonly {
    readonly id: string
    readonly item: AcceptedItem
    readonly keepContent: boolean
  }[]
  readonly end: readonly string[]
}

const keyOf = (document: string | null, proposal: string | null): string => `${document} ${proposal}`

/**
 * What an acceptance does to the items that a programme has: those that go on keep their identity, new ones are
 * added, those that the document no longer has are ended. What was typed by hand into the programme stays.
 */
export const decideAmendment = (
  document: string,
  kept: readonly KeptItem[],
  accepted: readonly AcceptedItem[],
): Amendment => {
  const byOrigin = new Map<string, KeptItem>()
  // A live item goes before an ended one that bore the same name.
  for (const item of kept.toSorted((a, b) => Number(b.ended) - Number(a.ended)))
    if (item.proposal !== null) byOrigin.set(keyOf(item.document, item.proposal), item)
  const used = new Set<string>()
  const add: AcceptedItem[] = []
  const update: { id: string; item: AcceptedItem; keepContent: boolean }[] = []
  for (const item of accepted) {
    const { continues, id } = item.origin
    const known =
      (continues && byOrigin.get(keyOf(continues.document, continues.id))) ??
      byOrigin.get(keyOf(document, id))
    if (!known || known.kind !== item.content.kind || used.has(known.id)) {
      add.push(item)
      continue
    }
    used.add(known.id)
    const keepContent = known.edited && isSame(known.accepted, item.content)
    update.push({ id: known.id, item, keepContent })
  }
  const end = kept
    .filter((item) => item.proposal !== null && !item.ended && !used.has(item.id))
    .map((item) => item.id)
  return { add, update, end }
}

/** Whether two contents say the same, whatever order their fields came in. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every((key) => isSame(left[key], right[key]))
}
