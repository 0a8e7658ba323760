import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals about reminder letters. */
export const letterProblems = {
  notFound: {
    code: 'reminder-letters.not-found',
    status: 404,
    title: 'Không tìm thấy công văn đôn đốc này.',
    action: 'Tải lại danh sách công văn đôn đốc.',
  },
  nobodyLate: {
    code: 'reminder-letters.nobody-late',
    status: 422,
    title: 'Không có cơ quan nào đang có nhiệm vụ quá hạn để đôn đốc.',
    action: 'Kiểm tra lại bảng theo dõi nhiệm vụ.',
  },
  answerTooEarly: {
    code: 'reminder-letters.answer-too-early',
    status: 422,
    title: 'Ngày phải báo cáo lại không sau ngày hôm nay.',
    action: 'Chọn ngày báo cáo sau hôm nay.',
  },
  notAllowedNow: {
    code: 'reminder-letters.not-allowed-now',
    status: 409,
    title: 'Công văn không còn ở bước cho phép thao tác này.',
    action: 'Tải lại trang để xem công văn đang ở bước nào.',
  },
} satisfies Record<string, ProblemKind>
