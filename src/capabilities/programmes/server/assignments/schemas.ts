import {
  ActionFates,
  AssignmentDetail,
  AssignmentPage,
  AssignmentParams,
  AssignmentQuery,
  Board,
  BoardQuery,
  EvidenceFile,
  EvidenceParams,
  EvidenceQuery,
  FannedOutAssignments,
  HandAssignment,
  LeftBehindAssignments,
  MadeAssignments,
  MakingQuery,
  NewAssignments,
  PlannedAssignments,
  SentAction,
  SentActions,
} from '../../domain/assignment-schemas.ts'
import { ProgrammeParams } from '../../contract.ts'

/** What each endpoint about duties takes and gives, with its line in the documentation of the API. */

const params = AssignmentParams

export const planAssignments = {
  summary: 'Xem trước các nhiệm vụ sẽ giao theo kế hoạch',
  params: ProgrammeParams,
  query: MakingQuery,
  reply: PlannedAssignments,
} as const
export const makeAssignments = {
  summary: 'Giao nhiệm vụ của kế hoạch cho các cơ quan',
  params: ProgrammeParams,
  body: NewAssignments,
  reply: MadeAssignments,
  status: 201,
} as const
export const giveByHand = {
  summary: 'Giao một nhiệm vụ ngoài kế hoạch',
  body: HandAssignment,
  reply: MadeAssignments,
  status: 201,
} as const
export const listAssignments = {
  summary: 'Danh sách nhiệm vụ đã giao',
  query: AssignmentQuery,
  reply: AssignmentPage,
} as const
export const showBoard = {
  summary: 'Bảng theo dõi nhiệm vụ',
  query: BoardQuery,
  reply: Board,
} as const
export const showAssignment = {
  summary: 'Xem một nhiệm vụ đã giao',
  params,
  reply: AssignmentDetail,
} as const
export const act = {
  summary: 'Thao tác trên một nhiệm vụ đã giao',
  params,
  body: SentAction,
  reply: AssignmentDetail,
  versioned: true,
} as const
export const actOnMany = {
  summary: 'Gửi nhiều thao tác, kể cả thao tác làm lúc không có mạng',
  body: SentActions,
  reply: ActionFates,
} as const
export const sendEvidence = {
  summary: 'Gửi một tệp minh chứng kết quả',
  params,
  query: EvidenceQuery,
  reply: EvidenceFile,
  stream: true,
} as const
export const showEvidence = { summary: 'Xem một tệp minh chứng', params: EvidenceParams } as const
export const listLeftBehind = {
  summary: 'Nhiệm vụ của cơ quan đã giải thể, chờ giao lại cho nhiều cơ quan kế thừa',
  reply: LeftBehindAssignments,
} as const
export const fanOut = {
  summary: 'Giao lại nhiệm vụ của cơ quan đã giải thể cho các cơ quan kế thừa',
  body: FannedOutAssignments,
  reply: MadeAssignments,
  status: 201,
} as const
