import type { ExtractedText, FormatRefusal } from './extracted-text.ts'
import { refuse } from './extracted-text.ts'
import { decodeText } from './text-bytes.ts'

/** A plain or marked-down text. Its letters stay as they are: the reader normalises and keeps the places. */
export const fromTextBytes = (format: 'txt' | 'md', bytes: Uint8Array): ExtractedText | FormatRefusal => {
  const { text, notes } = decodeText(bytes)
  if (text === undefined) return refuse(format, 'formats.encoding')
  return { format, text, notes }
}
