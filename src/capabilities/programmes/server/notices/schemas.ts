import {
  ChatText,
  ChatTextQuery,
  NewReminderHours,
  NewReminderRule,
  NoticePage,
  NoticeQuery,
  ReadNotices,
  Reminded,
  ReminderRules,
  RemindRequest,
  UnreadCount,
} from '../../domain/notice-schemas.ts'

/** What each endpoint about notices takes and gives, with its line in the documentation of the API. */

export const listNotices = {
  summary: 'Thông báo của người đang dùng',
  query: NoticeQuery,
  reply: NoticePage,
} as const
export const countUnread = { summary: 'Số thông báo chưa đọc', reply: UnreadCount } as const
export const readNotices = {
  summary: 'Đánh dấu thông báo đã đọc',
  body: ReadNotices,
  reply: UnreadCount,
} as const
export const remind = {
  summary: 'Nhắc thực hiện các nhiệm vụ đã chọn',
  body: RemindRequest,
  reply: Reminded,
} as const
export const showChatText = {
  summary: 'Nội dung nhắc việc để gửi qua Zalo cho một cơ quan',
  query: ChatTextQuery,
  reply: ChatText,
} as const
export const showRules = { summary: 'Quy tắc nhắc việc', reply: ReminderRules } as const
export const addRule = {
  summary: 'Thêm một quy tắc nhắc việc',
  body: NewReminderRule,
  reply: ReminderRules,
  status: 201,
} as const
export const addHours = {
  summary: 'Đặt giờ gửi thư nhắc việc',
  body: NewReminderHours,
  reply: ReminderRules,
  status: 201,
} as const
