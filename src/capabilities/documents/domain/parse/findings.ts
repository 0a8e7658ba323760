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
import type { Draft, Stage } from './types.ts'

/** What a careful clerk would raise, in the order of weight. */
const FINDERS: readonly (readonly [title: string, find: (draft: Draft) => readonly Finding[]])[] = [
  ['chỉ tiêu trái nhau', findContradictions],
  ['ngày của văn bản viện dẫn', findLateCitations],
  ['ngày không có thật', findImpossibleDates],
  ['số, ký hiệu sai mẫu', findMalformedNumbers],
  ['một ngày có hai số văn bản', findTwinNumbers],
  ['phụ lục đã nhắc', findMissingAnnex],
  ['trùng số mục', findDuplicates],
  ['nhảy số mục', findSkips],
  ['nhảy số dòng trong bảng', findRowSkips],
  ['hạn trước ngày ký', findEarlyDeadlines],
  ['nhiệm vụ chưa rõ chủ trì', findLeaderless],
  ['cơ quan trong danh bạ', findAgencyChanges],
  ['chữ sai khi quét', findOcrSuspects],
  ['số trang lẫn trong câu', findPageNoise],
]

/** Each finder is a step of its own: one that fails is said, the others still speak. */
export const FINDINGS: readonly Stage[] = FINDERS.map(([title, find]) => ({
  name: `findings: ${title}`,
  title: `kiểm tra ${title}`,
  run: (draft) => ({ ...draft, findings: [...draft.findings, ...find(draft)] }),
}))

/** What a person must know of a step that did not run: what may be missing, and what to do. */
export const toFailedStep = (title: string): Finding => ({
  kind: 'stage-failed',
  message: `Một bước đọc không chạy được: ${title}. Phần này có thể thiếu; hãy đọc kỹ văn bản, thêm bằng tay và báo quản trị hệ thống.`,
  paths: [],
  spans: [],
})
