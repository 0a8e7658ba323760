import type { AcceptedDocument, PlanInForce, PlanItem, ResolvedParty } from '../contract.ts'
import { listEarlierItems } from './accepted-document.ts'
import type { EarlierItem } from './amended-parts.ts'
import { mainText } from './proposals.ts'
import type { PartyValue } from './review-api.ts'
import type { Effect } from './amendment-api.ts'

const readItems = (
  documents: readonly AcceptedDocument[],
  toParty?: (party: ResolvedParty) => PartyValue,
): ReadonlyMap<string, EarlierItem> =>
  new Map(
    documents
      .flatMap((document) => listEarlierItems(document, toParty))
      .map((item) => [`${item.document} ${item.id}`, item]),
  )

/** The items of a plan as it counts now, each where it stands. */
export const listItemsInForce = (
  plan: PlanInForce,
  toParty?: (party: ResolvedParty) => PartyValue,
): EarlierItem[] => {
  const items = readItems(plan.documents, toParty)
  return plan.items.flatMap(({ document, id, place }) => {
    const item = items.get(`${document} ${id}`)
    return item ? [{ ...item, place, path: place }] : []
  })
}

/** What changes between two states of a plan, item by item, in the order of the plan; `kept`: how many do not. */
export const listEffects = (
  before: PlanInForce | undefined,
  after: PlanInForce,
): { readonly effects: Effect[]; readonly kept: number } => {
  const said = readItems([...(before?.documents ?? []), ...after.documents])
  const valueOf = ({ document, id }: PlanItem) => said.get(`${document} ${id}`)?.value
  const textOf = (item: PlanItem): string => {
    const value = valueOf(item)
    return value ? mainText(value) : ''
  }
  const kindOf = (item: PlanItem): Effect['kind'] => valueOf(item)?.kind ?? 'task'
  const old = new Map((before?.items ?? []).map((item) => [item.root, item]))
  const now = new Set(after.items.map((item) => item.root))
  const words = new Map(after.ended.map((one) => [one.root, one.words]))
  const effects: Effect[] = []
  let kept = 0
  for (const item of after.items) {
    const was = old.get(item.root)
    const fact = { kind: kindOf(item), place: item.place, after: textOf(item), words: null }
    if (!was) effects.push({ ...fact, change: 'added', before: null })
    else if (JSON.stringify(valueOf(was)) === JSON.stringify(valueOf(item))) kept++
    else effects.push({ ...fact, change: 'changed', before: textOf(was) })
  }
  for (const item of before?.items ?? [])
    if (!now.has(item.root))
      effects.push({
        change: 'ended',
        kind: kindOf(item),
        place: item.place,
        before: textOf(item),
        after: null,
        words: words.get(item.root) ?? null,
      })
  return { effects, kept }
}
