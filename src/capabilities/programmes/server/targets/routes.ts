import { get, patch, post, type Endpoint } from '#platform/server/http/endpoint.ts'
import type { Outside } from '../outside.ts'
import * as schemas from './schemas.ts'
import { targetHandlers } from './target-handlers.ts'

/** Targets of the plans: where they stand, their figures, who is asked for them. */
export const targetRoutes = (outside: Outside): readonly Endpoint[] => {
  const view = 'programmes.view'
  const targets = targetHandlers(outside)
  return [
    get('/api/targets', view, schemas.listTargets, targets.listTargets),
    get('/api/targets/export.xlsx', view, schemas.exportTargets, targets.exportTargets),
    get('/api/targets/:id', view, schemas.showTarget, targets.showTarget),
    get('/api/targets/:id/export.xlsx', view, schemas.exportTarget, targets.exportTarget),
    post('/api/targets/:id/figures', 'programmes.target.enter', schemas.enterFigure, targets.enterFigure),
    patch('/api/targets/:id', 'programmes.target.manage', schemas.setWay, targets.setWay),
  ]
}
