import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { refuse, type ExtractedText, type FormatRefusal } from './extracted-text.ts'
import { findArticle, isChrome } from './html-article.ts'
import {
  attribute,
  isElement,
  isText,
  isUnseen,
  tagOf,
  toMeasure,
  type Element,
  type Measure,
  type Node,
  type Parent,
} from './html-tree.ts'
import { toListMarker } from './list-marker.ts'
import { toText, type Cell, type Piece } from './table-text.ts'
import { decodeText } from './text-bytes.ts'

/** Deeper nesting than any page that a person wrote. */
const MOST_DEPTH = 400

/** A web page, or Word's own HTML, as lines: blocks, lists with the markers that a reader sees, tables. */
export const fromHtml = (bytes: Uint8Array): ExtractedText | FormatRefusal => {
  const { text, notes } = decodeText(bytes, findCharset(bytes), htmlToText)
  return text === undefined ? refuse('html', 'formats.encoding') : { format: 'html', text, notes }
}

/** What the page says of its own encoding, in its first two kilobytes. */
const findCharset = (bytes: Uint8Array): string | undefined => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /charset\s*=\s*["']?([a-z0-9_-]+)/iu.exec(head)?.[1]
}

/** Commands of the Blade templates of PHP sites, and the places that they fill in. */
const BLADE = /^[ \t]*@[a-z]\w*(?:\([^\n]{0,500}\))?[ \t]*$|\{\{[^{}\n]{0,500}\}\}|\{!![^{}\n]{0,500}!!\}/gimu // ascii: words of a program

const htmlToText = (source: string): string => {
  const document = parseBounded(source.replace(BLADE, ''))
  // A page that is made to harm gives its words and nothing of its form.
  if (!document) return toText([{ kind: 'line', text: source.replace(/<[^<>]{0,2000}>/gu, ' ') }])
  const html = document.childNodes.find((node) => tagOf(node) === 'html')
  const body = html && isElement(html) ? html.childNodes.find((node) => tagOf(node) === 'body') : undefined
  if (!body || !isElement(body)) return ''
  const measure = toMeasure(body)
  const writer = new PageWriter(measure)
  writer.walk(findArticle(body, measure), 0)
  return toText(writer.finish())
}

/** Elements of a page, and how deep they nest; far beyond what people and programs write. */
const MOST_ELEMENTS = 1_000_000
const MOST_OPEN = 2_000

class TooMuch extends Error {}

/** parse5 mends a page as browsers do, which a hostile page can make it do a million times over. */
const parseBounded = (source: string): DefaultTreeAdapterTypes.Document | undefined => {
  let [made, open] = [0, 0]
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++made > MOST_ELEMENTS) throw new TooMuch()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      if (++open > MOST_OPEN) throw new TooMuch()
    },
    onItemPop() {
      open--
    },
  }
  try {
    return parse(source, { treeAdapter })
  } catch (error) {
    if (error instanceof TooMuch) return undefined
    throw error
  }
}

const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr main p pre section summary ul ol li tr'.split(
    ' ',
  ),
)
/** Blocks that stand apart from their neighbours by a blank line. */
const APART = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p'])

interface List {
  readonly element: Element
  next: number
}

class PageWriter {
  private readonly pieces: Piece[] = []
  private line = ''
  private marker = ''
  private readonly lists: List[] = []
  private preformatted = 0
  private readonly measure: Measure

  constructor(measure: Measure) {
    this.measure = measure
  }

  finish(): readonly Piece[] {
    this.endLine()
    return this.pieces
  }

  walk(parent: Parent, depth: number): void {
    if (depth > MOST_DEPTH) return
    for (const node of parent.childNodes) this.visit(node, depth + 1)
  }

  private visit(node: Node, depth: number): void {
    if (isText(node)) {
      this.line += this.preformatted > 0 ? node.value : node.value.replace(/[ \t\r\n\f]+/gu, ' ')
      return
    }
    if (!isElement(node) || isUnseen(node)) return
    const tag = node.tagName
    if (tag === 'br') return this.endLine()
    if (tag === 'table') {
      if (isChrome(node, this.measure)) return
      this.endLine()
      this.pieces.push({ kind: 'table', rows: readRows(node, depth, this.measure) })
      return
    }
    if (!BLOCKS.has(tag)) {
      // A footnote's mark must not run into the word before it.
      if (tag === 'sup' && /^\s*\d{1,2}\s*$/u.test(plainText(node)))
        this.line += `[${plainText(node).trim()}]`
      else this.walk(node, depth)
      return
    }
    if (isChrome(node, this.measure)) return
    this.block(node, depth)
  }

  private block(node: Element, depth: number): void {
    const tag = node.tagName
    this.endLine()
    if (APART.has(tag) && this.marker === '') this.pieces.push({ kind: 'line', text: '' })
    if (tag === 'ol' || tag === 'ul') {
      this.lists.push({ element: node, next: Number.parseInt(attribute(node, 'start'), 10) || 1 })
      this.walk(node, depth)
      this.lists.pop()
    } else if (tag === 'li') {
      // The marker waits for the first words, which may stand in a paragraph of their own.
      this.marker = this.markerOf(node)
      this.walk(node, depth)
      this.endLine()
      this.marker = ''
    } else if (tag === 'pre') {
      this.preformatted++
      this.walk(node, depth)
      this.preformatted--
    } else this.walk(node, depth)
    this.endLine()
  }

  private markerOf(item: Element): string {
    const list = this.lists.at(-1)
    if (!list) return '• '
    const value = Number.parseInt(attribute(item, 'value'), 10)
    if (Number.isInteger(value)) list.next = value
    const style = styleOf(item) ?? styleOf(list.element)
    const depth = this.lists.filter((one) => one.element.tagName === 'ul').length
    return toListMarker(list.element.tagName, style, list.next++, depth)
  }

  private endLine(): void {
    const text = this.preformatted > 0 ? this.line : this.line.replace(/ {2,}/gu, ' ')
    if (text.trim() !== '') {
      this.pieces.push({ kind: 'line', text: this.marker + (this.marker === '' ? text : text.trimStart()) })
      this.marker = ''
    }
    this.line = ''
  }
}

const styleOf = (element: Element): string | undefined =>
  /list-style(?:-type)?\s*:\s*([a-z-]+)/iu.exec(attribute(element, 'style'))?.[1]?.toLowerCase() ??
  (attribute(element, 'type') || undefined)

const plainText = (element: Element): string =>
  element.childNodes
    .map((node) => (isText(node) ? node.value : isElement(node) ? plainText(node) : ''))
    .join('')

/** Rows of this table, not of the ones inside its cells: those are words of the cell. */
const readRows = (table: Element, depth: number, measure: Measure): Cell[][] => {
  const rows: Cell[][] = []
  const collect = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if (!isElement(node) || isUnseen(node)) continue
      if (node.tagName === 'tr') rows.push(readCells(node, depth + 2, measure))
      else if (['thead', 'tbody', 'tfoot'].includes(node.tagName)) collect(node)
    }
  }
  collect(table)
  return rows
}

const readCells = (row: Element, depth: number, measure: Measure): Cell[] =>
  row.childNodes
    .filter(
      (node): node is Element => isElement(node) && ['td', 'th'].includes(node.tagName) && !isUnseen(node),
    )
    .map((cell) => {
      const writer = new PageWriter(measure)
      writer.walk(cell, depth)
      return {
        paragraphs: writer.finish().flatMap(toParagraphs),
        columns: Math.max(1, Number.parseInt(attribute(cell, 'colspan'), 10) || 1),
        rows: Math.max(1, Number.parseInt(attribute(cell, 'rowspan'), 10) || 1),
      }
    })

const toParagraphs = (piece: Piece): readonly string[] =>
  piece.kind === 'line'
    ? [piece.text.trim()].filter((text) => text !== '')
    : piece.rows.flat().flatMap((cell) => cell.paragraphs)
