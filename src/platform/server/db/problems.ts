import type { ProblemKind } from '#kernel/problem.ts'

export const databaseProblems = {
  folderInUse: {
    code: 'database.folder-in-use',
    status: 409,
    title: 'Thư mục dữ liệu đang được một tiến trình Bình An khác sử dụng.',
    action: 'Dừng tiến trình kia trước, hoặc chọn thư mục khác bằng biến DATA_DIR.',
  },
  unavailable: {
    code: 'database.unavailable',
    status: 503,
    title: 'Cơ sở dữ liệu tạm thời không trả lời.',
    action: 'Chờ ít phút rồi thử lại; dữ liệu đã lưu không bị ảnh hưởng. Nếu kéo dài, báo quản trị hệ thống.',
  },
  newerSchema: {
    code: 'database.newer-schema',
    status: 409,
    title: 'Cơ sở dữ liệu thuộc một phiên bản Bình An mới hơn.',
    action: 'Dùng đúng phiên bản phần mềm đã mở dữ liệu này lần cuối, hoặc khôi phục bản sao lưu cũ hơn.',
  },
  changedMigration: {
    code: 'database.changed-migration',
    status: 409,
    title: 'Một bước nâng cấp đã chạy khác với nội dung hiện có trong phần mềm.',
    action: 'Cài lại đúng bản phát hành; không sửa tệp trong thư mục migrations.',
  },
  diskFull: {
    code: 'database.disk-full',
    status: 507,
    title: 'Ổ đĩa của máy chủ đã đầy nên không ghi được.',
    action: 'Báo quản trị hệ thống giải phóng dung lượng rồi thử lại; nội dung cũ còn nguyên.',
  },
} satisfies Record<string, ProblemKind>
