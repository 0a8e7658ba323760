import { describe, expect, it } from 'vitest'
import { planText, readPlan } from './plan-testing.ts'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

const kindsOf = (lines: Parameters<typeof readPlan>[0]): readonly string[] =>
  readPlan(lines).findings.map(({ kind }) => kind)

describe('a careful clerk raises nothing', () => {
  it('in a sound plan', () => {
    expect(kindsOf({})).toEqual([])
  })

  it.each([
    [
      'one document cited twice with one date',
      'Sở Y tế thực hiện Chỉ thị số 10/CT-TTg ngày 19/4/2023; rà soát kết quả Chỉ thị số 10/CT-TTg ngày 19/4/2023.',
    ],
    ['a document of the day before', 'Sở Y tế thực hiện Công văn số 9/UBND-KT ngày 02/02/2026.'],
    ['the 29th of February of a leap year', 'Sở Y tế hoàn thành trước ngày 29/02/2028.'],
    ['a deadline on the day of signing', 'Sở Y tế gửi danh sách trong ngày 03/02/2026.'],
  ])('at %s', (_what, duty) => {
    expect(kindsOf({ duties: [duty] })).toEqual([])
  })

  it('at a promised annex that is there', () => {
    const annex =
      'PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n| TT | Nhiệm vụ | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Xử lý điểm đen | Sở Xây dựng |'
    expect(
      kindsOf({ duties: ['Sở Xây dựng thực hiện theo Phụ lục kèm theo Kế hoạch này.'], annex }),
    ).not.toContain('missing-annex')
  })

  it('at numbers that begin anew under another heading', () => {
    const kinds = readDocument({ text: planText({}), agencies: noAgencies }).findings.map(({ kind }) => kind)
    expect(kinds).not.toContain('duplicated-section-number')
    expect(kinds).not.toContain('skipped-section-number')
  })

  it('twice at one misprint: after I, II and a second II comes IV', () => {
    const kinds = (last: string) =>
      readDocument({
        text: `KẾ HOẠCH\nKiểm tra năm 2026\n\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức của cán bộ, công chức, viên chức và người lao động trong toàn ngành về an toàn thực phẩm.\n\nII. NỘI DUNG\n1. Sở Y tế kiểm tra các cơ sở chế biến, kinh doanh thực phẩm trên địa bàn tỉnh, xử lý nghiêm vi phạm; công khai tên, địa chỉ cơ sở vi phạm trên phương tiện thông tin đại chúng và cổng thông tin điện tử của tỉnh.\n\nII. KINH PHÍ\n1. Sở Tài chính bố trí.\n\n${last}. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ theo dõi.`,
        agencies: noAgencies,
      }).findings.map(({ kind }) => kind)
    expect(kinds('IV')).toContain('duplicated-section-number')
    expect(kinds('IV')).not.toContain('skipped-section-number')
    expect(kinds('V')).toContain('skipped-section-number')
  })

  it.each([
    'Sở Nội vụ hướng dẫn cán bộ đối với từng chức danh.',
    'Sở Nội vụ nghiên cứu hồ sơ của các trường hợp.',
    'Sở Xây dựng rà soát các tuyến truyền dẫn trên địa bàn.',
    'Sở Nội vụ phổ biến pháp luật, học đi đôi với hành.',
    'Sở Nội vụ hướng dẫn để nghị quyết sớm đi vào cuộc sống.',
    'Sở Y tế giám sát tình hình thực hiện trên địa bàn tỉnh hình thành sau sắp xếp.',
  ])('where two words meet: %s', (duty) => {
    expect(kindsOf({ duties: [duty] })).not.toContain('ocr-suspect')
  })

  it.each(['Mỗi trường học tổ chức ít nhất một buổi tuyên truyền.', 'Sở Y tế kiểm tra tại mỗi trường.'])(
    'at a word of number before a noun: %s',
    (duty) => {
      expect(kindsOf({ duties: [duty] })).not.toContain('ocr-suspect')
    },
  )

  it('at two aims for two years', () => {
    const aims = [
      'Đến năm 2027, giảm 10% số người chết so với năm 2025.',
      'Đến năm 2030, giảm 20% số người chết so với năm 2025.',
    ]
    expect(kindsOf({ aims })).not.toContain('contradictory-targets')
  })
})
