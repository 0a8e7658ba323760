import { get, post, put, type Endpoint } from '#platform/server/http/endpoint.ts'
import type { Outside } from '../outside.ts'
import { letterHandlers } from './letter-handlers.ts'
import * as schemas from './schemas.ts'

/** Letters that remind agencies of what they have not done in time. */
export const letterRoutes = (outside: Outside): readonly Endpoint[] => {
  const view = 'programmes.assignment.view'
  const manage = 'programmes.assignment.manage'
  const letters = letterHandlers(outside)
  return [
    post('/api/reminder-letters', manage, schemas.draftLetters, letters.draftLetters),
    get('/api/reminder-letters', view, schemas.listLetters, letters.listLetters),
    get('/api/reminder-letters/sender', manage, schemas.showSender, letters.showSender),
    put('/api/reminder-letters/sender', manage, schemas.setSender, letters.setSender),
    get('/api/reminder-letters/:id', view, schemas.showLetter, letters.showLetter),
    post('/api/reminder-letters/:id/moves', view, schemas.moveLetter, letters.moveLetter),
    get('/api/reminder-letters/:id/file', view, schemas.showFile, letters.showFile),
    get('/api/reminder-letters/:id/package', view, schemas.showPackage, letters.showPackage),
  ]
}
