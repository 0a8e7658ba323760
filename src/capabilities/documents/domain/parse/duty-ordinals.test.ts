import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { atDuty, planText, readPlan } from './plan-testing.ts'

const duties = (line: string) =>
  atDuty(readPlan({ duties: [line] }).tasks).map(({ lead, due, certainty }) => [
    lead.join(', '),
    due,
    certainty,
  ])

describe('readOrdinals', () => {
  it('gives whoever stands above each of what is counted below', () => {
    expect(
      duties(
        'Sở Xây dựng tập trung thực hiện các nhiệm vụ trọng tâm:\n\nThứ nhất, rà soát toàn bộ hệ thống biển báo trên các tuyến tỉnh lộ trước ngày 31/3/2026.\n\nThứ hai, sơn kẻ lại vạch tim đường tại các đoạn tuyến có mật độ phương tiện cao.\n\nThứ ba, báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.',
      ),
    ).toEqual([
      ['Sở Xây dựng', '2026-03-31', 'stated'],
      ['Sở Xây dựng', null, 'stated'],
      ['Sở Xây dựng', null, 'stated'],
    ])
  })

  it('goes on with the one named before', () => {
    expect(
      duties(
        'Thứ nhất, Sở Y tế kiện toàn mạng lưới cấp cứu. Thứ hai, bố trí xe cứu thương trực trên các tuyến cao tốc. Thứ ba, Công an tỉnh hỗ trợ dẫn đường cho xe cứu thương.',
      ),
    ).toEqual([
      ['Sở Y tế', null, 'stated'],
      ['Sở Y tế', null, 'inferred'],
      ['Công an tỉnh', null, 'stated'],
    ])
  })

  it('reads `Một là`, `Hai là` inside one paragraph', () => {
    expect(
      duties(
        'Ủy ban nhân dân các xã, phường tập trung: Một là, giải tỏa hành lang an toàn giao thông. Hai là, báo cáo kết quả trước ngày 20/6/2026.',
      ),
    ).toEqual([
      ['Ủy ban nhân dân các xã, phường', null, 'stated'],
      ['Ủy ban nhân dân các xã, phường', '2026-06-20', 'stated'],
    ])
  })

  it('reads a notice whose only order is its counting', () => {
    const text = planText({}).replace(
      /Ủy ban nhân dân tỉnh ban hành[\s\S]*?(?=Nơi nhận)/u,
      `Trưởng Ban kết luận như sau:

Thứ nhất, các sở, ban, ngành, địa phương tiếp tục thực hiện nghiêm Chỉ thị số 23-CT/TW.

Thứ hai, khẩn trương rà soát các điểm đen, hoàn thành trước ngày 30/4/2026.

Thứ ba, Công an tỉnh chủ trì xử lý nghiêm xe quá tải.

`,
    )
    const { tasks } = readDocument({ text, agencies: noAgencies })
    expect(tasks.map(({ lead, due }) => [lead.join(), due])).toEqual([
      ['các sở, ban, ngành, địa phương', null],
      ['các sở, ban, ngành, địa phương', '2026-04-30'],
      ['Công an tỉnh', null],
    ])
  })
})
