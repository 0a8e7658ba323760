import type { AssignmentState, Capacity, Verb } from './assignment.ts'
import type { Timeliness } from './timeliness.ts'

/** How duties are spoken of: on pages, in lists and in letters. */

export const timelinessWords: Readonly<Record<Timeliness, string>> = {
  'done-on-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  overdue: 'Quá hạn, chưa hoàn thành',
  'not-due': 'Chưa đến hạn',
  'not-counted': 'Không tính',
}

export const stateWords: Readonly<Record<AssignmentState, string>> = {
  unassigned: 'Chưa giao',
  assigned: 'Đã giao, chờ tiếp nhận',
  refused: 'Từ chối tiếp nhận',
  accepted: 'Đang thực hiện',
  'awaiting-approval': 'Chờ lãnh đạo cơ quan duyệt',
  'awaiting-verification': 'Chờ Văn phòng xác nhận',
  returned: 'Trả lại để bổ sung',
  verified: 'Đã xác nhận hoàn thành',
  closed: 'Đã kết thúc',
  withdrawn: 'Đã thu hồi',
  'not-applicable': 'Không còn phải thực hiện',
}

/** A button, and what the story says was done. */
export const verbWords: Readonly<Record<Verb, { readonly button: string; readonly done: string }>> = {
  assign: { button: 'Giao nhiệm vụ', done: 'giao nhiệm vụ' },
  open: { button: 'Đánh dấu đã xem', done: 'đã xem nhiệm vụ' },
  accept: { button: 'Tiếp nhận', done: 'tiếp nhận' },
  refuse: { button: 'Từ chối', done: 'từ chối tiếp nhận' },
  delegate: { button: 'Giao đơn vị thực hiện', done: 'giao đơn vị thực hiện' },
  report: { button: 'Báo cáo tiến độ', done: 'báo cáo tiến độ' },
  submit: { button: 'Báo cáo hoàn thành', done: 'báo cáo hoàn thành' },
  approve: { button: 'Duyệt báo cáo', done: 'duyệt báo cáo hoàn thành' },
  return: { button: 'Trả lại để bổ sung', done: 'trả lại để bổ sung' },
  verify: { button: 'Xác nhận hoàn thành', done: 'xác nhận hoàn thành' },
  close: { button: 'Kết thúc', done: 'kết thúc nhiệm vụ' },
  'ask-extension': { button: 'Xin gia hạn', done: 'xin gia hạn' },
  'grant-extension': { button: 'Đồng ý gia hạn', done: 'đồng ý gia hạn' },
  'deny-extension': { button: 'Không gia hạn', done: 'không đồng ý gia hạn' },
  'give-opinion': { button: 'Góp ý kiến phối hợp', done: 'có ý kiến phối hợp' },
  instruct: { button: 'Cho ý kiến chỉ đạo', done: 'cho ý kiến chỉ đạo' },
  move: { button: 'Chuyển cơ quan khác', done: 'chuyển cho cơ quan khác' },
  withdraw: { button: 'Thu hồi', done: 'thu hồi nhiệm vụ' },
  'set-aside': { button: 'Không còn phải thực hiện', done: 'xác định không còn phải thực hiện' },
  reopen: { button: 'Mở lại', done: 'mở lại nhiệm vụ' },
}

export const capacityWords: Readonly<Record<Capacity, string>> = {
  office: 'Văn phòng Ban An toàn giao thông',
  leader: 'Lãnh đạo Ban An toàn giao thông',
  head: 'Lãnh đạo cơ quan',
  agency: 'Cơ quan chủ trì',
  delegate: 'Đơn vị được giao thực hiện',
  partner: 'Cơ quan phối hợp',
  system: 'Hệ thống',
}
