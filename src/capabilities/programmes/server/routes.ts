import { get, patch, post, type Endpoint } from '#platform/server/http/endpoint.ts'
import { assignmentRoutes } from './assignments/routes.ts'
import { letterRoutes } from './letters/routes.ts'
import { budgetRoutes } from './budget/routes.ts'
import { listHandlers } from './list-handlers.ts'
import type { Outside } from './outside.ts'
import * as schemas from './schemas.ts'
import { targetRoutes } from './targets/routes.ts'
import { taskHandlers } from './task-handlers.ts'

export const programmeRoutes = (outside: Outside): readonly Endpoint[] => {
  const lists = listHandlers(outside)
  const tasks = taskHandlers(outside)
  const view = 'programmes.view'
  const edit = 'programmes.edit'
  return [
    get('/api/programmes', view, schemas.listProgrammes, lists.listProgrammes),
    get('/api/programmes/search', view, schemas.search, lists.search),
    get('/api/programmes/:id', view, schemas.showProgramme, lists.showProgramme),
    get('/api/programmes/:id/outline', view, schemas.showOutline, lists.showOutline),
    get('/api/programmes/:id/by-agency', view, schemas.showAgencies, lists.showAgencies),
    get('/api/programmes/:id/tasks', view, schemas.listTasks, lists.listTasks),
    get('/api/programmes/:id/targets', view, schemas.listTargets, lists.listTargets),
    get('/api/programmes/:id/deadlines', view, schemas.listDeadlines, lists.listDeadlines),
    get('/api/programmes/:id/reporting', view, schemas.listReporting, lists.listReporting),
    get('/api/programmes/:id/findings', view, schemas.listFindings, lists.listFindings),
    get('/api/programmes/:id/history', view, schemas.showHistory, lists.showHistory),
    get('/api/programmes/:id/export.xlsx', view, schemas.exportList, lists.exportList),
    post('/api/programmes/:id/tasks', edit, schemas.addTask, tasks.addTask),
    get('/api/programmes/:id/tasks/:task', view, schemas.showTask, tasks.showTask),
    patch('/api/programmes/:id/tasks/:task', edit, schemas.editTask, tasks.editTask),
    post('/api/programmes/:id/tasks/:task/end', edit, schemas.endTask, tasks.endTask),
    ...assignmentRoutes(outside),
    ...letterRoutes(outside),
    ...targetRoutes(outside),
    ...budgetRoutes(outside),
  ]
}
