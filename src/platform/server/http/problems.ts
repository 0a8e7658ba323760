import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals of the HTTP layer itself. */
export const httpProblems = {
  invalidRequest: {
    code: 'http.invalid-request',
    status: 400,
    title: 'Nội dung gửi lên chưa đúng.',
    action: 'Sửa các mục được nêu rồi gửi lại.',
  },
  signInNeeded: {
    code: 'http.sign-in-needed',
    status: 401,
    title: 'Chưa đăng nhập hoặc phiên đăng nhập đã hết.',
    action: 'Đăng nhập rồi thực hiện lại.',
  },
  notAllowed: {
    code: 'http.not-allowed',
    status: 403,
    title: 'Tài khoản này không có quyền thực hiện việc đó.',
    action: 'Liên hệ quản trị hệ thống nếu công việc cần đến quyền này.',
  },
  foreignOrigin: {
    code: 'http.foreign-origin',
    status: 403,
    title: 'Yêu cầu đến từ một trang khác nên bị từ chối.',
    action: 'Mở lại trang Bình An và thực hiện từ đó.',
  },
  notFound: {
    code: 'http.not-found',
    status: 404,
    title: 'Không tìm thấy nội dung này.',
    action: 'Kiểm tra lại đường dẫn; nội dung có thể đã được thu hồi.',
  },
  tooLarge: {
    code: 'http.too-large',
    status: 413,
    title: 'Nội dung gửi lên quá lớn.',
    action: 'Chia nhỏ nội dung rồi gửi lại.',
  },
  unsupportedType: {
    code: 'http.unsupported-type',
    status: 415,
    title: 'Kiểu nội dung gửi lên không được hỗ trợ.',
    action: 'Gửi nội dung ở dạng JSON.',
  },
  versionNeeded: {
    code: 'http.version-needed',
    status: 428,
    title: 'Yêu cầu sửa không nêu phiên bản đang xem.',
    action: 'Tải lại trang rồi sửa trên nội dung mới nhất.',
  },
  changedMeanwhile: {
    code: 'http.changed-meanwhile',
    status: 412,
    title: 'Nội dung đã được người khác sửa trong lúc đang xem.',
    action: 'Xem thay đổi của người kia, rồi sửa lại trên nội dung mới nhất. Phần đang nhập vẫn được giữ.',
  },
  keyNeeded: {
    code: 'http.idempotency-key-needed',
    status: 400,
    title: 'Yêu cầu tạo mới thiếu mã chống gửi trùng.',
    action: 'Tải lại trang rồi thực hiện lại.',
  },
  keyReused: {
    code: 'http.idempotency-key-reused',
    status: 422,
    title: 'Mã chống gửi trùng đã dùng cho một nội dung khác.',
    action: 'Tải lại trang rồi thực hiện lại.',
  },
  tooManyRequests: {
    code: 'http.too-many-requests',
    status: 429,
    title: 'Gửi quá nhiều yêu cầu trong thời gian ngắn.',
    action: 'Chờ một phút rồi thử lại.',
  },
  tooSlow: {
    code: 'http.too-slow',
    status: 408,
    title: 'Yêu cầu gửi lên quá lâu mà chưa xong.',
    action: 'Kiểm tra đường truyền rồi gửi lại.',
  },
  headersTooLarge: {
    code: 'http.headers-too-large',
    status: 431,
    title: 'Phần tiêu đề của yêu cầu quá lớn.',
    action: 'Xóa cookie của trang này trong trình duyệt rồi mở lại.',
  },
  stopping: {
    code: 'http.stopping',
    status: 503,
    title: 'Máy chủ đang dừng; nội dung đã lưu trước đó còn nguyên.',
    action: 'Chờ một phút rồi thực hiện lại.',
  },
  conflict: {
    code: 'http.conflict',
    status: 409,
    title: 'Nội dung trùng hoặc trái với nội dung đã có.',
    action: 'Kiểm tra lại nội dung đã có rồi thực hiện lại.',
  },
  unexpected: {
    code: 'http.unexpected',
    status: 500,
    title: 'Máy chủ gặp lỗi ngoài dự kiến; nội dung đã lưu trước đó còn nguyên.',
    action: 'Thử lại; nếu vẫn lỗi, báo quản trị hệ thống kèm mã yêu cầu.',
  },
} satisfies Record<string, ProblemKind>
