import type { Marker } from './markers.ts'
import type { Block, MarkerKind } from './types.ts'

/** A node while the outline grows. */
export interface OpenNode {
  readonly kind: MarkerKind
  readonly marker: Marker
  readonly path: string
  readonly label: string
  lead: Block
  readonly paragraphs: Block[]
  readonly children: OpenNode[]
  readonly tally: Tally
  readonly start: number
  end: number
}

/** What stands under a node so far, counted as it grows so that no step looks through all siblings. */
export interface Tally {
  /** Printed label, or `-` and `+` for signs → how often. */
  readonly labels: Map<string, number>
  readonly last: Map<MarkerKind, OpenNode>
  /** Some child has signs of its own. */
  nested: boolean
}

export const newTally = (): Tally => ({ labels: new Map(), last: new Map(), nested: false })

/** Notes a new child; the label without its `#2`. */
export const addToTally = (tally: Tally, node: OpenNode): void => {
  const base = /^[-+]/u.test(node.label) ? node.label.charAt(0) : node.label.replace(/#\d+$/u, '')
  tally.labels.set(base, (tally.labels.get(base) ?? 0) + 1)
  tally.last.set(node.kind, node)
}

/** The open nodes, outermost first, and what stands at the top. */
export interface Growing {
  readonly open: readonly OpenNode[]
  readonly roots: readonly OpenNode[]
  readonly top: Tally
  /** The body has no markers but dashes: they are its items. */
  readonly bare?: boolean
}

/** Where an accepted marker goes: how many open nodes stay open, and what it is called there. */
export interface Place {
  readonly depth: number
  readonly label: string
}

const RANK: Readonly<Record<MarkerKind, number>> = {
  part: 0,
  chapter: 1,
  article: 2,
  'letter-upper': 3,
  roman: 4,
  arabic: 6,
  decimal: 7,
  letter: 9,
  'arabic-paren': 10,
  paren: 11,
  dash: 13,
  bullet: 13,
  plus: 14,
}

/** Kinds whose order differs between documents: whichever opened first is the outer one. */
const FLEXIBLE: readonly (readonly MarkerKind[])[] = [
  ['letter-upper', 'roman'],
  ['letter', 'arabic-paren', 'paren'],
]

const isFlexible = (a: MarkerKind, b: MarkerKind): boolean =>
  a !== b && FLEXIBLE.some((group) => group.includes(a) && group.includes(b))

const canHold = (outer: OpenNode, inner: MarkerKind): boolean => {
  if (isFlexible(outer.kind, inner)) return true
  if (RANK[outer.kind] < RANK[inner]) return true
  const asks = outer.lead.text.endsWith(':')
  return asks && RANK[outer.kind] >= 13 && RANK[inner] >= 9 && RANK[inner] < 13
}

/**
 * Decides whether a marker is an item here, and where. Undefined: it only looks like one, the paragraph
 * belongs to the node before.
 */
export const decidePlace = (marker: Marker, rest: string, growing: Growing): Place | undefined => {
  switch (marker.kind) {
    case 'dash':
    case 'bullet':
    case 'plus':
      return placeSign(marker, rest, growing)
    case 'decimal':
      return placeDecimal(marker, rest, growing)
    default:
      return placeNumber(marker, rest, growing)
  }
}

const tallyAt = ({ open, top }: Growing, depth: number): Tally =>
  depth === 0 ? top : (open[depth - 1]?.tally ?? top)

/** Dashes count by position among the signs of their parent; pluses stand under the dash before them. */
const placeSign = (marker: Marker, rest: string, growing: Growing): Place | undefined => {
  const { open } = growing
  if (rest === '') return undefined
  if (open.length === 0) {
    if (!growing.bare || marker.kind === 'plus') return undefined
    return { depth: 0, label: `-${(growing.top.labels.get('-') ?? 0) + 1}` }
  }
  const second = isSecondSign(marker, open)
  let depth = open.length
  while (depth > 0) {
    const node = open[depth - 1]
    if (!node) break
    const isSign = RANK[node.kind] >= 13
    if (!isSign) break
    if (second && isFirstSign(node, marker)) break
    depth--
  }
  if (!second && resumesOuter(growing, depth)) depth--
  const sign = second ? '+' : '-'
  const count = (tallyAt(growing, depth).labels.get(sign) ?? 0) + 1
  return { depth, label: `${sign}${count}` }
}

/**
 * Dashes, then (1) (2) (3) or a) b) without dashes of their own, then dashes again: the outer list goes on.
 */
const resumesOuter = ({ open }: Growing, depth: number): boolean => {
  const [holder, parent] = [open[depth - 1], open[depth - 2]]
  if (!holder || !parent || RANK[holder.kind] < 9 || RANK[holder.kind] > 11) return false
  if (!parent.tally.labels.has('-') || parent.tally.nested || holder.tally.labels.has('-')) return false
  return holder.marker.value > 1 && !holder.lead.text.endsWith(':')
}

/** A plus, or a sign of another shape under a bullet or a dash that is open. */
const isSecondSign = (marker: Marker, open: readonly OpenNode[]): boolean => {
  const sign = open.findLast((n) => RANK[n.kind] >= 13)
  if (marker.kind === 'plus') return sign !== undefined ? true : open.length > 0 && !hasPlusList(open)
  if (sign === undefined) return false
  const first = open.find((n) => RANK[n.kind] >= 13) ?? sign
  if (first.marker.printed === marker.printed) return false
  return marker.kind === 'bullet' || first.kind === 'bullet'
}

const hasPlusList = (open: readonly OpenNode[]): boolean => open.at(-1)?.tally.labels.has('-') === true

const isFirstSign = (node: OpenNode, marker: Marker): boolean =>
  node.label.startsWith('-') && node.marker.printed !== marker.printed

const placeDecimal = (marker: Marker, rest: string, growing: Growing): Place | undefined => {
  const { open } = growing
  const { parts } = marker
  const head = parts.slice(0, -1)
  // A parent that already says the first numbers: its own marker is not doubled in the path.
  for (let depth = open.length; depth > 0; depth--) {
    const node = open[depth - 1]
    if (node && (saysSame(node, head) || isParenHead(node, head, open))) {
      const label = String(parts.at(-1))
      return { depth, label: unique(label, tallyAt(growing, depth)) }
    }
  }
  const sibling = open.findIndex((n) => n.kind === 'decimal' && n.marker.parts.length === parts.length)
  if (sibling !== -1) {
    const before = open[sibling] as OpenNode
    const same = before.marker.parts.slice(0, -1).join('.') === head.join('.')
    const [first, last] = [parts[0] ?? 0, before.marker.parts[0] ?? 0]
    if (same || (first >= last && first - last <= 2 && parts.at(-1) === 1)) {
      const own = before.label.includes('.') ? parts.join('.') : String(parts.at(-1))
      return { depth: sibling, label: unique(same ? own : parts.join('.'), tallyAt(growing, sibling)) }
    }
  }
  const isHeading = /^["“'(\p{Lu}]/u.test(rest)
  const arabic = open.findIndex((n) => n.kind === 'arabic')
  if (parts.at(-1) !== 1 && parts.at(-1) !== 2) return undefined
  if (!isHeading) return undefined
  if (arabic !== -1) {
    const value = open[arabic]?.marker.value ?? 0
    if (parts[0] !== value + 1) return undefined
    return { depth: arabic, label: unique(parts.join('.'), tallyAt(growing, arabic)) }
  }
  const depth = depthFor(marker, open)
  return { depth, label: unique(parts.join('.'), tallyAt(growing, depth)) }
}

/** `1)` holds `1.1)` only where no `1.` or `1.1` is open, whose list would go on. */
const isParenHead = (node: OpenNode, head: readonly number[], open: readonly OpenNode[]): boolean =>
  head.length === 1 &&
  node.kind === 'arabic-paren' &&
  node.marker.value === head[0] &&
  !open.some(
    (other) => other.kind === 'arabic' || (other.kind === 'decimal' && other.marker.parts.length < 3),
  )

const saysSame = (node: OpenNode, head: readonly number[]): boolean => {
  if (node.kind === 'decimal') return node.marker.parts.join('.') === head.join('.')
  if (head.length !== 1) return false
  if (node.kind === 'arabic') return node.marker.value === head[0]
  if (node.kind === 'article') return node.marker.value === head[0]
  return node.kind === 'roman' && node.marker.value === head[0] && !node.tally.last.has('arabic')
}

const unique = (label: string, tally: Tally): string => {
  const count = tally.labels.get(label) ?? 0
  return count === 0 ? label : `${label}#${count + 1}`
}

/** The deepest open node that may hold a new list of this kind. */
const depthFor = (marker: Marker, open: readonly OpenNode[]): number => {
  let depth = open.length
  while (depth > 0) {
    const node = open[depth - 1]
    if (node && canHold(node, marker.kind)) break
    depth--
  }
  return depth
}

/** A number with its dot, or a heading in capitals: hardly the rest of a sentence. */
const isStrong = (marker: Marker, rest: string): boolean =>
  rest === '' || (/[.:/)-]$/u.test(marker.printed) && /^["“'(\p{Lu}\d]/u.test(rest))

const placeNumber = (marker: Marker, rest: string, growing: Growing): Place | undefined => {
  const { open } = growing
  const strong = isStrong(marker, rest)
  if (isTooLoose(marker, rest)) return undefined
  const levels = open.flatMap((node, depth) => (node.kind === marker.kind ? [depth] : [])).toReversed()
  const next = levels.filter((depth) => follows((open[depth] as OpenNode).marker, marker))
  // Of two lists of one kind that could go on here, headings in capitals go on with headings in capitals.
  const alike = next.find((depth) => isShouted((open[depth] as OpenNode).lead.text) === isShouted(rest))
  const depth = alike ?? next[0]
  if (depth !== undefined) return at(depth, marker, growing)
  if (marker.value === 1) {
    if (!/[.:/)-]/u.test(marker.printed) && marker.kind === 'arabic' && levels.length > 0) return undefined
    return placeFirst(marker, rest, levels, growing)
  }
  for (const depth of levels) {
    const step = marker.value - (open[depth] as OpenNode).marker.value
    const close = step >= 0 && step <= (marker.kind === 'roman' || marker.kind === 'article' ? 5 : 4)
    if (strong && close) return at(depth, marker, growing)
  }
  const [deepest] = levels
  if (deepest !== undefined && strong && isMisplaced(marker, growing)) return at(deepest, marker, growing)
  if (!strong || levels.length > 0) return undefined
  return placeLate(marker, rest, growing)
}

/** `g) …; f) …; h) …`, `c) …; k) …`: a letter out of its order, after an item that has ended, is an item all the same. */
const isMisplaced = (marker: Marker, { open }: Growing): boolean => {
  if (marker.kind !== 'letter' && marker.kind !== 'arabic-paren' && marker.kind !== 'paren') return false
  const last = open.at(-1)
  return last !== undefined && /[.;:]["”')]*$/u.test((last.paragraphs.at(-1) ?? last.lead).text.trimEnd())
}

/** The order of letters has gaps that are no gaps: đ and the foreign letters may be left out. */
const follows = (before: Marker, marker: Marker): boolean => {
  if (marker.otherValue !== undefined && marker.otherValue - before.value === 1) return true
  const step = marker.value - before.value
  if (marker.kind === 'letter' || marker.kind === 'letter-upper')
    return step > 0 && step <= 2 && step !== 0.5 + 1
  return step === 1
}

/** `I` or `V` without a point, `1 Mục đích`: only as the next of its list or before capitals. */
const isTooLoose = (marker: Marker, rest: string): boolean => {
  if (marker.kind === 'roman') {
    const bare = !/[.:/)-]/u.test(marker.printed)
    if (bare) return !/^\p{Lu}{2}/u.test(rest)
    return (
      rest !== '' &&
      !/^["“'(\p{Lu}\d]/u.test(rest) &&
      rest.length > 120 &&
      !/^[IVX][ivx]/u.test(marker.printed)
    )
  }
  return false
}

const at = (depth: number, marker: Marker, growing: Growing): Place => ({
  depth,
  label: unique(marker.label, tallyAt(growing, depth)),
})

/** The first of a new list: under the deepest node that may hold it. */
const placeFirst = (
  marker: Marker,
  rest: string,
  levels: readonly number[],
  growing: Growing,
): Place | undefined => {
  const { open } = growing
  const depth = depthFor(marker, open)
  const same = levels[0]
  if (same === undefined || depth > same + 1) return at(depth, marker, growing)
  // The list of this kind is open already and starts again.
  if (marker.kind === 'arabic' && open.length < 10) {
    const holder = open.at(-1)
    if (holder && (holder.kind === 'letter' || holder.kind === 'paren' || holder.lead.text.endsWith(':')))
      return at(open.length, marker, growing)
    // `2. NỘI DUNG CỤ THỂ` and, right below it, `1. Tiếp tục đẩy mạnh …`: what the heading holds.
    if (holder?.kind === 'arabic' && isBareHeading(holder) && !isShouted(rest))
      return at(open.length, marker, growing)
  }
  return isStrong(marker, rest) ? at(same, marker, growing) : undefined
}

/** In capitals from end to end; a word or two may be enough. */
export const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text)

/** A heading in capitals below which nothing stands yet. */
const isBareHeading = ({ lead, paragraphs, children }: OpenNode): boolean =>
  isShouted(lead.text) && paragraphs.length === 0 && children.length === 0

/** How late a list may begin when its first members are lost. */
const FEW: Partial<Record<MarkerKind, number>> = { roman: 4, arabic: 2, article: 2, letter: 3 }

/** A list whose first members are missing: a second section first, or numbers that run on across sections. */
const placeLate = (marker: Marker, rest: string, growing: Growing): Place | undefined => {
  const { open } = growing
  const depth = depthFor(marker, open)
  const before = lastOfKind(marker.kind, growing)
  const runsOn = before !== undefined && marker.value === before.marker.value + 1
  const few = FEW[marker.kind] ?? 1
  const titled = marker.kind === 'roman' && /^\p{Lu}[\p{Lu}\s,-]{5,}/u.test(rest)
  return runsOn || titled || marker.value <= few ? at(depth, marker, growing) : undefined
}

/** The last item of a kind in the last three top sections. */
const lastOfKind = (kind: MarkerKind, { roots, top }: Growing): OpenNode | undefined => {
  for (let i = roots.length - 1; i >= Math.max(0, roots.length - 3); i--) {
    const own = roots[i]?.tally.last.get(kind)
    if (own) return own
  }
  return top.last.get(kind)
}
