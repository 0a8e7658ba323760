import { get, patch, post, type Endpoint } from '#platform/server/http/endpoint.ts'
import type { Outside } from '../outside.ts'
import { budgetHandlers } from './budget-handlers.ts'
import * as schemas from './schemas.ts'

/** The money of plans: estimates, what was given, what was spent. */
export const budgetRoutes = (outside: Outside): readonly Endpoint[] => {
  const view = 'programmes.budget.view'
  const edit = 'programmes.budget.edit'
  const budget = budgetHandlers(outside)
  return [
    get('/api/programmes/:id/budget', view, schemas.showBudget, budget.showBudget),
    get('/api/programmes/:id/budget.xlsx', view, schemas.exportBudget, budget.exportBudget),
    post('/api/programmes/:id/budget', edit, schemas.addLine, budget.addLine),
    get('/api/budget/:line', view, schemas.showLine, budget.showLine),
    patch('/api/budget/:line', edit, schemas.editLine, budget.editLine),
    post('/api/budget/:line/entries', edit, schemas.addEntry, budget.addEntry),
    post('/api/budget/:line/end', edit, schemas.endLine, budget.endLine),
  ]
}
