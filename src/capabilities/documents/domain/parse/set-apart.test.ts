import { describe, expect, test } from 'vitest'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'

const read = (text: string) => toLines(normalise(text))[0]

describe('letters set apart in the rows of a head or a foot', () => {
  test.each([
    [
      '| ỦY B AN NHÂN D Â N T ỈNH M Ẫ U | CỘNG HÒA XÃ HỘI |',
      '| ỦY BAN NHÂN DÂN TỈNH MẪU | CỘNG HÒA XÃ HỘI |',
    ],
    [
      '| Số: 77/QĐ - U B ND | T hành phố M ẫu Sơn, ngày 17 tháng 02 năm 2030 |',
      '| Số: 77/QĐ-UBND | Thành phố Mẫu Sơn, ngày 17 tháng 02 năm 2030 |',
    ],
    [
      '| Nơi nhận: - B ộ X â y d ự n g; - Thườn g trực | KT. CHỦ TỊ CH P HÓ CHỦ T Ị CH Ngu y ễn Văn Mẫu |',
      '| Nơi nhận: - Bộ Xây dựng; - Thường trực | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn Mẫu |',
    ],
  ])('%s', (printed, meant) => {
    expect(read(printed)?.text).toBe(meant)
  })

  test('each letter keeps its place', () => {
    const printed = '| Số: 5/CT | T hành phố M ẫu Sơn |'
    const line = read(printed)
    const at = line?.text.indexOf('ẫu') ?? -1
    expect(printed.slice(line?.map[at], (line?.map[at + 1] ?? 0) + 1)).toBe('ẫu')
    expect(line?.map).toHaveLength(line?.text.length ?? 0)
  })
})

describe('single letters that are none', () => {
  test.each([
    ['one alone', '| Số: 5/CT-UBND | P hòng họp số 2 |'],
    ['classes in a table of the body', '| 1 | Nhóm C hoàn thành | Nhóm T hoàn thành |'],
    ['running text', 'Số: T hành phố M ẫu Sơn'],
    ['signs of offices', '| Nơi nhận: - Lưu: VT, P (TH), H. | TM. ỦY BAN NHÂN DÂN |'],
    ['initials', '| Nơi nhận: - Các sở; - Lưu: VT, K, H, T. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH K Sor Mẫu |'],
  ])('%s', (_, text) => {
    expect(read(text)?.text).toBe(text)
  })
})
