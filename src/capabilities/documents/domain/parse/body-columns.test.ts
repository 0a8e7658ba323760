import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { planText } from './plan-testing.ts'

const TABLE = `STT   Nội dung công việc                Cơ quan chủ trì     Cơ quan phối hợp        Thời gian
                                                                                   hoàn thành
 1    Rà soát các điểm đen, điểm        Sở Xây dựng         Công an tỉnh, UBND      Quý I/2026
      tiềm ẩn tai nạn giao thông                            các xã, phường
 2    Tổ chức tuần tra ban đêm trên     Công an tỉnh        Sở Xây dựng             Trước ngày
      các tuyến trọng điểm                                                          30/6/2026
 3    Tập huấn sơ cấp cứu cho lái xe    Sở Y tế             Hội Chữ thập đỏ         Tháng 9/2026
      kinh doanh vận tải                                    tỉnh`

const AFTER = '4. Công an tỉnh báo cáo kết quả tuần tra trên các tuyến quốc lộ trước ngày 15/7/2026.'

const read = (table: string) =>
  readDocument({
    text: planText({ duties: [`Phân công nhiệm vụ như sau:\n\n${table}\n\n${AFTER}`] }),
    agencies: noAgencies,
  })

const EXPECTED = [
  ['II.3.B1', ['Sở Xây dựng'], ['Công an tỉnh', 'UBND các xã, phường'], '2026-Q1'],
  ['II.3.B2', ['Công an tỉnh'], ['Sở Xây dựng'], '2026-06-30'],
  ['II.3.B3', ['Sở Y tế'], ['Hội Chữ thập đỏ tỉnh'], '2026-09'],
]

describe('a table drawn with blanks among the items', () => {
  it.each([
    ['with its rows close', TABLE],
    ['with a blank line between rows', TABLE.replace(/\n(?= [123] )/gu, '\n\n')],
    ['with a blank line between rows, but for the head', TABLE.replace(/\n(?= [23] )/gu, '\n\n')],
  ])('%s, gives its rows to the item and leaves the items their numbers', (_what, table) => {
    const { outline, tasks } = read(table)
    expect(outline[1]?.children.map(({ path }) => path)).toEqual(['II.1', 'II.2', 'II.3', 'II.4'])
    expect(
      tasks
        .filter(({ path }) => path.includes('.B'))
        .map(({ path, lead, partners, due }) => [path, lead, partners, due]),
    ).toEqual(EXPECTED)
    expect(tasks.find(({ path }) => path === 'II.4')).toMatchObject({
      lead: ['Công an tỉnh'],
      due: '2026-07-15',
    })
  })
})
