import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'
import { toColumnRole } from './table-columns.ts'

const BODY = `I. NHIỆM VỤ
1. Sở Y tế tổ chức thực hiện các nhiệm vụ trong bảng sau:

`
const table = (...rows: string[]) => {
  const width = (rows[0]?.split('|').length ?? 2) - 2
  return [rows[0], `|${'---|'.repeat(width)}`, ...rows.slice(1)].join('\n')
}
const AFTER = '\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ theo dõi.'

describe('a table of assignments', () => {
  const plan = openPlan(
    BODY +
      table(
        '| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm |',
        '| I | Nhóm nhiệm vụ chung | | | | |',
        '| 1 | Ban hành kế hoạch | Sở Y tế | Sở Tài chính; UBND cấp xã | Tháng 02/2030 | Kế hoạch |',
        '| 2 | Kiểm tra | Thanh tra tỉnh, Công an tỉnh | | Quý III/2030 | |',
        '| 3 | Báo cáo kết quả | Các sở, ngành | | 30/11 hằng năm | Báo cáo |',
      ) +
      AFTER,
  )

  it('its rows are tasks; a row that names a group is none', () => {
    const rows = plan.tasks.filter((t) => t.path.includes('.B'))
    expect(rows.map((t) => [t.text, t.lead, t.partners, t.due, t.recurrence, t.output])).toEqual([
      ['Ban hành kế hoạch', ['Sở Y tế'], ['Sở Tài chính', 'UBND cấp xã'], '2030-02', null, 'Kế hoạch'],
      ['Kiểm tra', ['Thanh tra tỉnh', 'Công an tỉnh'], [], '2030-Q3', null, null],
      ['Báo cáo kết quả', ['Các sở, ngành'], [], null, 'yearly 11-30', 'Báo cáo'],
    ])
    expect(plan.tables.map((t) => t.kind)).toEqual(['assignment'])
  })

  it('a row without a number shares time and partners with the row above where it has none', () => {
    const shared = openPlan(
      BODY +
        table(
          '| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành |',
          '| 1 | Dựng trạm quan trắc | Sở Y tế | Sở Tài chính | Tháng 02/2030 |',
          '| | Vận hành trạm dự phòng | Sở Xây dựng | | |',
          '| | Bảo dưỡng trạm | Sở Xây dựng | Sở Nội vụ | Quý IV/2030 |',
          '| 2 | Kiểm tra | Thanh tra tỉnh | | |',
        ) +
        AFTER,
    )
    const rows = shared.tasks.filter((t) => t.path.includes('.B'))
    expect(rows.map((t) => [t.lead[0], t.partners[0], t.due])).toEqual([
      ['Sở Y tế', 'Sở Tài chính', '2030-02'],
      ['Sở Xây dựng', 'Sở Tài chính', '2030-02'],
      ['Sở Xây dựng', 'Sở Nội vụ', '2030-Q4'],
      ['Thanh tra tỉnh', undefined, null],
    ])
    expect(shared.deadlines.map((d) => [d.path, d.on, d.who[0]])).toEqual([
      ['I.1.B1', '2030-02', 'Sở Y tế'],
      ['I.1.B2', '2030-02', 'Sở Xây dựng'],
      ['I.1.B3', '2030-Q4', 'Sở Xây dựng'],
    ])
  })

  it('a ditto is the cell above it, and a group whose cells reach into its rows is no row', () => {
    const merged = openPlan(
      BODY +
        table(
          '| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành |',
          '| | Làm sạch dữ liệu | | Sở Tài chính | 30/8/2030 |',
          '| 1 | Dữ liệu xe | Công an tỉnh | ″ | ″ |',
          '| 2 | Dữ liệu đường | Sở Xây dựng | ″ | ″ |',
          '| | Mở lớp tập huấn | Sở Y tế | Sở Nội vụ | Theo thời hạn cụ thể sau đây: |',
          '| 3 | Lớp thứ nhất | ″ | ″ | Quý III/2030 |',
          '| 4 | Lớp thứ hai | nt | nt | Quý IV/2030 |',
        ) +
        AFTER,
    )
    const rows = merged.tasks.filter((t) => t.path.includes('.B'))
    expect(rows.map((t) => [t.path, t.text, t.lead, t.partners, t.due])).toEqual([
      ['I.1.B1', 'Dữ liệu xe', ['Công an tỉnh'], ['Sở Tài chính'], '2030-08-30'],
      ['I.1.B2', 'Dữ liệu đường', ['Sở Xây dựng'], ['Sở Tài chính'], '2030-08-30'],
      ['I.1.B3', 'Lớp thứ nhất', ['Sở Y tế'], ['Sở Nội vụ'], '2030-Q3'],
      ['I.1.B4', 'Lớp thứ hai', ['Sở Y tế'], ['Sở Nội vụ'], '2030-Q4'],
    ])
    // A row stands where it is printed, not where its ditto is written out.
    const starts = rows.map((t) => t.span.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(rows.every((t, i) => i === 0 || t.span.start >= (rows[i - 1]?.span.end ?? 0))).toBe(true)
    expect(merged.deadlines.filter((d) => d.path.includes('.B')).map((d) => [d.path, d.on])).toEqual([
      ['I.1.B1', '2030-08-30'],
      ['I.1.B2', '2030-08-30'],
      ['I.1.B3', '2030-Q3'],
      ['I.1.B4', '2030-Q4'],
    ])
  })

  it('sentences of a cell that each begin with a body name them all', () => {
    const told = openPlan(
      BODY +
        table(
          '| TT | Nội dung công việc | Đơn vị chủ trì |',
          '| 1 | Dựng cổng dữ liệu | Sở Y tế triển khai tại các trạm y tế. Sở Tài chính triển khai hệ thống, hạ tầng. |',
          '| 2 | Dạy sơ cứu | Sở Y tế, UBND xã Mẫu Sơn. |',
        ) +
        AFTER,
    )
    expect(told.tasks.filter((t) => t.path.includes('.B')).map((t) => t.lead)).toEqual([
      ['Sở Y tế', 'Sở Tài chính'],
      ['Sở Y tế', 'UBND xã Mẫu Sơn'],
    ])
  })

  it('what is to come of a row may be its aim', () => {
    const aimed = openPlan(
      BODY +
        table(
          '| TT | Nội dung công việc | Đơn vị chủ trì | Sản phẩm |',
          '| 1 | Tập huấn sơ cứu | Sở Y tế | - 100% trạm y tế xã có người được tập huấn; - Tối thiểu 20 lớp được mở |',
          '| 2 | Bảo đảm 100% trạm y tế xã có túi sơ cứu | Sở Y tế | 100% trạm y tế xã có túi sơ cứu |',
          '| 3 | Dựng trang thông tin | Sở Tài chính | ″ |',
        ) +
        AFTER,
    )
    expect(
      aimed.targets.filter((t) => t.path.includes('.B')).map((t) => [t.path, t.comparator, t.value]),
    ).toEqual([
      ['I.1.B1', '=', 100],
      ['I.1.B1', '>=', 20],
      ['I.1.B2', '=', 100],
    ])
  })

  it('a row that hands in a report each year is a reporting duty', () => {
    expect(plan.reporting.some((r) => r.frequency.includes('yearly') && r.from === 'Các sở, ngành')).toBe(
      true,
    )
  })
})

describe('a table of targets', () => {
  it('its rows are targets at their own paths', () => {
    const plan = openPlan(
      BODY +
        table(
          '| STT | Chỉ tiêu | Đơn vị tính | Năm 2030 |',
          '| 1 | Tỷ lệ hộ dùng nước sạch | % | 95 |',
          '| 2 | Số trạm y tế xây mới | trạm | 12 |',
        ) +
        AFTER,
    )
    expect(plan.tables[0]?.kind).toBe('targets')
    expect(plan.targets.map((t) => [t.indicator, t.value, t.unit])).toEqual([
      ['Tỷ lệ hộ dùng nước sạch', 95, '%'],
      ['Số trạm y tế xây mới', 12, 'trạm'],
    ])
  })
})

describe('other tables', () => {
  it('prices and names are neither tasks nor targets', () => {
    const plan = openPlan(
      BODY +
        table(
          '| STT | Họ và tên | Năm sinh | Ghi chú |',
          '| 1 | Nguyễn Văn Mẫu | 1980 | |',
          '| 2 | Trần Thị Mẫu | 1990 | |',
        ) +
        AFTER,
    )
    expect(plan.tasks.filter((t) => t.path.includes('.B'))).toEqual([])
    expect(plan.targets).toEqual([])
  })
})

describe('what a column holds', () => {
  it.each([
    ['STT', 'number'],
    ['Nội dung nhiệm vụ', 'content'],
    ['Cơ quan chủ trì', 'lead'],
    ['Đơn vị thực hiện', 'lead'],
    ['Cơ quan, đơn vị phối hợp', 'partner'],
    ['Thời gian hoàn thành', 'time'],
    ['Kết quả, sản phẩm', 'output'],
    ['Đơn vị tính', 'unit'],
    ['Chỉ tiêu', 'target'],
    ['Năm 2030', 'value'],
    ['Ghi chú', 'other'],
    ['Họ và tên', 'other'],
    ['', 'other'],
  ])('%s → %s', (header, role) => {
    expect(toColumnRole(header)).toBe(role)
  })
})
