import { joinMarker, type Numbering } from './list-counter.ts'
import { fontOf, type Styles } from './docx-styles.ts'
import { childOf, isOn, isXml, valueOf, type XmlElement } from './office-xml.ts'
import type { Cell, Piece } from './table-text.ts'

/** What the walk over a body needs, and the notes that it meets. */
export interface DocxContext {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Called for each mark of a footnote or endnote; answers what stands there. */
  readonly noteMark: (kind: 'footnote' | 'endnote', id: string) => string
}

/** What is shown of a body: insertions kept, deletions and hidden text dropped, one line a paragraph. */
export const toPieces = (body: XmlElement, context: DocxContext): Piece[] => {
  const writer = new BodyWriter(context)
  writer.blocks(body)
  return writer.finish()
}

/** Wrappers whose content stands where they stand. */
const WRAPPERS = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
])
const DROPPED = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:pPr', 'w:rPr', 'w:sectPr'])

class BodyWriter {
  private readonly pieces: Piece[] = []
  private readonly context: DocxContext
  /** What a paragraph whose mark was deleted hands on to the next. */
  private carried = ''
  private boxes: XmlElement[] = []

  constructor(context: DocxContext) {
    this.context = context
  }

  finish(): Piece[] {
    if (this.carried.trim() !== '') this.pieces.push({ kind: 'line', text: this.carried })
    return this.pieces
  }

  blocks(parent: XmlElement): void {
    for (const node of parent.children) {
      if (!isXml(node)) continue
      if (node.name === 'w:p') this.paragraph(node)
      else if (node.name === 'w:tbl') this.pieces.push({ kind: 'table', rows: toRows(node, this.context) })
      else if (WRAPPERS.has(node.name)) this.blocks(node)
      else if (node.name === 'mc:AlternateContent') this.blocks(chooseAlternative(node))
    }
  }

  private paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr')
    const styleId = valueOf(properties, 'w:pStyle')
    const text = this.runs(element, styleId)
    const boxes = this.boxes
    this.boxes = []
    // A paragraph whose mark was deleted under tracked changes goes on into the next one.
    if (childOf(childOf(properties, 'w:rPr'), 'w:del')) {
      this.carried += text
      return
    }
    const whole = this.carried + text
    this.carried = ''
    const marker = this.marker(properties, styleId)
    this.pieces.push({ kind: 'line', text: '' }, { kind: 'line', text: joinMarker(marker, whole) })
    for (const box of boxes) this.blocks(box)
  }

  private marker(properties: XmlElement | undefined, styleId: string | undefined): string {
    const { styles, numbering } = this.context
    const own = childOf(properties, 'w:numPr')
    const style = styles(styleId)
    const numId = valueOf(own, 'w:numId') ?? style.numId
    if (numId === undefined || numId === '0') return ''
    const level =
      Number.parseInt(valueOf(own, 'w:ilvl') ?? '', 10) ||
      (own === undefined || valueOf(own, 'w:ilvl') === undefined
        ? ((styleId === undefined ? undefined : numbering.levelOfStyle(numId, styleId)) ?? style.level ?? 0)
        : 0)
    return numbering.next(numId, level)
  }

  private runs(parent: XmlElement, styleId: string | undefined): string {
    let text = ''
    for (const node of parent.children) {
      if (!isXml(node) || DROPPED.has(node.name)) continue
      if (node.name === 'w:r') text += this.run(node, styleId)
      else if (WRAPPERS.has(node.name)) text += this.runs(node, styleId)
      else if (node.name === 'mc:AlternateContent') text += this.runs(chooseAlternative(node), styleId)
      else if (node.name === 'm:oMath' || node.name === 'm:oMathPara') text += plainText(node, 'm:t')
    }
    return text
  }

  private run(element: XmlElement, styleId: string | undefined): string {
    const properties = childOf(element, 'w:rPr')
    const [paragraph, character] = [this.context.styles(styleId), valueOf(properties, 'w:rStyle')]
    const named = character === undefined ? undefined : this.context.styles(character)
    if (isOn(properties, 'w:vanish') ?? named?.hidden ?? paragraph.hidden) return ''
    const text = this.runText(element)
    const caps = isOn(properties, 'w:caps') ?? named?.caps ?? paragraph.caps
    const font = fontOf(properties) ?? named?.font ?? paragraph.font
    // The old fonts whose name ends in H show small letters as capitals.
    return caps === true || /^\.Vn[\p{L}\p{N} ]*H$/u.test(font ?? '') ? toCapitals(text, font) : text
  }

  private runText(element: XmlElement): string {
    let text = ''
    for (const node of element.children) {
      if (!isXml(node) || DROPPED.has(node.name)) continue
      switch (node.name) {
        case 'w:t':
          text += node.children.join('')
          break
        case 'w:tab':
        case 'w:ptab':
          text += '\t'
          break
        case 'w:br':
        case 'w:cr':
          text += node.attributes['w:type'] === 'page' ? '\f' : '\n'
          break
        case 'w:noBreakHyphen':
          text += '-'
          break
        case 'w:sym':
          text += toSymbol(node)
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          text += this.context.noteMark(
            node.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
            node.attributes['w:id'] ?? '',
          )
          break
        case 'mc:AlternateContent':
          this.findBoxes(chooseAlternative(node))
          break
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.findBoxes(node)
          break
      }
    }
    return text
  }

  /** Text boxes hang on a run; their words follow the paragraph that holds them. */
  private findBoxes(element: XmlElement): void {
    if (element.name === 'w:txbxContent') {
      this.boxes.push(element)
      return
    }
    for (const node of element.children) {
      if (isXml(node)) this.findBoxes(node.name === 'mc:AlternateContent' ? chooseAlternative(node) : node)
    }
  }
}

/** The same thing drawn twice, for new and for old programs: the one that has words. */
const chooseAlternative = (element: XmlElement): XmlElement => {
  const choice = childOf(element, 'mc:Choice')
  const fallback = childOf(element, 'mc:Fallback')
  if (choice && (plainText(choice, 'w:t') !== '' || !fallback)) return choice
  return fallback ?? choice ?? { name: '', attributes: {}, children: [] }
}

const plainText = (element: XmlElement, name: string): string =>
  element.children
    .map((node) => (!isXml(node) ? '' : node.name === name ? node.children.join('') : plainText(node, name)))
    .join('')

/** In a font of TCVN3 the letters are codes, and only the plain ones have capitals. */
const toCapitals = (text: string, font: string | undefined): string =>
  font?.startsWith('.Vn') ? text.replace(/[a-z]/gu, (letter) => letter.toUpperCase()) : text.toUpperCase()

const SYMBOLS: Readonly<Record<string, string>> = {
  F02D: '-',
  F0B7: '•',
  F0A7: '▪',
  F0E0: '→',
  F0FE: '☑',
  F0A8: '□',
  F06F: '□',
  F0FC: '✓',
  F0B3: '≥',
  F0A3: '≤',
}

const toSymbol = (node: XmlElement): string => SYMBOLS[(node.attributes['w:char'] ?? '').toUpperCase()] ?? ''

const toRows = (table: XmlElement, context: DocxContext): Cell[][] => {
  const rows: Cell[][] = []
  const collect = (parent: XmlElement): void => {
    for (const node of parent.children) {
      if (!isXml(node)) continue
      if (node.name === 'w:tr') {
        // A row deleted under tracked changes is not there.
        if (!childOf(childOf(node, 'w:trPr'), 'w:del')) rows.push(toCells(node, context))
      } else if (WRAPPERS.has(node.name)) collect(node)
    }
  }
  collect(table)
  return rows
}

const toCells = (row: XmlElement, context: DocxContext): Cell[] => {
  const cells: Cell[] = []
  const collect = (parent: XmlElement): void => {
    for (const node of parent.children) {
      if (!isXml(node)) continue
      if (node.name === 'w:tc') cells.push(toCell(node, context))
      else if (WRAPPERS.has(node.name)) collect(node)
    }
  }
  const before = Number.parseInt(valueOf(childOf(row, 'w:trPr'), 'w:gridBefore') ?? '0', 10) || 0
  if (before > 0) cells.push({ paragraphs: [], columns: before, rows: 1 })
  collect(row)
  return cells
}

const toCell = (element: XmlElement, context: DocxContext): Cell => {
  const properties = childOf(element, 'w:tcPr')
  const columns = Number.parseInt(valueOf(properties, 'w:gridSpan') ?? '1', 10) || 1
  const pieces = toPieces(element, context)
  // The further cells of a vertical merge are there, and empty or hidden.
  const merge = childOf(properties, 'w:vMerge')
  const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart'
  return goesOn
    ? { paragraphs: [], columns, rows: 1, goesOn }
    : { paragraphs: pieces.flatMap(toParagraphs), columns, rows: 1 }
}

const toParagraphs = (piece: Piece): readonly string[] =>
  piece.kind === 'line'
    ? [piece.text].filter((text) => text.trim() !== '')
    : piece.rows.flat().flatMap((cell) => cell.paragraphs)
