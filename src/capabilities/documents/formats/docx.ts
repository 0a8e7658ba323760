import { openZip, ZipRefused, type Zip } from '#platform/server/files/zip.ts'
import { toPieces, type DocxContext } from './docx-body.ts'
import { toNumbering } from './docx-numbering.ts'
import { toStyles } from './docx-styles.ts'
import { refuse, type ExtractedText, type FormatRefusal } from './extracted-text.ts'
import { toUnicode } from './letters.ts'
import { childOf, childrenOf, toXml, XmlRefused, type XmlElement } from './office-xml.ts'
import { toText, type Piece } from './table-text.ts'

const MAIN = /\/officeDocument$/u

/** A Word document (ECMA-376), strictly and within bounds; the numbers that Word makes are written out. */
export const fromDocx = (bytes: Uint8Array): ExtractedText | FormatRefusal => {
  try {
    const zip = openZip(bytes)
    const place = findMain(zip)
    const root = place === undefined ? undefined : readPart(zip, place)
    const body = childOf(root, 'w:body')
    if (place === undefined || !body) return refuse('docx', 'formats.broken-docx')
    const { text, note } = toUnicode(toText(readBody(zip, place, body)))
    // A soft hyphen shows only where a line breaks; in an old letter set the same code was a letter.
    return {
      format: 'docx',
      text: text.replaceAll('\u00ad', ''),
      notes: note === undefined ? [] : [note],
      margin: readMargin(zip, place),
    }
  } catch (error) {
    return toRefusal(error)
  }
}

const toRefusal = (error: unknown): FormatRefusal => {
  if (error instanceof ZipRefused) {
    if (error.fault === 'bomb') return refuse('docx', 'formats.zip-bomb')
    if (error.fault === 'unsafe-path') return refuse('docx', 'formats.unsafe-archive')
    return refuse('docx', error.fault === 'encrypted' ? 'formats.encrypted-office' : 'formats.broken-docx')
  }
  if (error instanceof XmlRefused)
    return refuse('docx', error.unsafe ? 'formats.unsafe-archive' : 'formats.broken-docx')
  throw error
}

const readPart = (zip: Zip, name: string): XmlElement | undefined => {
  const bytes = zip.findPart(name)
  if (!bytes) return undefined
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe
  const label = wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return toXml(new TextDecoder(label).decode(bytes))
}

/** The place of the main part: what the package says, else where Word puts it. */
const findMain = (zip: Zip): string | undefined => {
  const relations = childrenOf(readPart(zip, '_rels/.rels'), 'Relationship')
  const target = relations.find((one) => MAIN.test(one.attributes['Type'] ?? ''))?.attributes['Target']
  const named = target?.replace(/^\//u, '')
  if (named !== undefined && zip.has(named)) return named
  return zip.has('word/document.xml') ? 'word/document.xml' : undefined
}

/** A neighbour of the main part by its usual name (`styles.xml`). */
const readNeighbour = (zip: Zip, main: string, name: string): XmlElement | undefined =>
  readPart(zip, main.replace(/[^/]*$/u, name))

const readBody = (zip: Zip, main: string, body: XmlElement): Piece[] => {
  const noted: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[] = []
  const context: DocxContext = {
    styles: toStyles(readNeighbour(zip, main, 'styles.xml')),
    numbering: toNumbering(readNeighbour(zip, main, 'numbering.xml')),
    noteMark: (kind, id) => `[${noted.push({ kind, id })}]`,
  }
  const pieces = toPieces(body, context)
  const notes = {
    footnote: byId(childrenOf(readNeighbour(zip, main, 'footnotes.xml'), 'w:footnote')),
    endnote: byId(childrenOf(readNeighbour(zip, main, 'endnotes.xml'), 'w:endnote')),
  }
  // A note may hold the mark of a further note; the list grows while it is written.
  for (let i = 0; i < noted.length && i < 10_000; i++) {
    const wanted = noted[i]
    const note = wanted && notes[wanted.kind].get(wanted.id)
    if (!note) continue
    const lines = toPieces(note, { ...context, noteMark: () => '' })
    const words = lines.flatMap((piece) => (piece.kind === 'line' ? [piece.text.trim()] : [])).filter(Boolean)
    pieces.push({ kind: 'line', text: '' }, { kind: 'line', text: `[${i + 1}] ${words.join(' ')}` })
  }
  return pieces
}

/** The heads and feet of the pages, with the words drawn behind the text: a stamp is often put there. */
const readMargin = (zip: Zip, main: string): string => {
  const folder = main.replace(/[^/]*$/u, '')
  const context: DocxContext = {
    styles: toStyles(undefined),
    numbering: toNumbering(undefined),
    noteMark: () => '',
  }
  const texts = zip.entries
    .map(({ name }) => name)
    .filter(
      (name) => name.startsWith(folder) && /^(?:header|footer)\d*\.xml$/u.test(name.slice(folder.length)),
    )
    .slice(0, 60)
    .flatMap((name) => {
      const root = readPart(zip, name)
      return root ? [toText(toPieces(root, context)), ...listDrawnWords(root)] : []
    })
  return toUnicode(texts.join('\n')).text
}

/** The words of WordArt: `<v:textpath string="MẬT"/>`. */
const listDrawnWords = (element: XmlElement): string[] =>
  element.children.flatMap((node) =>
    typeof node === 'string'
      ? []
      : [...(node.name === 'v:textpath' ? [node.attributes['string'] ?? ''] : []), ...listDrawnWords(node)],
  )

const byId = (elements: readonly XmlElement[]): ReadonlyMap<string, XmlElement> =>
  new Map(elements.map((one) => [one.attributes['w:id'] ?? '', one]))
