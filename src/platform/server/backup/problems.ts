import type { ProblemKind } from '#kernel/problem.ts'

export const backupProblems = {
  targetNotEmpty: {
    code: 'backup.target-not-empty',
    status: 409,
    title: 'Nơi khôi phục đã có dữ liệu.',
    action: 'Chọn một thư mục dữ liệu hoặc cơ sở dữ liệu còn trống; dữ liệu cũ không bị ghi đè.',
  },
  folderNotEmpty: {
    code: 'backup.folder-not-empty',
    status: 409,
    title: 'Thư mục sao lưu đã có nội dung.',
    action: 'Chọn một thư mục mới cho bản sao lưu này.',
  },
  damaged: {
    code: 'backup.damaged',
    status: 422,
    title: 'Bản sao lưu không nguyên vẹn.',
    action: 'Dùng một bản sao lưu khác; không có gì được khôi phục từ bản này.',
  },
  newerSchema: {
    code: 'backup.newer-schema',
    status: 409,
    title: 'Bản sao lưu được tạo bởi một phiên bản Bình An mới hơn.',
    action: 'Nâng cấp phần mềm rồi khôi phục lại.',
  },
} satisfies Record<string, ProblemKind>
