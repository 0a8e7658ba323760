import { queryOptions } from '@tanstack/react-query'
import { api, type WriteOptions } from '#platform/web/api.ts'
import type {
  Budget,
  BudgetLineDetail,
  BudgetLineEdit,
  NewBudgetEntry,
  NewBudgetLine,
} from '../../domain/budget-schemas.ts'

/** The typed calls about money; nothing else here fetches. */

export const budgetQuery = (programme: string) =>
  queryOptions({
    queryKey: ['budget', 'plan', programme],
    queryFn: ({ signal }) => api.get<Budget>(`/api/programmes/${programme}/budget`, undefined, signal),
  })

export const lineQuery = (line: string) =>
  queryOptions({
    queryKey: ['budget', 'line', line],
    queryFn: ({ signal }) => api.getVersioned<BudgetLineDetail>(`/api/budget/${line}`, undefined, signal),
  })

export const budgetFile = (programme: string): string => `/api/programmes/${programme}/budget.xlsx`

export const addLine = async (programme: string, line: NewBudgetLine, options: WriteOptions) =>
  await api.post<BudgetLineDetail>(`/api/programmes/${programme}/budget`, line, options)

export const editLine = async (line: string, edit: BudgetLineEdit, version: string | undefined) =>
  await api.patch<BudgetLineDetail>(`/api/budget/${line}`, edit, { version })

export const addEntry = async (line: string, entry: NewBudgetEntry, options: WriteOptions) =>
  await api.post<BudgetLineDetail>(`/api/budget/${line}/entries`, entry, options)

export const endLine = async (line: string, reason: string, version: string | undefined) =>
  await api.post<BudgetLineDetail>(`/api/budget/${line}/end`, { reason }, { version })
