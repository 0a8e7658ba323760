import { describe, expect, it } from 'vitest'
import { findSecrecyMark } from './secrecy.ts'

describe('a mark of secrecy', () => {
  it.each([
    ['UBND TỈNH MẪU\nMẬT\nSố: 01/KH-UBND', 'mật'],
    ['UBND TỈNH MẪU        CỘNG HÒA XÃ HỘI\n  [TỐI  MẬT]\n', 'tối mật'],
    ['| UBND TỈNH MẪU | TUYỆT MẬT |', 'tuyệt mật'],
    ['Số: 01/KH-UBND      MẬT', 'mật'],
    ['Độ mật: Tối mật', 'tối mật'],
    ['MA\u0302\u0323T', 'mật'],
    ['Số: 01/KH-UBND  MẬT', 'mật'],
    ['Số: 01/KH-UBND (TỐI MẬT)', 'tối mật'],
    ['HỎA TỐC - MẬT', 'mật'],
    ['TUYỆT MẬT – THƯỢNG KHẨN', 'tuyệt mật'],
    ['T Ố I   M Ậ T', 'tối mật'],
    ['M Ậ T', 'mật'],
    ['M\u200bẬ\u00adT', 'mật'],
    ['UBND TỈNH MẪU\rMẬT\rSố: 01/KH-UBND', 'mật'],
    ['Tuyệt mật', 'tuyệt mật'],
    [`${'\n'.repeat(80)}MẬT`, 'mật'],
  ])('is found in %j', (text, mark) => expect(findSecrecyMark(text)).toBe(mark))

  it.each([
    ['Thực hiện công tác bảo vệ bí mật nhà nước.'],
    ['1. Bảo mật thông tin'],
    ['Mật'],
    ['mật khẩu'],
    ['KẾ HOẠCH BẢO MẬT'],
    ['Số: 01/KH-BẢOMẬT'],
    ['Số 12/QĐ-UBND về danh mục bí mật nhà nước'],
    ['HỎA TỐC'],
    ['K M Ậ T'],
    [`MẬT ${'. '.repeat(400)}`],
    [`${'dòng\n'.repeat(80)}MẬT`],
    [''],
  ])('is not seen in %j', (text) => expect(findSecrecyMark(text)).toBeUndefined())
})
