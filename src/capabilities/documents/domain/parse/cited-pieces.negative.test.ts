import { describe, expect, test } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'
import { SAMPLE } from './sample-plan.test-data.ts'

const numbers = (text: string) => readDocument({ text, agencies: noAgencies }).citations.map((c) => c.number)

describe('where nothing is cited', () => {
  test('the own number, in the head and in an annex', () => {
    expect(
      numbers(SAMPLE.replace('PHÂN CÔNG NHIỆM VỤ', '(Kèm theo Kế hoạch số 12/KH-UBND ngày 03/02/2026)')),
    ).toEqual(['23-CT/TW'])
  })

  test('what a web site says below the document', () => {
    const chrome = 'THƯ VIỆN PHÁP LUẬT\nThực hiện Nghị định 13/2023/NĐ-CP, chúng tôi cập nhật quy chế.'
    expect(numbers(`${SAMPLE}\n${chrome}`)).toEqual(['23-CT/TW'])
  })

  test('the recipients', () => {
    expect(
      numbers(SAMPLE.replace('- Lưu: VT.', '- Như Điều 3 Quyết định số 9/QĐ-UBND;\n- Lưu: VT.')),
    ).toEqual(['23-CT/TW'])
  })
})

describe('where a citation hides', () => {
  test('in a footnote, in a cell, in the subject', () => {
    const text = SAMPLE.replace('Xử lý điểm đen', 'Thực hiện Quyết định số 7/QĐ-TTg ngày 01/02/2026')
      .replace('Yêu cầu các đơn vị', '[1] Chỉ thị số 8/CT-TTg ngày 02/02/2026.\n\nYêu cầu các đơn vị')
      .replace('Bảo đảm an toàn giao thông năm 2026\n', 'Thực hiện Nghị quyết số 6/NQ-CP ngày 03/01/2026\n')
    expect(numbers(text).toSorted()).toEqual(['23-CT/TW', '6/NQ-CP', '7/QĐ-TTg', '8/CT-TTg'])
  })
})
