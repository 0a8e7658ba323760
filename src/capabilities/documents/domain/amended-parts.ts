import type { AcceptedDocument, Span } from '../contract.ts'
import type { AmendingSentence, AmendingVerb } from './amending-sentences.ts'
import { isInside } from './amendment.ts'
import { findClausePath } from './clause-name.ts'
import { matchItems, type ContinuingItem } from './continuity.ts'
import { mainText } from './proposals.ts'
import { isUnder } from './plan-in-force.ts'
import type { Rewording } from './rewording.ts'
import { toWordBag } from './text-likeness.ts'

/** An item of the plan that is amended, where it stands in that plan. */
export interface EarlierItem extends ContinuingItem {
  readonly document: string
  readonly place: string
  readonly continues: { readonly document: string; readonly id: string } | null
}

/** An item of the amending document. */
export interface FreshItem extends ContinuingItem {
  readonly spans: readonly Span[]
}

/** An amending sentence with the clauses of the plan that it means. */
export interface AmendedClause {
  readonly verb: AmendingVerb
  readonly words: string
  readonly span: Span
  readonly content: Span | undefined
  readonly isOfWords: boolean
  readonly rewording: Rewording | undefined
  /** Words change and no clause is named: wherever the plan has them. */
  readonly isWholePlan: boolean
  /** Why nothing follows from a sentence that changes words; null when something does or none was looked for. */
  readonly reason: string | null
  /** Paths in the plan; empty when the plan has no such clause, or more than one. */
  readonly targets: readonly string[]
  /** Where its new items stand in the plan. */
  readonly place: string
}

/** Where items stand that belong to no clause of the plan. */
export const AMENDED_PLACE = '(amended)'

type Outline = AcceptedDocument['outline']

/** The outline with the places that amendments and annexes brought. */
const withPlaces = (outline: Outline, places: readonly string[]): Outline => {
  const all = [...outline]
  for (const place of [...new Set(places)].toSorted()) {
    if (place.startsWith('(') || all.some((clause) => clause.path === place)) continue
    const above = place.slice(0, Math.max(0, place.lastIndexOf('.')))
    let parent = all.findIndex((clause) => clause.path === above)
    if (parent < 0 && above !== '') parent = all.push({ path: above, heading: '', depth: 1 }) - 1
    const depth = (all[parent]?.depth ?? 0) + 1
    let at = parent + 1
    while (parent >= 0 && at < all.length && (all[at]?.depth ?? 0) >= depth) at++
    all.splice(parent < 0 ? all.length : at, 0, { path: place, heading: '', depth })
  }
  return all
}

/** What each amending sentence means in the plan as it counts now. */
export const resolveSentences = (
  sentences: readonly AmendingSentence[],
  plan: { readonly outline: Outline; readonly places: readonly string[] },
): AmendedClause[] => {
  const outline = withPlaces(plan.outline, plan.places)
  return sentences.map(({ verb, words, clauses, isOfWords, rewording, span, content }) => {
    const paths = clauses.map((named) => findClausePath(outline, named))
    const found = paths.flatMap((path) => path ?? [])
    const isWholePlan = isOfWords && clauses.length === 0
    const base = { verb, words, span, content, isOfWords, rewording, isWholePlan, reason: null }
    if (verb === 'add') {
      const place = toNewPlace(outline, clauses, paths)
      return { ...base, targets: place === undefined ? [] : [place], place: place ?? AMENDED_PLACE }
    }
    // Half of the clauses found is none: nothing is ended on a guess.
    const targets = found.length === clauses.length ? found : []
    return { ...base, targets, place: targets[0] ?? AMENDED_PLACE }
  })
}

/** "khoản 5 vào sau khoản 4 Mục III" and "khoản 5 vào Mục III" are both `III.5`. */
const toNewPlace = (
  outline: Outline,
  clauses: AmendingSentence['clauses'],
  paths: readonly (string | undefined)[],
): string | undefined => {
  const first = clauses[0] ?? []
  const label = first.at(-1) ?? ''
  const anchor = paths.length > 1 ? paths.at(-1) : undefined
  if (anchor !== undefined) {
    const cut = anchor.lastIndexOf('.')
    return cut < 0 ? label : `${anchor.slice(0, cut)}.${label}`
  }
  if (paths[0] !== undefined) return paths[0]
  if (first.length === 1) return label
  const parent = findClausePath(outline, first.slice(0, -1))
  return parent === undefined ? undefined : `${parent}.${label}`
}

export interface PartsDecision {
  /** Which item of the plan a fresh one goes on with. */
  readonly continues: ReadonlyMap<string, EarlierItem>
  readonly places: ReadonlyMap<string, string>
  readonly ends: readonly { readonly item: EarlierItem; readonly words: string }[]
}

const sameWords = (
  before: readonly EarlierItem[],
  fresh: readonly FreshItem[],
): ReadonlyMap<string, string> => {
  const keys = new Map(
    before.map((item) => [`${item.value.kind} ${toWordBag(mainText(item.value)).key}`, item.id]),
  )
  return new Map(
    fresh.flatMap((item) => {
      const known = keys.get(`${item.value.kind} ${toWordBag(mainText(item.value)).key}`)
      return known === undefined ? [] : [[item.id, known] as const]
    }),
  )
}

/** Within one clause that reads anew: like words go on, and what is alone of its kind on both sides. */
const matchWithin = (
  old: readonly EarlierItem[],
  fresh: readonly FreshItem[],
): ReadonlyMap<string, string> => {
  const apart = fresh.map((item, i) => ({ ...item, path: `new ${i}` }))
  const found = new Map(matchItems(old, apart))
  const used = new Set(found.values())
  for (const kind of new Set(fresh.map((item) => item.value.kind))) {
    const left = old.filter((item) => item.value.kind === kind && !used.has(item.id))
    const alone = fresh.filter((item) => item.value.kind === kind && !found.has(item.id))
    const [item, one] = [left[0], alone[0]]
    if (item && one && left.length === 1 && alone.length === 1) found.set(one.id, item.id)
  }
  return found
}

/**
 * What an amendment of parts does to a plan. Only clauses that it names lose items, and only when their new words
 * gave some or the sentence ends them; without named clauses like items are renewed, the others added.
 */
export const decideParts = (
  clauses: readonly AmendedClause[],
  fresh: readonly FreshItem[],
  plan: readonly EarlierItem[],
): PartsDecision => {
  // Ids are unique within a document only.
  const inForce = plan.map((item) => ({ ...item, id: `${item.document} ${item.id}` }))
  const byId = new Map(inForce.map((item, i) => [item.id, plan[i] as EarlierItem]))
  const continues = new Map<string, EarlierItem>()
  const places = new Map<string, string>()
  const ends = new Map<string, string>()
  const used = new Set<string>()
  const goOn = (found: ReadonlyMap<string, string>): void => {
    for (const [id, known] of found) {
      const item = byId.get(known)
      if (!item || used.has(known)) continue
      used.add(known)
      continues.set(id, item)
      places.set(id, item.place)
    }
  }
  const rest = new Set(fresh)
  for (const clause of clauses) {
    const own = fresh.filter((item) => holds(clause, item) && rest.has(item))
    for (const item of own) {
      rest.delete(item)
      places.set(item.id, clause.place)
    }
    const old = inForce.filter(
      (item) => !used.has(item.id) && clause.targets.some((target) => isUnder(item.place, target)),
    )
    if (clause.verb === 'replace' || clause.verb === 'revise') goOn(matchWithin(old, own))
    if (clause.verb === 'add') goOn(sameWords(old, own))
    if (clause.verb === 'end' || (clause.verb === 'replace' && own.length > 0))
      for (const item of old) if (!used.has(item.id)) ends.set(item.id, clause.words)
  }
  const left = [...rest]
  const free = inForce.filter((item) => !used.has(item.id) && !ends.has(item.id))
  goOn(clauses.length > 0 ? sameWords(free, left) : matchItems(free, left))
  for (const item of left) if (!places.has(item.id)) places.set(item.id, AMENDED_PLACE)
  return {
    continues,
    places,
    ends: [...ends].flatMap(([id, words]) => {
      const item = byId.get(id)
      return item && !used.has(id) ? [{ item, words }] : []
    }),
  }
}

const holds = (clause: AmendedClause, item: FreshItem): boolean => {
  const region = {
    start: clause.span.start,
    end: Math.max(clause.span.end, clause.content?.end ?? 0),
  }
  const [span] = item.spans
  return span !== undefined && isInside(span, region)
}
