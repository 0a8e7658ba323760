import { expect, test } from 'vitest'
import { toIssuer } from './issuer-name.ts'
import { capitaliseNames } from './worn-names.ts'

const none: ReadonlyMap<string, string> = new Map()
/** As the head reads it, with the place of its date line. */
const nameOf = (lines: readonly string[]): string =>
  capitaliseNames(toIssuer(lines, () => none) ?? '', 'Sơn Hà')

test.each([
  // A part without a name of its own is named after the body above it.
  [
    ['BAN CHỈ HUY PTDS', 'TỈNH SƠN HÀ', 'VĂN PHÒNG THƯỜNG TRỰC'],
    'Văn phòng thường trực Ban Chỉ huy PTDS tỉnh Sơn Hà',
  ],
  [['UBND TỈNH SƠN HÀ', 'SỞ XÂY DỰNG', 'VĂN PHÒNG'], 'Văn phòng Sở Xây dựng tỉnh Sơn Hà'],
  [['HỘI NÔNG DÂN TỈNH SƠN HÀ', 'BAN THƯỜNG VỤ'], 'Ban Thường vụ Hội Nông dân tỉnh Sơn Hà'],
  [['ĐOÀN TNCS HỒ CHÍ MINH', 'BAN CHẤP HÀNH TỈNH SƠN HÀ'], 'Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Sơn Hà'],
  // Offices of the Party, of the police, of the national bodies.
  [['HUYỆN ỦY ĐÔNG KHÊ', 'ỦY BAN KIỂM TRA'], 'Ủy ban Kiểm tra Huyện ủy Đông Khê'],
  [['THÀNH ỦY TP. ĐÔNG KHÊ', 'BAN DÂN VẬN'], 'Ban Dân vận Thành ủy thành phố Đông Khê'],
  [['BAN CHẤP HÀNH', 'TRUNG ƯƠNG', 'BAN TỔ CHỨC'], 'Ban Tổ chức Trung ương'],
  [['BAN CHẤP HÀNH TRUNG ƯƠNG', 'VĂN PHÒNG'], 'Văn phòng Trung ương'],
  [['CÔNG AN TỈNH SƠN HÀ', 'PHÒNG CẢNH SÁT GIAO THÔNG'], 'Phòng Cảnh sát giao thông Công an tỉnh Sơn Hà'],
  [['BẢO HIỂM XÃ HỘI VIỆT NAM', 'BẢO HIỂM XÃ HỘI TỈNH SƠN HÀ'], 'Bảo hiểm xã hội tỉnh Sơn Hà'],
  [['HỘI ĐỒNG NHÂN DÂN', 'TỈNH SƠN HÀ', 'BAN PHÁP CHẾ'], 'Ban Pháp chế Hội đồng nhân dân tỉnh Sơn Hà'],
  [['CÔNG TY ĐIỆN LỰC SƠN HÀ', 'ĐIỆN LỰC SƠN HÀ 2'], 'Điện lực Sơn Hà 2'],
  [['BẢO HIỂM XÃ HỘI VIỆT NAM', 'BHXH TỈNH SƠN HÀ'], 'BHXH tỉnh Sơn Hà'],
  // A name over two lines, though the second begins like an office.
  [
    ['UBND TỈNH SƠN HÀ', 'BAN CHỈ ĐẠO', 'PHÒNG, CHỐNG TỘI PHẠM'],
    'Ban Chỉ đạo phòng, chống tội phạm tỉnh Sơn Hà',
  ],
  // What has only a kind takes the place.
  [['UBND HUYỆN ĐÔNG KHÊ', 'TRUNG TÂM Y TẾ'], 'Trung tâm Y tế huyện Đông Khê'],
  [['SỞ Y TẾ TỈNH SƠN HÀ', 'BỆNH VIỆN PHỔI'], 'Bệnh viện phổi tỉnh Sơn Hà'],
  [['UBND TP SƠN HÀ', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO'], 'Phòng Giáo dục và Đào tạo thành phố Sơn Hà'],
])('%j', (lines, name) => expect(nameOf(lines)).toBe(name))

test.each([
  // A name of one's own needs no place behind it.
  [['SỞ GDĐT TỈNH SƠN HÀ', 'TRƯỜNG THPT ĐÈO MÂY 2'], 'Trường THPT Đèo Mây 2'],
  [['UBND XÃ BẢN MẪU', 'TRƯỜNG TIỂU HỌC SỐ 2 ĐÈO MÂY'], 'Trường Tiểu học số 2 Đèo Mây'],
  [['SỞ GDĐT', 'TRƯỜNG THPT ĐÈO MÂY', 'TỔ TOÁN'], 'Tổ toán Trường THPT Đèo Mây'],
  [['UBND PHƯỜNG TÂN MẪU', 'TRƯỜNG MẦM NON HOA SEN'], 'Trường Mầm non Hoa Sen'],
  [['SỞ Y TẾ TỈNH SƠN HÀ', 'BỆNH VIỆN ĐA KHOA SƠN HÀ 2'], 'Bệnh viện đa khoa Sơn Hà 2'],
  [['UBND TỈNH SƠN HÀ', 'CÔNG TY TNHH MTV CẤP NƯỚC'], 'Công ty TNHH MTV cấp nước'],
  [['ỦY BAN BẦU CỬ XÃ ĐÈO MÂY', 'TIỂU BAN AN NINH'], 'Tiểu ban an ninh'],
  // The place is in the name already.
  [['UBND TỈNH SƠN HÀ', 'TRUNG TÂM XÚC TIẾN ĐẦU TƯ SƠN HÀ'], 'Trung tâm Xúc tiến đầu tư Sơn Hà'],
  [['BỘ CÔNG AN', 'CÔNG AN TỈNH SƠN HÀ'], 'Công an tỉnh Sơn Hà'],
  // Ministries lend no place, and not every group below the centre is of the centre.
  [['BỘ Y TẾ', 'CỤC PHÒNG BỆNH'], 'Cục Phòng bệnh'],
  [['BAN CHẤP HÀNH TRUNG ƯƠNG', 'ĐẢNG ĐOÀN QUỐC HỘI'], 'Đảng đoàn Quốc hội'],
])('no place behind %j', (lines, name) => expect(nameOf(lines)).toBe(name))

test('no line, no issuer', () => expect(toIssuer([], () => none)).toBeUndefined())
