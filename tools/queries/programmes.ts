import type { AcceptedDocument } from '#capabilities/programmes/contract.ts'
import type { ItemContent } from '#capabilities/programmes/domain/item.ts'
import * as changeStore from '#capabilities/programmes/server/change-store.ts'
import * as itemSearchStore from '#capabilities/programmes/server/item-search-store.ts'
import * as itemStore from '#capabilities/programmes/server/item-store.ts'
import * as partingStore from '#capabilities/programmes/server/parting-store.ts'
import * as programmeStore from '#capabilities/programmes/server/programme-store.ts'
import type { ProgrammeRow } from '#capabilities/programmes/server/tables.ts'
import { show, type ShownStore } from './examples.ts'
import { ID, NOW, OTHER, PROVINCE } from './values.ts'

const document: AcceptedDocument = {
  id: ID,
  acceptance: 1,
  type: 'kế hoạch',
  number: '1/KH-UBND',
  issuedOn: '2026-01-15',
  issuer: 'UBND tỉnh',
  subject: 'Bảo đảm trật tự, an toàn giao thông',
  theme: null,
  years: [2026],
  supersedes: null,
  outline: [],
  findings: [],
  tasks: [],
  targets: [],
  deadlines: [],
  reporting: [],
  triggers: [],
}

const programme: ProgrammeRow = {
  id: ID,
  province: PROVINCE,
  document_id: ID,
  acceptance: 1,
  state: 'active',
  joined_to: null,
  type: null,
  number: null,
  issued_on: null,
  issuer: null,
  subject: null,
  theme: null,
  years: [],
  outline: [],
  findings: [],
  search: '',
  created_at: NOW,
  version: 1,
}

const police = {
  printed: 'Công an tỉnh',
  kind: 'agency',
  code: 'cong-an-tinh',
  name: 'Công an tỉnh',
  members: ['cong-an-tinh'],
} as const
const party = { ...police, members: [...police.members] }

const task: ItemContent = {
  kind: 'task',
  text: 'Tuần tra',
  lead: [party],
  partners: [],
  due: null,
  recurrence: null,
  output: null,
}
const contents: Readonly<Record<string, ItemContent>> = {
  'a task with a party': task,
  'a target': {
    kind: 'target',
    indicator: 'Số vụ tai nạn',
    comparator: '<=',
    value: 10,
    unit: 'vụ',
    direction: null,
    baseline: null,
  },
  'a deadline': {
    kind: 'deadline',
    deadline: { kind: 'due', on: '2026-06-30', recurrence: null, what: 'Hoàn thành', who: [] },
  },
  'a duty to report': { kind: 'reporting', frequency: [], from: [], to: null },
  'a condition': { kind: 'trigger', when: 'tai nạn tăng', must: 'tổ chức họp' },
}

const item = (kind: ItemContent['kind']): itemStore.NewItem => ({
  id: ID,
  province: PROVINCE,
  programme_id: ID,
  kind,
  document_id: ID,
  proposal: 'p1',
  position: 1,
  path: 'III.1',
  place: 'III.1',
  spans: [],
  certainty: 'stated',
  origin: 'read',
  source_note: null,
  decided_by: null,
  decided_at: null,
  ended_at: null,
  ended_reason: null,
  accepted: task,
  joined_from: null,
  edited: false,
})

const kinds = ['task', 'target', 'deadline', 'reporting', 'trigger']

const mark = { at: NOW, document_id: ID, document_name: 'Kế hoạch số 45/KH-UBND', role: 'parts' } as const

export const programmeStores: readonly ShownStore[] = [
  show('programmes/server/change-store.ts', changeStore, {
    insertChanges: { 'what a document did': { given: [ID, mark, []], answers: [[{ last: 0 }], []] } },
    listChanges: [ID],
  }),
  show('programmes/server/item-search-store.ts', itemSearchStore, {
    dropTerms: [[ID, OTHER]],
    addTerms: [[ID, OTHER]],
    searchItems: {
      everybody: { given: [PROVINCE, [{ word: 'diem', prefix: true }], undefined, 51] },
      'tasks of some agencies': {
        given: [PROVINCE, [{ word: 'diem', prefix: true }], ['cong-an-tinh'], 51],
      },
    },
  }),
  show('programmes/server/item-store.ts', itemStore, {
    insertItem: Object.fromEntries(
      Object.entries(contents).map(([when, content]) => [when, { given: [item(content.kind), content] }]),
    ),
    updateItem: {
      'its origin': { given: [{ id: ID, programme_id: ID }, { position: 2 }, undefined] },
      'what it says': { given: [{ id: ID, programme_id: ID }, { edited: true }, task] },
    },
    endItems: [[ID, OTHER], 'Không còn trong văn bản', NOW],
    listItems: {
      'of all kinds': { given: [ID, {}], answers: [kinds.map((kind) => ({ id: ID, kind })), []] },
      'one live task': {
        given: [ID, { kinds: ['task'], id: ID, ended: false }],
        answers: [[{ id: ID, kind: 'task' }], []],
      },
    },
  }),
  show('programmes/server/parting-store.ts', partingStore, {
    listHeldDocuments: {
      'two documents': { given: [ID], answers: [[{ document_id: ID }], [{ document_id: OTHER }]] },
    },
    listJoined: [ID, [ID, OTHER]],
    reviveProgramme: [ID, [OTHER]],
    moveShare: [ID, OTHER, { documents: [ID], items: [ID], origins: [OTHER] }],
  }),
  show('programmes/server/programme-store.ts', programmeStore, {
    insertProgramme: [PROVINCE, ID, document, NOW],
    updateProgramme: [ID, document, 'active'],
    touchProgramme: [ID],
    setFindings: [ID, []],
    listUnknownNames: [PROVINCE],
    listProgrammesNaming: [PROVINCE, 'so-xay-dung'],
    setProgrammeState: [ID, 'withdrawn'],
    insertVersion: [ID, document, NOW],
    isHeard: [ID, 1],
    findProgramme: [PROVINCE, ID],
    lockProgrammesOf: {
      'when there are some': {
        given: [PROVINCE, [ID, OTHER]],
        answers: [[{ programme_id: ID, document_id: ID }], []],
      },
    },
    joinProgramme: [ID, OTHER],
    lockProgramme: [PROVINCE, ID],
    listProgrammes: {
      all: { given: [PROVINCE, {}, { limit: 25, offset: 0 }] },
      'by every filter': {
        given: [
          PROVINCE,
          { year: '2026', state: 'active', q: 'giao thông', document: ID },
          { limit: 25, offset: 0 },
        ],
      },
    },
    countItems: [[programme, { ...programme, id: OTHER }]],
  }),
]
