import {
  AgencyShares,
  DeadlineList,
  ExportQuery,
  FindingList,
  ItemQuery,
  NewTask,
  PlanHistory,
  Programme,
  ProgrammeOutline,
  ProgrammePage,
  ProgrammeParams,
  ProgrammeQuery,
  ProgrammeSearch,
  ProgrammeSearchQuery,
  ReportingList,
  TargetList,
  Task,
  TaskEdit,
  TaskEnd,
  TaskList,
  TaskParams,
} from '../contract.ts'

/** What each endpoint takes and gives, with its line in the documentation of the API. */

const params = ProgrammeParams

export const listProgrammes = {
  summary: 'Danh sách kế hoạch',
  query: ProgrammeQuery,
  reply: ProgrammePage,
} as const
export const search = {
  summary: 'Tìm nhiệm vụ, chỉ tiêu trong mọi kế hoạch, không cần dấu',
  query: ProgrammeSearchQuery,
  reply: ProgrammeSearch,
} as const
export const showProgramme = { summary: 'Xem một kế hoạch', params, reply: Programme } as const
export const showOutline = {
  summary: 'Kế hoạch theo bố cục của văn bản',
  params,
  reply: ProgrammeOutline,
} as const
export const showAgencies = { summary: 'Kế hoạch theo cơ quan', params, reply: AgencyShares } as const
export const listTasks = {
  summary: 'Nhiệm vụ của kế hoạch',
  params,
  query: ItemQuery,
  reply: TaskList,
} as const
export const listTargets = {
  summary: 'Chỉ tiêu và điều kiện của kế hoạch',
  params,
  query: ItemQuery,
  reply: TargetList,
} as const
export const listDeadlines = {
  summary: 'Mốc thời gian của kế hoạch',
  params,
  query: ItemQuery,
  reply: DeadlineList,
} as const
export const listReporting = {
  summary: 'Chế độ báo cáo của kế hoạch',
  params,
  query: ItemQuery,
  reply: ReportingList,
} as const
export const listFindings = { summary: 'Điều cần lưu ý trong văn bản', params, reply: FindingList } as const
export const showHistory = {
  summary: 'Các văn bản đã làm thay đổi kế hoạch, từng mục',
  params,
  reply: PlanHistory,
} as const
export const exportList = {
  summary: 'Xuất một danh sách của kế hoạch (.xlsx)',
  params,
  query: ExportQuery,
} as const
export const addTask = {
  summary: 'Thêm nhiệm vụ bằng tay',
  params,
  body: NewTask,
  reply: Task,
  status: 201,
} as const
export const showTask = { summary: 'Xem một nhiệm vụ', params: TaskParams, reply: Task } as const
export const editTask = {
  summary: 'Sửa nhiệm vụ',
  params: TaskParams,
  body: TaskEdit,
  reply: Task,
  versioned: true,
} as const
export const endTask = {
  summary: 'Ngừng nhiệm vụ kèm lý do',
  params: TaskParams,
  body: TaskEnd,
  reply: Task,
  versioned: true,
} as const
