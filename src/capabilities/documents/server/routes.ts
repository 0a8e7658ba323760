import { get, patch, post, type Endpoint } from '#platform/server/http/endpoint.ts'
import { acceptanceHandlers } from './acceptance-handlers.ts'
import { amendmentHandlers, setBase } from './amendment-handlers.ts'
import * as archive from './archive-handlers.ts'
import type { Outside } from './outside.ts'
import * as register from './register-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'
import * as schemas from './schemas.ts'
import * as uploads from './upload-handlers.ts'

export const documentRoutes = (outside: Outside): readonly Endpoint[] => {
  const { showReview, review } = reviewHandlers(outside)
  const { showAmendment } = amendmentHandlers(outside)
  const { accept, reopen } = acceptanceHandlers(outside)
  return [
    post('/api/uploads', 'documents.upload', schemas.createUpload, uploads.createUpload),
    get('/api/uploads/:id', 'documents.upload', schemas.showUpload, uploads.showUpload),
    patch('/api/uploads/:id', 'documents.upload', schemas.continueUpload, uploads.continueUpload),
    get('/api/documents', 'documents.view', schemas.showArchive, archive.showArchive),
    get('/api/documents/export.xlsx', 'documents.view', schemas.exportRegister, archive.exportRegister),
    get('/api/documents/:id', 'documents.view', schemas.showDocument, archive.showDocument),
    get('/api/documents/:id/text', 'documents.view', schemas.showText, archive.showText),
    get('/api/documents/:id/structure', 'documents.view', schemas.showStructure, archive.showStructure),
    get('/api/documents/:id/file', 'documents.view', schemas.downloadFile, archive.downloadFile),
    get('/api/documents/:id/citations', 'documents.view', schemas.showCitations, archive.showCitations),
    get('/api/documents/:id/changes', 'documents.view', schemas.showChanges, archive.showChanges),
    patch('/api/documents/:id/register', 'documents.register', schemas.editRegister, register.editRegister),
    get('/api/documents/:id/amendment', 'documents.view', schemas.showAmendment, showAmendment),
    patch('/api/documents/:id/base', 'documents.review', schemas.setBase, setBase),
    post('/api/documents/:id/read-again', 'documents.review', schemas.readAgain, register.readAgain),
    post('/api/documents/:id/withdraw', 'documents.withdraw', schemas.withdraw, register.withdraw),
    post(
      '/api/documents/:id/restore',
      'documents.withdraw',
      schemas.restoreDocument,
      register.restoreDocument,
    ),
    get('/api/documents/:id/review', 'documents.view', schemas.showReview, showReview),
    post('/api/documents/:id/review', 'documents.review', schemas.review, review),
    post('/api/documents/:id/accept', 'documents.accept', schemas.accept, accept),
    post('/api/documents/:id/reopen', 'documents.accept', schemas.reopen, reopen),
  ]
}
