import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findTablePage, readBoxes, type PageWords } from './page-words.ts'

/** What became of a run of `pdftotext`. */
export type PdfRun =
  | {
      readonly kind: 'text'
      readonly text: string
      /** Where each word stands, on the pages that may hold tables. */
      readonly words?: readonly PageWords[]
    }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-large' }
  /** It took longer than it may. */
  | { readonly kind: 'overrun' }
  /** Not installed here, or it did not start. */
  | { readonly kind: 'missing' }

export interface PdfBounds {
  readonly milliseconds: number
  readonly outputBytes: number
}

export const PDF_BOUNDS: PdfBounds = { milliseconds: 60_000, outputBytes: 32 * 1024 * 1024 }

/**
 * Runs Poppler's `pdftotext -layout` on the bytes, and where tables may be once more for the places of the words:
 * a program of its own, so that a hostile file can at most
 * kill that program. It gets no input, a time limit and an output limit.
 */
export const runPdftotext = async (
  bytes: Uint8Array,
  bounds: PdfBounds = PDF_BOUNDS,
  program = 'pdftotext',
): Promise<PdfRun> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'binhan-pdf-'))
  try {
    const file = path.join(folder, 'in.pdf')
    await writeFile(file, bytes, { mode: 0o600 })
    const laidOut = await run(program, ['-layout', ...ENCODING, file, '-'], bounds)
    const first = laidOut.kind === 'text' ? findTablePage(laidOut.text) : undefined
    if (laidOut.kind !== 'text' || first === undefined) return laidOut
    const last = String(first + MOST_TABLE_PAGES - 1)
    const boxes = await run(
      program,
      ['-bbox', '-f', String(first), '-l', last, ...ENCODING, file, '-'],
      bounds,
    )
    // Without the places of its words a table is still text.
    return boxes.kind === 'text' ? { ...laidOut, words: readBoxes(boxes.text, first) } : laidOut
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const ENCODING = ['-enc', 'UTF-8', '-eol', 'unix']
/** No annex of tables is longer; what follows stays as it is laid out. */
const MOST_TABLE_PAGES = 120

const run = (program: string, args: readonly string[], bounds: PdfBounds): Promise<PdfRun> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: bounds.milliseconds,
      killSignal: 'SIGKILL',
    })
    const chunks: Buffer[] = []
    let size = 0
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > bounds.outputBytes) child.kill('SIGKILL')
      else chunks.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 10_000) complaint += chunk.toString('latin1')
    })
    child.on('error', () => resolve({ kind: 'missing' }))
    child.on('close', (code, signal) => {
      if (size > bounds.outputBytes) resolve({ kind: 'too-large' })
      else if (/Incorrect password|encrypted/iu.test(complaint) && code !== 0) resolve({ kind: 'encrypted' })
      else if (signal === 'SIGKILL') resolve({ kind: 'overrun' })
      else if (code !== 0) resolve({ kind: 'broken' })
      else resolve({ kind: 'text', text: Buffer.concat(chunks).toString('utf8') })
    })
  })
