import type { DocumentHeader } from '../../contract.ts'
import type { AgencyLookup } from '../agency-lookup.ts'
import type { Draft } from './types.ts'

/** The fields of a document of which nothing was read. */
export const emptyHeader: DocumentHeader = {
  type: null,
  number: null,
  issuedOn: null,
  place: null,
  issuer: null,
  subject: null,
  theme: null,
  years: [],
  signatory: { name: null, title: null, authority: null },
  recipients: [],
}

/** A draft in which nothing has been found yet. */
export const emptyDraft = (original: string, agencies: AgencyLookup): Draft => ({
  original,
  agencies,
  normal: { text: '', map: new Int32Array(0), ends: undefined, bold: new Uint8Array(0) },
  layout: { width: Infinity, opening: Infinity, blanksCount: true, apart: false, indented: false },
  frame: { headStart: 0, titleLine: undefined, bodyStart: 0, bodyEnd: 0, footEnd: 0, attachments: [] },
  lines: [],
  header: emptyHeader,
  headerSpans: {},
  body: { opening: [], sections: [], closing: [], annexes: [], tables: [] },
  citations: [],
  refused: null,
  tasks: [],
  targets: [],
  deadlines: [],
  reporting: [],
  triggers: [],
  tables: [],
  findings: [],
  failed: [],
})
