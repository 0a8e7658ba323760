import { describe, expect, test } from 'vitest'
import { toFrame } from './frame.ts'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'
import type { Frame, Line } from './types.ts'

const frame = (
  text: string,
): { lines: readonly Line[]; frame: Frame; at: (n: number | undefined) => string } => {
  const lines = toLines(normalise(text))
  return { lines, frame: toFrame(lines), at: (n) => (n === undefined ? '' : (lines[n]?.text ?? '')) }
}

const HEAD = 'ỦY BAN NHÂN DÂN\nTỈNH MẪU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/QĐ-UBND\n'
const FOOT = '\nNơi nhận:\n- Các sở;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu\n'

describe('the parts of a document', () => {
  test('head, title, body, foot', () => {
    const { frame: f, at } = frame(
      `${HEAD}KẾ HOẠCH\nBảo đảm an toàn\n\nThực hiện Chỉ thị:\nI. MỤC ĐÍCH\n1. Một.${FOOT}`,
    )
    expect([at(f.headStart), at(f.titleLine), at(f.bodyStart), at(f.bodyEnd)]).toEqual([
      'ỦY BAN NHÂN DÂN',
      'KẾ HOẠCH',
      'Thực hiện Chỉ thị:',
      'Nơi nhận:',
    ])
  })

  test('what a site prints before and after is outside', () => {
    const { frame: f, at } = frame(
      `Trang chủ\nVăn bản mới\nĐang tải văn bản...\n\n${HEAD}CHỈ THỊ\nVề an toàn\n\nĐể giảm tai nạn, yêu cầu:\n1. Một.${FOOT}\nTHƯ VIỆN PHÁP LUẬT\nKế hoạch khác`,
    )
    expect(at(f.headStart)).toBe('ỦY BAN NHÂN DÂN')
    expect(at(f.footEnd)).toBe('THƯ VIỆN PHÁP LUẬT')
  })

  test('a title whose marks the scanner read wrong', () => {
    const { frame: f, at } = frame(`${HEAD}CHÍ THỊ\nVề an toàn\n\nTrong năm qua:\n1. Một.`)
    expect(at(f.titleLine)).toBe('CHÍ THỊ')
  })

  test('a decision, its plan, the annex of the plan', () => {
    const { frame: f, at } = frame(
      `${HEAD}QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nCăn cứ Luật;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.${FOOT}\nKẾ HOẠCH\nBảo đảm an toàn\n(Kèm theo Quyết định số 1/QĐ-UBND)\nI. MỤC ĐÍCH\n1. Một.\n\nPHỤ LỤC\nDANH MỤC\n(Kèm theo Kế hoạch)\n`,
    )
    expect(f.attachments.map((a) => [a.kind, at(a.start)])).toEqual([
      ['plan', 'KẾ HOẠCH'],
      ['annex', 'PHỤ LỤC'],
    ])
  })

  test('a plan that does not say with what it is issued', () => {
    const { frame: f, at } = frame(
      `${HEAD}QUYẾT ĐỊNH\nBan hành\n\nCăn cứ Luật;\nĐiều 1. Ban hành.${FOOT}\nKẾ HOẠCH\nBảo đảm an toàn\nI. MỤC ĐÍCH\n1. Một.\n`,
    )
    expect(f.attachments.map((a) => [a.kind, at(a.start)])).toEqual([['plan', 'KẾ HOẠCH']])
  })
})

describe('what is issued under a name of its own', () => {
  const issued = (
    rest: string,
    article = 'Ban hành kèm theo Quyết định này “Nội dung phong trào an toàn năm 2026”.',
  ) =>
    frame(
      `${HEAD}QUYẾT ĐỊNH\nPhê duyệt nội dung\n\nCăn cứ Luật;\nQUYẾT ĐỊNH:\nĐiều 1. ${article}${FOOT}\n${rest}`,
    )
  const kinds = ({ frame: f, at }: ReturnType<typeof frame>) =>
    f.attachments.map((a) => [a.kind, at(a.start)])
  const title = 'NỘI DUNG PHONG TRÀO AN TOÀN NĂM 2026'
  const work = '1. MỤC TIÊU\n1. Giảm tai nạn.\n'

  test('is a plan where the articles name it, with or without “kèm”', () => {
    for (const word of ['Ban hành theo', 'Ban hành kèm theo'])
      expect(kinds(issued(`${title}\n(${word} Quyết định số 1/QĐ-UBND)\n${work}`))).toEqual([['plan', title]])
  })

  test('is no plan where no article names it', () => {
    const other = 'Ban hành kèm theo Quyết định này Danh mục các tuyến đường.'
    const found = kinds(issued(`${title}\n(Ban hành theo Quyết định số 1/QĐ-UBND)\n${work}`, other))
    expect(found.map(([kind]) => kind)).not.toContain('plan')
  })

  test('is followed by a list of its own', () => {
    const plan = 'KẾ HOẠCH\nBảo đảm an toàn\n(Ban hành theo Quyết định số 1/QĐ-UBND)\nI. MỤC ĐÍCH\n1. Một.\n'
    const list = 'DANH MỤC\nCÁC NHIỆM VỤ\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\n1. Sở Y tế\n'
    expect(kinds(issued(plan + list))).toEqual([
      ['plan', 'KẾ HOẠCH'],
      ['annex', 'DANH MỤC'],
    ])
  })

  test('and what merely quotes the decision begins nothing', () => {
    const plan = 'KẾ HOẠCH\nBảo đảm an toàn\n(Ban hành theo Quyết định số 1/QĐ-UBND)\nI. MỤC ĐÍCH\n1. Một.\n'
    const quote = 'Kèm theo Quyết định số 1/QĐ-UBND là bảng phân công.\n2. Hai.\n'
    expect(kinds(issued(plan + quote))).toEqual([['plan', 'KẾ HOẠCH']])
  })
})

describe('what is no part', () => {
  test('"QUYẾT ĐỊNH:" opens the articles, it is no title', () => {
    const { frame: f, at } = frame(
      `${HEAD}QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nCăn cứ Luật;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.`,
    )
    expect(at(f.bodyStart)).toBe('Căn cứ Luật;')
  })

  test('an annex that the body mentions is not attached', () => {
    const { frame: f } = frame(
      `${HEAD}KẾ HOẠCH\nAn toàn\n\nThực hiện:\nI. VIỆC\n1. Theo Phụ lục kèm theo.${FOOT}`,
    )
    expect(f.attachments).toEqual([])
  })

  test('a text without head, title and foot', () => {
    expect(frame('Một dòng.\nHai dòng.').frame).toMatchObject({
      titleLine: undefined,
      bodyEnd: 2,
      attachments: [],
    })
  })
})
