import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals about targets and their figures. */
export const targetProblems = {
  notFound: {
    code: 'targets.not-found',
    status: 404,
    title: 'Không tìm thấy chỉ tiêu này trong các kế hoạch đang theo dõi.',
    action: 'Tải lại danh sách chỉ tiêu.',
  },
  notAsked: {
    code: 'targets.not-asked',
    status: 403,
    title: 'Cơ quan của Quý vị không được giao cung cấp số liệu của chỉ tiêu này.',
    action: 'Liên hệ Văn phòng Ban An toàn giao thông để được giao cung cấp số liệu.',
  },
  impossiblePeriod: {
    code: 'targets.impossible-period',
    status: 422,
    title: 'Kỳ số liệu không có trong lịch.',
    action: 'Chọn lại kỳ số liệu.',
  },
  otherRhythm: {
    code: 'targets.other-rhythm',
    status: 422,
    title: 'Kỳ số liệu không cùng loại kỳ với chỉ tiêu.',
    action: 'Chọn kỳ theo cách lấy số liệu của chỉ tiêu, hoặc nhập số liệu cả năm.',
  },
  futurePeriod: {
    code: 'targets.future-period',
    status: 422,
    title: 'Kỳ số liệu chưa bắt đầu.',
    action: 'Chọn kỳ đã qua hoặc kỳ hiện tại.',
  },
  notANumber: {
    code: 'targets.number-needed',
    status: 422,
    title: 'Chỉ tiêu này cần một con số.',
    action: 'Nhập con số thực hiện của kỳ.',
  },
  notAVerdict: {
    code: 'targets.verdict-needed',
    status: 422,
    title: 'Chỉ tiêu này không nêu con số nên nhận xét bằng đạt hoặc chưa đạt.',
    action: 'Chọn đạt hoặc chưa đạt và ghi căn cứ.',
  },
  noteNeeded: {
    code: 'targets.note-needed',
    status: 422,
    title: 'Chưa ghi lý do hoặc căn cứ.',
    action: 'Ghi rõ lý do sửa số liệu, hoặc căn cứ của nhận xét đạt, chưa đạt.',
  },
  enteredMeanwhile: {
    code: 'targets.entered-meanwhile',
    status: 409,
    title: 'Kỳ này đã có số liệu khác với số liệu Quý vị đang xem.',
    action: 'Tải lại trang, xem số liệu hiện có rồi sửa nếu cần.',
  },
} satisfies Record<string, ProblemKind>

/** Named constraint of the database → what the person sees. */
export const targetConstraints = {
  target_figure_order: targetProblems.enteredMeanwhile,
} satisfies Record<string, ProblemKind>
