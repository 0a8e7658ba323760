import { describe, expect, test } from 'vitest'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'
import { listSections, toOutline } from './outline.ts'
import { measureLayout, toParagraphs } from './paragraphs.ts'

const paths = (text: string): string[] => {
  const lines = toLines(normalise(text))
  return listSections(toOutline(toParagraphs(lines, measureLayout(lines))).sections).map((s) => s.path)
}

/** Lines wrapped at a width, so that a sentence may break before anything. */
const wrapped = (...rows: string[]): string =>
  [...rows, ...Array.from({ length: 20 }, () => 'x'.repeat(72))].join('\n')

describe('the rest of a sentence opens no item', () => {
  test('a congress, not a section', () => {
    expect(
      paths(
        wrapped(
          '1. Thi đua chào mừng Đại hội đại biểu toàn quốc của Đảng lần thứ',
          'XIV của Đảng và các ngày lễ lớn của tỉnh Mẫu trong năm.',
        ),
      ),
    ).toEqual(['1'])
  })

  test('a letter of a clause of law, not an item out of its order', () => {
    expect(
      paths(
        wrapped(
          '1. Sở Tư pháp',
          'c) Kiểm tra việc xử phạt theo quy định tại điểm a, điểm b và điểm',
          'k) Khoản 5 Điều 12 của Luật này, báo cáo Ủy ban nhân dân tỉnh kết quả.',
        ),
      ),
    ).toEqual(['1', '1.c'])
  })

  test('a date at the start of a line', () => {
    expect(
      paths(
        wrapped(
          '1. Các đơn vị gửi báo cáo về Ban An toàn giao thông tỉnh trước ngày',
          '15/12/2025 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh Mẫu.',
        ),
      ),
    ).toEqual(['1'])
  })

  test('a period broken before its dash', () => {
    expect(
      paths(
        wrapped(
          '1. Thực hiện Đề án phát triển giao thông nông thôn giai đoạn 2021',
          '- 2025 trên địa bàn tỉnh Mẫu theo đúng kế hoạch đã duyệt.',
        ),
      ),
    ).toEqual(['1'])
  })

  test('words broken before a dash', () => {
    expect(
      paths(
        wrapped(
          '1. Gắn với nhiệm vụ phát triển kinh tế và các hoạt động sản xuất',
          '- kinh doanh của doanh nghiệp vận tải trên địa bàn tỉnh Mẫu.',
        ),
      ),
    ).toEqual(['1'])
  })

  test('the number of a law', () => {
    expect(
      paths(
        wrapped(
          '1. Thực hiện đầy đủ các quy định của Nghị định của Chính phủ số',
          '46/2017/NĐ-CP về điều kiện đầu tư trong lĩnh vực giáo dục.',
        ),
      ),
    ).toEqual(['1'])
  })

  test('a point of an article', () => {
    expect(
      paths(
        wrapped(
          '1. Hồ sơ thực hiện theo quy định tại khoản 2 Điều 5 và theo điểm',
          'a) khoản 3 Điều 7 của Luật hiện hành và văn bản hướng dẫn.',
        ),
      ),
    ).toEqual(['1'])
  })

  test('a number far from the list that is open', () => {
    expect(paths('1. Sở Y tế bố trí\n30. Giường bệnh dự phòng')).toEqual(['1'])
  })

  test('a number of a list cannot hide in the hundreds', () => {
    expect(paths('I. MỤC TIÊU\n\n120. Số vụ')).toEqual(['I'])
  })

  test('signs before the first item are words of the opening', () => {
    expect(paths('- Căn cứ Luật;\n- Căn cứ Nghị định;\n1. Công an tỉnh tuần tra.')).toEqual(['1'])
  })
})

describe('page furniture', () => {
  test('a page number in the middle of a sentence', () => {
    expect(
      paths(
        '1. Trong quá trình điều tra cần làm rõ nguyên nhân và điều kiện\n\n\n\n7\n\ndẫn đến tai nạn.\n2. Sở Y tế',
      ),
    ).toEqual(['1', '2'])
  })

  test('a footnote in the middle of a paragraph', () => {
    expect(
      paths(
        'a) Triển khai dự án<sup>1</sup> xây\n\n---\n\n<sup>1</sup> (1) Dự án đường Mẫu; (2) Dự án cầu Mẫu.\n\ndựng nông thôn mới.\n\nb) Bảo trì.',
      ),
    ).toEqual(['a', 'b'])
  })

  test('the head of a gazette page', () => {
    expect(
      paths(
        '1. Tăng cường tuần tra,\nCÔNG BÁO/Số 12/Ngày 01-02-2026\n52\nkiểm soát trên tuyến.\n2. Báo cáo.',
      ),
    ).toEqual(['1', '2'])
  })
})

describe('what follows a heading is no part of it', () => {
  const headings = (text: string): string[] => {
    const lines = toLines(normalise(text))
    return toOutline(toParagraphs(lines, measureLayout(lines))).sections.map((s) => s.heading)
  }

  test.each([
    ['a sentence', '**I. NHIỆM VỤ**\n\nSở Xây dựng rà soát điểm đen.\n\n**II. TỔ CHỨC**'],
    ['a sentence in bold', '**I. NHIỆM VỤ**\n\n**Sở Xây dựng rà soát điểm đen.**\n\n**II. TỔ CHỨC**'],
    ['capitals after a heading that has ended', '**I. NHIỆM VỤ.**\n\n**SỞ XÂY DỰNG**\n\n**II. TỔ CHỨC**'],
  ])('%s', (_what, text) => {
    expect(headings(text)).toEqual(['NHIỆM VỤ', 'TỔ CHỨC'])
  })
})
