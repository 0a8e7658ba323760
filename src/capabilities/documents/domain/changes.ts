import type { OutlineNode, Span } from '../contract.ts'
import type { ClauseChange } from './archive-api.ts'
import { matchClauses, toWordBag, type WordBag } from './text-likeness.ts'
import { diffWords } from './word-diff.ts'

/** A clause with the words that are its own: without those of the clauses below it. */
export interface Clause {
  readonly path: string
  readonly text: string
  readonly span: Span
}

/** All clauses of an outline in the order of the document; what no clause holds stands under `(opening)`. */
export const listClauses = (text: string, outline: readonly OutlineNode[]): Clause[] => {
  const clauses: Clause[] = []
  const walk = (node: OutlineNode): void => {
    const end = Math.min(node.span.end, node.children[0]?.span.start ?? node.span.end)
    const span = { start: node.span.start, end: Math.max(node.span.start, end) }
    clauses.push({ path: node.path, text: ownWords(text.slice(span.start, span.end), node.marker), span })
    for (const child of node.children) walk(child)
  }
  for (const node of outline) walk(node)
  return clauses
}

/** Without the marker: a clause that only got another number did not change its words. */
const ownWords = (text: string, marker: string): string => {
  const trimmed = text.trim()
  const rest = trimmed.startsWith(marker) ? trimmed.slice(marker.length) : trimmed
  return rest.replace(/\s+/gu, ' ').trim()
}

interface Prepared extends Clause {
  readonly bag: WordBag
}
const prepare = (clauses: readonly Clause[]): Prepared[] =>
  clauses.map((clause) => ({ ...clause, bag: toWordBag(clause.text) }))

const toSide = ({ path, text, span }: Clause): { path: string; text: string; span: Span } => ({
  path,
  text,
  span,
})

/** What an amended text changed, clause by clause, in the order of the new one; what was taken out follows. */
export const compareClauses = (
  before: readonly Clause[],
  after: readonly Clause[],
): { readonly unchanged: number; readonly changes: ClauseChange[] } => {
  const old = prepare(before)
  const fresh = prepare(after)
  const origins = matchClauses(old, fresh)
  const changes: ClauseChange[] = []
  let unchanged = 0
  fresh.forEach((clause, i) => {
    const origin = old[origins[i] ?? -1]
    if (!origin) {
      changes.push({ kind: 'added', before: null, after: toSide(clause), words: [] })
      return
    }
    const sameWords = origin.text.normalize('NFC') === clause.text.normalize('NFC')
    if (sameWords && origin.path === clause.path) unchanged++
    else {
      changes.push({
        kind: origin.path === clause.path ? 'changed' : 'moved',
        before: toSide(origin),
        after: toSide(clause),
        words: sameWords ? [] : diffWords(origin.text, clause.text),
      })
    }
  })
  const used = new Set(origins)
  old.forEach((clause, i) => {
    if (!used.has(i)) changes.push({ kind: 'removed', before: toSide(clause), after: null, words: [] })
  })
  return { unchanged, changes }
}
