import { isOle, openOle } from './ole.ts'
import { openZip, ZipRefused } from './zip.ts'

/** What the bytes say they are. The name of a file is never asked: people rename. */
export type Sniffed =
  | 'empty'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'zip'
  | 'doc'
  | 'encrypted-office'
  | 'ole'
  | 'png'
  | 'jpg'
  | 'image'
  | 'rtf'
  | 'html'
  | 'md'
  | 'txt'
  | 'unknown'

/** Recognises a file by its magic bytes, then by its content. Never throws. */
export const sniff = (bytes: Uint8Array): Sniffed => {
  if (bytes.byteLength === 0) return 'empty'
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffZip(bytes)
  if (isOle(bytes)) return sniffOle(bytes)
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpg'
  if (startsWith(bytes, 'GIF8') || startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return 'image'
  if (startsWith(bytes, '{\\rtf')) return 'rtf'
  // Readers of PDF accept up to a kilobyte of something else before the header.
  const head = latin1(bytes.subarray(0, 1024))
  if (/%PDF-\d\.\d/u.test(head)) return 'pdf'
  return sniffText(bytes)
}

const startsWith = (bytes: Uint8Array, magic: string): boolean => {
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== magic.charCodeAt(i)) return false
  return true
}

/** Bytes as letters one to one; for looking at markup, whatever the encoding. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const sniffZip = (bytes: Uint8Array): Sniffed => {
  try {
    const zip = openZip(bytes)
    if (!zip.has('[Content_Types].xml')) return 'zip'
    if (zip.entries.some(({ name }) => name.startsWith('word/'))) return 'docx'
    return zip.entries.some(({ name }) => name.startsWith('xl/')) ? 'xlsx' : 'zip'
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    // Too dangerous or too broken to open; its names stand in the clear, so a refusal can say what it was.
    const names = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(-65_536))
    if (names.includes('word/')) return 'docx'
    return names.includes('xl/') ? 'xlsx' : 'zip'
  }
}

const sniffOle = (bytes: Uint8Array): Sniffed => {
  try {
    const { names } = openOle(bytes)
    if (names.includes('EncryptedPackage')) return 'encrypted-office'
    return names.includes('WordDocument') ? 'doc' : 'ole'
  } catch {
    return 'ole'
  }
}

const BLOCK_TAG = /<(?:p|div|table|tr|td|section|article|h[1-6]|ul|ol|li|br|span|body|head|title)\b[^<>]*>/giu // ascii: names of tags
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu // ascii: names of tags
const MARKDOWN = /^#{1,6} \S|^\|[ \t]*:?-{2,}|^---\r?\n[a-z_]+:|\*\*\S|^\[[^\]\n]+\]:/gmu

const sniffText = (bytes: Uint8Array): Sniffed => {
  const text = toSample(bytes)
  if (text === undefined) return 'unknown'
  if (HTML_START.test(text)) return 'html'
  const markdown = text.match(MARKDOWN)?.length ?? 0
  const tags = text.match(BLOCK_TAG)?.length ?? 0
  // Markdown may carry a few tags; a page without a head (a template, a fragment) carries little else.
  if (tags > 3 && tags > markdown * 2 && /<\/[a-z]/iu.test(text)) return 'html'
  return markdown > 1 ? 'md' : 'txt'
}

/** The first part of a text without its zero bytes; undefined when these are no letters of any encoding. */
const toSample = (bytes: Uint8Array): string | undefined => {
  const sample = bytes.subarray(0, 65_536)
  const isWide = startsWith(sample, '\xff\xfe') || startsWith(sample, '\xfe\xff') || zeroShare(sample) > 0.2
  let controls = 0
  for (const byte of sample)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0) controls++
  if (!isWide && (zeroShare(sample) > 0 || controls > sample.byteLength / 200)) return undefined
  if (isWide && !isWideText(sample)) return undefined
  return latin1(isWide ? sample.filter((byte) => byte !== 0) : sample).replace(/^(?:ÿþ|þÿ|ï»¿)/u, '')
}

const zeroShare = (bytes: Uint8Array): number => {
  let zeros = 0
  for (const byte of bytes) if (byte === 0) zeros++
  return zeros / Math.max(1, bytes.byteLength)
}

/** In UTF-16 nearly all high bytes are small and line ends are whole units. */
const isWideText = (bytes: Uint8Array): boolean => {
  let [even, odd] = [0, 0]
  const pairs = Math.floor(bytes.byteLength / 2)
  for (let i = 0; i < pairs; i++) {
    if ((bytes[i * 2] ?? 0) < 0x21 && (bytes[i * 2 + 1] ?? 0) !== 0) even++
    if ((bytes[i * 2 + 1] ?? 0) < 0x21 && (bytes[i * 2] ?? 0) !== 0) odd++
  }
  return Math.max(even, odd) > pairs * 0.8
}
