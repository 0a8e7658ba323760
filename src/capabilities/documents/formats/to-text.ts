import type { Sniffed } from '#platform/server/files/sniff.ts'
import { fromDoc } from './doc.ts'
import { fromDocx } from './docx.ts'
import { isRefusal, refuse, type ExtractedText, type FormatRefusal } from './extracted-text.ts'
import { toFormat, toKind } from './file-kind.ts'
import { isGarbled, isSuspect, isUnmarked, toHealth } from './garbled.ts'
import { fromHtml } from './html.ts'
import { fromPdf, pdfReaders } from './pdf.ts'
import type { PdfRun } from './pdftotext.ts'
import { fromTextBytes } from './text.ts'

/** Larger files are kept but not read: no directive has so many bytes of words. */
export const MOST_BYTES = 100 * 1024 * 1024

/**
 * The text of a file, or the reason why it has none. `pdf` is what Poppler said of it, where it has been asked
 * already. Never throws: what no one foresaw is a broken file.
 */
export const toText = async (
  bytes: Uint8Array,
  fileName: string,
  pdf?: PdfRun,
): Promise<ExtractedText | FormatRefusal> => {
  const kind = toKind(bytes, fileName)
  try {
    const result = await convert(kind, bytes, pdf)
    return isRefusal(result) ? result : judge(result)
  } catch {
    return refuse(toFormat(kind), BROKEN[kind] ?? 'formats.unknown')
  }
}

const BROKEN: Partial<Record<Sniffed, 'formats.broken-docx' | 'formats.broken-doc' | 'formats.broken-pdf'>> =
  {
    docx: 'formats.broken-docx',
    doc: 'formats.broken-doc',
    pdf: 'formats.broken-pdf',
  }

const convert = async (
  kind: Sniffed,
  bytes: Uint8Array,
  pdf: PdfRun | undefined,
): Promise<ExtractedText | FormatRefusal> => {
  if (bytes.byteLength > MOST_BYTES) return refuse(toFormat(kind), 'formats.too-large')
  switch (kind) {
    case 'empty':
      return refuse('unknown', 'formats.empty')
    case 'txt':
    case 'md':
      return fromTextBytes(kind, bytes)
    case 'html':
      return fromHtml(bytes)
    case 'docx':
      return fromDocx(bytes)
    case 'doc':
      return fromDoc(bytes)
    case 'pdf':
      return fromPdf(bytes, pdfReaders(pdf))
    case 'encrypted-office':
      return refuse('docx', 'formats.encrypted-office')
    case 'xlsx':
      return refuse('unknown', 'formats.spreadsheet')
    case 'zip':
      return refuse('unknown', 'formats.archive')
    case 'rtf':
      return refuse('unknown', 'formats.rtf')
    case 'png':
    case 'jpg':
    case 'image':
      return refuse('unknown', 'formats.image')
    case 'ole':
    case 'unknown':
      return refuse('unknown', 'formats.unknown')
  }
}

/** Nothing damaged is passed on, whatever container it came in. */
const judge = (result: ExtractedText): ExtractedText | FormatRefusal => {
  if (!/[\p{L}\p{N}]/u.test(result.text)) return refuse(result.format, 'formats.no-text')
  const health = toHealth(result.text)
  if (isGarbled(health)) return refuse(result.format, 'formats.garbled')
  if (isUnmarked(health)) return refuse(result.format, 'formats.garbled', 'Văn bản không có dấu tiếng Việt.')
  if (!isSuspect(health)) return result
  return {
    ...result,
    notes: [...result.notes, 'Nhiều chữ có vẻ sai do nhận dạng hoặc do phông; cần đối chiếu với bản gốc.'],
  }
}
