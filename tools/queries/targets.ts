import * as targetStore from '#capabilities/programmes/server/targets/target-store.ts'
import { show, type ShownStore } from './examples.ts'
import { ID, NOW, OTHER, PROVINCE } from './values.ts'

export const targetStores: readonly ShownStore[] = [
  show('programmes/server/targets/target-store.ts', targetStore, {
    listTargetRows: {
      'of all plans': { given: [PROVINCE, {}] },
      'of one plan': { given: [PROVINCE, { programme: ID }] },
      'one of them': { given: [PROVINCE, { id: ID }] },
    },
    listFigures: [[ID, OTHER]],
    listPlanFindings: [[ID]],
    lockTarget: [PROVINCE, ID],
    insertFigure: [
      {
        id: OTHER,
        item_id: ID,
        province: PROVINCE,
        period: 'administrative-month:2026-M03',
        seq: 1,
        value: 9,
        is_met: null,
        source: 'Báo cáo của Công an tỉnh',
        note: null,
        agency: 'cong-an-tinh',
        entered_by: 'lan',
        at: NOW,
        corrects: null,
      },
    ],
    setWay: [
      {
        item_id: ID,
        province: PROVINCE,
        rhythm: 'administrative-month',
        measure: 'sum',
        reading: null,
        agency: 'cong-an-tinh',
        version: 1,
      },
    ],
  }),
]
