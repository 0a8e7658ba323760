import { describe, expect, it } from 'vitest'
import { readAgencyList } from './agencies.ts'
import { findPartners } from './partners.ts'

const names = (text: string) => readAgencyList(text).agencies.map(({ name }) => name)

describe('readBranches', () => {
  it.each([
    [
      'các hội: Nông dân, Phụ nữ, Cựu chiến binh tuyên truyền, vận động hội viên',
      ['Hội Nông dân', 'Hội Phụ nữ', 'Hội Cựu chiến binh'],
    ],
    [
      'Các Tập đoàn, Tổng công ty: Điện lực Việt Nam, Dầu khí Việt Nam, Đường sắt Việt Nam bảo đảm cung ứng',
      ['Tập đoàn Điện lực Việt Nam', 'Tập đoàn Dầu khí Việt Nam', 'Tổng công ty Đường sắt Việt Nam'],
    ],
    [
      'Các Đại sứ quán Việt Nam tại: Lào, Campuchia hỗ trợ công dân',
      ['Đại sứ quán Việt Nam tại Lào', 'Đại sứ quán Việt Nam tại Campuchia'],
    ],
    [
      'Giám đốc các Trung tâm: Y tế, Kiểm soát bệnh tật chuẩn bị thuốc, vật tư',
      ['Giám đốc Trung tâm Y tế', 'Giám đốc Trung tâm Kiểm soát bệnh tật'],
    ],
    [
      'Các Cục: Đường bộ Việt Nam, Hàng hải và Đường thủy Việt Nam, Đường sắt Việt Nam kiểm tra',
      ['Cục Đường bộ Việt Nam', 'Cục Hàng hải và Đường thủy Việt Nam', 'Cục Đường sắt Việt Nam'],
    ],
    [
      'các phòng: Kinh tế; Hạ tầng và Đô thị; Văn hóa - Xã hội tham mưu',
      ['Phòng Kinh tế', 'Phòng Hạ tầng và Đô thị', 'Phòng Văn hóa - Xã hội'],
    ],
    [
      'Chủ tịch Ủy ban nhân dân các tỉnh, thành phố: Lạng Sơn, Cao Bằng, Hà Nội khẩn trương chỉ đạo',
      [
        'Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn',
        'Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng',
        'Chủ tịch Ủy ban nhân dân thành phố Hà Nội',
      ],
    ],
    [
      'Các đoàn thể: Nông dân, Phụ nữ, Đoàn Thanh niên vận động',
      ['Hội Nông dân', 'Hội Phụ nữ', 'Đoàn Thanh niên'],
    ],
  ])('names each member of %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('reads those who work along in the same way', () => {
    expect(
      findPartners(
        'Sở Xây dựng phối hợp với các hội: Nông dân, Phụ nữ, Cựu chiến binh tổ chức tuyên truyền.',
      ),
    ).toEqual(['Hội Nông dân', 'Hội Phụ nữ', 'Hội Cựu chiến binh'])
  })

  it('reads one body at the head of either committee as one name', () => {
    expect(names('Ban Thường vụ Tỉnh ủy, Thành ủy lãnh đạo')).toEqual(['Ban Thường vụ Tỉnh ủy, Thành ủy'])
    expect(names('Văn phòng Tỉnh ủy, Đảng ủy Công an tỉnh phối hợp')).toEqual([
      'Văn phòng Tỉnh ủy',
      'Đảng ủy Công an tỉnh',
    ])
  })

  it('keeps a name that does not look like the others', () => {
    expect(names('Các Hội: Nông dân tỉnh, Liên hiệp Phụ nữ tỉnh, Cựu chiến binh tỉnh: phối hợp')).toEqual([
      'Hội Nông dân tỉnh',
      'Hội Liên hiệp Phụ nữ tỉnh',
      'Hội Cựu chiến binh tỉnh',
    ])
  })
})
