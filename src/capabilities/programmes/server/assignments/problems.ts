import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals about duties. */
export const assignmentProblems = {
  notFound: {
    code: 'assignments.not-found',
    status: 404,
    title: 'Không tìm thấy nhiệm vụ đã giao này.',
    action: 'Tải lại danh sách nhiệm vụ.',
  },
  notAllowedNow: {
    code: 'assignments.not-allowed-now',
    status: 409,
    title: 'Nhiệm vụ không còn ở bước cho phép thao tác này.',
    action: 'Tải lại trang để xem nhiệm vụ đang ở bước nào.',
  },
  notYours: {
    code: 'assignments.not-yours',
    status: 403,
    title: 'Thao tác này không thuộc phần việc của cơ quan Quý vị đối với nhiệm vụ.',
    action: 'Liên hệ cơ quan chủ trì hoặc Văn phòng Ban An toàn giao thông.',
  },
  impossibleDay: {
    code: 'assignments.impossible-day',
    status: 422,
    title: 'Ngày đã nhập không có trong lịch.',
    action: 'Nhập lại ngày theo dạng ngày/tháng/năm.',
  },
  fileNotSent: {
    code: 'assignments.file-not-sent',
    status: 422,
    title: 'Tệp minh chứng chưa được gửi lên cho nhiệm vụ này.',
    action: 'Gửi tệp lên trước, rồi gửi báo cáo.',
  },
  fileNotAccepted: {
    code: 'assignments.file-not-accepted',
    status: 422,
    title: 'Tệp minh chứng không thuộc loại được nhận.',
    action: 'Gửi ảnh JPG, PNG hoặc tệp PDF, Word, Excel còn nguyên vẹn, không đặt mật khẩu.',
  },
  nothingToMake: {
    code: 'assignments.nothing-to-make',
    status: 422,
    title: 'Không có nhiệm vụ nào để giao thêm.',
    action:
      'Kiểm tra cơ quan chủ trì của từng nhiệm vụ, khoảng thời gian, hoặc các nhiệm vụ đã giao trước đó.',
  },
  noSuccessors: {
    code: 'assignments.no-successors',
    status: 422,
    title: 'Cơ quan được chọn không phải là cơ quan kế thừa của cơ quan đang giữ nhiệm vụ.',
    action: 'Kiểm tra cơ quan kế thừa trong danh bạ, hoặc chuyển từng nhiệm vụ bằng “Chuyển cơ quan khác”.',
  },
  impossibleRange: {
    code: 'assignments.impossible-range',
    status: 422,
    title: 'Khoảng thời gian giao nhiệm vụ không hợp lệ.',
    action: 'Chọn ngày kết thúc từ ngày bắt đầu trở đi và không quá 5 năm.',
  },
} satisfies Record<string, ProblemKind>
