import { describe, expect, test } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { readDocument } from './pipeline.ts'

const BODY = `
Thực hiện Kế hoạch số 5/KH-UBATGTQG ngày 10/01/2026 của Ủy ban An toàn giao thông Quốc gia, Ủy ban nhân dân tỉnh Mẫu ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

1. Giảm tai nạn giao thông trên địa bàn tỉnh Mẫu.

II. TỔ CHỨC THỰC HIỆN

1. Công an tỉnh tăng cường tuần tra, kiểm soát, xử lý vi phạm.

2. Sở Xây dựng rà soát, xử lý điểm đen trên các tuyến đường của tỉnh.
`

const read = (text: string) => readDocument({ text, agencies: noAgencies }).document

describe('the head', () => {
  test('two columns on the same lines', () => {
    const text = `    ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH MẪU                        Độc lập - Tự do - Hạnh phúc

    Số: 12/KH-UBND                 Mẫu Sơn, ngày 03 tháng 02 năm 2026

                      KẾ HOẠCH
      Bảo đảm trật tự, an toàn giao thông năm 2026
${BODY}`
    expect(read(text)).toMatchObject({
      type: 'kế hoạch',
      number: '12/KH-UBND',
      issuedOn: '2026-02-03',
      place: 'Mẫu Sơn',
      issuer: 'Ủy ban nhân dân tỉnh Mẫu',
      subject: 'Bảo đảm trật tự, an toàn giao thông năm 2026',
      years: [2026],
    })
  })

  test('two columns with one space between, as scanners give them', () => {
    const text = `UBND TỈNH MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ Độc lập - Tự do - Hạnh phúc
Số: 45 /KH-SYT Mẫu Sơn, ngày 9 tháng 3 năm 2026
KẾ HOẠCH
Về việc cấp cứu nạn nhân tai nạn giao thông giai đoạn 2026 - 2028
${BODY}`
    expect(read(text)).toMatchObject({
      number: '45/KH-SYT',
      issuedOn: '2026-03-09',
      issuer: 'Sở Y tế tỉnh Mẫu',
      subject: 'Cấp cứu nạn nhân tai nạn giao thông giai đoạn 2026 - 2028',
      years: [2026, 2027, 2028],
    })
  })

  test('a table of markdown', () => {
    const text = `| **ỦY BAN NHÂN DÂN TỈNH MẪU** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** Độc lập - Tự do - Hạnh phúc |
|---|---|
| Số: 7/CT-UBND | *Mẫu Sơn, ngày 20 tháng 4 năm 2026* |

**CHỈ THỊ**

**VỀ VIỆC TĂNG CƯỜNG BẢO ĐẢM AN TOÀN GIAO THÔNG TRÊN ĐỊA BÀN TỈNH MẪU**
${BODY}`
    expect(read(text)).toMatchObject({
      type: 'chỉ thị',
      number: '7/CT-UBND',
      place: 'Mẫu Sơn',
      issuer: 'Ủy ban nhân dân tỉnh Mẫu',
      subject: 'Tăng cường bảo đảm an toàn giao thông trên địa bàn tỉnh Mẫu',
    })
  })

  test('cells on lines of their own between lone bars', () => {
    const text = `|
**ỦY BAN NHÂN
DÂN**
TỈNH MẪU
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số:
8/KH-UBND
|
*Mẫu Sơn, ngày 2
tháng 5 năm 2026*
|

**KẾ HOẠCH**

PHÁT ĐỘNG THI ĐUA NĂM 2026
${BODY}`
    expect(read(text)).toMatchObject({
      number: '8/KH-UBND',
      issuedOn: '2026-05-02',
      issuer: 'Ủy ban nhân dân tỉnh Mẫu',
      subject: 'Phát động thi đua năm 2026',
    })
  })

  test('a blank number keeps its tail, a blank day leaves the month', () => {
    const text = `Số: /KH-BATGT\n\nMẫu Sơn, ngày tháng 6 năm 2026\n\nKẾ HOẠCH\n\nPhát động thi đua\n${BODY}`
    expect(read(text)).toMatchObject({ number: '/KH-BATGT', issuedOn: '2026-06', place: 'Mẫu Sơn' })
  })

  test('without a head the opening sentence says who issues, and the theme', () => {
    const text = `KẾ HOẠCH

Bảo đảm an toàn giao thông năm 2026

Thực hiện Chỉ thị số 3/CT-TTg ngày 02/01/2026 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh xây dựng Kế hoạch bảo đảm an toàn giao thông năm 2026 với chủ đề “Mỗi chuyến đi đều an toàn” như sau:

I. MỤC TIÊU

1. Giảm tai nạn trên địa bàn tỉnh Mẫu so với năm trước.

2. Không để ùn tắc kéo dài trên các tuyến đường chính của tỉnh Mẫu.

II. TỔ CHỨC THỰC HIỆN

1. Công an tỉnh tăng cường tuần tra, kiểm soát trên các tuyến.
`
    expect(read(text)).toMatchObject({
      issuer: 'Ủy ban nhân dân tỉnh Mẫu',
      theme: 'Mỗi chuyến đi đều an toàn',
      number: null,
      issuedOn: null,
      place: null,
    })
  })
})

describe('the foot', () => {
  const foot = (text: string) => read(`KẾ HOẠCH\n\nBảo đảm an toàn giao thông\n${BODY}\n${text}`)

  test('one below the other', () => {
    expect(
      foot(
        'Nơi nhận:\n- UBND tỉnh (b/c);\n- Các sở, ban, ngành;\n- C, PCVP, các phòng CM,\n  Trung tâm Thông tin;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\n\nNguyễn Văn Mẫu',
      ),
    ).toMatchObject({
      signatory: { name: 'Nguyễn Văn Mẫu', title: 'Phó Chủ tịch', authority: 'TM. UBND; KT. Chủ tịch' },
      recipients: [
        'UBND tỉnh',
        'Các sở, ban, ngành',
        'C, PCVP, các phòng CM, Trung tâm Thông tin',
        'Lưu: VT',
      ],
    })
  })

  test('side by side, the stamp of a digital signature between', () => {
    expect(
      foot(`                                             T/M. ỦY BAN NHÂN DÂN
Nơi nhận:                                        KT. CHỦ TỊCH
- Bộ Nội vụ (b/c);                               PHÓ CHỦ TỊCH
- Các sở;                                                        Ký bởi: Ủy ban nhân dân
- Lưu: VT.                                        Trần Thị Mẫu`),
    ).toMatchObject({
      signatory: { name: 'Trần Thị Mẫu', title: 'Phó Chủ tịch', authority: 'TM. UBND; KT. Chủ tịch' },
      recipients: ['Bộ Nội vụ', 'Các sở', 'Lưu: VT'],
    })
  })

  test('on one line with a single space', () => {
    expect(foot('Nơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n- Lưu: VT.\nLê Thị Mẫu')).toMatchObject({
      signatory: { name: 'Lê Thị Mẫu', title: 'Phó Giám đốc', authority: 'KT. Giám đốc' },
      recipients: ['Như trên', 'Lưu: VT'],
    })
  })

  test('an organ that runs over two lines', () => {
    expect(
      foot('|\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n|\n**TM. ỦY BAN NHÂN\nDÂN**\nCHỦ TỊCH\n**Phạm Văn Mẫu**\n|'),
    ).toMatchObject({
      signatory: { name: 'Phạm Văn Mẫu', title: 'Chủ tịch', authority: 'TM. UBND' },
    })
  })
})
