import type { AcceptedItem, ItemContent, ItemKind } from './item.ts'

/** An item as the programme keeps it, as far as an amendment must know it. */
export interface KeptItem {
  readonly id: string
  readonly kind: ItemKind
  readonly document: string | null
  readonly proposal: string | null
  /** Who it has always been; null when typed by hand into the programme. */
  readonly root: string | null
  readonly place: string
  readonly position: number
  readonly ended: boolean
  readonly edited: boolean
  /** It came from a programme that has just been joined to this one. */
  readonly isJoined: boolean
  /** What the document said when it was last accepted. */
  readonly accepted: ItemContent | null
}

/** An item of the plan as it counts now: what a document says, and where it stands in the plan. */
export interface PlannedItem extends AcceptedItem {
  readonly document: string
  readonly root: string
  readonly place: string
  readonly position: number
}

export interface Amendment {
  readonly add: readonly PlannedItem[]
  /** `keepContent`: a person changed it and the document still says what it said: the person's words stay. */
  readonly update: readonly {
    readonly was: KeptItem
    readonly item: PlannedItem
    readonly keepContent: boolean
  }[]
  /** How many are exactly as they were. */
  readonly same: number
  readonly end: readonly KeptItem[]
}

/**
 * What the plan as it counts now does to the items that a programme has: those that go on keep their identity, new
 * ones are added, those that the plan no longer has are ended, and those of which nothing changed are not touched.
 * What was typed by hand into the programme stays.
 */
export const decideAmendment = (kept: readonly KeptItem[], planned: readonly PlannedItem[]): Amendment => {
  const byRoot = new Map<string, KeptItem>()
  // A live item goes before an ended one that bore the same name, and one of this programme before one that joined it.
  const rank = (item: KeptItem): number => Number(item.ended) * 2 + Number(item.isJoined)
  for (const item of kept.toSorted((a, b) => rank(b) - rank(a)))
    if (item.root !== null) byRoot.set(item.root, item)
  const used = new Set<string>()
  const add: PlannedItem[] = []
  const update: { was: KeptItem; item: PlannedItem; keepContent: boolean }[] = []
  let same = 0
  for (const item of planned) {
    const known = byRoot.get(item.root)
    if (!known || known.kind !== item.content.kind || used.has(known.id)) {
      add.push(item)
      continue
    }
    used.add(known.id)
    const isSaid = isSame(known.accepted, item.content)
    if (isSaid && isWhereItWas(known, item)) same++
    else update.push({ was: known, item, keepContent: known.edited && isSaid })
  }
  const end = kept.filter((item) => item.root !== null && !item.ended && !used.has(item.id))
  return { add, update, same, end }
}

const isWhereItWas = (was: KeptItem, item: PlannedItem): boolean =>
  !was.ended &&
  was.document === item.document &&
  was.proposal === item.origin.id &&
  was.place === item.place &&
  was.position === item.position

/** Whether two contents say the same, whatever order their fields came in. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every((key) => isSame(left[key], right[key]))
}
