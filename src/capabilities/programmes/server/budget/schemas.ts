import { ProgrammeParams } from '../../contract.ts'
import {
  Budget,
  BudgetLineDetail,
  BudgetLineEdit,
  BudgetLineEnd,
  BudgetLineParams,
  NewBudgetEntry,
  NewBudgetLine,
} from '../../domain/budget-schemas.ts'

/** What each endpoint about money takes and gives, with its line in the documentation of the API. */

const params = BudgetLineParams

export const showBudget = {
  summary: 'Kinh phí của kế hoạch, tổng theo cơ quan, nguồn, mục',
  params: ProgrammeParams,
  reply: Budget,
} as const
export const exportBudget = {
  summary: 'Xuất kinh phí của kế hoạch (.xlsx)',
  params: ProgrammeParams,
} as const
export const addLine = {
  summary: 'Thêm một khoản kinh phí của kế hoạch',
  params: ProgrammeParams,
  body: NewBudgetLine,
  reply: BudgetLineDetail,
  status: 201,
} as const
export const showLine = {
  summary: 'Xem một khoản kinh phí và các bút toán',
  params,
  reply: BudgetLineDetail,
} as const
export const editLine = {
  summary: 'Sửa nội dung, nguồn, cơ quan của một khoản kinh phí',
  params,
  body: BudgetLineEdit,
  reply: BudgetLineDetail,
  versioned: true,
} as const
export const addEntry = {
  summary: 'Ghi dự toán, số đã cấp, số đã chi; hủy một bút toán bằng bút toán ngược',
  params,
  body: NewBudgetEntry,
  reply: BudgetLineDetail,
  status: 201,
} as const
export const endLine = {
  summary: 'Ngừng theo dõi một khoản kinh phí kèm lý do',
  params,
  body: BudgetLineEnd,
  reply: BudgetLineDetail,
  versioned: true,
} as const
