import fs from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'

/** A plan of the fictional province, in sound Vietnamese; the tests dress, damage and hide it. */
export const SAMPLE = `ỦY BAN NHÂN DÂN TỈNH MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 27/KH-UBND
Tỉnh Mẫu, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông năm 2026

I. MỤC ĐÍCH, YÊU CẦU
1. Giảm ít nhất 5% số vụ, số người chết và số người bị thương vì tai nạn giao thông so với năm trước.
2. Các sở, ban, ngành và Ủy ban nhân dân các xã, phường thực hiện nghiêm túc, đúng thời hạn được giao.
II. NHIỆM VỤ
1. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh rà soát các điểm đen, hoàn thành trước ngày 30 tháng 6 năm 2026.
a) Kiểm tra hệ thống biển báo hiệu đường bộ trên các tuyến quốc lộ, đường tỉnh;
b) Khắc phục bất cập về tổ chức giao thông tại các nút giao nguy hiểm.
2. Công an tỉnh tăng cường tuần tra, kiểm soát, xử lý vi phạm nồng độ cồn và tốc độ.
3. Sở Giáo dục và Đào tạo tuyên truyền, phổ biến pháp luật cho học sinh, sinh viên.
III. TỔ CHỨC THỰC HIỆN
Giao Văn phòng Ban An toàn giao thông tỉnh theo dõi, đôn đốc và báo cáo kết quả hằng quý.
`

/** The files of the shared corpus, when it lies beside the checkout; an empty list otherwise. */
export const listShared = (folder: 'corpus' | 'documents'): readonly string[] => {
  const place = path.join(process.env['BINHAN_SHARED'] ?? path.resolve('../shared'), folder)
  if (!fs.existsSync(place)) return []
  return fs
    .readdirSync(place)
    .filter((name) => name !== 'README.md')
    .map((name) => path.join(place, name))
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'

export interface DocxParts {
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
  /** Parts to put in place of, or beside, the usual ones. */
  readonly more?: Readonly<Record<string, Uint8Array>>
}

/** A Word document of hand-written XML: what the usual libraries cannot be made to write. */
export const makeDocx = ({ body, numbering, styles, footnotes, more = {} }: DocxParts): Uint8Array => {
  const part = (name: string, inner: string | undefined): Record<string, Uint8Array> =>
    inner === undefined
      ? {}
      : {
          [`word/${name}.xml`]: strToU8(
            `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${W}>${inner}</w:${name}>`,
          ),
        }
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W} ${MC} ${WPS}><w:body>${body}</w:body></w:document>`,
    ),
    ...part('numbering', numbering),
    ...part('styles', styles),
    ...part('footnotes', footnotes),
    ...more,
  })
}

/** A paragraph; `properties` is the inside of its `w:pPr`. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
