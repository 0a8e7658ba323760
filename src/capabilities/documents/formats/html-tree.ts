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

/** Letters under a node, and how many of them are links. Does not recurse: pages may be nested deep. */
export const measure = (root: Node): { readonly letters: number; readonly linked: number } => {
  let [letters, linked] = [0, 0]
  const stack: { node: Node; inLink: boolean }[] = [{ node: root, inLink: false }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, inLink } = top
    if (isText(node)) {
      const count = node.value.replace(/\s+/gu, '').length
      letters += count
      if (inLink) linked += count
    } else if (isElement(node) && !isUnseen(node)) {
      for (const child of node.childNodes) stack.push({ node: child, inLink: inLink || node.tagName === 'a' })
    }
  }
  return { letters, linked }
}
