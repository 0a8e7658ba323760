import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Parent = DefaultTreeAdapterTypes.ParentNode

export const isElement = (node: Node | Parent): node is Element => 'tagName' in node
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

export const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? ''

/** A tag as parse5 names it, without the prefix of Office (`o:p`). */
export const tagOf = (node: Node): string => (isElement(node) ? node.tagName.toLowerCase() : '')

/** What shows nothing, or nothing of the document. */
const UNSEEN = new Set(
  'head script style noscript template iframe object svg math canvas form button select option textarea input nav footer aside audio video map title xml'.split(
    ' ',
  ),
)

export const isUnseen = (element: Element): boolean => {
  if (UNSEEN.has(element.tagName) || element.attrs.some((one) => one.name === 'hidden')) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu.test(attribute(element, 'style'))
}

/** What stands under a node: letters, how many of them are links, and the links. */
export interface Weight {
  readonly letters: number
  readonly linked: number
  readonly links: number
}

export type Measure = (element: Element) => Weight

const NOTHING: Weight = { letters: 0, linked: 0, links: 0 }

/** Weighs every element once, from the leaves up; asking again costs nothing. */
export const toMeasure = (root: Element): Measure => {
  const weights = new Map<Element, Weight>()
  const stack: { element: Element; done: boolean }[] = [{ element: root, done: false }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const { element } = top
    if (!top.done) {
      top.done = true
      for (const child of element.childNodes)
        if (isElement(child) && !isUnseen(child)) stack.push({ element: child, done: false })
      continue
    }
    stack.pop()
    weights.set(element, weigh(element, weights))
  }
  return (element) => weights.get(element) ?? NOTHING
}

const weigh = (element: Element, weights: ReadonlyMap<Element, Weight>): Weight => {
  let { letters, linked, links } = NOTHING
  for (const child of element.childNodes) {
    if (isText(child)) letters += child.value.replace(/\s+/gu, '').length
    else if (isElement(child)) {
      const weight = weights.get(child) ?? NOTHING
      letters += weight.letters
      linked += weight.linked
      links += weight.links
    }
  }
  return element.tagName === 'a' ? { letters, linked: letters, links: links + 1 } : { letters, linked, links }
}
