import type { Tidings, ToldDuty } from '../../domain/digest.ts'
import type { NoticeView } from '../../domain/notice-schemas.ts'
import { tidingsWords } from '../../domain/notice-words.ts'
import type { Agencies } from '../outside.ts'
import type { ToldRow } from './notice-store.ts'

const toTidings = (row: ToldRow): Tidings => {
  const isStandIn = row.is_stand_in
  if (row.kind === 'stage' && row.stage !== null && row.due !== null)
    return { kind: 'stage', stage: row.stage, due: row.due, isStandIn }
  if (row.kind === 'event' && row.verb !== null && row.capacity !== null)
    return {
      kind: 'event',
      verb: row.verb,
      as: row.capacity,
      isConflict: row.is_conflict,
      words: row.words,
      isStandIn,
    }
  return { kind: 'manual', words: row.words, isStandIn }
}

/** A stored notice as letters speak of it. */
export const toTold = (
  row: ToldRow,
  agencies: Agencies,
): { readonly duty: ToldDuty; readonly tidings: Tidings } => {
  const { agency, ...duty } = row.duty
  return {
    duty: { ...duty, agencyName: agency === null ? null : agencies.nameOf(agency) },
    tidings: toTidings(row),
  }
}

/** A notice as its person sees it. */
export const toNoticeView = (row: ToldRow, agencies: Agencies): NoticeView => {
  const { duty, tidings } = toTold(row, agencies)
  return {
    id: row.id,
    kind: tidings.kind,
    isOverdue: tidings.kind === 'stage' && tidings.due < row.on_day,
    words: tidingsWords(tidings, row.on_day),
    madeAt: row.made_at,
    readAt: row.read_at,
    assignment: duty.id,
    text: duty.text,
    plan: duty.plan,
    place: duty.place,
    agencyName: duty.agencyName,
    state: duty.state,
    due: duty.due,
  }
}
