import { describe, expect, it } from 'vitest'
import type { AgencyLookup } from '../agency-lookup.ts'
import { isOneAway, isTwin } from './finding-citations.ts'
import { openPlan, toPlan } from './fictional-plan.test-data.ts'

const DUTIES = `II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế tổ chức thực hiện Kế hoạch này.
2. Sở Nội vụ theo dõi, đôn đốc việc thực hiện.`

const kinds = (body: string, agencies?: AgencyLookup) =>
  openPlan(`${body}\n${DUTIES}`, agencies).findings.map((f) => [f.kind, f.paths])
const kind = (body: string, name: string) => kinds(body).filter(([found]) => found === name)

describe('what a careful clerk would raise', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'contradictory-targets',
      `I. MỤC TIÊU
1. Tỷ lệ hồ sơ trực tuyến toàn trình của tỉnh đạt 80%.
2. Phấn đấu tỷ lệ hồ sơ trực tuyến toàn trình của tỉnh đạt 90%.`,
      ['I.1', 'I.2'],
    ],
    [
      'citation-date-after-issue',
      'I. CĂN CỨ\n1. Thực hiện Quyết định số 12/QĐ-UBND ngày 20/3/2031 của UBND tỉnh.',
      ['I.1'],
    ],
    ['impossible-date', 'I. NHIỆM VỤ\n1. Sở Y tế hoàn thành trước ngày 31/02/2030.', ['I.1']],
    ['impossible-date', 'I. NHIỆM VỤ\n1. Sở Y tế hoàn thành trước ngày 128/8/2030.', ['I.1']],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Kế hoạch số 45/KH-UBNDT ngày 20/3/2029.', ['I.1']],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Kế hoạch số 45/KHUBND ngày 20/3/2029.', ['I.1']],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Nghị quyết số 32/2007NQ-CP ngày 20/3/2029.', ['I.1']],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Chỉ thị số 49-NQ/TW ngày 20/3/2029.', ['I.1']],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Nghị quyết số 57- NQ/TW ngày 20/3/2029.', ['I.1']],
    [
      'same-date-different-numbers',
      'I. CĂN CỨ\n1. Thực hiện Kế hoạch số 207/KH-UBND ngày 24/10/2029.\n2. Theo Kế hoạch số 297/KH-UBND ngày 24/10/2029.',
      ['I.1', 'I.2'],
    ],
    ['missing-annex', 'I. NHIỆM VỤ\n1. Sở Y tế thực hiện theo phụ lục chi tiết kèm theo.', ['I.1']],
    [
      'duplicated-section-number',
      'I. NHIỆM VỤ\n1. Sở Y tế kiểm tra.\n2. Sở Xây dựng rà soát.\n2. Sở Tài chính thẩm định.',
      ['I.2', 'I.2#2'],
    ],
    [
      'skipped-section-number',
      'I. NHIỆM VỤ\n1. Sở Y tế kiểm tra.\n2. Sở Xây dựng rà soát.\n4. Sở Tài chính thẩm định.',
      ['I.2', 'I.4'],
    ],
    ['deadline-before-signing', 'I. NHIỆM VỤ\n1. Sở Y tế gửi kế hoạch trước ngày 15/12/2029.', ['I.1']],
    ['task-without-lead', 'I. NHIỆM VỤ\n1. Tổ chức tuyên truyền đến người dân.', ['I.1']],
    ['ocr-suspect', 'I. NHIỆM VỤ\n1. Sở Y tế phần đấu hoàn thành kế hoạch.', ['I.1']],
    ['ocr-suspect', 'I. NHIỆM VỤ\n1. Sở Y tế bảo vệ môi trượng và nguồn nước.', ['I.1']],
    ['ocr-suspect', 'I. NHIỆM VỤ\n1. Sở Y tế phối hợp bộ đối biên phòng khám bệnh.', ['I.1']],
    ['ocr-suspect', 'I. NHIỆM VỤ\n1. Sở Y tế thực hiện chuyển đối số.', ['I.1']],
    ['ocr-suspect', 'I. NHIỆM VỤ\n1. Sở Y tế kiểm tra các diêm nóng về dịch.', ['I.1']],
    ['ocr-suspect', 'I. NHIỆM VỤ\n1. Sở Y tế kiểm tra của của các trạm.', ['I.1']],
  ]
  it.each(cases)('%s: %s', (name, body, paths) => {
    expect(kind(body, name)).toEqual([[name, paths]])
  })

  it('rows left out of a table', () => {
    const table = `| STT | Nội dung | Đơn vị chủ trì | Thời gian |
|---|---|---|---|
| 1 | Kiểm tra | Sở Y tế | Quý I/2030 |
| 2 | Rà soát | Sở Nội vụ | Quý II/2030 |
| 5 | Tổng kết | Sở Y tế | Quý IV/2030 |`
    expect(
      kind(`I. NHIỆM VỤ\n1. Sở Y tế thực hiện theo bảng sau:\n${table}`, 'skipped-section-number'),
    ).toHaveLength(1)
  })

  it('agencies that the list of the province does not have, or has no more', () => {
    const known: AgencyLookup = {
      known: true,
      find: (printed) =>
        printed === 'Sở Giao thông'
          ? { id: 'a', name: printed, state: 'abolished', successor: 'Sở Xây dựng' }
          : printed === 'Sở Thương nghiệp'
            ? { id: 'b', name: 'Sở Công Thương', state: 'renamed', successor: 'Sở Công Thương' }
            : printed === 'Sở Mây'
              ? undefined
              : { id: 'c', name: printed, state: 'current', successor: undefined },
    }
    const found = kinds(
      'I. NHIỆM VỤ\n1. Sở Giao thông kiểm tra xe.\n2. Sở Thương nghiệp kiểm tra chợ.\n3. Sở Mây chủ trì theo dõi thời tiết.',
      known,
    )
    expect(found).toEqual([
      ['agency-abolished', ['I.1']],
      ['agency-renamed', ['I.2']],
      ['agency-unknown', ['I.3']],
    ])
  })

  it('each is one sentence, with spans inside the text', () => {
    const body = cases
      .map(([, text], i) => text.replace(/^I\./u, `${['I', 'II', 'III', 'IV', 'V'][i % 5]}.`))
      .join('\n')
    const text = toPlan(body)
    for (const finding of openPlan(body).findings) {
      expect(finding.message).toMatch(/^[\p{Lu}“\d].*\.$/u)
      for (const span of finding.spans) {
        expect(span.start).toBeLessThan(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
    }
  })
})

describe('what is no finding', () => {
  it('a sound plan has none', () => {
    expect(
      kinds(`I. MỤC TIÊU
1. Đến năm 2030 tỷ lệ đô thị hóa toàn tỉnh đạt 50%.
2. Đến năm 2035 tỷ lệ đô thị hóa toàn tỉnh đạt 60%.
3. Thực hiện Kế hoạch số 207/KH-UBND ngày 24/10/2029, Kế hoạch số 208/KH-UBND ngày 24/10/2029.`),
    ).toEqual([])
  })

  it('one sentence with two years', () => {
    const body =
      'I. MỤC TIÊU\n1. Đến năm 2030: Tỷ lệ đô thị hóa toàn tỉnh đạt trên 50%; đến năm 2035: đạt 60%.'
    expect(kind(body, 'contradictory-targets')).toEqual([])
  })

  it.each([
    ['ocr-suspect', 'I. NHIỆM VỤ\n1. Sở Y tế phân công phần việc, phấn đấu hoàn thành.'],
    [
      'missing-annex',
      'I. NHIỆM VỤ\n1. Sở Y tế thực hiện phụ lục ban hành kèm theo Quyết định số 3/QĐ-UBND ngày 02/01/2029.',
    ],
    ['deadline-before-signing', 'I. NHIỆM VỤ\n1. Sở Y tế khắc phục hạn chế đã nêu ngày 15/12/2029.'],
    ['impossible-date', 'I. NHIỆM VỤ\n1. Sở Y tế hoàn thành trước ngày 29/02/2032.'],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Công văn số 45/SYT-NVY ngày 20/3/2029.'],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Nghị định số 71/2016/NĐ-\nCP ngày 20/3/2029.'],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Kế hoạch số 36-HD/BTCTW ngày 20/3/2029.'],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Kế hoạch số 12/QĐ-UBND ngày 20/3/2029.'],
    ['malformed-number', 'I. CĂN CỨ\n1. Thực hiện Chỉ thị số 05-CT/TW ngày 20/3/2029.'],
  ])('no %s: %s', (name, body) => {
    expect(kind(body, name)).toEqual([])
  })

  it('without a list of agencies nobody is unknown', () => {
    expect(kinds('I. NHIỆM VỤ\n1. Sở Mây chủ trì theo dõi thời tiết.')).toEqual([])
  })
})

describe('numbers that look alike', () => {
  it.each([
    ['KHUBNDT', 'KHUBND', true],
    ['QĐUBNT', 'QĐUBND', true],
    ['KHUBND', 'KHUBND', false],
    ['SYTNVY', 'KHUBND', false],
    ['QĐTT', 'KHTT', false],
  ])('%s and %s', (a, b, expected) => {
    expect(isOneAway(a, b)).toBe(expected)
  })

  it.each([
    ['207/KH-UBND', '297/KH-UBND', true],
    ['207/KH-UBND', '208/KH-UBND', false],
    ['207/KH-UBND', '1297/KH-UBND', false],
    ['207/KH-UBND', '297/KH-SYT', false],
  ])('%s and %s', (a, b, expected) => {
    expect(isTwin(a, b)).toBe(expected)
  })
})
