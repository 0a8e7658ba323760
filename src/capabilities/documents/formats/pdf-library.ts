import { applyMatrix } from './pdf-rules.ts'
import { layOut } from './page-layout.ts'
import { MOST_WORDS, type PageWords, type PlacedWord } from './page-words.ts'
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

/** Text and words of a PDF by pdf.js; never throws. */
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
    const texts: string[] = []
    const words: PageWords[] = []
    for (let i = 1; i <= Math.min(document.numPages, MOST_PAGES); i++) {
      const page = await document.getPage(i)
      const { items } = await page.getTextContent()
      const { width, height, transform } = page.getViewport({ scale: 1 })
      // Blanks come as pieces of any width; the places of the words tell better.
      const pieces = items
        .filter((item): item is typeof item & Item => 'str' in item && item.str.trim() !== '')
        .slice(0, MOST_WORDS)
        .map((item) => toPlaced(item, transform))
      texts.push(layOut(pieces))
      words.push({ page: i, width, height, words: pieces.flatMap(toWords) })
      page.cleanup()
    }
    return { kind: 'text', text: texts.map((page) => `${page}\n\f`).join(''), words }
  } catch {
    return { kind: 'broken' }
  } finally {
    await document.destroy()
  }
}

/** A piece at its place on the page as it is seen; its lower edge is the line that it stands on. */
const toPlaced = ({ str, transform, width }: Item, view: readonly number[]): PlacedWord => {
  const height = Math.abs(transform[3] ?? 0) || Math.abs(transform[1] ?? 0) || 10
  const [left, bottom] = applyMatrix(view, transform[4] ?? 0, transform[5] ?? 0)
  return { text: str, left, top: bottom - height, right: left + width, bottom }
}

/** A piece may be many words; each stands where its letters would if all were equally wide. */
const toWords = (piece: PlacedWord): PlacedWord[] => {
  const letter = (piece.right - piece.left) / piece.text.length
  return [...piece.text.matchAll(/\S+/gu)].map((match) => ({
    ...piece,
    text: match[0],
    left: piece.left + match.index * letter,
    right: piece.left + (match.index + match[0].length) * letter,
  }))
}
