import { Type } from 'typebox'
import type { Structure } from '../contract.ts'
import {
  Changes,
  ChangesQuery,
  CitationLinks,
  DocumentDetail,
  DocumentPage,
  DocumentParams,
  DocumentQuery,
  DocumentText,
  NewUpload,
  RegisterEdit,
  Upload,
  UploadParams,
  Withdrawal,
} from '../domain/archive-api.ts'
import { AmendmentReply, BaseEdit } from '../domain/amendment-api.ts'
import { Acceptance, Accepted, Review, ReviewCommand, ReviewReply } from '../domain/review-api.ts'

/** What each endpoint takes and gives, with its line in the documentation of the API. */

const params = DocumentParams

export const createUpload = {
  summary: 'Bắt đầu tải một tệp lên',
  body: NewUpload,
  reply: Upload,
  status: 201,
} as const
export const showUpload = {
  summary: 'Xem tệp đã tải lên đến đâu',
  params: UploadParams,
  reply: Upload,
} as const
export const continueUpload = {
  summary: 'Gửi tiếp một phần của tệp từ vị trí upload-offset',
  params: UploadParams,
  reply: Upload,
  stream: true,
} as const

export const showArchive = {
  summary: 'Tìm trong kho văn bản, không cần dấu',
  query: DocumentQuery,
  reply: DocumentPage,
} as const
export const exportRegister = { summary: 'Xuất sổ văn bản đến (.xlsx)', query: DocumentQuery } as const
export const showDocument = { summary: 'Xem một văn bản', params, reply: DocumentDetail } as const
export const showText = { summary: 'Xem chữ đọc được của văn bản', params, reply: DocumentText } as const
export const showStructure = {
  summary: 'Xem cấu trúc đọc được của văn bản',
  params,
  // The form is that of `binhan extract --json`; its outline nests, which the serialiser cannot compile.
  reply: Type.Unsafe<Structure>({ type: 'object', additionalProperties: true }),
} as const
export const downloadFile = { summary: 'Tải tệp gốc', params } as const
export const showCitations = {
  summary: 'Xem văn bản viện dẫn và được viện dẫn',
  params,
  reply: CitationLinks,
} as const
export const showChanges = {
  summary: 'So sánh từng khoản với văn bản được thay thế',
  params,
  query: ChangesQuery,
  reply: Changes,
} as const

export const editRegister = {
  summary: 'Ghi sổ văn bản đến',
  params,
  body: RegisterEdit,
  reply: DocumentDetail,
  versioned: true,
} as const
export const showAmendment = {
  summary: 'Văn bản sửa đổi kế hoạch nào, sửa đổi những gì',
  params,
  reply: AmendmentReply,
} as const
export const setBase = {
  summary: 'Ghi nhận kế hoạch được thay thế hoặc sửa đổi, bổ sung',
  params,
  body: BaseEdit,
  reply: DocumentDetail,
  versioned: true,
} as const
export const readAgain = {
  summary: 'Đọc lại văn bản từ tệp gốc',
  params,
  reply: DocumentDetail,
  versioned: true,
} as const
export const withdraw = {
  summary: 'Thu hồi văn bản kèm lý do',
  params,
  body: Withdrawal,
  reply: DocumentDetail,
  versioned: true,
} as const
export const restoreDocument = {
  summary: 'Đưa văn bản đã thu hồi trở lại kho',
  params,
  reply: DocumentDetail,
  versioned: true,
} as const

export const showReview = { summary: 'Xem các đề xuất đọc được từ văn bản', params, reply: Review } as const
export const review = {
  summary: 'Quyết định về đề xuất: nhận, sửa, tách, gộp, thêm, bỏ, khôi phục',
  params,
  body: ReviewCommand,
  reply: ReviewReply,
  versioned: true,
} as const
export const accept = {
  summary: 'Duyệt văn bản thành kế hoạch theo dõi',
  params,
  body: Acceptance,
  reply: Accepted,
  versioned: true,
} as const
export const reopen = {
  summary: 'Mở lại văn bản đã duyệt để rà soát',
  params,
  reply: DocumentDetail,
  versioned: true,
} as const
