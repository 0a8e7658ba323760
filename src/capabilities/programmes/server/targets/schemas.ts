import {
  FigureEntry,
  NewFigure,
  TargetDetail,
  TargetPage,
  TargetParams,
  TargetQuery,
  TargetWayEdit,
} from '../../domain/targets-schemas.ts'

/** What each endpoint about targets takes and gives, with its line in the documentation of the API. */

export const listTargets = {
  summary: 'Chỉ tiêu của các kế hoạch, kèm đánh giá tiến độ',
  query: TargetQuery,
  reply: TargetPage,
} as const
export const exportTargets = {
  summary: 'Xuất chỉ tiêu và đánh giá tiến độ (.xlsx)',
  query: TargetQuery,
} as const
export const showTarget = {
  summary: 'Xem một chỉ tiêu: lộ trình, số liệu từng kỳ, đánh giá',
  params: TargetParams,
  reply: TargetDetail,
} as const
export const exportTarget = {
  summary: 'Xuất lộ trình và số liệu của một chỉ tiêu (.xlsx)',
  params: TargetParams,
} as const
export const enterFigure = {
  summary: 'Nhập hoặc sửa số liệu một kỳ của chỉ tiêu; số liệu trước vẫn được giữ',
  params: TargetParams,
  body: NewFigure,
  reply: FigureEntry,
  status: 201,
} as const
export const setWay = {
  summary: 'Đặt cách lấy số liệu và cơ quan cung cấp số liệu của chỉ tiêu',
  params: TargetParams,
  body: TargetWayEdit,
  reply: TargetDetail,
  versioned: true,
} as const
