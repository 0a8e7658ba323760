import { sniff, type Sniffed } from '#platform/server/files/sniff.ts'
import type { Format } from '../contract.ts'
import { fromDoc } from './doc.ts'
import { fromDocx } from './docx.ts'
import { isRefusal, refuse, type ExtractedText, type FormatRefusal } from './extracted-text.ts'
import { isGarbled, isSuspect, isUnmarked, toHealth } from './garbled.ts'
import { fromHtml } from './html.ts'
import { fromPdf } from './pdf.ts'
import { fromTextBytes } from './text.ts'

/** Larger files are kept but not read: no directive has so many bytes of words. */
export const MOST_BYTES = 100 * 1024 * 1024

/**
 * The text of a file, or the reason why it has none. What the file is, its bytes say; its name only decides
 * between plain text and markdown, which are read alike. Never throws: what no one foresaw is a broken file.
 */
export const toText = async (bytes: Uint8Array, fileName: string): Promise<ExtractedText | FormatRefusal> => {
  const kind = toKind(bytes, fileName)
  try {
    const result = await convert(kind, bytes)
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

const toKind = (bytes: Uint8Array, fileName: string): Sniffed => {
  const kind = sniff(bytes)
  const name = fileName.toLowerCase()
  if ((kind === 'txt' || kind === 'md') && name.endsWith('.txt')) return 'txt'
  // Markdown may be full of tags; a page with a head of its own is a page whatever its name.
  if (
    (kind === 'txt' || kind === 'md' || (kind === 'html' && !hasHead(bytes))) &&
    /\.(?:md|markdown)$/u.test(name)
  )
    return 'md'
  return kind
}

const hasHead = (bytes: Uint8Array): boolean =>
  /<(?:!doctype\s+html|html|body)/iu.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096))) // ascii: names of tags

const toFormat = (kind: Sniffed): Format =>
  kind === 'txt' || kind === 'md' || kind === 'html' || kind === 'docx' || kind === 'pdf' || kind === 'doc'
    ? kind
    : 'unknown'

const convert = async (kind: Sniffed, bytes: Uint8Array): Promise<ExtractedText | FormatRefusal> => {
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
      return fromPdf(bytes)
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
