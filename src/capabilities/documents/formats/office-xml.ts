import { ZipRefused } from '#platform/server/files/zip.ts'

/**
 * XML as Office writes it: elements, attributes, text, the five entities and numbers. A document type
 * declaration is refused (no office program writes one; it is how entity bombs and foreign files come in).
 * One pass, no recursion, bounded depth.
 */
export interface XmlElement {
  /** With its prefix, as written: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

export class XmlRefused extends Error {
  /** The file tried something; otherwise it is only broken. */
  readonly unsafe: boolean

  constructor(message: string, unsafe = false) {
    super(message)
    this.name = 'XmlRefused'
    this.unsafe = unsafe
  }
}

const MOST_DEPTH = 256
/** A file of 300 kB can unfold into so many empty elements that their tree fills the memory; a book has fewer tags. */
const MOST_MARKS = 2_000_000
const NAME = /[^\s/>=]+/uy
const ATTRIBUTE = /\s*([^\s/>=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
}

/** The root element. Throws `XmlRefused` on what is not well formed or not wanted, `ZipRefused` on too much. */
export const toXml = (source: string): XmlElement => {
  const top: Open = { name: '', attributes: {}, children: [] }
  const stack: Open[] = [top]
  let at = 0
  let marks = 0
  while (at < source.length) {
    const tag = source.indexOf('<', at)
    const inside = stack.at(-1) as Open
    if (tag === -1) {
      if (stack.length > 1) throw new XmlRefused(`<${inside.name}> is never closed`)
      break
    }
    if (tag > at && stack.length > 1) inside.children.push(decodeEntities(source.slice(at, tag)))
    if (++marks > MOST_MARKS) throw new ZipRefused('bomb', 'too many elements')
    at = readMarkup(source, tag, stack)
  }
  if (stack.length > 1) throw new XmlRefused('elements are never closed')
  const root = top.children.find((child) => typeof child !== 'string')
  if (!root || typeof root === 'string') throw new XmlRefused('no root element')
  return root
}

/** Reads what begins with `<` and says where it ends. */
const readMarkup = (source: string, at: number, stack: Open[]): number => {
  const second = source.charAt(at + 1)
  if (second === '?') return endOf(source, '?>', at)
  if (second === '!') return readDeclaration(source, at, stack)
  if (second === '/') {
    const end = endOf(source, '>', at)
    const name = source.slice(at + 2, end - 1).trim()
    const open = stack.pop()
    if (!open || open.name !== name || stack.length === 0)
      throw new XmlRefused(`</${name.slice(0, 40)}> closes nothing`)
    return end
  }
  NAME.lastIndex = at + 1
  const name = NAME.exec(source)?.[0]
  if (name === undefined) throw new XmlRefused('an element without a name')
  const attributes: Record<string, string> = {}
  ATTRIBUTE.lastIndex = NAME.lastIndex
  let end = NAME.lastIndex
  for (let match = ATTRIBUTE.exec(source); match; match = ATTRIBUTE.exec(source)) {
    attributes[match[1] ?? ''] = decodeEntities(match[2] ?? match[3] ?? '')
    end = ATTRIBUTE.lastIndex
  }
  while (/\s/u.test(source.charAt(end))) end++
  const closes = source.startsWith('/>', end)
  if (!closes && source.charAt(end) !== '>') throw new XmlRefused(`<${name.slice(0, 40)}> is not well formed`)
  const element: Open = { name, attributes, children: [] }
  ;(stack.at(-1) as Open).children.push(element)
  if (!closes) {
    if (stack.length > MOST_DEPTH) throw new XmlRefused('nested too deeply', true)
    stack.push(element)
  }
  return end + (closes ? 2 : 1)
}

const readDeclaration = (source: string, at: number, stack: Open[]): number => {
  if (source.startsWith('<!--', at)) return endOf(source, '-->', at)
  if (source.startsWith('<![CDATA[', at)) {
    const end = endOf(source, ']]>', at)
    ;(stack.at(-1) as Open).children.push(source.slice(at + 9, end - 3))
    return end
  }
  throw new XmlRefused('a document type declaration', true)
}

const endOf = (source: string, sign: string, from: number): number => {
  const found = source.indexOf(sign, from)
  if (found === -1) throw new XmlRefused(`no ${sign} to be found`)
  return found + sign.length
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,8});/giu, (whole, body: string) => {
        if (!body.startsWith('#')) return ENTITIES[body] ?? whole
        const code = body.charAt(1) === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
        return code > 0x10ffff || code === 0 ? '\ufffd' : String.fromCodePoint(code)
      })
    : text

export const isXml = (node: XmlNode): node is XmlElement => typeof node !== 'string'

/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => isXml(node) && node.name === name)

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((node): node is XmlElement => isXml(node) && node.name === name)

/** `w:val` of the child of this name: `<w:start w:val="3"/>` → `3`. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

/** A switch that is on by being there, unless it says otherwise: `<w:b/>`, `<w:b w:val="0"/>`. */
export const isOn = (element: XmlElement | undefined, name: string): boolean | undefined => {
  const found = childOf(element, name)
  if (!found) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1')
}
