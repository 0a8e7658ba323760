import type { SearchHit } from '#platform/web/capability.ts'
import { formatDay } from '#platform/web/format.ts'
import { listAssignments } from './api.ts'

/** Duties for the search over everything. */
export const findAssignments = async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
  const page = await listAssignments({ q: text, size: '6' }, signal)
  return page.items.map((one) => ({
    title: one.text,
    note: [one.agencyName, one.nextDue === null ? null : `hạn ${formatDay(one.nextDue)}`, one.programmeNumber]
      .filter((part) => part !== null)
      .join(' · '),
    to: `/nhiem-vu/${one.id}`,
  }))
}

/** What the journal calls a duty: those that fall due first; the others stand under their code. */
export const loadNames = async (signal: AbortSignal) => {
  const page = await listAssignments({ size: '500' }, signal)
  return new Map(
    page.items.map((one) => [
      `assignment:${one.id}`,
      {
        label: `nhiệm vụ ${one.text.slice(0, 80)}, ${one.agencyName ?? 'chưa giao'}`,
        to: `/nhiem-vu/${one.id}`,
      },
    ]),
  )
}
