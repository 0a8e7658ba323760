import { get, post, type Endpoint } from '#platform/server/http/endpoint.ts'
import type { Outside } from '../outside.ts'
import { actHandlers } from './act-handlers.ts'
import { boardHandlers } from './board-handlers.ts'
import { evidenceHandlers } from './evidence-handlers.ts'
import { makingHandlers } from './making-handlers.ts'
import { successionHandlers } from './succession-handlers.ts'
import * as schemas from './schemas.ts'

/** Duties: making them, acting on them, looking over them. */
export const assignmentRoutes = (outside: Outside): readonly Endpoint[] => {
  const view = 'programmes.assignment.view'
  const manage = 'programmes.assignment.manage'
  const making = makingHandlers(outside)
  const board = boardHandlers(outside)
  const { mayViewEvidence, ...acting } = actHandlers(outside)
  const evidence = evidenceHandlers(outside, mayViewEvidence)
  const succession = successionHandlers(outside)
  return [
    get('/api/programmes/:id/assignments', manage, schemas.planAssignments, making.planAssignments),
    post('/api/programmes/:id/assignments', manage, schemas.makeAssignments, making.makeAssignments),
    post('/api/assignments', manage, schemas.giveByHand, making.giveByHand),
    get('/api/assignments', view, schemas.listAssignments, board.listAssignments),
    get('/api/assignments/board', view, schemas.showBoard, board.showBoard),
    get('/api/assignments/left-behind', manage, schemas.listLeftBehind, succession.listLeftBehind),
    post('/api/assignments/fan-out', manage, schemas.fanOut, succession.fanOut),
    post('/api/assignments/actions', view, schemas.actOnMany, acting.actOnMany),
    get('/api/assignments/:id', view, schemas.showAssignment, acting.showAssignment),
    post('/api/assignments/:id/actions', view, schemas.act, acting.act),
    post('/api/assignments/:id/evidence', view, schemas.sendEvidence, evidence.sendEvidence),
    get(
      '/api/assignments/:id/evidence/:sha256',
      'programmes.evidence.view',
      schemas.showEvidence,
      evidence.showEvidence,
    ),
  ]
}
