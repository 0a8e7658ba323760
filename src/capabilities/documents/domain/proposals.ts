import type { Certainty, Span, Structure } from '../contract.ts'
import type { PartyValue, ProposalKind, ProposalValue } from './review-api.ts'

/** A proposal as the reading makes it, before anybody looked. */
export interface ProposalSeed {
  readonly id: string
  readonly path: string
  readonly spans: readonly Span[]
  readonly certainty: Certainty
  readonly rule: string
  readonly value: ProposalValue
}

interface Said {
  readonly path: string
  readonly span: Span
  readonly certainty: Certainty
  readonly rule: string
}

const toParties = (printed: readonly string[]): PartyValue[] =>
  [...new Set(printed.map((name) => name.trim()))]
    .filter((name) => name !== '')
    .map((name) => ({ printed: name }))

/** What the reader found, as values that a person can decide on; in the order of the document. */
const listValues = (structure: Structure): (Said & { readonly value: ProposalValue })[] => [
  ...structure.tasks.map((task) => ({
    ...task,
    value: {
      kind: 'task' as const,
      text: task.text,
      lead: toParties(task.lead),
      partners: toParties(task.partners),
      due: task.due,
      recurrence: task.recurrence,
      output: task.output,
    },
  })),
  ...structure.targets.map((target) => ({
    ...target,
    value: {
      kind: 'target' as const,
      indicator: target.indicator,
      comparator: target.comparator,
      value: target.value,
      unit: target.unit,
      direction: target.direction,
      baseline: target.baseline,
    },
  })),
  ...structure.deadlines.map((deadline) => ({
    ...deadline,
    value: {
      kind: 'deadline' as const,
      deadline: deadline.kind,
      on: deadline.on,
      recurrence: deadline.recurrence,
      what: deadline.what,
      who: toParties(deadline.who),
    },
  })),
  ...structure.reporting.map((duty) => ({
    ...duty,
    value: {
      kind: 'reporting' as const,
      frequency: duty.frequency,
      from: toParties(duty.from === null ? [] : [duty.from]),
      to: duty.to,
    },
  })),
  ...structure.triggers.map((trigger) => ({
    ...trigger,
    value: { kind: 'trigger' as const, when: trigger.when, must: trigger.then },
  })),
]

const rank: Readonly<Record<ProposalKind, number>> = {
  task: 0,
  target: 1,
  deadline: 2,
  reporting: 3,
  trigger: 4,
}

/** The proposals of reading `number`, each with an id that no other reading of the document uses. */
export const toProposalSeeds = (structure: Structure, number: number): ProposalSeed[] =>
  listValues(structure)
    .toSorted((a, b) => a.span.start - b.span.start || rank[a.value.kind] - rank[b.value.kind])
    .map(({ path, span, certainty, rule, value }, i) => ({
      id: `r${number}-${value.kind}-${i + 1}`,
      path,
      spans: [span],
      certainty,
      rule,
      value,
    }))

/** What two readings of one document must share to be the same proposal: kind, place and first words. */
export const toSeedKey = ({ path, value }: Pick<ProposalSeed, 'path' | 'value'>): string =>
  JSON.stringify([value.kind, path, mainText(value).slice(0, 80)])

/** The words by which a person recognises the item. */
export const mainText = (value: ProposalValue): string => {
  switch (value.kind) {
    case 'task':
      return value.text
    case 'target':
      return value.indicator
    case 'deadline':
      return value.what
    case 'reporting':
      return value.to ?? value.from.map((party) => party.printed).join(', ')
    case 'trigger':
      return value.when
  }
}

/** Everybody whom a value names, by role. */
export const partiesOf = (value: ProposalValue): readonly PartyValue[] => {
  switch (value.kind) {
    case 'task':
      return [...value.lead, ...value.partners]
    case 'deadline':
      return value.who
    case 'reporting':
      return value.from
    case 'target':
    case 'trigger':
      return []
  }
}
