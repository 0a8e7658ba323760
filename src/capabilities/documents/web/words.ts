import type { DocumentState } from '../domain/archive-api.ts'
import { formatRecurrences, formatWhen } from '#kernel/recurrence.ts'
import type { ProposalKind, ProposalValue } from '../domain/review-api.ts'
import { toTargetWords } from '../domain/target-words.ts'
import { deadlineWords, type Certainty, type FindingKind } from '../contract.ts'
import type { ChipTone } from '#platform/web/ui/chip.tsx'

/** The words of the pages of documents, one place for each. */

export const kindWords: Readonly<Record<ProposalKind, string>> = {
  task: 'Nhiệm vụ',
  target: 'Chỉ tiêu',
  deadline: 'Thời hạn',
  reporting: 'Báo cáo',
  trigger: 'Điều kiện',
}

export const certaintyWords: Readonly<Record<Certainty, { label: string; tone: ChipTone; why: string }>> = {
  stated: { label: 'Văn bản nêu rõ', tone: 'plain', why: 'Từ ngữ của văn bản nêu rõ điều này.' },
  inferred: { label: 'Suy từ bố cục', tone: 'info', why: 'Suy ra từ bố cục văn bản, nên xem lại.' },
  unsure: { label: 'Cần xem', tone: 'doubtful', why: 'Chưa chắc chắn; cần người xem và quyết định.' },
}

export const findingWords: Readonly<Record<FindingKind, string>> = {
  'contradictory-targets': 'Chỉ tiêu trái nhau',
  'citation-date-after-issue': 'Văn bản viện dẫn có ngày sau văn bản này',
  'impossible-date': 'Ngày không có thật',
  'malformed-number': 'Số, ký hiệu sai mẫu',
  'same-date-different-numbers': 'Một ngày có hai số văn bản',
  'missing-annex': 'Thiếu phụ lục đã nhắc',
  'duplicated-section-number': 'Trùng số mục',
  'skipped-section-number': 'Nhảy số mục',
  'deadline-before-signing': 'Hạn trước ngày ký',
  'task-without-lead': 'Nhiệm vụ chưa rõ chủ trì',
  'agency-unknown': 'Cơ quan chưa có trong danh bạ',
  'agency-abolished': 'Cơ quan đã giải thể',
  'agency-renamed': 'Cơ quan đã đổi tên',
  'ocr-suspect': 'Nghi sai chữ khi quét',
  'page-number-noise': 'Số trang lẫn trong câu',
  'stage-failed': 'Một bước đọc không chạy được',
}

export const stateTones: Readonly<Record<DocumentState, ChipTone>> = {
  received: 'info',
  read: 'due',
  refused: 'plain',
  secret: 'overdue',
  accepted: 'done',
}

/** What a proposal says, in one line, for lists and for the screen reader. */
export const toLine = (value: ProposalValue): string => {
  switch (value.kind) {
    case 'task':
      return value.text
    case 'target':
      return `${value.indicator}: ${toTargetWords(value)}`
    case 'deadline':
      return `${deadlineWords[value.deadline]} ${formatWhen(value.on, value.recurrence)}: ${value.what}`
    case 'reporting':
      return `Báo cáo ${formatRecurrences(value.frequency)}${value.to === null ? '' : `, gửi ${value.to}`}`
    case 'trigger':
      return `Khi ${value.when}: ${value.must}`
  }
}
