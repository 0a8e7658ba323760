import * as askedStore from '#capabilities/programmes/server/notices/asked-store.ts'
import * as mailStore from '#capabilities/programmes/server/notices/mail-store.ts'
import * as morningStore from '#capabilities/programmes/server/notices/morning-store.ts'
import * as noticeStore from '#capabilities/programmes/server/notices/notice-store.ts'
import * as ruleStore from '#capabilities/programmes/server/notices/rule-store.ts'
import { DEFAULT_HOURS } from '#capabilities/programmes/domain/reminders.ts'
import { show, type ShownStore } from './examples.ts'
import { ID, NOW, OTHER, PROVINCE, TODAY } from './values.ts'

const people: readonly morningStore.Reached[] = [
  { role: 'focal', agency: 'so-y-te', account: ID, isStandIn: false, hasMail: true },
]
const telling: noticeStore.Telling = {
  key: 'event/a-1/applied',
  kind: 'event',
  verb: 'return',
  capacity: 'office',
  isConflict: false,
  words: 'Thiếu biên bản',
  audience: [{ role: 'focal', at: 'agency' }],
  but: OTHER,
  today: TODAY,
  now: NOW,
  mailAt: NOW,
}
const writing = { province: PROVINCE, by: 'lan', at: NOW }

export const noticeStores: readonly ShownStore[] = [
  show('programmes/server/notices/asked-store.ts', askedStore, {
    listAsked: [PROVINCE, [ID, OTHER]],
    listUrgent: [PROVINCE, 'so-y-te', TODAY],
  }),
  show('programmes/server/notices/mail-store.ts', mailStore, {
    listRecipients: [PROVINCE, NOW, 200],
    beginLetter: [ID, NOW],
    endLetter: [[ID, OTHER], 'sent', { sentAt: NOW, nextAt: null }],
    countLetters: [PROVINCE],
  }),
  show('programmes/server/notices/morning-store.ts', morningStore, {
    listDueDays: [PROVINCE],
    listCharged: [PROVINCE],
    isMorningDone: [PROVINCE, TODAY],
    beginMorning: [PROVINCE, TODAY, NOW],
    endMorning: [PROVINCE, TODAY, 12],
    voidAhead: [PROVINCE, TODAY],
    insertStageNotices: [
      PROVINCE,
      [{ due: TODAY, role: 'focal', stage: 1, day: TODAY }],
      people,
      { today: TODAY, now: NOW },
    ],
  }),
  show('programmes/server/notices/notice-store.ts', noticeStore, {
    listAgenciesOf: {
      'of some': { given: [PROVINCE, { ids: [ID] }] },
      'of a batch': { given: [PROVINCE, { batch: ID }] },
    },
    insertTold: [PROVINCE, { ids: [ID] }, people, telling],
    listNotices: { unread: { given: [ID, { unread: true, limit: 50, offset: 0 }] } },
    countUnread: [ID, 1000],
    markRead: {
      'some of them': { given: [ID, { ids: [OTHER] }, NOW] },
      'all until then': { given: [ID, { until: NOW }, NOW] },
    },
  }),
  show('programmes/server/notices/rule-store.ts', ruleStore, {
    listRules: [PROVINCE],
    listHours: [PROVINCE],
    insertDefaultRules: { 'where there are none': { given: [writing], answers: [[]] } },
    insertRule: [writing, { stage: 14, roles: ['head'], validFrom: TODAY, validTo: null }],
    insertHours: [writing, DEFAULT_HOURS],
  }),
]
