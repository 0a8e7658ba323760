import {
  attribute,
  isElement,
  isUnseen,
  tagOf,
  type Element,
  type Measure,
  type Node,
  type Parent,
} from './html-tree.ts'

/** Blocks that may hold an article; a table or a list is part of one. */
const HOLDERS = new Set([
  'body',
  'div',
  'section',
  'main',
  'article',
  'td',
  'center',
  'span',
  'font',
  'table',
  'tbody',
  'tr',
])

/**
 * The part of a page that is the document: from the body down, the one child that holds nearly all the words
 * that are no links. What Word or an office made is taken whole.
 */
export const findArticle = (body: Element, measure: Measure): Element => {
  const proseOf = (element: Element): number => measure(element).letters - measure(element).linked
  if (isMadeByOffice(body)) return body
  let article = body
  for (;;) {
    const all = proseOf(article)
    const inner = article.childNodes.filter(
      (node): node is Element => isElement(node) && HOLDERS.has(node.tagName) && !isUnseen(node),
    )
    const next = inner.find((child) => proseOf(child) > all * 0.85)
    // A table with several cells is the document's own; one that frames a page has one cell that matters.
    if (!next) return upToTable(article, body)
    article = next
  }
}

/** A row or a table is never cut out of its surroundings. */
const upToTable = (article: Element, body: Element): Element => {
  let found = article
  while (found !== body && ['tr', 'tbody', 'table', 'span', 'font'].includes(found.tagName)) {
    const parent: Parent | null = found.parentNode
    if (!parent || !isElement(parent)) return body
    found = parent
  }
  return found
}

const isMadeByOffice = (body: Element): boolean => {
  const stack: Node[] = [...body.childNodes]
  for (let seen = 0; stack.length > 0 && seen < 400; seen++) {
    const node = stack.shift() as Node
    if (!isElement(node)) continue
    if (/^(?:Mso|WordSection|Section\d)/u.test(attribute(node, 'class'))) return true
    stack.push(...node.childNodes)
  }
  return false
}

/** A block of links only: a menu, a trail of crumbs, a list of neighbours. */
export const isChrome = (element: Element, measure: Measure): boolean => {
  if (!['ul', 'ol', 'div', 'section', 'header', 'table'].includes(tagOf(element))) return false
  const { letters, linked, links } = measure(element)
  return letters > 0 && linked > letters * 0.8 && links > 2
}
