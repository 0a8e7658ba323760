import { childOf, childrenOf, isOn, valueOf, type XmlElement } from './office-xml.ts'

/** What a paragraph or character style says that shows in the text. */
export interface Style {
  readonly numId: string | undefined
  readonly level: number | undefined
  readonly caps: boolean | undefined
  readonly hidden: boolean | undefined
  readonly font: string | undefined
}

export type Styles = (id: string | undefined) => Style

const EMPTY: Style = {
  numId: undefined,
  level: undefined,
  caps: undefined,
  hidden: undefined,
  font: undefined,
}
const MOST_STEPS = 30

/** Styles with what they inherit; `undefined` asks for the default paragraph style. */
export const toStyles = (root: XmlElement | undefined): Styles => {
  const elements = new Map<string, XmlElement>()
  let normal: string | undefined
  for (const style of childrenOf(root, 'w:style')) {
    const id = style.attributes['w:styleId'] ?? ''
    elements.set(id, style)
    if (
      style.attributes['w:type'] === 'paragraph' &&
      ['1', 'true'].includes(style.attributes['w:default'] ?? '')
    )
      normal = id
  }
  const known = new Map<string, Style>()
  const resolve = (id: string, steps: number): Style => {
    const found = known.get(id)
    if (found) return found
    const element = elements.get(id)
    if (!element || steps > MOST_STEPS) return EMPTY
    const parent = valueOf(element, 'w:basedOn')
    const base = parent === undefined ? EMPTY : resolve(parent, steps + 1)
    const style = merge(base, element)
    known.set(id, style)
    return style
  }
  return (id) => {
    const wanted = id ?? normal
    return wanted === undefined ? EMPTY : resolve(wanted, 0)
  }
}

const merge = (base: Style, element: XmlElement): Style => {
  const numbering = childOf(childOf(element, 'w:pPr'), 'w:numPr')
  const run = childOf(element, 'w:rPr')
  const level = Number.parseInt(valueOf(numbering, 'w:ilvl') ?? '', 10)
  return {
    numId: valueOf(numbering, 'w:numId') ?? base.numId,
    level: Number.isInteger(level) ? level : base.level,
    caps: isOn(run, 'w:caps') ?? base.caps,
    hidden: isOn(run, 'w:vanish') ?? base.hidden,
    font: fontOf(run) ?? base.font,
  }
}

/** The font of Latin letters that a run or a style names. */
export const fontOf = (run: XmlElement | undefined): string | undefined => {
  const fonts = childOf(run, 'w:rFonts')?.attributes
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
}
