import * as assignmentStore from '#capabilities/programmes/server/assignments/assignment-store.ts'
import * as boardStore from '#capabilities/programmes/server/assignments/board-store.ts'
import * as contextStore from '#capabilities/programmes/server/assignments/context-store.ts'
import * as followStore from '#capabilities/programmes/server/assignments/follow-store.ts'
import * as madeStore from '#capabilities/programmes/server/assignments/made-store.ts'
import * as letterStore from '#capabilities/programmes/server/letters/letter-store.ts'
import type { LetterRow } from '#capabilities/programmes/server/letters/tables.ts'
import type { ReminderSender } from '#capabilities/programmes/domain/reminder-letter.ts'
import type { AssignmentRow } from '#capabilities/programmes/server/assignments/tables.ts'
import type { AssignmentAction } from '#capabilities/programmes/domain/assignment.ts'
import { show, type ShownStore } from './examples.ts'
import { HASH, ID, NOW, OTHER, PROVINCE, TODAY } from './values.ts'

const given: assignmentStore.NewAssignment = {
  id: ID,
  province: PROVINCE,
  programme_id: ID,
  item_id: OTHER,
  place: 'V.2',
  section: 'V',
  text: 'Tuần tra',
  output: null,
  source_note: null,
  kind: 'once',
  member: 'cong-an-tinh',
  occurrence: 'once',
  period: null,
  partners: [],
  review: null,
  calendar: 'administrative',
  batch: ID,
  made_at: NOW,
}

const first: AssignmentAction = {
  id: 'a-1',
  after: null,
  at: NOW,
  by: 'lan',
  as: 'office',
  deed: { verb: 'assign', agency: 'cong-an-tinh', due: TODAY, note: null },
}

const row: AssignmentRow = {
  ...given,
  state: 'assigned',
  agency: 'cong-an-tinh',
  delegate: null,
  due: TODAY,
  first_due: TODAY,
  review_due: null,
  next_due: TODAY,
  extension: null,
  extensions: 0,
  percent: null,
  opened_at: null,
  reported_at: null,
  submitted_at: null,
  submitted_on: null,
  verified_at: null,
  returns: 0,
  last_at: NOW,
  conflicts: 0,
  waiting: 0,
  search: 'tuan tra',
  version: 1,
}

const sender: ReminderSender = {
  governingBody: null,
  issuingBody: 'Văn phòng',
  symbol: 'VPBATGT',
  place: 'Mẫu',
  name: 'Văn phòng Ban An toàn giao thông',
  manner: 'ask',
  superior: null,
  contact: null,
  signature: { authority: [], title: 'Chánh Văn phòng', name: null },
}

const letter: LetterRow = {
  id: ID,
  province: PROVINCE,
  agency: 'so-y-te',
  state: 'draft',
  subject: 'đôn đốc',
  request: {
    sender,
    agency: { code: 'so-y-te', name: 'Sở Y tế' },
    duties: [],
    on: TODAY,
    signedOn: null,
    answerBy: TODAY,
    copies: [],
    kept: 'VT',
  },
  sha256: HASH,
  size: 1,
  number: null,
  issued_on: null,
  note: null,
  made_by: 'lan',
  made_at: NOW,
  changed_at: NOW,
  version: 1,
}

const slice = { limit: 50, offset: 0 }

export const assignmentStores: readonly ShownStore[] = [
  show('programmes/server/assignments/assignment-store.ts', assignmentStore, {
    insertAssignments: {
      'one that is new': { given: [[{ assignment: given, first }]], answers: [[{ id: ID }], []] },
    },
    findAssignment: [PROVINCE, ID],
    lockAssignment: [PROVINCE, ID],
    listActions: [ID],
    takeAction: { 'the first': { given: [row, [], first, NOW], answers: [[], []] } },
  }),
  show('programmes/server/assignments/board-store.ts', boardStore, {
    listAssignments: {
      all: { given: [PROVINCE, {}, undefined, TODAY, slice], answers: [[], [{ total: 0 }]] },
      'by every filter': {
        given: [
          PROVINCE,
          {
            programme: ID,
            item: OTHER,
            agency: 'so-y-te',
            lead: 'so-y-te',
            doer: 'so-y-te',
            byHand: 'yes',
            part: 'own',
            section: 'V',
            state: 'assigned',
            timeliness: 'overdue',
            attention: 'unopened',
            from: TODAY,
            to: TODAY,
            q: 'giao thông',
          },
          ['so-y-te'],
          TODAY,
          slice,
        ],
        answers: [[], [{ total: 0 }]],
      },
    },
    countBoard: {
      'of those that an agency works along with': {
        given: [PROVINCE, { by: 'agency', part: 'partner' }, ['so-y-te'], TODAY],
      },
      'by agency': { given: [PROVINCE, { by: 'agency' }, undefined, TODAY] },
      'by day, of what is not done': {
        given: [PROVINCE, { by: 'day', timeliness: 'open' }, undefined, TODAY],
      },
      'by timeliness': { given: [PROVINCE, { by: 'timeliness' }, undefined, TODAY] },
    },
  }),
  show('programmes/server/assignments/context-store.ts', contextStore, {
    namePlans: [[ID, OTHER]],
    spansOf: [ID],
    listFiles: [ID],
    insertFile: [
      {
        assignment_id: ID,
        sha256: HASH,
        name: 'anh.jpg',
        type: 'image/jpeg',
        size: 1,
        sent_by: 'lan',
        at: NOW,
      },
    ],
    findAgencyWay: [PROVINCE, 'so-y-te'],
  }),
  show('programmes/server/assignments/follow-store.ts', followStore, {
    listChargedAgencies: [PROVINCE],
    listOpenOf: [PROVINCE, 'so-giao-thong-van-tai'],
    listOrphans: [ID],
  }),
  show('programmes/server/assignments/made-store.ts', madeStore, { listMade: [ID] }),
  show('programmes/server/letters/letter-store.ts', letterStore, {
    listLate: {
      'of all agencies': { given: [PROVINCE, TODAY, null] },
      'of some': { given: [PROVINCE, TODAY, ['so-y-te']] },
    },
    insertLetter: [letter, [{ id: OTHER, daysLate: 3 }]],
    findLetter: [PROVINCE, ID],
    lockLetter: [PROVINCE, ID],
    updateLetter: [ID, { state: 'submitted', changed_at: NOW }],
    listLetters: {
      'by every filter': {
        given: [PROVINCE, { state: 'draft', agency: 'so-y-te', assignment: OTHER }, slice],
        answers: [[], [{ total: 0 }]],
      },
    },
    findSender: [PROVINCE, TODAY],
    setSender: [PROVINCE, TODAY, sender],
    nameProvince: [PROVINCE],
  }),
]
