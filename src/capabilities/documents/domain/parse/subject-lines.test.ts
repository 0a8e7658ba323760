import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

const DUTIES = `Thực hiện nhiệm vụ được giao, Ủy ban nhân dân tỉnh yêu cầu các cơ quan thực hiện các nội dung sau:

1. Sở Y tế chuẩn bị thuốc men, giường bệnh và lực lượng cấp cứu để sẵn sàng ứng phó khi có thiên tai xảy ra.

2. Sở Xây dựng kiểm tra, gia cố cầu, đường, bố trí lực lượng trực tại các vị trí có nguy cơ sạt lở cao.

3. Ủy ban nhân dân các xã, phường rà soát, sơ tán người dân ra khỏi vùng nguy hiểm trước khi bão đổ bộ.`

const read = (head: string) => readDocument({ text: `${head}\n\n${DUTIES}`, agencies: noAgencies }).document

describe('a subject set in paragraphs of its own', () => {
  const titled = (...lines: readonly string[]) =>
    read(
      `ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n\nSố: 8/KH-UBND\n\nSơn Hà, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\n\n${lines.join('\n\n')}`,
    ).subject

  it('is read to its end above the grounds', () =>
    expect(titled('Tổ chức sinh hoạt chuyên môn môn Địa lý', 'Cụm 3 năm học 2026 - 2027')).toBe(
      'Tổ chức sinh hoạt chuyên môn môn Địa lý Cụm 3 năm học 2026 - 2027',
    ))
  it('is read over a line that goes on in small letters, and to the rule', () =>
    expect(
      titled(
        'Kết luận của đồng chí Phó Bí thư Tỉnh ủy, Chủ tịch',
        'Ủy ban nhân dân tỉnh tại cuộc họp về tình hình triển khai',
        'các cụm công nghiệp trên địa bàn',
        '_____________',
      ),
    ).toBe(
      'Kết luận của đồng chí Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về tình hình triển khai các cụm công nghiệp trên địa bàn',
    ))
  it('does not take in a sentence that ends', () =>
    expect(titled('Phòng, chống thiên tai năm 2026', 'Năm qua, thiên tai gây thiệt hại lớn.')).toBe(
      'Phòng, chống thiên tai năm 2026',
    ))
})

describe('the subject of a letter', () => {
  it('stands below its number, in as many lines as the column needs', () => {
    const { type, subject } =
      read(`   ỦY BAN NHÂN DÂN                             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     TỈNH SƠN HÀ                                       Độc lập - Tự do - Hạnh phúc

     Số: 59/UBND-KT                                 Sơn Hà, ngày 11 tháng 6 năm 2026
V/v tăng cường công tác quản
 lý, kiểm tra hoạt động khai
thác cát trên địa bàn tỉnh

                       Kính gửi:
                                       - Các sở, ban, ngành;
                                       - Ủy ban nhân dân các xã, phường.`)
    expect({ type, subject }).toEqual({
      type: 'công văn',
      subject: 'Tăng cường công tác quản lý, kiểm tra hoạt động khai thác cát trên địa bàn tỉnh',
    })
  })
  it('is none where the letter does not say it', () =>
    expect(
      read(
        `ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n\nSố: 59/UBND-KT\n\nSơn Hà, ngày 11 tháng 6 năm 2026\n\nKính gửi: Các sở, ban, ngành.`,
      ).subject,
    ).toBeNull())
})

describe('the issuer with its place set apart on one line', () => {
  it('is one name', () =>
    expect(
      read(
        'ỦY BAN NHÂN DÂN                                  TỈNH SƠN HÀ\n\nSố: 8/KH-UBND\n\nSơn Hà, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nPhòng, chống thiên tai năm 2026',
      ).issuer,
    ).toBe('Ủy ban nhân dân tỉnh Sơn Hà'))
})

describe('a subject in capitals', () => {
  it('ends where running text begins, though its lines are short', () =>
    expect(
      read(`ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ

Số: 8/KH-UBND

Sơn Hà, ngày 05 tháng 3 năm 2026

KẾ HOẠCH

PHÒNG, CHỐNG THIÊN TAI NĂM 2026

Nước lũ dâng cao gây thiệt hại lớn ở nhiều nơi
trong tỉnh, nhất là các xã ven sông.`).subject,
    ).toBe('Phòng, chống thiên tai năm 2026'))
})
