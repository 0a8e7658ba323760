import { describe, expect, test } from 'vitest'
import { gatherCitations } from './citations.ts'
import { toPiece } from './mapped-text.ts'

const cite = (...texts: string[]) =>
  gatherCitations(
    texts.map((text) => toPiece(text)),
    null,
  ).map((c) => [c.type, c.number, c.issuedOn])

describe('a cited document is found with type, number and day', () => {
  test.each([
    ['Chỉ thị số 23-CT/TW, ngày 25/5/2023 của Ban Bí thư', ['chỉ thị', '23-CT/TW', '2023-05-25']],
    ['Chỉ thị số 10/CT-TTg 19/4/2023 của Thủ tướng', ['chỉ thị', '10/CT-TTg', '2023-04-19']],
    ['Nghị quyết 59-NQ/TW ngày 24 tháng 01 năm 2025', ['nghị quyết', '59-NQ/TW', '2025-01-24']],
    ['Nghị định số 46/2017/NĐ-CP ngày 21.4.2017', ['nghị định', '46/2017/NĐ-CP', '2017-04-21']],
    ['Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025', ['nghị quyết', '66.7/2025/NQ-CP', '2025-11-15']],
    ['Kế hoạch 689/KH-UBATGTQG. Triển khai', ['kế hoạch', '689/KH-UBATGTQG', null]],
    ['Công văn số 227/TTg-CN ngày 27/02/2025', ['công văn', '227/TTg-CN', '2025-02-27']],
    ['Công điện số 132/CĐ-TTg', ['công điện', '132/CĐ-TTg', null]],
    [
      'Chương trình phối hợp số 11/CtrPH-BCA-BGDĐT ngày 19/10/2022',
      ['chương trình phối hợp', '11/CtrPH-BCA-BGDĐT', '2022-10-19'],
    ],
    [
      'Chương trình phối hợp số 415/CTPH/UBATGTQG-BGDĐT',
      ['chương trình phối hợp', '415/CTPH/UBATGTQG-BGDĐT', null],
    ],
    [
      'Thông tư liên tịch số 05/2008/TTLT-BKHCN-BNV ngày 18/6/2008',
      ['thông tư liên tịch', '05/2008/TTLT-BKHCN-BNV', '2008-06-18'],
    ],
    ['Luật số 85/2015/QH13, ngày 25/6/2015', ['luật', '85/2015/QH13', '2015-06-25']],
    ['Luật Mẫu sửa đổi (LMSĐ) ngày 22/6/2015', ['luật', null, '2015-06-22']],
    ['Luật Giáo dục năm 2019.', ['luật', null, '2019']],
    ['Văn bản số 43-CV/TU ngày 12/11/2030 của Tỉnh ủy', ['công văn', '43-CV/TU', '2030-11-12']],
    ['văn bản số 364/TTr-BNG ngày 19/01/2026', ['tờ trình', '364/TTr-BNG', '2026-01-19']],
    ['Nghị quyết số 48/NQ-CP của Chính phủ ngày 05/4/2022', ['nghị quyết', '48/NQ-CP', '2022-04-05']],
    ['Nghị quyết số 17/NQ- CP ngày 07/3/2019', ['nghị quyết', '17/NQ-CP', '2019-03-07']],
    ['Kế hoạch số 297/KH-UBNDT ngày 24/10/2023', ['kế hoạch', '297/KH-UBNDT', '2023-10-24']],
    [
      'Công văn số 71/BYT-DP của Bộ Y tế (BYT) ngày 03 tháng 6 năm 2025 về dịch sởi',
      ['công văn', '71/BYT-DP', '2025-06-03'],
    ],
    [
      'Kế hoạch số 8/KH-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch ban hành ngày 09/5/2025',
      ['kế hoạch', '8/KH-BVHTTDL', '2025-05-09'],
    ],
    [
      'Nghị quyết số 20-NQ/TW của Hội nghị lần thứ 6 Ban Chấp hành Trung ương (khóa XII), ngày 25/10/2017',
      ['nghị quyết', '20-NQ/TW', '2017-10-25'],
    ],
    ['Quyết định số 3/QĐ-UBND được ban hành ngày 04/5/2025', ['quyết định', '3/QĐ-UBND', '2025-05-04']],
    ['Kế hoạch số 14/KH-UBND ngày …/4/2026', ['kế hoạch', '14/KH-UBND', '2026-04']],
    [
      'Luật Phòng, chống bạo lực được Quốc hội khóa XV, kỳ họp thứ 4 thông qua ngày 14 tháng 11 năm 2022',
      ['luật', null, '2022-11-14'],
    ],
    [
      'Luật Hòa giải (sau đây gọi chung là Luật) đã được Quốc hội thông qua ngày 20/6/2013',
      ['luật', null, '2013-06-20'],
    ],
    [
      'Nghị quyết liên tịch số 12/2019/NQLT-CP-MTTQ ngày 04/5/2019',
      ['nghị quyết liên tịch', '12/2019/NQLT-CP-MTTQ', '2019-05-04'],
    ],
    [
      'Chương trình hành động số 7-CTr/TU ngày 02/3/2025',
      ['chương trình hành động', '7-CTr/TU', '2025-03-02'],
    ],
    ['Kế hoạch hành động số 32-KH/TU', ['kế hoạch hành động', '32-KH/TU', null]],
    ['Pháp lệnh Chi phí tố tụng số 2/2024/UBTVQH15', ['pháp lệnh', '2/2024/UBTVQH15', null]],
    ['Kế hoạch số 31/KH - BYT ngày 05/02/2026', ['kế hoạch', '31/KH-BYT', '2026-02-05']],
    ['Quyết định số1122/QĐ-TTg ngày 14/10/2021', ['quyết định', '1122/QĐ-TTg', '2021-10-14']],
    ['Nghị quyết 20-NQ/TW (khóa XII) ngày 25/10/2017', ['nghị quyết', '20-NQ/TW', '2017-10-25']],
    [
      'Nghị quyết số 20-NQ/TW Hội nghị Trung ương 6 khóa XII ngày 25/10/2017',
      ['nghị quyết', '20-NQ/TW', '2017-10-25'],
    ],
    ['Văn bản hợp nhất số 5/VBHN-BXD', ['văn bản', '5/VBHN-BXD', null]],
  ])('%s', (text, expected) => {
    expect(cite(text)).toEqual([expected])
  })

  test('lists share the type, "và" shares the day', () => {
    expect(cite('các Nghị quyết số 1/NQ-CP, số 2/NQ-CP ngày 08/01/2026')).toEqual([
      ['nghị quyết', '1/NQ-CP', null],
      ['nghị quyết', '2/NQ-CP', '2026-01-08'],
    ])
    expect(cite('Công điện số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025')).toEqual([
      ['công điện', '008/CĐ-UBND', '2025-11-19'],
      ['công điện', '009/CĐ-UBND', '2025-11-19'],
    ])
    expect(cite('Thông báo số 2/TB-UBND ngày 5/4/2025; Thông báo số 3/TB-UBND cùng ngày')).toEqual([
      ['thông báo', '2/TB-UBND', '2025-04-05'],
      ['thông báo', '3/TB-UBND', '2025-04-05'],
    ])
    expect(cite('Nghị định số 46/2017/NĐ-CP và Nghị định số 135/2018/NĐ-CP')).toHaveLength(2)
  })

  test('one document, every place where it is named', () => {
    const [citation, ...others] = gatherCitations(
      [
        toPiece('Chỉ thị số 23-CT/TW'),
        toPiece('Chỉ thị số 23-CT/TW ngày 25/5/2023 của Ban Bí thư về an toàn', 100),
      ],
      null,
    )
    expect(others).toEqual([])
    expect(citation).toMatchObject({ issuedOn: '2023-05-25', issuer: 'Ban Bí thư' })
    expect(citation?.spans).toEqual([
      { start: 0, end: 19 },
      { start: 100, end: 134 },
    ])
  })

  test.each([
    [
      'Quyết định số 5/QĐ-BGTVT ngày 12/3/2020 của Bộ trưởng Bộ Giao thông vận tải về tải trọng',
      'Bộ trưởng Bộ Giao thông vận tải',
    ],
    [
      'Kế hoạch số 9/KH-UBATGTQG ngày 01/02/2025 của Ủy ban An toàn giao thông Quốc gia về việc',
      'Ủy ban An toàn giao thông Quốc gia',
    ],
    ['Kế hoạch số 4/KH-UBND của UBND tỉnh Mẫu về du lịch ngày 5/4/2025', 'UBND tỉnh Mẫu'],
    ['Nghị quyết số 4/NQ-CP ngày 03/01/2025 của Chính phủ và các văn bản khác', 'Chính phủ'],
    ['Nghị định số 4/2025/NĐ-CP ngày 03/01/2025 của Chính phủ sửa đổi, bổ sung một số điều', 'Chính phủ'],
    ['Nghị định số 4/2025/NĐ-CP ngày 03/01/2025 của Chính phủ đối với lái xe', 'Chính phủ'],
    [
      'Kế hoạch số 4/KH-SVHTT ngày 03/01/2025 của Sở Văn hóa, Thể thao và Du lịch về lễ hội',
      'Sở Văn hóa, Thể thao và Du lịch',
    ],
  ])('the issuer: %s', (text, issuer) => {
    expect(gatherCitations([toPiece(text)], null)[0]?.issuer).toBe(issuer)
  })
})
