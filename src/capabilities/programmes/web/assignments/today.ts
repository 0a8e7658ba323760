import type { TodayLine } from '#platform/web/capability.ts'
import type { Totals } from '../../domain/assignment-schemas.ts'
import { countBoard, listAssignments } from './api.ts'
import { toListAddress, type Filters } from './filters.ts'

type Tone = NonNullable<TodayLine['tone']>

/** A sentence when there is something to say. */
const say = (count: number, text: string, filters: Filters, tone: Tone): readonly TodayLine[] =>
  count === 0 ? [] : [{ text: `${count} ${text}`, to: toListAddress(filters), tone }]

const totals = async (signal: AbortSignal, filters: Filters = {}): Promise<Totals> =>
  (await countBoard({ ...filters, by: 'timeliness' }, signal)).totals

const count = async (filters: Filters, signal: AbortSignal): Promise<number> =>
  (await listAssignments({ ...filters, size: '1' }, signal)).total

/** The committee's office: what is late, what waits for its word. */
export const loadForOffice = async (signal: AbortSignal): Promise<readonly TodayLine[]> => {
  const all = await totals(signal)
  return [
    ...say(all.overdue, 'nhiệm vụ quá hạn, chưa hoàn thành', { timeliness: 'overdue' }, 'overdue'),
    ...say(all.refused, 'nhiệm vụ bị từ chối tiếp nhận, cần giao lại', { attention: 'refused' }, 'overdue'),
    ...say(all.awaiting, 'báo cáo hoàn thành chờ xác nhận', { attention: 'awaiting' }, 'due'),
    ...say(all.extensionAsked, 'đề nghị gia hạn chờ trả lời', { attention: 'extension' }, 'due'),
    ...say(all.conflicts, 'nhiệm vụ có thao tác cần xem lại', { attention: 'conflicts' }, 'due'),
    ...say(all.dueSoon, 'nhiệm vụ đến hạn trong 7 ngày tới', { attention: 'due-soon' }, 'plain'),
    ...say(all.unopened, 'nhiệm vụ cơ quan chưa mở xem', { attention: 'unopened' }, 'plain'),
  ]
}

/** The committee's leaders: how the province stands, and what asks for a decision. */
export const loadForLeader = async (signal: AbortSignal): Promise<readonly TodayLine[]> => {
  const all = await totals(signal)
  return [
    ...say(all.overdue, 'nhiệm vụ trong tỉnh quá hạn, chưa hoàn thành', { timeliness: 'overdue' }, 'overdue'),
    ...say(all.extensionAsked, 'đề nghị gia hạn cần ý kiến', { attention: 'extension' }, 'due'),
    ...say(all.dueSoon, 'nhiệm vụ trong tỉnh đến hạn trong 7 ngày tới', { attention: 'due-soon' }, 'plain'),
  ]
}

/** An agency or a commune: its own work; what it only works along with is no debt of its own. */
export const loadForAgency = async (signal: AbortSignal): Promise<readonly TodayLine[]> => {
  const own = { part: 'own' } as const
  const [all, fresh, returned] = await Promise.all([
    totals(signal, own),
    count({ ...own, state: 'assigned' }, signal),
    count({ ...own, attention: 'returned' }, signal),
  ])
  return [
    ...say(all.overdue, 'nhiệm vụ của cơ quan đã quá hạn', { ...own, timeliness: 'overdue' }, 'overdue'),
    ...say(returned, 'nhiệm vụ được trả lại để bổ sung', { ...own, attention: 'returned' }, 'overdue'),
    ...say(
      all.dueSoon,
      'nhiệm vụ của cơ quan đến hạn trong 7 ngày tới',
      { ...own, attention: 'due-soon' },
      'due',
    ),
    ...say(fresh, 'nhiệm vụ mới giao, chờ tiếp nhận', { ...own, state: 'assigned' }, 'due'),
  ]
}

/** The head of an agency: what waits to be approved. */
export const loadForHead = async (signal: AbortSignal): Promise<readonly TodayLine[]> =>
  say(
    await count({ part: 'own', state: 'awaiting-approval' }, signal),
    'báo cáo hoàn thành chờ Quý vị duyệt',
    { part: 'own', state: 'awaiting-approval' },
    'due',
  )
