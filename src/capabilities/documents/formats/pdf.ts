import { isRefusal, refuse, type ExtractedText, type FormatRefusal } from './extracted-text.ts'
import { isGarbled, MOST_BROKEN_DIGITAL, toHealth } from './garbled.ts'
import { toUnicode } from './letters.ts'
import { toPdfRunByLibrary } from './pdf-library.ts'
import { withTables } from './pdf-tables.ts'
import { runPdftotext, type PdfRun } from './pdftotext.ts'

/** Reads the bytes of a PDF; the tests try each alone. */
export type PdfReader = (bytes: Uint8Array) => Promise<PdfRun>

/** The two ways to read a PDF, the better one first; `asked` is what that one said already. */
export const pdfReaders = (asked?: PdfRun): readonly PdfReader[] => [
  async (bytes) => asked ?? (await runPdftotext(bytes)),
  toPdfRunByLibrary,
]

/**
 * A PDF with a text layer, laid out as it is seen, pages ended by a form feed. A scan, an encrypted, a broken
 * and a garbled one are refused with their own words.
 */
export const fromPdf = async (
  bytes: Uint8Array,
  use: readonly PdfReader[] = pdfReaders(),
): Promise<ExtractedText | FormatRefusal> => {
  for (const read of use) {
    const run = await read(bytes)
    if (run.kind === 'missing') continue
    if (run.kind === 'encrypted') return refuse('pdf', 'formats.encrypted-pdf')
    if (run.kind === 'broken') return refuse('pdf', 'formats.broken-pdf')
    if (run.kind === 'overrun') return refuse('pdf', 'formats.overrun')
    if (run.kind === 'too-large') return refuse('pdf', 'formats.too-large')
    const judged = judge(bytes, run.text)
    if (isRefusal(judged) || !run.words) return judged
    return { ...judged, text: toUnicode(await withTables(bytes, run.text, run.words)).text }
  }
  return refuse('pdf', 'formats.broken-pdf')
}

/** Letters on a page below which the page shows a picture, given that the file has pictures. */
const FEW_LETTERS = 40

const judge = (bytes: Uint8Array, raw: string): ExtractedText | FormatRefusal => {
  const pages = raw.split('\f')
  if (pages.at(-1)?.trim() === '') pages.pop()
  const hasPictures = /\/Subtype\s*\/Image/u.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  ) // ascii: words of PDF
  const letters = pages.map((page) => countLetters(withoutStamps(page)))
  const all = letters.reduce((sum, count) => sum + count, 0)
  const bare = letters.flatMap((count, i) => (count < FEW_LETTERS ? [i + 1] : []))
  if (all === 0 || (hasPictures && bare.length === pages.length)) return refuse('pdf', 'formats.scan')
  const { text, note } = toUnicode(raw)
  if (isGarbled(toHealth(text), MOST_BROKEN_DIGITAL)) return refuse('pdf', 'formats.garbled')
  const notes = note === undefined ? [] : [note]
  if (hasPictures && bare.length > 0)
    notes.push(`Trang ${bare.join(', ')} là bản chụp, chưa có lớp chữ: nội dung ở đó chưa được đọc.`)
  return { format: 'pdf', text, notes }
}

/** What a digital signature prints on a scan: names, times, addresses; no word of the document. */
const STAMP =
  /(?:Ký bởi|Người ký|Ký điện tử|Digitally signed|Signed by|Email|Cơ quan|Ngày ký|Thời gian ký|Giờ ký|Chức vụ|Tổ chức)\s?:|\d{2}[-./]\d{2}[-./]\d{4} {1,3}\d{2}:\d{2}|\S{1,64}@\S{1,64}\.vn/iu

const withoutStamps = (page: string): string =>
  page
    .split('\n')
    .filter((line) => line.length > 300 || !STAMP.test(line))
    .join('\n')

const countLetters = (page: string): number => page.match(/\p{L}/gu)?.length ?? 0
