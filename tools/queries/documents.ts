import type { AcceptedDocument, Citation, Structure } from '#capabilities/documents/contract.ts'
import * as documentStore from '#capabilities/documents/server/document-store.ts'
import { toNewDocument } from '#capabilities/documents/server/new-document.ts'
import * as planStore from '#capabilities/documents/server/plan-store.ts'
import * as readingStore from '#capabilities/documents/server/reading-store.ts'
import * as reviewStore from '#capabilities/documents/server/review-store.ts'
import * as searchStore from '#capabilities/documents/server/search-store.ts'
import type { DocumentRow } from '#capabilities/documents/server/tables.ts'
import * as uploadStore from '#capabilities/documents/server/upload-store.ts'
import { show, type ShownStore } from './examples.ts'
import { HASH, ID, NOW, OTHER, PROVINCE } from './values.ts'

// The product's own new document, with an identifier that stays the same from one run to the next.
const row: DocumentRow = {
  ...toNewDocument(
    { province: PROVINCE, actor: ID, now: NOW },
    { sha256: HASH, size: 1, name: 'ke-hoach.pdf' },
  ),
  id: ID,
}

const citation: Citation = {
  type: 'chỉ thị',
  number: '10/CT-TTg',
  issuedOn: null,
  issuer: null,
  spans: [],
  rule: 'number',
  certainty: 'stated',
}

/** Kept whole as one value: what is in it changes no statement. */
const structure = {} as Structure
const content = { id: ID, acceptance: 1 } as AcceptedDocument

const page = { sort: 'arrival', limit: 25, offset: 0 } as const
const words = [
  { term: 'an_toan', prefix: false },
  { term: 'toan_giao', prefix: true },
]

export const documentStores: readonly ShownStore[] = [
  show('documents/server/document-store.ts', documentStore, {
    insertDocument: [row],
    findDocument: [PROVINCE, ID],
    lockDocument: [PROVINCE, ID],
    findDocumentOfFile: [PROVINCE, HASH],
    findSuccessor: [ID],
    listAmending: [ID],
    listDocumentsOfNumber: [PROVINCE, '10/CT-TTg'],
    updateDocument: [ID, { state: 'accepted', accepted_at: NOW, accepted_by: OTHER }],
    updateReviewColumns: [ID, 2, { open: 0, unsure: 0, accepted: 1, dropped: 0 }],
    forgetHash: [ID],
    takeArrivalNumber: [PROVINCE, 2026],
    raiseArrivalNumber: [PROVINCE, 2026, 12],
    listOriginals: [PROVINCE],
  }),
  show('documents/server/plan-store.ts', planStore, {
    listFamilyRows: {
      'a plan and its amendment': { given: [ID], answers: [[{ ...row, amends: OTHER }], []] },
    },
    listAcceptedContents: [[ID, OTHER]],
    listFamily: { 'a plan alone': { given: [ID], answers: [[row], []] } },
  }),
  show('documents/server/reading-store.ts', readingStore, {
    insertReading: [ID, { number: 1, readerVersion: '1', text: '', structure }, NOW],
    getReadingNumber: [ID],
    findText: [ID],
    findStructure: [ID],
    findReaderVersion: [ID],
    deleteReadings: [ID],
    replaceCitations: [PROVINCE, ID, [citation]],
    listCitations: [ID],
    listDocumentsOfKeys: [PROVINCE, ['10/ct-ttg', '12/ct-ttg']],
    listCitationsOfNumber: [PROVINCE, '10/ct-ttg'],
    insertReadingOfPieces: [ID, { number: 1, readerVersion: '1', structure }, NOW],
    insertTextPiece: [ID, 0, 'Kế hoạch'],
    deleteTextPieces: [ID],
    putSearchTerms: [ID, 0, ['an', 'toan', 'an_toan']],
    indexAtOnce: [],
    isInParts: [ID],
    dropPartsAfter: [ID, 0],
  }),
  show('documents/server/review-store.ts', reviewStore, {
    listActions: [ID],
    insertAction: [ID, { id: OTHER, seq: 1, at: NOW, by: ID, deed: { kind: 'reopen' } as never }],
    insertAcceptance: [content, ID, NOW, 7],
  }),
  show('documents/server/search-store.ts', searchStore, {
    listDocuments: {
      'no words': { given: [PROVINCE, {}, [], page] },
      words: { given: [PROVINCE, {}, words, page] },
      'every filter, by day of issue': {
        given: [
          PROVINCE,
          { type: 'kế hoạch', state: 'accepted', agency: 'Công an tỉnh', year: '2026', withdrawn: 'yes' },
          words,
          { ...page, sort: 'issued' },
        ],
      },
      'beyond the last page': {
        given: [PROVINCE, {}, [], { ...page, offset: 100 }],
        answers: [[], [{ total: 3 }]],
      },
    },
    listFilterValues: [PROVINCE],
    listTexts: [[ID, OTHER], 6000],
  }),
  show('documents/server/upload-store.ts', uploadStore, {
    insertUpload: [
      {
        id: ID,
        province: PROVINCE,
        account: OTHER,
        name: 'ke-hoach.pdf',
        size: 2,
        received: 0,
        touched_at: NOW,
        document_id: null,
        duplicate: null,
      },
    ],
    findUpload: [PROVINCE, ID],
    advanceUpload: [ID, 0, 1, NOW],
    finishUpload: [ID, OTHER, null],
    deleteStaleUploads: [PROVINCE, NOW],
    blankUploads: [ID],
  }),
]
