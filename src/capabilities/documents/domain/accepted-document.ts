import type { AcceptedDocument, OutlineNode, ResolvedParty, Structure } from '../contract.ts'
import type { AgencyDirectory } from './agency-directory.ts'
import { decideParts, type AmendedClause, type EarlierItem } from './amended-parts.ts'
import { matchItems } from './continuity.ts'
import { findHolder } from './amendment.ts'
import type { RewordedItem } from './rewording.ts'
import { resolveParty, toLookupDay } from './parties.ts'
import { raiseFindings } from './raised-findings.ts'
import type { PartyValue, ProposalValue } from './review-api.ts'
import type { ReviewProposal } from './review.ts'

/** How a document stands to the plan that it changes: as its new version, or as an amendment of named parts. */
export type Earlier =
  | {
      readonly scope: 'whole'
      readonly items: readonly EarlierItem[]
      /** What it was when it was accepted before it was recorded as the new version of these items' plan. */
      readonly own?: readonly EarlierItem[]
    }
  | {
      readonly scope: 'parts'
      readonly base: string
      readonly items: readonly EarlierItem[]
      readonly clauses: readonly AmendedClause[]
      /** Items of which single words change, as they read then. */
      readonly reworded: readonly RewordedItem[]
      /** What it was when it was accepted before. */
      readonly own: readonly EarlierItem[]
    }

export interface AcceptanceInput {
  readonly id: string
  readonly acceptance: number
  readonly supersedes: string | null
  readonly structure: Pick<Structure, 'document' | 'outline' | 'findings' | 'tasks'>
  readonly accepted: readonly ReviewProposal[]
  readonly directory: AgencyDirectory
  readonly earlier: Earlier | undefined
}

/** Everything that a programme is made of, as it stands on the day of acceptance: names resolved, groups expanded. */
export const toAcceptedDocument = (input: AcceptanceInput): AcceptedDocument => {
  const { structure, accepted, directory, earlier } = input
  const header = structure.document
  const on = toLookupDay(header.issuedOn)
  const { continues, places, amends, reworded } = decideOrigins(input.id, accepted, earlier)
  const parties = (list: readonly PartyValue[]): ResolvedParty[] =>
    list.map((party) => resolveParty(directory, party, on))
  const document: AcceptedDocument = {
    id: input.id,
    acceptance: input.acceptance,
    type: header.type,
    number: header.number,
    issuedOn: header.issuedOn,
    issuer: header.issuer,
    subject: header.subject,
    theme: header.theme,
    years: header.years,
    supersedes: input.supersedes,
    ...(amends ? { amends } : {}),
    outline: flatten(structure.outline, 1),
    findings: raiseFindings(structure, directory, on),
    tasks: [],
    targets: [],
    deadlines: [],
    reporting: [],
    triggers: [],
  }
  accepted.forEach((proposal, i) => {
    const place = places.get(proposal.id)
    const base = {
      id: proposal.id,
      path: proposal.path,
      position: i + 1,
      spans: proposal.spans,
      certainty: proposal.certainty,
      origin: proposal.origin,
      decidedBy: proposal.decidedBy,
      decidedAt: proposal.decidedAt,
      continues: continues.get(proposal.id) ?? null,
      ...(place === undefined ? {} : { place }),
    }
    add(document, base, proposal.value, parties)
  })
  reworded.forEach((item, i) => {
    const base = {
      id: `reworded-${item.document}-${item.id}`,
      path: findHolder(structure.outline, item.clause.span.start) || item.path,
      position: accepted.length + i + 1,
      spans: [item.clause.span],
      certainty: 'stated' as const,
      origin: 'read' as const,
      decidedBy: null,
      decidedAt: null,
      continues: { document: item.document, id: item.id },
      place: item.place,
    }
    add(document, base, item.value, parties)
  })
  return document
}

interface Origins {
  readonly continues: ReadonlyMap<string, { readonly document: string; readonly id: string }>
  readonly places: ReadonlyMap<string, string>
  readonly amends: AcceptedDocument['amends']
  readonly reworded: readonly RewordedItem[]
}

const decideOrigins = (
  document: string,
  accepted: readonly ReviewProposal[],
  earlier: Earlier | undefined,
): Origins => {
  const none = { places: new Map<string, string>(), amends: undefined, reworded: [] }
  if (!earlier) return { ...none, continues: new Map() }
  if (earlier.scope === 'whole') {
    const continues = listOrigins(document, accepted, earlier.items)
    const added = accepted.filter((proposal) => !continues.has(proposal.id))
    const own = earlier.own ? listOrigins(document, added, earlier.own) : []
    return { ...none, continues: new Map([...continues, ...own]) }
  }
  const parts = decideParts(earlier.clauses, accepted, earlier.items)
  const added = accepted.filter((proposal) => !parts.continues.has(proposal.id))
  const own = earlier.own.filter((item) => item.continues?.document === document || item.continues === null)
  const continues = new Map([
    ...listOrigins(document, added, own),
    ...[...parts.continues].map(([id, item]) => [id, { document: item.document, id: item.id }] as const),
  ])
  const ends = parts.ends.map(({ item, words }) => ({ document: item.document, id: item.id, words }))
  // What another sentence of the same document writes anew or ends is as that one says.
  const decided = [...parts.continues.values(), ...parts.ends.map(({ item }) => item)]
  const reworded = earlier.reworded.filter(
    (one) => !decided.some((item) => item.document === one.document && item.id === one.id),
  )
  return { continues, places: parts.places, amends: { document: earlier.base, ends }, reworded }
}

/** What was accepted before under the same id is itself and goes on with what it went on with. */
const listOrigins = (
  document: string,
  accepted: readonly ReviewProposal[],
  items: readonly EarlierItem[],
): Origins['continues'] => {
  const own = new Map(items.filter((item) => item.document === document).map((item) => [item.id, item]))
  const ids = new Set(accepted.map((proposal) => proposal.id))
  const continues = new Map<string, { document: string; id: string }>()
  for (const id of ids) {
    const before = own.get(id)?.continues
    if (before) continues.set(id, before)
  }
  const rest = items.filter((item) => item.document !== document || !ids.has(item.id))
  const named = new Map(rest.map((item) => [`${item.document} ${item.id}`, item]))
  const matches = matchItems(
    rest.map((item) => ({ ...item, id: `${item.document} ${item.id}` })),
    accepted.filter((proposal) => !own.has(proposal.id)),
  )
  for (const [id, key] of matches) {
    const item = named.get(key)
    if (item) continues.set(id, { document: item.document, id: item.id })
  }
  return continues
}

type Base = Pick<
  AcceptedDocument['tasks'][number],
  | 'id'
  | 'path'
  | 'position'
  | 'spans'
  | 'certainty'
  | 'origin'
  | 'decidedBy'
  | 'decidedAt'
  | 'continues'
  | 'place'
>

const add = (
  document: AcceptedDocument,
  base: Base,
  value: ProposalValue,
  parties: (list: readonly PartyValue[]) => ResolvedParty[],
): void => {
  switch (value.kind) {
    case 'task': {
      const { text, due, recurrence, output } = value
      const lead = parties(value.lead)
      document.tasks.push({ ...base, text, lead, partners: parties(value.partners), due, recurrence, output })
      return
    }
    case 'target': {
      const { kind: _, ...target } = value
      document.targets.push({ ...base, ...target })
      return
    }
    case 'deadline': {
      const { deadline: kind, on, recurrence, what } = value
      document.deadlines.push({ ...base, kind, on, recurrence, what, who: parties(value.who) })
      return
    }
    case 'reporting':
      document.reporting.push({
        ...base,
        frequency: value.frequency,
        from: parties(value.from),
        to: value.to,
      })
      return
    case 'trigger':
      document.triggers.push({ ...base, when: value.when, must: value.must })
  }
}

const flatten = (nodes: readonly OutlineNode[], depth: number): AcceptedDocument['outline'] =>
  nodes.flatMap(({ path, heading, children }) => [{ path, heading, depth }, ...flatten(children, depth + 1)])

/** A party as it was decided when it was accepted, so that it means the same again. */
export const toDecided = ({ printed, kind, code, members }: ResolvedParty): PartyValue =>
  code === null ? { printed } : { printed, code, ...(kind === 'group' ? { members } : {}) }

/** The items of an acceptance as far as recognising them needs. */
export const listEarlierItems = (
  document: AcceptedDocument,
  toParty: (party: ResolvedParty) => PartyValue = ({ printed }) => ({ printed }),
): EarlierItem[] => {
  const names = (list: readonly ResolvedParty[]): PartyValue[] => list.map(toParty)
  const toItem = (item: Base, value: ProposalValue): EarlierItem => ({
    id: item.id,
    document: document.id,
    path: item.path,
    place: item.place ?? item.path,
    continues: item.continues,
    value,
  })
  return [
    ...document.tasks.map((task) => {
      const { text, due, recurrence, output } = task
      const parties = { lead: names(task.lead), partners: names(task.partners) }
      return toItem(task, { kind: 'task', text, ...parties, due, recurrence, output })
    }),
    ...document.targets.map((target) => {
      const { indicator, comparator, value, unit, direction, baseline } = target
      return toItem(target, { kind: 'target', indicator, comparator, value, unit, direction, baseline })
    }),
    ...document.deadlines.map((deadline) => {
      const { kind, on, recurrence, what } = deadline
      return toItem(deadline, {
        kind: 'deadline',
        deadline: kind,
        on,
        recurrence,
        what,
        who: names(deadline.who),
      })
    }),
    ...document.reporting.map((duty) =>
      toItem(duty, { kind: 'reporting', frequency: duty.frequency, from: names(duty.from), to: duty.to }),
    ),
    ...document.triggers.map((trigger) =>
      toItem(trigger, { kind: 'trigger', when: trigger.when, must: trigger.must }),
    ),
  ]
}
