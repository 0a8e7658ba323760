import { describe, expect, test } from 'vitest'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'
import { listSections, toOutline, type Outlined } from './outline.ts'
import { measureLayout, toParagraphs } from './paragraphs.ts'

const outline = (text: string): Outlined => {
  const lines = toLines(normalise(text))
  return toOutline(toParagraphs(lines, measureLayout(lines)))
}

const paths = (text: string): string[] => listSections(outline(text).sections).map((s) => s.path)

describe('the path of an item', () => {
  test('sections, numbers, letters', () => {
    expect(
      paths(
        'I. MỤC ĐÍCH\n1. Mục đích\na) Nâng cao ý thức.\nb) Giảm tai nạn.\n2. Yêu cầu\nII. NHIỆM VỤ\n1. Sở Xây dựng',
      ),
    ).toEqual(['I', 'I.1', 'I.1.a', 'I.1.b', 'I.2', 'II', 'II.1'])
  })

  test('the Vietnamese alphabet: đ after d, no f', () => {
    expect(paths('1. Việc chung:\na) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\nđ) Năm.\ne) Sáu.\ng) Bảy.')).toEqual([
      '1',
      ...['a', 'b', 'c', 'd', 'đ', 'e', 'g'].map((l) => `1.${l}`),
    ])
  })

  test('a letter out of its order, twice or far behind', () => {
    const item = (letter: string): string => `${letter}) Rà soát các điểm đen;`
    const listed = (letters: string): string => ['1. Sở Xây dựng', ...[...letters].map(item)].join('\n')
    expect(paths(listed('aegfh'))).toEqual(['1', '1.a', '1.e', '1.g', '1.f', '1.h'])
    expect(paths(listed('acbd'))).toEqual(['1', '1.a', '1.c', '1.b', '1.d'])
    expect(paths(listed('abbk'))).toEqual(['1', '1.a', '1.b', '1.b#2', '1.k'])
  })

  test('numbers below headings in capitals that are numbered in the same way', () => {
    const listed =
      '1. MỤC TIÊU\nGiảm tai nạn.\n2. NỘI DUNG CỤ THỂ\n1. Tuần tra trên các tuyến.\n2. Kiểm tra bến xe.'
    expect(paths(listed)).toEqual(['1', '2', '2.1', '2.2'])
    expect(paths(`${listed}\n3. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng tổng hợp.`)).toEqual([
      '1',
      '2',
      '2.1',
      '2.2',
      '3',
      '3.1',
    ])
  })

  test('a list that begins again where no heading in capitals stands right before it is another list', () => {
    expect(paths('1. Tuần tra trên các tuyến.\n2. Kiểm tra bến xe.\n1. Sở Y tế trực cấp cứu.')).toEqual([
      '1',
      '2',
      '1#2',
    ])
    expect(paths('1. MỤC TIÊU\n2. NỘI DUNG\nTập trung các việc sau.\n1. Tuần tra.')).toEqual([
      '1',
      '2',
      '1#2',
    ])
  })

  test('a small L after k that was typed as a capital I', () => {
    const item = (marker: string): string => `${marker}) Bộ Y tế rà soát việc cấp cứu;`
    const listed = (...markers: string[]): string => ['I. VIỆC', '1. Giao:', ...markers.map(item)].join('\n')
    expect(paths(listed('a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'I', 'm')).slice(-3)).toEqual([
      'I.1.k',
      'I.1.l',
      'I.1.m',
    ])
    // After another letter it is no L.
    expect(paths(listed('a', 'b', 'I'))).not.toContain('I.1.l')
  })

  test('`1)` holds `1.1)`, and a `1)` below an open `1.1` does not take its list', () => {
    expect(
      paths('A) MỤC TIÊU\n1) Một.\nB) NHIỆM VỤ\n1) Công an:\n1.1) Mở đợt.\n1.2) Tuần tra.\n2) Sở Y tế.'),
    ).toEqual(['A', 'A.1', 'B', 'B.1', 'B.1.1', 'B.1.2', 'B.2'])
    expect(paths('1. Việc chung\n1.1. Một:\n1) Nhỏ.\n2) Nhỏ nữa.\n1.2. Hai.\n2. Việc riêng')).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.2',
      '2',
    ])
  })

  test('signs count by position; a plus stands under its dash', () => {
    expect(
      paths(
        'V. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\n- Tuần tra.\n- Xử lý, gồm:\n+ Nồng độ cồn.\n+ Tốc độ.\n- Báo cáo.\n2. Sở Y tế\n- Cấp cứu.',
      ),
    ).toEqual(['V', 'V.1', 'V.1.-1', 'V.1.-2', 'V.1.-2.+1', 'V.1.-2.+2', 'V.1.-3', 'V.2', 'V.2.-1'])
  })

  test('a marker that repeats the number of its parent is not doubled', () => {
    expect(
      paths(
        'II. NỘI DUNG\n1. Nhiệm vụ chung\n1.1. Tuyên truyền.\n1.2. Tuần tra.\n1.2.1. Ban ngày.\n2. Nhiệm vụ cụ thể',
      ),
    ).toEqual(['II', 'II.1', 'II.1.1', 'II.1.2', 'II.1.2.1', 'II.2'])
  })

  test('numbers in brackets', () => {
    expect(
      paths(
        'I. PHÂN CÔNG\n1. Các tổ chức\nĐề nghị các tổ chức phối hợp, gồm:\n(1) Hội Nông dân\n- Vận động hội viên.\n(2) Đoàn Thanh niên\n- Lập đội tình nguyện.',
      ),
    ).toEqual(['I', 'I.1', 'I.1.(1)', 'I.1.(1).-1', 'I.1.(2)', 'I.1.(2).-1'])
  })

  test('a number printed twice gets its count, a skipped one stays as printed', () => {
    expect(
      paths(
        'III. NỘI DUNG\n1. Việc một.\n2. Việc hai.\n2. Việc hai nữa.\n4. Việc bốn.\nIV. KINH PHÍ\nIV. TỔ CHỨC THỰC HIỆN',
      ),
    ).toEqual(['III', 'III.1', 'III.2', 'III.2#2', 'III.4', 'IV', 'IV#2'])
  })

  test('a directive without sections', () => {
    expect(paths('1. Công an tỉnh:\na) Tuần tra.\nb) Xử lý.\n2. Sở Y tế chủ trì cấp cứu.')).toEqual([
      '1',
      '1.a',
      '1.b',
      '2',
    ])
  })

  test('articles hold the sections that stand in them', () => {
    expect(
      paths(
        'Điều 1. Phê duyệt Đề án với nội dung sau:\nI. MỤC TIÊU\n1. Mục tiêu chung\nII. GIẢI PHÁP\nĐiều 2. Quyết định có hiệu lực từ ngày ký.',
      ),
    ).toEqual(['Điều 1', 'Điều 1.I', 'Điều 1.I.1', 'Điều 1.II', 'Điều 2'])
  })

  test('parts and capital letters outside sections', () => {
    expect(
      paths('A. ĐÁNH GIÁ\nI. KẾT QUẢ\n1. Kết quả chung\nB. PHƯƠNG HƯỚNG\nI. MỤC TIÊU\nII. GIẢI PHÁP'),
    ).toEqual(['A', 'A.I', 'A.I.1', 'B', 'B.I', 'B.II'])
  })
})

describe('what belongs to an item', () => {
  test('a marker alone on its line takes the next line as its heading', () => {
    const { sections } = outline('I .\n\nNội dung phong trào\n\n1 .\n\nTuyên truyền sâu rộng trong nhân dân.')
    expect(sections[0]).toMatchObject({ path: 'I', heading: 'Nội dung phong trào' })
    expect(sections[0]?.children[0]).toMatchObject({ path: 'I.1' })
  })

  test('own paragraphs stay with the item, the span reaches the last descendant', () => {
    const text = 'II. YÊU CẦU\n\nPhân công rõ việc, rõ người.\n\n1. Nghiêm túc.\n\n- Đúng hạn.'
    const section = outline(text).sections[0]
    expect(section?.paragraphs.map((p) => p.text)).toEqual(['Phân công rõ việc, rõ người.'])
    expect(section?.span).toEqual({ start: 0, end: text.length })
    const dash = section?.children[0]?.children[0]
    expect(text.slice(dash?.span.start, dash?.span.end)).toBe('- Đúng hạn.')
  })

  test('a paragraph after the last item ends the document', () => {
    const { closing, sections } = outline(
      '1. Sở Y tế chủ trì tổ chức cấp cứu kịp thời.\n\nTrên đây là Kế hoạch của tỉnh Mẫu, yêu cầu các đơn vị thực hiện./.',
    )
    expect(closing.map((b) => b.text.slice(0, 9))).toEqual(['Trên đây '])
    expect(sections).toHaveLength(1)
  })
})

describe('a heading over two paragraphs', () => {
  const headings = (text: string): string[] => outline(text).sections.map((s) => s.heading)

  test('in bold capitals', () => {
    expect(
      headings(
        '**I. NHIỆM VỤ BẢO ĐẢM TRẬT TỰ,**\n\n**AN TOÀN GIAO THÔNG**\n\n1. Sở Xây dựng rà soát điểm đen.\n\n**II. NHIỆM VỤ**\n\n**CỤ THỂ**\n\n1. Sở Y tế',
      ),
    ).toEqual(['NHIỆM VỤ BẢO ĐẢM TRẬT TỰ, AN TOÀN GIAO THÔNG', 'NHIỆM VỤ CỤ THỂ'])
  })

  test('in bold, where the first cannot end', () => {
    expect(headings('**1. Phối hợp với**\n\n**Công an tỉnh**\n\n- Tuần tra ban đêm.\n\n2. Sở Y tế')).toEqual([
      'Phối hợp với Công an tỉnh',
      'Sở Y tế',
    ])
  })
})
