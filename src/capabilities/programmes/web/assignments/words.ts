import type { ChipTone } from '#platform/web/ui/chip.tsx'
import type { Assignment, Totals } from '../../domain/assignment-schemas.ts'
import type { AssignmentState } from '../../domain/assignment.ts'
import type { Filters } from './filters.ts'

/** The words of the pages of duties, beside those of `domain/assignment-words.ts`. */

export const boardColumns: readonly {
  readonly id: keyof Totals
  readonly header: string
  /** What the list is narrowed to by this number. */
  readonly filter: Filters
}[] = [
  { id: 'all', header: 'Tổng số', filter: { timeliness: 'counted' } },
  { id: 'doneOnTime', header: 'Hoàn thành đúng hạn', filter: { timeliness: 'done-on-time' } },
  { id: 'doneLate', header: 'Hoàn thành quá hạn', filter: { timeliness: 'done-late' } },
  { id: 'overdue', header: 'Quá hạn, chưa hoàn thành', filter: { timeliness: 'overdue' } },
  { id: 'notDue', header: 'Chưa đến hạn', filter: { timeliness: 'not-due' } },
  { id: 'dueSoon', header: 'Sắp đến hạn', filter: { attention: 'due-soon' } },
  { id: 'awaiting', header: 'Chờ xác nhận', filter: { attention: 'awaiting' } },
  { id: 'unopened', header: 'Chưa mở xem', filter: { attention: 'unopened' } },
]

export const attentionWords: Readonly<Record<NonNullable<Filters['attention']>, string>> = {
  'due-soon': 'Sắp đến hạn (trong 7 ngày)',
  awaiting: 'Chờ Văn phòng xác nhận',
  unopened: 'Chưa mở xem',
  refused: 'Bị từ chối',
  extension: 'Xin gia hạn',
  conflicts: 'Có thao tác cần xem lại',
  returned: 'Trả lại để bổ sung',
}

export const timelinessFilterWords: Readonly<Record<NonNullable<Filters['timeliness']>, string>> = {
  counted: 'Đang theo dõi',
  open: 'Chưa hoàn thành',
  overdue: 'Quá hạn, chưa hoàn thành',
  'not-due': 'Chưa đến hạn',
  'done-on-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  'not-counted': 'Không tính (thu hồi, không còn phải thực hiện)',
}

export const kindWords: Readonly<Record<Assignment['kind'], string>> = {
  once: 'một lần',
  recurring: 'định kỳ',
  standing: 'thường xuyên',
}

export const stateTones: Readonly<Record<AssignmentState, ChipTone>> = {
  unassigned: 'plain',
  assigned: 'plain',
  refused: 'overdue',
  accepted: 'info',
  'awaiting-approval': 'due',
  'awaiting-verification': 'due',
  returned: 'due',
  verified: 'done',
  closed: 'done',
  withdrawn: 'plain',
  'not-applicable': 'plain',
}
