import { createNumbering, type Level, type List, type Numbering } from './list-counter.ts'
import { childOf, childrenOf, isOn, valueOf, type XmlElement } from './office-xml.ts'

/** The lists of `numbering.xml` (ECMA-376 part 1, 17.9). */
export const toNumbering = (root: XmlElement | undefined): Numbering => {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>()
  const links = new Map<string, string>()
  const byStyleLink = new Map<string, string>()
  for (const one of childrenOf(root, 'w:abstractNum')) {
    const id = one.attributes['w:abstractNumId'] ?? ''
    abstracts.set(id, toLevels(one))
    const link = valueOf(one, 'w:numStyleLink')
    if (link !== undefined) links.set(id, link)
    const own = valueOf(one, 'w:styleLink')
    if (own !== undefined) byStyleLink.set(own, id)
  }
  const lists = new Map<string, List>()
  for (const one of childrenOf(root, 'w:num')) {
    const named = valueOf(one, 'w:abstractNumId') ?? ''
    const link = links.get(named)
    const abstractId = (link === undefined ? undefined : byStyleLink.get(link)) ?? named
    lists.set(one.attributes['w:numId'] ?? '', { abstractId, overrides: toOverrides(one) })
  }
  return createNumbering(abstracts, lists)
}

const toLevels = (abstract: XmlElement): Map<number, Level> =>
  new Map(
    childrenOf(abstract, 'w:lvl').map((one) => [
      Number.parseInt(one.attributes['w:ilvl'] ?? '0', 10),
      toLevel(one),
    ]),
  )

const toLevel = (element: XmlElement): Level => {
  const restart = valueOf(element, 'w:lvlRestart')
  const start = Number.parseInt(valueOf(element, 'w:start') ?? '', 10)
  // Newer formats stand in a choice with a plain one beside it for older programs.
  const choice = childOf(element, 'mc:AlternateContent')
  const format =
    valueOf(element, 'w:numFmt') ?? valueOf(childOf(choice, 'mc:Fallback'), 'w:numFmt') ?? 'decimal'
  return {
    start: Number.isInteger(start) ? start : 0,
    format,
    text: valueOf(element, 'w:lvlText') ?? '',
    suffix: valueOf(element, 'w:suff') ?? 'tab',
    legal: isOn(element, 'w:isLgl') ?? false,
    restart: restart === undefined ? undefined : Number.parseInt(restart, 10),
    style: valueOf(element, 'w:pStyle'),
  }
}

const toOverrides = (num: XmlElement): List['overrides'] =>
  new Map(
    childrenOf(num, 'w:lvlOverride').map((one) => {
      const start = Number.parseInt(valueOf(one, 'w:startOverride') ?? '', 10)
      const level = childOf(one, 'w:lvl')
      return [
        Number.parseInt(one.attributes['w:ilvl'] ?? '0', 10),
        { start: Number.isInteger(start) ? start : undefined, level: level && toLevel(level) },
      ]
    }),
  )
