import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

const duties = (line: string) =>
  atDuty(readPlan({ duties: [line] }).tasks).map(({ path, lead, due }) => [path, lead.join(', '), due])

describe('withInlineItems', () => {
  it('gives every member that says who does it a task of its own', () => {
    expect(
      duties(
        'Các tổ chức chính trị - xã hội: (1) Ủy ban MTTQ Việt Nam tỉnh vận động Nhân dân chấp hành pháp luật về giao thông; (2) Tỉnh đoàn tổ chức đội thanh niên xung kích tại các cổng trường; (3) Hội Liên hiệp Phụ nữ tỉnh lồng ghép nội dung an toàn giao thông vào sinh hoạt chi hội.',
      ),
    ).toEqual([
      ['II.3.(1)', 'Ủy ban MTTQ Việt Nam tỉnh', null],
      ['II.3.(2)', 'Tỉnh đoàn', null],
      ['II.3.(3)', 'Hội Liên hiệp Phụ nữ tỉnh', null],
    ])
  })

  it('gives whoever stands before the list each of its duties, with the day of that one', () => {
    expect(
      duties(
        'Sở Xây dựng chủ trì, phối hợp với Công an tỉnh: (1) Rà soát toàn bộ điểm đen trên quốc lộ, hoàn thành trước ngày 30/4/2026; (2) Lắp đặt biển báo tại các nút giao, hoàn thành trước ngày 30/6/2026; và (3) báo cáo kết quả về Ủy ban nhân dân tỉnh.',
      ),
    ).toEqual([
      ['II.3.(1)', 'Sở Xây dựng', '2026-04-30'],
      ['II.3.(2)', 'Sở Xây dựng', '2026-06-30'],
      ['II.3.(3)', 'Sở Xây dựng', null],
    ])
  })

  it('reads commas between members, and small Roman numbers', () => {
    expect(
      duties(
        'Phân công nhiệm vụ bảo đảm giao thông dịp Tết như sau: (1) Công an tỉnh chủ trì phân luồng từ xa, (2) Sở Xây dựng sửa chữa mặt đường trước ngày 10/02/2026, (3) UBND các xã, phường giải tỏa chợ cóc, chợ tạm.',
      ),
    ).toEqual([
      ['II.3.(1)', 'Công an tỉnh', null],
      ['II.3.(2)', 'Sở Xây dựng', '2026-02-10'],
      ['II.3.(3)', 'UBND các xã, phường', null],
    ])
    expect(
      duties(
        'Sở Y tế tập trung thực hiện các nhiệm vụ sau: (i) kiện toàn mạng lưới cấp cứu ngoại viện; (ii) bố trí xe cứu thương trực 24/24 giờ trên các tuyến cao tốc.',
      ).map(([path]) => path),
    ).toEqual(['II.3.(i)', 'II.3.(ii)'])
  })

  it('reads a list that is a paragraph of its own', () => {
    expect(
      duties(
        'Sở Xây dựng:\n\n(1) Rà soát hệ thống biển báo trên các tuyến tỉnh lộ; (2) Sơn kẻ lại vạch tim đường trên địa bàn tỉnh; (3) Báo cáo kết quả trước ngày 15/5/2026.',
      ),
    ).toEqual([
      ['II.3.(1)', 'Sở Xây dựng', null],
      ['II.3.(2)', 'Sở Xây dựng', null],
      ['II.3.(3)', 'Sở Xây dựng', '2026-05-15'],
    ])
  })

  it('leaves the outline as it is printed', () => {
    const { outline } = readPlan({
      duties: [
        'Sở Y tế: (1) kiện toàn mạng lưới cấp cứu ngoại viện; (2) bố trí xe cứu thương trực trên các tuyến cao tốc.',
      ],
    })
    expect(outline[1]?.children.map(({ path }) => path)).toEqual(['II.1', 'II.2', 'II.3'])
    expect(outline[1]?.children[2]?.children).toEqual([])
    expect(outline[1]?.children[2]?.heading).toMatch(/^Sở Y tế/u)
  })
})
