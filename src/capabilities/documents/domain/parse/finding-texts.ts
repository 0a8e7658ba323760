import type { Span } from '../../contract.ts'
import { toSpan } from './mapped-text.ts'
import type { Block, Body, Draft, Section } from './types.ts'

/** A paragraph with the path at which findings name it; the opening has none. */
export interface Passage {
  readonly path: string | undefined
  readonly block: Block
}

/** Every paragraph of the document's own text: opening, items, closing. */
export const listPassages = (body: Body): readonly Passage[] => {
  const passages: Passage[] = body.opening.map((block) => ({ path: undefined, block }))
  const visit = (section: Section): void => {
    for (const block of [section.lead, ...section.paragraphs]) passages.push({ path: section.path, block })
    for (const child of section.children) visit(child)
  }
  for (const section of body.sections) visit(section)
  for (const block of body.closing) passages.push({ path: '(closing)', block })
  return passages
}

/** The path of the paragraph that holds an offset of the original. */
export const findPath = (draft: Draft, at: number): string | undefined => {
  let found: Section | undefined
  let level = draft.body.sections
  for (;;) {
    const inner = findHolder(level, at)
    if (!inner) return found?.path
    found = inner
    level = inner.children
  }
}

/** The section of one level that holds an offset. Siblings stand in the order of the text. */
export const findHolder = (level: readonly Section[], at: number): Section | undefined => {
  let low = 0
  let high = level.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((level[middle]?.span.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const section = level[low - 1]
  return section && at < section.span.end ? section : undefined
}

export const unique = <T>(values: readonly (T | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== undefined)),
]

export const spanIn = (passage: Passage, start: number, end: number): Span =>
  toSpan(passage.block, start, end)

/** `2024-12-19` → `19/12/2024`; parts as they are known. */
export const sayDate = (date: string): string => date.split('-').toReversed().join('/')

/** A list of paths for a sentence, cut when long. */
export const sayPaths = (paths: readonly string[]): string =>
  paths.length <= 6 ? paths.join(', ') : `${paths.slice(0, 6).join(', ')} và ${paths.length - 6} mục khác`
