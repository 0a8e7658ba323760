import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals of the store of original files. */
export const fileProblems = {
  tooLarge: {
    code: 'files.too-large',
    status: 413,
    title: 'Tệp vượt quá dung lượng cho phép.',
    action: 'Giảm dung lượng (bỏ ảnh, tách phụ lục thành tệp riêng) rồi gửi lại; tệp này chưa được lưu.',
  },
  diskFull: {
    code: 'files.disk-full',
    status: 507,
    title: 'Ổ đĩa của máy chủ đã đầy nên chưa lưu được tệp.',
    action: 'Báo quản trị hệ thống giải phóng dung lượng rồi gửi lại; các tệp đã lưu còn nguyên.',
  },
  notWritable: {
    code: 'files.not-writable',
    status: 500,
    title: 'Thư mục lưu tệp không ghi được.',
    action: 'Báo quản trị hệ thống kiểm tra quyền ghi của thư mục dữ liệu rồi gửi lại.',
  },
  interrupted: {
    code: 'files.interrupted',
    status: 400,
    title: 'Việc gửi tệp bị ngắt giữa chừng nên tệp chưa được lưu.',
    action: 'Kiểm tra đường truyền rồi gửi lại; phần đã nhận được dọn bỏ, không có gì bị lưu dở.',
  },
  notFound: {
    code: 'files.not-found',
    status: 404,
    title: 'Không tìm thấy tệp gốc trong kho lưu trữ.',
    action: 'Chạy binhan doctor để kiểm tra kho tệp, hoặc khôi phục tệp từ bản sao lưu gần nhất.',
  },
  damaged: {
    code: 'files.damaged',
    status: 500,
    title: 'Tệp gốc trong kho không còn khớp với mã SHA-256 của nó.',
    action: 'Khôi phục tệp từ bản sao lưu, hoặc gửi lại đúng tệp gốc để kho tự thay bản hỏng.',
  },
} satisfies Record<string, ProblemKind>
