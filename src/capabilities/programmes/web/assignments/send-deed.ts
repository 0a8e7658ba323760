import { isChangedMeanwhile, type Versioned } from '#platform/web/api.ts'
import type { AssignmentDetail, SentAction, StoryEntry } from '../../domain/assignment-schemas.ts'
import { act, getAssignment } from './api.ts'

/** Either it was done, or somebody else acted since this person looked: how it stands now, and what they did. */
export type Sent =
  | { readonly isDone: true }
  | {
      readonly isDone: false
      readonly fresh: Versioned<AssignmentDetail>
      readonly news: readonly StoryEntry[]
    }

/** Sends an action on the duty as it was seen; that somebody has opened the page meanwhile is nothing to stop for. */
export const sendDeed = async (seen: Versioned<AssignmentDetail>, action: SentAction): Promise<Sent> => {
  try {
    await act(seen.value.id, action, seen.version)
    return { isDone: true }
  } catch (error) {
    if (!isChangedMeanwhile(error)) throw error
  }
  const fresh = await getAssignment(seen.value.id)
  const known = new Set(seen.value.story.map((entry) => entry.id))
  const news = fresh.value.story.filter((entry) => !known.has(entry.id) && entry.verb !== 'open')
  return news.length === 0 ? await sendDeed(fresh, action) : { isDone: false, fresh, news }
}
