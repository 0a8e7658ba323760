import { Problem, type ProblemKind } from '#kernel/problem.ts'
import type { Services } from '#platform/server/services.ts'

export const cliProblems = {
  noProvince: {
    code: 'cli.no-province',
    status: 409,
    title: 'Dữ liệu này chưa mở cho tỉnh nào.',
    action: 'Chạy npm start (dữ liệu mẫu) hoặc npm start -- --province TÊN-GÓI một lần trước.',
  },
  noAnswer: {
    code: 'cli.no-answer',
    status: 409,
    title: 'Tiến trình đang giữ thư mục dữ liệu không nhận lệnh dù đã chờ.',
    action:
      'Nếu máy chủ còn đang khởi động, chạy lại lệnh khi nó đã in địa chỉ; nếu không, dừng tiến trình đó trước, hoặc chọn thư mục khác bằng biến DATA_DIR.',
  },
  serverWentAway: {
    code: 'cli.server-went-away',
    status: 503,
    title: 'Máy chủ dừng trong lúc đang làm lệnh này, nên không rõ lệnh đã xong chưa.',
    action: 'Chạy lại máy chủ, xem kết quả trong hệ thống rồi mới chạy lại lệnh nếu cần.',
  },
  wrongConfiguration: {
    code: 'cli.wrong-configuration',
    status: 400,
    title: 'Cấu hình trong biến môi trường chưa đúng.',
    action: 'Sửa các biến được nêu theo docs/generated/config.md rồi chạy lại.',
  },
  unexpected: {
    code: 'cli.unexpected',
    status: 500,
    title: 'Lệnh gặp lỗi ngoài dự kiến; dữ liệu đã lưu còn nguyên.',
    action: 'Chạy npx binhan doctor; nếu vẫn lỗi, gửi nguyên văn các dòng này cho người phát triển.',
  },
  noServer: {
    code: 'cli.no-server',
    status: 409,
    title: 'Không có máy chủ nào đang chạy trên thư mục dữ liệu này.',
    action: 'Kiểm tra biến DATA_DIR và tài khoản chạy lệnh: phải trùng với máy chủ cần dừng.',
  },
  notStopped: {
    code: 'cli.not-stopped',
    status: 503,
    title: 'Máy chủ đã nhận lệnh dừng nhưng sau 60 giây vẫn chưa thoát.',
    action:
      'Chờ thêm; nếu vẫn không thoát thì kết thúc tiến trình có số được nêu. Việc đã báo là đã lưu vẫn còn.',
  },
  noProgramme: {
    code: 'cli.no-programme',
    status: 404,
    title: 'Không có kế hoạch nào đã chấp nhận mang số này.',
    action: 'Xem số của các kế hoạch ở trang Kế hoạch, hoặc dùng mã trong địa chỉ trang.',
  },
  severalProgrammes: {
    code: 'cli.several-programmes',
    status: 409,
    title: 'Nhiều kế hoạch cùng khớp với số này.',
    action: 'Nêu mã của kế hoạch cần xuất.',
  },
  noAccount: {
    code: 'cli.no-account',
    status: 404,
    title: 'Không có tài khoản mang tên đăng nhập này.',
    action: 'Xem các tài khoản bằng lệnh “binhan user list”.',
  },
  lockedAccount: {
    code: 'cli.locked-account',
    status: 409,
    title: 'Tài khoản này đang bị khóa nên liên kết sẽ không dùng được.',
    action: 'Mở khóa ở trang Tài khoản trước.',
  },
  fileExists: {
    code: 'cli.file-exists',
    status: 409,
    title: 'Đã có tệp mang tên này; không ghi đè.',
    action: 'Chọn tên khác bằng --out, hoặc chuyển tệp cũ đi.',
  },
  fileNotWritable: {
    code: 'cli.file-not-writable',
    status: 409,
    title: 'Không ghi được tệp ở nơi này.',
    action: 'Kiểm tra thư mục có tồn tại và quyền ghi.',
  },
} satisfies Record<string, ProblemKind>

/** The services of an opened installation; a command on data needs a province. */
export const requireProvince = (services: Services): Services => {
  if (services.province === '') throw new Problem(cliProblems.noProvince)
  return services
}
