import * as budgetStore from '#capabilities/programmes/server/budget/budget-store.ts'
import { show, type ShownStore } from './examples.ts'
import { ID, NOW, OTHER, PROVINCE, TODAY } from './values.ts'

export const budgetStores: readonly ShownStore[] = [
  show('programmes/server/budget/budget-store.ts', budgetStore, {
    listLines: [PROVINCE, ID],
    findLine: [PROVINCE, ID],
    lockLine: [PROVINCE, ID],
    listEntries: [[ID, OTHER]],
    isTaskOf: [ID, OTHER],
    insertLine: [
      {
        id: ID,
        province: PROVINCE,
        programme_id: OTHER,
        item_id: null,
        place: 'III.2',
        what: 'Sơn kẻ vạch đường',
        agency: 'so-xay-dung',
        source: 'province',
        created_at: NOW,
        ended_at: null,
        ended_reason: null,
        version: 1,
      },
    ],
    updateLine: [ID, { source: 'commune' }],
    insertEntry: [
      {
        id: OTHER,
        line_id: ID,
        kind: 'estimate',
        amount: 1_500_000_000,
        on_day: TODAY,
        note: 'Quyết định giao dự toán',
        entered_by: 'lan',
        at: NOW,
        reverses: null,
      },
    ],
  }),
]
