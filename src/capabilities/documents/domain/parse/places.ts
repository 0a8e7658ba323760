import { findAttribute, type AttributeKind } from './attributes.ts'
import { decideRole, turnsToWork, type SectionRole } from './section-roles.ts'
import type { Block, Body, Section } from './types.ts'

/** One paragraph of the body with where it stands and what its section is for. */
export interface Place {
  readonly path: string
  readonly role: SectionRole
  readonly block: Block
  readonly section: Section | undefined
  /** From the outermost section to the nearest; without the section itself. */
  readonly parents: readonly Section[]
  /** The paragraph with the marker. */
  readonly isLead: boolean
  /** The paragraph is a heading: items or paragraphs follow below it. */
  readonly isHeading: boolean
  /** The attribute that the paragraph is, or that it stands below. */
  readonly attribute: AttributeKind | undefined
}

/** Every paragraph of the body's items and its closing, in order. Annexes are forms and tables of their own. */
export const listPlaces = (body: Body): readonly Place[] => {
  const before = known.get(body)
  if (before) return before
  const places = readPlaces(body)
  known.set(body, places)
  return places
}

/** Several stages walk the same body. */
const known = new WeakMap<Body, readonly Place[]>()

const readPlaces = (body: Body): readonly Place[] => {
  const places: Place[] = []
  for (const section of body.sections) visit(section, [], undefined, undefined, places)
  for (const block of body.closing) {
    places.push({
      path: '(closing)',
      role: 'task',
      block,
      section: undefined,
      parents: [],
      isLead: false,
      isHeading: false,
      attribute: undefined,
    })
  }
  return places
}

const visit = (
  section: Section,
  parents: readonly Section[],
  parentRole: SectionRole | undefined,
  parentAttribute: AttributeKind | undefined,
  out: Place[],
): void => {
  const role = decideRole(section.lead.text, parentRole)
  const attribute = findAttribute(section.lead, section.path)?.kind ?? parentAttribute
  const isHeading = section.children.length > 0 || section.paragraphs.length > 0
  out.push({
    path: section.path,
    role,
    block: section.lead,
    section,
    parents,
    isLead: true,
    isHeading,
    attribute,
  })
  for (const block of section.paragraphs) {
    out.push({
      path: section.path,
      role,
      block,
      section,
      parents,
      isLead: false,
      isHeading: false,
      attribute: findAttribute(block, section.path)?.kind ?? attribute,
    })
  }
  const below = [...parents, section]
  const roleBelow = role === 'situation' && turnsToWork(section) ? 'task' : role
  for (const child of section.children) visit(child, below, roleBelow, attribute, out)
}
