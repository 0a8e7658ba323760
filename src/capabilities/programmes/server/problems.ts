import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals of this capability. */
export const programmeProblems = {
  programmeNotFound: {
    code: 'programmes.not-found',
    status: 404,
    title: 'Không tìm thấy kế hoạch này.',
    action: 'Kiểm tra lại đường dẫn hoặc tìm trong danh sách kế hoạch.',
  },
  taskNotFound: {
    code: 'programmes.task-not-found',
    status: 404,
    title: 'Không tìm thấy nhiệm vụ này trong kế hoạch.',
    action: 'Tải lại danh sách nhiệm vụ của kế hoạch.',
  },
  taskEnded: {
    code: 'programmes.task-ended',
    status: 409,
    title: 'Nhiệm vụ đã ngừng nên không sửa được.',
    action: 'Thêm nhiệm vụ mới nếu công việc vẫn phải làm.',
  },
  withdrawn: {
    code: 'programmes.withdrawn',
    status: 409,
    title: 'Kế hoạch đã ngừng vì văn bản bị thu hồi.',
    action: 'Đưa văn bản trở lại kho trước, rồi thực hiện lại.',
  },
  agencyUnknown: {
    code: 'programmes.agency-unknown',
    status: 422,
    title: 'Cơ quan được chọn không có trong danh mục.',
    action: 'Chọn lại cơ quan, hoặc thêm cơ quan vào danh mục trước.',
  },
  impossibleDue: {
    code: 'programmes.impossible-due',
    status: 422,
    title: 'Hạn hoàn thành không có trong lịch.',
    action: 'Ghi 2026, 2026-Q2, 2026-06 hoặc 2026-06-30.',
  },
  itemTwice: {
    code: 'programmes.item-twice',
    status: 409,
    title: 'Nội dung này đã có trong kế hoạch.',
    action: 'Tải lại trang kế hoạch.',
  },
} satisfies Record<string, ProblemKind>

/** Named constraint of the database → what the person sees. */
export const programmeConstraints = {
  programme_item_proposal: programmeProblems.itemTwice,
  programme_document: programmeProblems.itemTwice,
} satisfies Record<string, ProblemKind>
