import { formatPartialDate } from '#kernel/partial-date.ts'
import { formatRecurrence, formatWhen } from '#kernel/recurrence.ts'
import { deadlineWords } from '../contract.ts'
import type { PartyValue, ProposalKind, ProposalValue } from './review-api.ts'
import { toTargetWords } from './target-words.ts'

type Of<K extends ProposalKind> = ProposalValue & { readonly kind: K }

/**
 * One value that says what all of these say, for a person to look over: words one under the other, everybody who is
 * named once. Where only one value can stand (a day, a figure), the first that states it stands, and what another
 * states otherwise is written behind its words. The values are of one kind.
 */
export const mergeValues = (values: readonly ProposalValue[]): ProposalValue => {
  const [first] = values
  if (!first || values.some((value) => value.kind !== first.kind))
    throw new Error('nothing that can be merged')
  switch (first.kind) {
    case 'task':
      return mergeTasks(values as Of<'task'>[])
    case 'target':
      return mergeTargets(values as Of<'target'>[])
    case 'deadline':
      return mergeDeadlines(values as Of<'deadline'>[])
    case 'reporting':
      return mergeReporting(values as Of<'reporting'>[])
    case 'trigger': {
      const triggers = values as Of<'trigger'>[]
      const when = joinLines(triggers.map((one) => one.when))
      return { kind: 'trigger', when, must: joinLines(triggers.map((one) => one.must)) }
    }
  }
}

const unique = (words: readonly string[]): string[] => [...new Set(words)]
const joinLines = (lines: readonly string[]): string => unique(lines).join('\n')

/** Words of a line, or nothing where nobody states any. */
const joinStated = (words: readonly (string | null)[]): string | null =>
  unique(words.filter((one) => one !== null)).join('; ') || null

/** `Tuần tra đêm (hạn: 30/06/2026)` */
const withAside = (text: string, asides: readonly string[]): string =>
  asides.length === 0 ? text : `${text} (${asides.join('; ')})`

const statedFirst = <T>(values: readonly (T | null)[]): T | null =>
  values.find((value) => value !== null) ?? null

/** Everybody once; one for whom a person decided who is meant goes before the printed name alone. */
const mergeParties = (lists: readonly (readonly PartyValue[])[]): PartyValue[] => {
  const all = lists.flat()
  const isDecided = ({ code, members }: PartyValue): boolean => code !== undefined || members !== undefined
  const kept = all.filter(
    (party) => isDecided(party) || !all.some((one) => one.printed === party.printed && isDecided(one)),
  )
  const keyOf = ({ printed, code, members }: PartyValue): string => JSON.stringify([printed, code, members])
  return [...new Map(kept.toReversed().map((party) => [keyOf(party), party])).values()].toReversed()
}

const mergeTasks = (tasks: readonly Of<'task'>[]): Of<'task'> => {
  const due = statedFirst(tasks.map((task) => task.due))
  const recurrence = statedFirst(tasks.map((task) => task.recurrence))
  const lines = tasks.map((task) =>
    withAside(task.text, [
      ...(task.due === null || task.due === due ? [] : [`hạn: ${formatPartialDate(task.due)}`]),
      ...(task.recurrence === null || task.recurrence === recurrence
        ? []
        : [`chu kỳ: ${formatRecurrence(task.recurrence)}`]),
    ]),
  )
  return {
    kind: 'task',
    text: joinLines(lines),
    lead: mergeParties(tasks.map((task) => task.lead)),
    partners: mergeParties(tasks.map((task) => task.partners)),
    due,
    recurrence,
    output: joinStated(tasks.map((task) => task.output)),
  }
}

/** The figure with its unit; empty where a goal states none of it. */
const toMeasure = ({ value, unit, direction, baseline, ...rest }: Of<'target'>): string => {
  if (value === null && unit === null && direction === null && baseline === null) return ''
  const words = toTargetWords({ value, unit, direction, baseline, ...rest })
  return value === null && unit !== null ? `${words}, đơn vị tính: ${unit}` : words
}

const mergeTargets = (targets: readonly Of<'target'>[]): Of<'target'> => {
  const standing =
    targets.find((target) => target.value !== null) ?? targets.find((target) => toMeasure(target) !== '')
  const stands = standing ? toMeasure(standing) : ''
  const lines = targets.map((target) => {
    const measure = toMeasure(target)
    return withAside(target.indicator, measure === '' || measure === stands ? [] : [measure])
  })
  return { ...(standing ?? (targets[0] as Of<'target'>)), indicator: joinLines(lines) }
}

const mergeDeadlines = (deadlines: readonly Of<'deadline'>[]): Of<'deadline'> => {
  const toDay = ({ deadline, on, recurrence }: Of<'deadline'>): string =>
    on === null && recurrence === null ? '' : `${deadlineWords[deadline]}: ${formatWhen(on, recurrence)}`
  const standing = deadlines.find((one) => toDay(one) !== '') ?? (deadlines[0] as Of<'deadline'>)
  const lines = deadlines.map((one) => {
    const day = toDay(one)
    return withAside(one.what, day === '' || day === toDay(standing) ? [] : [day])
  })
  return { ...standing, what: joinLines(lines), who: mergeParties(deadlines.map((one) => one.who)) }
}

const mergeReporting = (duties: readonly Of<'reporting'>[]): Of<'reporting'> => ({
  kind: 'reporting',
  frequency: [...new Set(duties.flatMap((duty) => duty.frequency))],
  from: mergeParties(duties.map((duty) => duty.from)),
  to: joinStated(duties.map((duty) => duty.to)),
})
