import type {
  AcceptedDocument,
  Deadline,
  Reporting,
  ResolvedParty,
  Target,
  Task,
  Trigger,
} from '../contract.ts'

export type ItemKind = 'task' | 'target' | 'deadline' | 'reporting' | 'trigger'

/** What an item says, without where it comes from. */
export type ItemContent =
  | ({ readonly kind: 'task' } & Pick<Task, 'text' | 'lead' | 'partners' | 'due' | 'recurrence' | 'output'>)
  | ({ readonly kind: 'target' } & Pick<
      Target,
      'indicator' | 'comparator' | 'value' | 'unit' | 'direction' | 'baseline'
    >)
  | {
      readonly kind: 'deadline'
      readonly deadline: Pick<Deadline, 'kind' | 'on' | 'recurrence' | 'what' | 'who'>
    }
  | ({ readonly kind: 'reporting' } & Pick<Reporting, 'frequency' | 'from' | 'to'>)
  | ({ readonly kind: 'trigger' } & Pick<Trigger, 'when' | 'must'>)

/** An item of an accepted document: its content and its origin. */
export interface AcceptedItem {
  readonly origin: Omit<AcceptedDocument['triggers'][number], 'when' | 'must'>
  readonly content: ItemContent
}

/** Everything that an accepted document asks for, as one list. */
export const listAcceptedItems = (document: AcceptedDocument): AcceptedItem[] => [
  ...document.tasks.map(({ text, lead, partners, due, recurrence, output, ...origin }) => ({
    origin,
    content: { kind: 'task' as const, text, lead, partners, due, recurrence, output },
  })),
  ...document.targets.map(({ indicator, comparator, value, unit, direction, baseline, ...origin }) => ({
    origin,
    content: { kind: 'target' as const, indicator, comparator, value, unit, direction, baseline },
  })),
  ...document.deadlines.map(({ kind, on, recurrence, what, who, ...origin }) => ({
    origin,
    content: { kind: 'deadline' as const, deadline: { kind, on, recurrence, what, who } },
  })),
  ...document.reporting.map(({ frequency, from, to, ...origin }) => ({
    origin,
    content: { kind: 'reporting' as const, frequency, from, to },
  })),
  ...document.triggers.map(({ when, must, ...origin }) => ({
    origin,
    content: { kind: 'trigger' as const, when, must },
  })),
]

/** What an item says in one line, for the history of the plan. */
export const lineOf = (content: ItemContent): string =>
  content.kind === 'reporting'
    ? `Báo cáo${content.to === null ? '' : ` ${content.to}`}`
    : (mainWords(content)[0] ?? '')

export type PartyRole = 'lead' | 'partner' | 'who' | 'from'

/** Who is named, by role. */
export const rolesOf = (
  content: ItemContent,
): readonly (readonly [PartyRole, readonly ResolvedParty[]])[] => {
  switch (content.kind) {
    case 'task':
      return [
        ['lead', content.lead],
        ['partner', content.partners],
      ]
    case 'deadline':
      return [['who', content.deadline.who]]
    case 'reporting':
      return [['from', content.from]]
    case 'target':
    case 'trigger':
      return []
  }
}

/** The words under which an item is found. */
export const wordsOf = (content: ItemContent): string => {
  const names = rolesOf(content).flatMap(([, parties]) =>
    parties.flatMap(({ printed, name }) => [printed, name ?? '']),
  )
  return [...mainWords(content), ...names].join(' ')
}

const mainWords = (content: ItemContent): string[] => {
  switch (content.kind) {
    case 'task':
      return [content.text, content.output ?? '']
    case 'target':
      return [content.indicator, content.unit ?? '']
    case 'deadline':
      return [content.deadline.what]
    case 'reporting':
      return [content.to ?? '']
    case 'trigger':
      return [content.when, content.must]
  }
}
