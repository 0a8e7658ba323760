import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals about the money of plans. */
export const budgetProblems = {
  notFound: {
    code: 'budget.not-found',
    status: 404,
    title: 'Không tìm thấy khoản kinh phí này.',
    action: 'Tải lại trang kinh phí của kế hoạch.',
  },
  ended: {
    code: 'budget.ended',
    status: 409,
    title: 'Khoản kinh phí đã ngừng theo dõi nên không ghi thêm được.',
    action: 'Thêm khoản kinh phí mới nếu vẫn còn phát sinh.',
  },
  taskUnknown: {
    code: 'budget.task-unknown',
    status: 422,
    title: 'Nhiệm vụ được chọn không thuộc kế hoạch này hoặc đã ngừng.',
    action: 'Chọn lại nhiệm vụ, hoặc ghi theo mục của kế hoạch.',
  },
  impossibleDay: {
    code: 'budget.impossible-day',
    status: 422,
    title: 'Ngày ghi sổ không có trong lịch hoặc chưa đến.',
    action: 'Nhập lại ngày theo dạng ngày/tháng/năm, không muộn hơn hôm nay.',
  },
  zero: {
    code: 'budget.zero',
    status: 422,
    title: 'Số tiền bằng không.',
    action: 'Nhập số tiền khác không; ghi số âm khi điều chỉnh giảm.',
  },
  belowZero: {
    code: 'budget.below-zero',
    status: 422,
    title: 'Số điều chỉnh giảm lớn hơn số đã ghi.',
    action: 'Kiểm tra lại số tiền; tổng dự toán, đã cấp, đã chi không thể âm.',
  },
  notTheOpposite: {
    code: 'budget.not-the-opposite',
    status: 422,
    title: 'Bút toán hủy phải cùng loại và ngược đúng số tiền của bút toán bị hủy.',
    action: 'Tải lại trang rồi hủy bút toán từ danh sách.',
  },
  reversedAlready: {
    code: 'budget.reversed-already',
    status: 409,
    title: 'Bút toán này đã được hủy.',
    action: 'Tải lại trang để xem các bút toán hiện có.',
  },
} satisfies Record<string, ProblemKind>

/** Named constraint of the database → what the person sees. */
export const budgetConstraints = {
  budget_entry_reversed_once: budgetProblems.reversedAlready,
  budget_entry_amount: budgetProblems.zero,
} satisfies Record<string, ProblemKind>
