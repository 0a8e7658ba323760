import { sniff, type Sniffed } from '#platform/server/files/sniff.ts'
import type { Format } from '../contract.ts'

/** What a file is, its bytes say; its name only decides between plain text and markdown, which are read alike. */
export const toKind = (bytes: Uint8Array, fileName: string): Sniffed => {
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

/** The format under which the archive keeps it. */
export const toFormat = (kind: Sniffed): Format =>
  kind === 'txt' || kind === 'md' || kind === 'html' || kind === 'docx' || kind === 'pdf' || kind === 'doc'
    ? kind
    : 'unknown'
