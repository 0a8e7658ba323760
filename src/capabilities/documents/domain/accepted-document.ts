import type { AcceptedDocument, OutlineNode, ResolvedParty, Structure } from '../contract.ts'
import type { AgencyDirectory } from './agency-directory.ts'
import { matchItems, type ContinuingItem } from './continuity.ts'
import { resolveParty, toLookupDay } from './parties.ts'
import type { PartyValue, ProposalValue } from './review-api.ts'
import type { ReviewProposal } from './review.ts'

/** What the last acceptance of this document, or of the one that it supersedes, put into the programme. */
export interface EarlierAcceptance {
  readonly document: string
  readonly items: readonly ContinuingItem[]
}

export interface AcceptanceInput {
  readonly id: string
  readonly acceptance: number
  readonly supersedes: string | null
  readonly structure: Pick<Structure, 'document' | 'outline' | 'findings'>
  readonly accepted: readonly ReviewProposal[]
  readonly directory: AgencyDirectory
  readonly earlier: EarlierAcceptance | undefined
}

/** Everything that a programme is made of, as it stands on the day of acceptance: names resolved, groups expanded. */
export const toAcceptedDocument = (input: AcceptanceInput): AcceptedDocument => {
  const { structure, accepted, directory, earlier } = input
  const header = structure.document
  const on = toLookupDay(header.issuedOn)
  const origins = listOrigins(input.id, accepted, earlier)
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
    outline: flatten(structure.outline, 1),
    findings: structure.findings,
    tasks: [],
    targets: [],
    deadlines: [],
    reporting: [],
    triggers: [],
  }
  accepted.forEach((proposal, i) => {
    const origin = origins.get(proposal.id)
    const base = {
      id: proposal.id,
      path: proposal.path,
      position: i + 1,
      spans: proposal.spans,
      certainty: proposal.certainty,
      origin: proposal.origin,
      decidedBy: proposal.decidedBy,
      decidedAt: proposal.decidedAt,
      continues: origin === undefined || !earlier ? null : { document: earlier.document, id: origin },
    }
    add(document, base, proposal.value, parties)
  })
  return document
}

type Base = Pick<
  AcceptedDocument['tasks'][number],
  'id' | 'path' | 'position' | 'spans' | 'certainty' | 'origin' | 'decidedBy' | 'decidedAt' | 'continues'
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

/** An item that was accepted before under the same id is itself; the others are recognised by their words. */
const listOrigins = (
  document: string,
  accepted: readonly ReviewProposal[],
  earlier: EarlierAcceptance | undefined,
): ReadonlyMap<string, string> => {
  if (!earlier) return new Map()
  if (earlier.document !== document) return matchItems(earlier.items, accepted)
  const ids = new Set(accepted.map((proposal) => proposal.id))
  const known = new Set(earlier.items.map((item) => item.id))
  const origins = new Map([...ids].filter((id) => known.has(id)).map((id) => [id, id]))
  const rest = matchItems(
    earlier.items.filter((item) => !ids.has(item.id)),
    accepted.filter((proposal) => !known.has(proposal.id)),
  )
  return new Map([...origins, ...rest])
}

/** The items of an acceptance as far as recognising them needs. */
export const listContinuingItems = (document: AcceptedDocument): ContinuingItem[] => {
  const names = (list: readonly ResolvedParty[]): PartyValue[] => list.map(({ printed }) => ({ printed }))
  return [
    ...document.tasks.map((task) => ({
      ...task,
      value: { ...task, kind: 'task' as const, lead: names(task.lead), partners: names(task.partners) },
    })),
    ...document.targets.map((target) => ({ ...target, value: { ...target, kind: 'target' as const } })),
    ...document.deadlines.map((deadline) => ({
      ...deadline,
      value: { ...deadline, kind: 'deadline' as const, deadline: deadline.kind, who: names(deadline.who) },
    })),
    ...document.reporting.map((duty) => ({
      ...duty,
      value: { ...duty, kind: 'reporting' as const, from: names(duty.from) },
    })),
    ...document.triggers.map((trigger) => ({ ...trigger, value: { ...trigger, kind: 'trigger' as const } })),
  ]
}
