import type { Format } from '../contract.ts'

/** A file as text. Every span of the reader counts in `text`. */
export interface ExtractedText {
  readonly format: Format
  readonly text: string
  /** What the person should know of the conversion, Vietnamese sentences. */
  readonly notes: readonly string[]
  /** Words that stand on every page, outside the text: nothing is read from them but a mark of secrecy. */
  readonly margin?: string
}

/** Why a file gives no text. An ordinary outcome: the file is kept, and tasks can be typed by hand from it. */
export interface FormatRefusal {
  readonly format: Format
  readonly code: RefusalCode
  /** What is wrong, one Vietnamese sentence. */
  readonly reason: string
  /** What the person can do. */
  readonly action: string
}

export const isRefusal = (result: object): result is FormatRefusal => 'code' in result

const words = {
  'formats.empty': ['Tệp rỗng, không có nội dung.', 'Kiểm tra lại tệp gốc rồi gửi lại.'],
  'formats.too-large': [
    'Tệp quá lớn để đọc thành văn bản.',
    'Bỏ ảnh hoặc tách phụ lục thành tệp riêng rồi gửi lại.',
  ],
  'formats.overrun': [
    'Đọc tệp quá lâu nên đã dừng.',
    'Nhập nhiệm vụ bằng tay từ bản gốc, hoặc tách phụ lục, bảng biểu dài thành tệp riêng rồi gửi lại.',
  ],
  'formats.out-of-memory': [
    'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng.',
    'Nhập nhiệm vụ bằng tay từ bản gốc, hoặc tách phụ lục, bảng biểu dài thành tệp riêng rồi gửi lại.',
  ],
  'formats.zip-bomb': [
    'Tệp nén giãn ra bất thường (nghi là bom nén) nên không được mở.',
    'Mở tệp bằng Word trên máy tin cậy, lưu lại thành tệp .docx mới rồi gửi lại.',
  ],
  'formats.unsafe-archive': [
    'Tệp chứa đường dẫn hoặc khai báo XML không an toàn nên không được mở.',
    'Mở tệp bằng Word trên máy tin cậy, lưu lại thành tệp .docx mới rồi gửi lại.',
  ],
  'formats.encrypted-pdf': [
    'Tệp PDF đặt mật khẩu nên không đọc được.',
    'Mở tệp bằng mật khẩu, lưu bản không đặt mật khẩu rồi gửi lại.',
  ],
  'formats.encrypted-office': [
    'Tệp Word đặt mật khẩu nên không đọc được.',
    'Mở tệp bằng mật khẩu, bỏ mật khẩu trong Word (Tệp → Thông tin → Bảo vệ tài liệu) rồi gửi lại.',
  ],
  'formats.broken-pdf': [
    'Tệp PDF hỏng hoặc tải về chưa đủ.',
    'Tải lại tệp từ nơi gửi, mở thử bằng trình đọc PDF rồi gửi lại.',
  ],
  'formats.broken-docx': [
    'Tệp Word (.docx) hỏng hoặc tải về chưa đủ.',
    'Tải lại tệp từ nơi gửi, mở thử bằng Word rồi gửi lại.',
  ],
  'formats.broken-doc': [
    'Tệp Word cũ (.doc) hỏng hoặc thuộc phiên bản trước Word 97.',
    'Mở tệp bằng Word, lưu lại thành .docx rồi gửi lại.',
  ],
  'formats.no-text': [
    'Tệp mở được nhưng không có chữ nào.',
    'Kiểm tra lại tệp gốc; nếu nội dung là ảnh, gửi bản có chữ (Word hoặc PDF xuất từ Word).',
  ],
  'formats.scan': [
    'Tệp là bản chụp, chưa có lớp chữ.',
    'Gửi bản có chữ (Word hoặc PDF xuất từ Word); nếu không có, nhập nhiệm vụ bằng tay từ bản này.',
  ],
  'formats.image': [
    'Tệp ảnh là bản chụp, chưa có lớp chữ.',
    'Gửi bản có chữ (Word hoặc PDF xuất từ Word); nếu không có, nhập nhiệm vụ bằng tay từ bản này.',
  ],
  'formats.garbled': [
    'Chữ Việt trong tệp bị hỏng (mất dấu, vỡ chữ do phông hoặc do nhận dạng) nên không dùng được.',
    'Gửi tệp Word gốc, hoặc xuất lại PDF với phông Unicode (Times New Roman).',
  ],
  'formats.encoding': [
    'Không xác định được bảng mã chữ Việt của tệp.',
    'Mở tệp bằng phần mềm đã soạn, lưu lại theo bảng mã Unicode (UTF-8) rồi gửi lại.',
  ],
  'formats.spreadsheet': [
    'Tệp là bảng tính Excel, không phải văn bản.',
    'Chép nội dung vào tệp Word hoặc xuất PDF rồi gửi lại.',
  ],
  'formats.archive': ['Tệp là tệp nén, không phải văn bản.', 'Giải nén rồi gửi từng văn bản bên trong.'],
  'formats.rtf': ['Tệp thuộc dạng RTF, chưa đọc được.', 'Mở tệp bằng Word, lưu lại thành .docx rồi gửi lại.'],
  'formats.unknown': [
    'Không nhận ra dạng của tệp.',
    'Gửi tệp dạng .docx, .doc, .pdf có lớp chữ, .html, .md hoặc .txt.',
  ],
} as const

export type RefusalCode = keyof typeof words

/** Every refusal that a file can meet, for the documentation and the tests. */
export const refusalCodes = Object.keys(words) as RefusalCode[]

/** Makes a refusal; `detail` says where in the file, in Vietnamese. */
export const refuse = (format: Format, code: RefusalCode, detail?: string): FormatRefusal => {
  const [reason, action] = words[code]
  return { format, code, reason: detail === undefined ? reason : `${reason} ${detail}`, action }
}
