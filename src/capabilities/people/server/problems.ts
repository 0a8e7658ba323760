import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals of `people`. */
export const peopleProblems = {
  signInRefused: {
    code: 'people.sign-in-refused',
    status: 401,
    title: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    action: 'Kiểm tra lại hai mục; nếu quên mật khẩu, nhờ quản trị hệ thống cấp liên kết đặt lại.',
  },
  waitBeforeSignIn: {
    code: 'people.wait-before-sign-in',
    status: 429,
    title: 'Đăng nhập sai nhiều lần nên phải chờ.',
    action: 'Chờ hết thời gian được nêu rồi thử lại.',
  },
  demoRefused: {
    code: 'people.demo-refused',
    status: 403,
    title: 'Không đăng nhập được bằng tài khoản dùng thử.',
    action: 'Tài khoản dùng thử chỉ mở trong tỉnh mẫu, ngay trên máy đang chạy Bình An.',
  },
  wrongPassword: {
    code: 'people.wrong-password',
    status: 422,
    title: 'Mật khẩu hiện tại không đúng.',
    action: 'Nhập lại mật khẩu đang dùng.',
  },
  weakPassword: {
    code: 'people.weak-password',
    status: 422,
    title: 'Mật khẩu mới chưa dùng được.',
    action: 'Chọn mật khẩu từ 10 ký tự, khác tên đăng nhập và không dễ đoán.',
  },
  linkInvalid: {
    code: 'people.link-invalid',
    status: 410,
    title: 'Liên kết này đã dùng, đã hết hạn hoặc không đúng.',
    action: 'Nhờ quản trị hệ thống cấp liên kết mới.',
  },
  adminExists: {
    code: 'people.admin-exists',
    status: 409,
    title: 'Hệ thống đã có quản trị.',
    action: 'Nhờ quản trị hệ thống tạo tài khoản.',
  },
  lastAdmin: {
    code: 'people.last-admin',
    status: 409,
    title: 'Đây là quản trị hệ thống cuối cùng.',
    action: 'Giao vai trò quản trị cho một người khác trước.',
  },
  oidcOff: {
    code: 'people.oidc-off',
    status: 404,
    title: 'Hệ thống này không dùng đăng nhập qua nhà cung cấp định danh.',
    action: 'Đăng nhập bằng tên đăng nhập và mật khẩu.',
  },
  loginTaken: {
    code: 'people.login-taken',
    status: 409,
    title: 'Tên đăng nhập này đã có người dùng.',
    action: 'Chọn tên đăng nhập khác.',
  },
  subjectTaken: {
    code: 'people.subject-taken',
    status: 409,
    title: 'Danh tính này đã gắn với một tài khoản khác.',
    action: 'Liên hệ quản trị hệ thống để kiểm tra.',
  },
  agencyTaken: {
    code: 'people.agency-taken',
    status: 409,
    title: 'Mã cơ quan này đã có.',
    action: 'Chọn mã khác, hoặc sửa cơ quan đã có.',
  },
  groupTaken: {
    code: 'people.group-taken',
    status: 409,
    title: 'Mã nhóm cơ quan này đã có.',
    action: 'Chọn mã khác, hoặc sửa nhóm đã có.',
  },
  unknownAgency: {
    code: 'people.unknown-agency',
    status: 422,
    title: 'Cơ quan được nêu không có trong danh mục.',
    action: 'Chọn cơ quan trong danh mục, hoặc thêm cơ quan trước.',
  },
  unknownArea: {
    code: 'people.unknown-area',
    status: 422,
    title: 'Địa bàn được nêu không có trong danh mục.',
    action: 'Chọn xã, phường trong danh mục địa bàn.',
  },
  ownParent: {
    code: 'people.own-parent',
    status: 422,
    title: 'Cơ quan không thể là cấp trên hoặc cơ quan kế tiếp của chính mình.',
    action: 'Chọn cơ quan khác.',
  },
  wrongDays: {
    code: 'people.wrong-days',
    status: 422,
    title: 'Khoảng ngày chưa đúng.',
    action: 'Ngày kết thúc phải từ ngày bắt đầu trở đi và là ngày có thật.',
  },
  postIncomplete: {
    code: 'people.post-incomplete',
    status: 422,
    title: 'Vai trò còn thiếu thông tin.',
    action: 'Bổ sung cơ quan hoặc địa bàn của vai trò.',
  },
  postTaken: {
    code: 'people.post-taken',
    status: 409,
    title: 'Người này đã giữ đúng vai trò đó.',
    action: 'Kiểm tra danh sách vai trò đang giữ.',
  },
  delegationRefused: {
    code: 'people.delegation-refused',
    status: 422,
    title: 'Không ủy quyền được như vậy.',
    action: 'Kiểm tra người nhận, vai trò và khoảng ngày.',
  },
  notASheet: {
    code: 'people.not-a-sheet',
    status: 422,
    title: 'Tệp gửi lên không phải bảng tính .xlsx đọc được.',
    action: 'Tải mẫu về, điền vào đó, lưu ở dạng .xlsx không đặt mật khẩu rồi gửi lại.',
  },
  sheetFaulty: {
    code: 'people.sheet-faulty',
    status: 422,
    title: 'Bảng tài khoản còn lỗi nên chưa tạo tài khoản nào.',
    action: 'Sửa các ô được nêu rồi nhập lại.',
  },
  packFaulty: {
    code: 'people.pack-faulty',
    status: 422,
    title: 'Gói dữ liệu tỉnh có nội dung cơ quan hoặc tài khoản không đúng.',
    action: 'Sửa tệp được nêu trong thư mục “provinces” rồi nạp lại.',
  },
} satisfies Record<string, ProblemKind>

/** Named constraint → what a person sees. */
export const peopleConstraints = {
  agency_pk: peopleProblems.agencyTaken,
  agency_parent: peopleProblems.unknownAgency,
  agency_not_own_parent: peopleProblems.ownParent,
  agency_days: peopleProblems.wrongDays,
  agency_successor_agency: peopleProblems.unknownAgency,
  agency_successor_successor: peopleProblems.unknownAgency,
  agency_successor_not_itself: peopleProblems.ownParent,
  agency_group_pk: peopleProblems.groupTaken,
  account_login: peopleProblems.loginTaken,
  account_oidc_subject: peopleProblems.subjectTaken,
  post_agency: peopleProblems.unknownAgency,
  post_days: peopleProblems.wrongDays,
  post_once: peopleProblems.postTaken,
  delegation_to_another: peopleProblems.delegationRefused,
  delegation_days: peopleProblems.wrongDays,
} satisfies Record<string, ProblemKind>

/**
 * Constraints that only a fault of the program can break: keys made here, references to rows just read,
 * values that the schemas of requests have checked already.
 */
export const innerConstraints: readonly string[] = [
  'agency_successor_pk',
  'account_pk',
  'account_state',
  'account_contact_pk',
  'account_contact_account',
  'post_pk',
  'post_account',
  'delegation_pk',
  'delegation_from',
  'delegation_to',
  'delegation_post_pk',
  'delegation_post_delegation',
  'delegation_post_post',
  'session_pk',
  'session_token',
  'session_account',
  'session_delegation',
  'sign_in_throttle_pk',
  'one_time_link_pk',
  'one_time_link_token',
  'one_time_link_account',
  'one_time_link_purpose',
  'one_time_link_whose',
  'oidc_attempt_pk',
]
