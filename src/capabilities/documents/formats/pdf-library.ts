import type { PdfRun } from './pdftotext.ts'

/**
 * PDF by pdf.js (in unpdf), for places without Poppler. pdf.js gives pieces of text with their places; they are
 * laid out again on lines with the columns held apart by spaces, much as `pdftotext -layout` does.
 */

interface Item {
  readonly str: string
  /** The matrix of the piece; the last two are its place from the left and from the bottom. */
  readonly transform: readonly number[]
  readonly width: number
}

const MOST_PAGES = 2_000
/** Of a page; a full page of single letters has some 5,000. */
const MOST_ITEMS = 20_000

export const toPdfRunByLibrary = async (bytes: Uint8Array): Promise<PdfRun> => {
  const { getDocumentProxy } = await import('unpdf')
  let document
  try {
    // pdf.js takes the buffer away from its owner; it gets a copy.
    document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      stopAtErrors: false,
      verbosity: 0,
    })
  } catch (error) {
    return { kind: (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken' }
  }
  try {
    const pages: string[] = []
    for (let i = 1; i <= Math.min(document.numPages, MOST_PAGES); i++) {
      const page = await document.getPage(i)
      const { items } = await page.getTextContent()
      // Blanks come as pieces of any width; the places of the words tell better.
      pages.push(
        layOut(items.filter((item): item is typeof item & Item => 'str' in item && item.str.trim() !== '')),
      )
      page.cleanup()
    }
    return { kind: 'text', text: pages.map((page) => `${page}\n\f`).join('') }
  } catch {
    return { kind: 'broken' }
  } finally {
    await document.destroy()
  }
}

/** Pieces of a page on lines, top to bottom, left to right. */
const layOut = (all: readonly Item[]): string => {
  const items = all.slice(0, MOST_ITEMS)
  const lines: { y: number; height: number; items: Item[] }[] = []
  for (const item of items) {
    const y = item.transform[5] ?? 0
    const height = Math.abs(item.transform[3] ?? 0) || Math.abs(item.transform[1] ?? 0) || 10
    const line = lines.findLast(
      (one) => Math.abs(one.y - y) < Math.max(2, Math.min(one.height, height) * 0.4),
    )
    if (line) line.items.push(item)
    else lines.push({ y, height, items: [item] })
  }
  const left = items.reduce((least, item) => Math.min(least, item.transform[4] ?? 0), Number.MAX_VALUE)
  const sorted = lines.toSorted((a, b) => b.y - a.y)
  return sorted
    .map((line, i) => {
      const above = sorted[i - 1]
      // A gap of more than a line and a half reads as an empty line.
      const apart = above && above.y - line.y > above.height * 1.9 ? '\n' : ''
      return apart + toLine(line.items, left)
    })
    .join('\n')
}

const toLine = (items: readonly Item[], left: number): string => {
  let text = ''
  let end = left
  for (const item of items.toSorted((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0))) {
    const x = item.transform[4] ?? 0
    const letter = item.str.length > 0 && item.width > 0 ? item.width / item.str.length : 5
    const gap = x - end
    if (text === '') text += ' '.repeat(Math.min(80, Math.max(0, Math.round(gap / letter))))
    else if (gap > letter * 3) text += ' '.repeat(Math.min(60, Math.round(gap / letter)))
    else if (gap > letter * 0.25 && !/\s$/u.test(text) && !/^\s/u.test(item.str)) text += ' '
    text += item.str
    end = x + item.width
  }
  return text.replace(/\s+$/u, '')
}
