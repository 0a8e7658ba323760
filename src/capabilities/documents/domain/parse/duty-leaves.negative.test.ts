import { describe, expect, it } from 'vitest'
import { planText } from './plan-testing.ts'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

/** The duties of that plan with one more section before the others. */
const tasksIn = (heading: string, ...items: readonly string[]) => {
  const section = [`I. ${heading}`, ...items.map((item, i) => `${i + 1}. ${item}`)].join('\n\n')
  const text = planText({})
    .replace('I. MỤC TIÊU', `${section}\n\nII. MỤC TIÊU`)
    .replace('II. NHIỆM VỤ', 'III. NHIỆM VỤ')
  return readDocument({ text, agencies: noAgencies }).tasks
}

describe('an item of a section that assigns nothing is no duty', () => {
  it.each([
    ['ĐÁNH GIÁ TÌNH HÌNH', 'Công tác tuyên truyền được các cấp quan tâm.'],
    ['KẾT QUẢ THỰC HIỆN NĂM 2025', 'Công an tỉnh đã lập biên bản 1.200 trường hợp.'],
    ['TỒN TẠI, HẠN CHẾ', 'Một số địa phương còn chậm gửi số liệu.'],
  ])('%s', (heading, item) => {
    expect(tasksIn(heading, item, item).map(({ path }) => path)).toEqual(['III.1', 'III.2'])
  })
})

describe('a duty is never given to somebody who is only spoken of', () => {
  it('the partner does not lead', () => {
    const [first] = tasksIn('ĐÁNH GIÁ TÌNH HÌNH', 'Tình hình ổn định.', 'Kết quả tốt.')
    expect(first?.lead).toEqual(['Công an tỉnh'])
    expect(first?.partners).toEqual(['Sở Xây dựng'])
  })

  it.each([
    [
      'firms',
      'Yêu cầu các đơn vị hoạt động bến thủy lắp đặt phao cứu sinh, niêm yết giá vé và kết nối dữ liệu hành trình với hệ thống dùng chung của tỉnh.',
      'Sở Xây dựng',
    ],
    [
      'other offices',
      'Yêu cầu UBND các xã, phường báo cáo kết quả rà soát phao cứu sinh tại các bến, gửi danh sách bến chưa đạt và đề xuất cách xử lý.',
      'UBND các xã, phường',
    ],
  ])('below a body, what it asks of %s', (_, item, lead) => {
    const items = [`1. Sở Xây dựng`, `- ${item}`, '- Rà soát bến thủy trên địa bàn tỉnh và công bố danh mục.']
    const text = planText({}).replace('I. MỤC TIÊU', `I. PHÂN CÔNG\n\n${items.join('\n\n')}\n\nII. MỤC TIÊU`)
    const tasks = readDocument({ text, agencies: noAgencies }).tasks.filter(({ path }) =>
      path.startsWith('I.'),
    )
    expect(tasks.map((task) => task.lead.join())).toEqual([lead, 'Sở Xây dựng'])
  })
})

describe('a rule for the duties is no duty', () => {
  it.each([
    [
      'where they stand',
      'Nội dung thực hiện: Các nhiệm vụ cụ thể thực hiện theo Phụ lục kèm theo Kế hoạch này.',
    ],
    ['how a report is written', 'Các báo cáo phải nêu rõ số lượng thiết bị đã lắp và hiệu quả mang lại.'],
    ['when they are done', 'Một nhiệm vụ chỉ được coi là hoàn thành khi có biên bản nghiệm thu của các bên.'],
  ])('%s', (_what, item) => {
    const paths = tasksIn('NỘI DUNG THỰC HIỆN', item, 'Sở Y tế tổ chức tập huấn sơ cứu.').map((t) => t.path)
    expect(paths).toEqual(['I.2', 'III.1', 'III.2'])
  })

  it('but who is to write the report, and how, has one', () => {
    const [first] = tasksIn('NỘI DUNG THỰC HIỆN', 'Sở Y tế báo cáo phải nêu rõ kết quả tập huấn sơ cứu.')
    expect(first).toMatchObject({ path: 'I.1', lead: ['Sở Y tế'] })
  })

  it('a sentence that passes its items on to the members adds none to them', () => {
    const text = planText({
      duties: [
        'Đề nghị Hội Chữ thập đỏ tỉnh\n\nChỉ đạo các cấp hội thuộc phạm vi quản lý phối hợp triển khai thực hiện các nội dung cụ thể như sau:\n\n- Vận động hội viên học sơ cứu tai nạn.\n\n- Lập đội tình nguyện tại các điểm đen.',
      ],
    })
    const { tasks } = readDocument({ text, agencies: noAgencies })
    expect(tasks.filter((t) => t.path.startsWith('II.3')).map((t) => [t.path, t.lead])).toEqual([
      ['II.3.-1', ['Hội Chữ thập đỏ tỉnh']],
      ['II.3.-2', ['Hội Chữ thập đỏ tỉnh']],
    ])
  })
})
