import type { Format } from '../contract.ts'

const types: Readonly<Record<Format, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  // Never as a page of our own address: a letter from outside may carry script.
  html: 'application/octet-stream',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  doc: 'application/msword',
  unknown: 'application/octet-stream',
}

/** The media type under which an original is handed out. */
export const toFileType = (format: Format | null): string => types[format ?? 'unknown']
