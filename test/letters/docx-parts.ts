import { isXml, toXml, type XmlElement } from '#capabilities/documents/formats/office-xml.ts'
import { openZip } from '#platform/server/files/zip.ts'

/** The parts of a Word file as a test looks at them: each that is XML, well formed. */
export interface DocxParts {
  readonly names: readonly string[]
  readonly part: (name: string) => XmlElement
}

export const openDocx = (bytes: Uint8Array): DocxParts => {
  const zip = openZip(bytes)
  const names = zip.entries.map(({ name }) => name).filter((name) => !name.endsWith('/'))
  return {
    names,
    part: (name) => {
      const found = zip.findPart(name)
      if (!found) throw new Error(`no part ${name}`)
      return toXml(new TextDecoder('utf-8', { fatal: true }).decode(found))
    },
  }
}

/** Every element at any depth in the order of the document, this one first. */
export const everyElement = (element: XmlElement): XmlElement[] => {
  const found: XmlElement[] = []
  const visit = (one: XmlElement): void => {
    found.push(one)
    for (const child of one.children) if (isXml(child)) visit(child)
  }
  visit(element)
  return found
}

/** Those of that name below it. */
export const listAll = (element: XmlElement, name: string): XmlElement[] =>
  everyElement(element).filter((one) => one !== element && one.name === name)

/** The words of a paragraph or of anything that holds some. */
export const wordsOf = (element: XmlElement): string =>
  listAll(element, 'w:t')
    .flatMap(({ children }) => children.filter((child) => !isXml(child)))
    .join('')

/** The paragraphs that have words. */
export const linesOf = (element: XmlElement): string[] =>
  listAll(element, 'w:p')
    .map(wordsOf)
    .filter((line) => line !== '')

export const numberOf = (element: XmlElement | undefined, name: string): number =>
  Number(element?.attributes[name] ?? Number.NaN)
