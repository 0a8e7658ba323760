import type { Finding } from '../../contract.ts'
import { findAgencyChanges, findLeaderless } from './finding-agencies.ts'
import { findLateCitations, findMalformedNumbers, findTwinNumbers } from './finding-citations.ts'
import { findOcrSuspects } from './finding-ocr.ts'
import {
  findDuplicates,
  findImpossibleDates,
  findMissingAnnex,
  findPageNoise,
  findSkips,
} from './finding-outline.ts'
import { findRowSkips } from './finding-tables.ts'
import { findContradictions, findEarlyDeadlines } from './finding-targets.ts'
import type { Draft } from './types.ts'

/** What a careful clerk would raise, in the order of weight. */
const FINDERS: readonly ((draft: Draft) => readonly Finding[])[] = [
  findContradictions,
  findLateCitations,
  findImpossibleDates,
  findMalformedNumbers,
  findTwinNumbers,
  findMissingAnnex,
  findDuplicates,
  findSkips,
  findRowSkips,
  findEarlyDeadlines,
  findLeaderless,
  findAgencyChanges,
  findOcrSuspects,
  findPageNoise,
]

/** All findings; a finder that fails is left out, the others still speak. */
export const readFindings = (draft: Draft): readonly Finding[] =>
  FINDERS.flatMap((find) => {
    try {
      return [...find(draft)]
    } catch {
      return []
    }
  })
