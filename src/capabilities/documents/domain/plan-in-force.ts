import type { AcceptedDocument, PlanInForce, PlanItem } from '../contract.ts'

/** A document of a plan's family as it was last accepted. */
export interface FamilyDocument {
  readonly content: AcceptedDocument
  /** The document that it supersedes or amends, as it is recorded now. */
  readonly base: string | null
  /** The journal's number of its first acceptance: instants may be equal, and clocks are moved back. */
  readonly since: number
  readonly isWithdrawn: boolean
}

const keyOf = (document: string, id: string): string => `${document} ${id}`

type Items = Pick<AcceptedDocument, 'tasks' | 'targets' | 'deadlines' | 'reporting' | 'triggers'>
type Item = AcceptedDocument['triggers'][number]

const itemsOf = (document: Items): Omit<Item, 'when' | 'must'>[] =>
  [
    ...document.tasks,
    ...document.targets,
    ...document.deadlines,
    ...document.reporting,
    ...document.triggers,
  ].toSorted((a, b) => a.position - b.position)

/** Each after what it rests on, and otherwise in the order in which they were first accepted. */
export const inOrder = (family: readonly FamilyDocument[]): FamilyDocument[] => {
  const left = family.toSorted((a, b) => a.since - b.since)
  const ordered: FamilyDocument[] = []
  while (left.length > 0) {
    const waiting = new Set(left.map((one) => one.content.id))
    const next = left.findIndex(({ base }) => base === null || !waiting.has(base))
    ordered.push(...left.splice(Math.max(0, next), 1))
  }
  return ordered
}

const toRootOf = (family: readonly FamilyDocument[]): PlanInForce['rootOf'] => {
  const before = new Map<string, string>()
  for (const { content } of family)
    for (const { id, continues } of itemsOf(content))
      if (continues) before.set(keyOf(content.id, id), keyOf(continues.document, continues.id))
  return (document, id) => {
    let key = keyOf(document, id)
    const seen = new Set<string>()
    for (let next = before.get(key); next !== undefined && !seen.has(next); next = before.get(key)) {
      seen.add(key)
      key = next
    }
    return key
  }
}

interface Origin {
  readonly document: string
  readonly id: string
}

/**
 * Each item with what it went on with, and so on, within some documents, by everything that was ever accepted of them:
 * a document that was taken back no longer says what its items had been.
 */
export const toOrigins = (
  accepted: readonly AcceptedDocument[],
): ((document: string, id: string) => Origin[]) => {
  const documents = new Set(accepted.map((one) => one.id))
  const before = new Map<string, Origin>()
  for (const content of accepted)
    for (const { id, continues } of itemsOf(content))
      if (continues && documents.has(continues.document)) before.set(keyOf(content.id, id), continues)
  return (document, id) => {
    const chain: Origin[] = []
    const seen = new Set<string>()
    let next: Origin | undefined = { document, id }
    while (next && !seen.has(keyOf(next.document, next.id))) {
      chain.push(next)
      seen.add(keyOf(next.document, next.id))
      next = before.get(keyOf(next.document, next.id))
    }
    return chain
  }
}

/** Whether a clause is another or stands below it. */
export const isUnder = (place: string, clause: string): boolean =>
  place === clause || place.startsWith(`${clause}.`)

/** After the last item of the clause, or of the nearest clause above it that has any; else after everything. */
const positionAfter = (items: readonly PlanItem[], place: string): number => {
  const positions = items.map((item) => item.position).toSorted((a, b) => a - b)
  for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const last = items.findLast((item) => isUnder(item.place, at))
    if (!last) continue
    const next = positions.find((position) => position > last.position) ?? last.position + 1
    return (last.position + next) / 2
  }
  return Math.floor(positions.at(-1) ?? 0) + 1
}

const byPosition = (a: PlanItem, b: PlanItem): number => a.position - b.position

/**
 * A plan as it counts after all its documents: a whole version takes the place of the one before, an amendment of
 * parts changes what it names and leaves everything else. A withdrawn amendment has changed nothing.
 */
export const foldPlan = (family: readonly FamilyDocument[]): PlanInForce | undefined => {
  const rootOf = toRootOf(family)
  const ordered = inOrder(family)
  let base: AcceptedDocument | undefined
  let items: PlanItem[] = []
  const ended = new Map<string, PlanInForce['ended'][number]>()
  for (const { content, isWithdrawn } of ordered) {
    const { amends } = content
    const own = itemsOf(content).map((item): PlanItem => ({
      document: content.id,
      id: item.id,
      place: item.place ?? item.path,
      position: item.position,
      root: rootOf(content.id, item.id),
    }))
    if (!amends) {
      const kept = new Set(own.map((item) => item.root))
      for (const { root } of items)
        if (!kept.has(root)) ended.set(root, { root, document: content.id, words: null })
      for (const root of kept) ended.delete(root)
      base = content
      items = own
    } else if (!isWithdrawn) {
      for (const { document, id, words } of amends.ends) {
        const root = rootOf(document, id)
        if (!items.some((item) => item.root === root)) continue
        items = items.filter((item) => item.root !== root)
        ended.set(root, { root, document: content.id, words })
      }
      for (const item of own) {
        const old = items.find((one) => one.root === item.root)
        const position = old?.position ?? positionAfter(items, item.place)
        items = [...items.filter((one) => one !== old), { ...item, position }].toSorted(byPosition)
        ended.delete(item.root)
      }
    }
  }
  if (!base) return undefined
  const documents = ordered.map((one) => one.content)
  return { base, documents, items: items.toSorted(byPosition), ended: [...ended.values()], rootOf }
}
