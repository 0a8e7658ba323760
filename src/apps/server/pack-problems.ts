import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals around province packs. */
export const packProblems = {
  unknown: {
    code: 'pack.unknown',
    status: 404,
    title: 'Không có gói tỉnh này.',
    action:
      'Chọn một trong các gói được nêu, ví dụ: npm start -- --province lang-son; gói ở thư mục riêng thì ghi đường dẫn, ví dụ: --province ./goi-tinh.',
  },
  noFolder: {
    code: 'pack.no-folder',
    status: 404,
    title: 'Không có thư mục gói tỉnh này.',
    action: 'Kiểm tra đường dẫn; lập gói từ các bảng CSV bằng lệnh “binhan province make”.',
  },
  wrongTables: {
    code: 'pack.wrong-tables',
    status: 400,
    title: 'Chưa lập được gói tỉnh từ các bảng này.',
    action: 'Sửa các dòng được nêu rồi chạy lại; chưa có tệp nào được ghi.',
  },
  unreadable: {
    code: 'pack.unreadable',
    status: 400,
    title: 'Một tệp của gói tỉnh không đọc được.',
    action: 'Sửa hoặc khôi phục tệp được nêu rồi chạy lại; chưa có dữ liệu nào được ghi.',
  },
  another: {
    code: 'pack.another',
    status: 409,
    title: 'Thư mục dữ liệu này đã mở cho một tỉnh khác.',
    action: 'Bỏ tùy chọn --province để chạy tiếp tỉnh đó, hoặc đặt DATA_DIR sang một thư mục mới.',
  },
} satisfies Record<string, ProblemKind>
