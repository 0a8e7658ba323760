import {
  LetterDetail,
  LetterMove,
  LetterPage,
  LetterParams,
  LetterQuery,
  LetterSender,
  NewLetters,
} from '../../domain/letter-schemas.ts'

/** What each endpoint about reminder letters takes and gives. */

const params = LetterParams

export const draftLetters = {
  summary: 'Soạn công văn đôn đốc gửi từng cơ quan có nhiệm vụ quá hạn',
  body: NewLetters,
  reply: LetterPage,
  status: 201,
} as const
export const listLetters = {
  summary: 'Danh sách công văn đôn đốc',
  query: LetterQuery,
  reply: LetterPage,
} as const
export const showLetter = { summary: 'Xem một công văn đôn đốc', params, reply: LetterDetail } as const
export const moveLetter = {
  summary: 'Trình ký, duyệt, trả lại, ghi số và gửi công văn đôn đốc',
  params,
  body: LetterMove,
  reply: LetterDetail,
  versioned: true,
} as const
export const showFile = { summary: 'Tải công văn đôn đốc (.docx)', params } as const
export const showPackage = { summary: 'Tải thông tin kèm công văn cho hệ thống văn bản', params } as const
export const showSender = { summary: 'Nơi gửi và người ký công văn đôn đốc', reply: LetterSender } as const
export const setSender = {
  summary: 'Đặt nơi gửi và người ký công văn đôn đốc từ hôm nay',
  body: LetterSender,
  reply: LetterSender,
} as const
