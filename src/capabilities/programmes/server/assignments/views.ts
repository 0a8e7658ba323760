import { formatPeriod, parsePeriodId } from '#kernel/period.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { foldActions } from '../../domain/assignment-fold.ts'
import type { Assignment, StoryEntry } from '../../domain/assignment-schemas.ts'
import { isDueSoon, toDaysLate, toTimeliness } from '../../domain/timeliness.ts'
import type { Agencies } from '../outside.ts'
import { toAction } from './assignment-store.ts'
import type { ActionRow, AssignmentRow } from './tables.ts'

/** What the plans say of themselves where a duty names them. */
export type PlanNames = ReadonlyMap<string, { readonly number: string | null; readonly document: string }>

const nameOf = (agencies: Agencies, code: string | null): string | null =>
  code === null ? null : agencies.nameOf(code)

const toPeriodWords = (id: string | null): string | null => {
  const period = id === null ? undefined : parsePeriodId(id)
  return period ? formatPeriod(period) : null
}

/** A duty as people see it on a day. */
export const toAssignment = (
  row: AssignmentRow,
  agencies: Agencies,
  plans: PlanNames,
  today: PlainDate,
): Assignment => {
  const standing = { state: row.state, nextDue: row.next_due, submittedOn: row.submitted_on }
  const plan = row.programme_id === null ? undefined : plans.get(row.programme_id)
  return {
    id: row.id,
    programme: row.programme_id,
    programmeNumber: plan?.number ?? null,
    item: row.item_id,
    document: plan?.document ?? null,
    place: row.place,
    text: row.text,
    output: row.output,
    sourceNote: row.source_note,
    kind: row.kind,
    period: toPeriodWords(row.period),
    agency: row.agency,
    agencyName: nameOf(agencies, row.agency),
    delegate: row.delegate,
    delegateName: nameOf(agencies, row.delegate),
    partners: row.partners.map((code) => ({ code, name: agencies.nameOf(code) })),
    state: row.state,
    timeliness: toTimeliness(standing, today),
    daysLate: toDaysLate(standing, today),
    isDueSoon: isDueSoon(standing, today),
    due: row.due,
    firstDue: row.first_due,
    reviewDue: row.review_due,
    nextDue: row.next_due,
    extension: row.extension && { until: row.extension.until, reason: row.extension.reason },
    extensions: row.extensions,
    percent: row.percent,
    openedAt: row.opened_at,
    reportedAt: row.reported_at,
    submittedAt: row.submitted_at,
    verifiedAt: row.verified_at,
    returns: row.returns,
    lastAt: row.last_at,
    conflicts: row.conflicts,
    version: row.version,
  }
}

/** The story of a duty, the first action first; without evidence for those who may not see it. */
export const toStory = (
  rows: readonly ActionRow[],
  agencies: Agencies,
  mayView: { readonly evidence: boolean },
): readonly StoryEntry[] => {
  const { conflicts, waiting } = foldActions(rows.map(toAction))
  return rows.map((row): StoryEntry => {
    const { deed } = row
    const agency =
      deed.verb === 'assign' || deed.verb === 'move' ? deed.agency : deed.verb === 'delegate' ? deed.to : null
    return {
      id: row.id,
      verb: deed.verb,
      at: row.at,
      receivedAt: row.received_at,
      by: row.actor,
      as: row.capacity,
      fate: conflicts.includes(row.id) ? 'conflict' : waiting.includes(row.id) ? 'waiting' : 'applied',
      words:
        'words' in deed ? deed.words : 'reason' in deed ? deed.reason : 'note' in deed ? deed.note : null,
      percent: deed.verb === 'report' ? deed.percent : null,
      day: deed.verb === 'assign' ? deed.due : 'until' in deed ? deed.until : null,
      agency,
      agencyName: nameOf(agencies, agency),
      evidence: mayView.evidence && 'evidence' in deed ? [...deed.evidence] : [],
    }
  })
}
