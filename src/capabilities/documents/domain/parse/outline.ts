import { joinCells } from './join-lines.ts'
import { slicePiece } from './mapped-text.ts'
import { findMarker, type Marker } from './markers.ts'
import { mendRomans } from './worn-romans.ts'
import { mustGoOn } from './paragraphs.ts'
import { addToTally, decidePlace, isShouted, newTally, type OpenNode } from './outline-place.ts'
import type { Block, Section } from './types.ts'

export interface Outlined {
  /** Paragraphs before the first item. */
  readonly opening: readonly Block[]
  readonly sections: readonly Section[]
  /** Paragraphs after the last item that end the document. */
  readonly closing: readonly Block[]
}

/** Builds the tree of items from paragraphs. A paragraph that opens no item belongs to the one before. */
export const toOutline = (blocks: readonly Block[], bare = false): Outlined => {
  const opening: Block[] = []
  const roots: OpenNode[] = []
  const open: OpenNode[] = []
  const top = newTally()
  const growing = { open, roots, top, bare }
  const markers = readMarkers(blocks)
  const lastItem = markers.findLastIndex((marker) => marker !== undefined)
  const closing: Block[] = []
  for (const [n, block] of blocks.entries()) {
    const marker = markers[n]
    const rest = marker ? block.text.slice(marker.end) : ''
    const place = marker && !isBrokenDash(blocks, markers, n) ? decidePlace(marker, rest, growing) : undefined
    if (marker && place) {
      open.length = place.depth
      const parent = open.at(-1)
      const path = parent ? `${parent.path}.${place.label}` : place.label
      const node: OpenNode = {
        kind: marker.kind,
        marker,
        path,
        label: place.label,
        lead: slicePiece(block, marker.end),
        paragraphs: [],
        children: [],
        tally: newTally(),
        start: block.map[0] ?? 0,
        end: endOf(block),
      }
      ;(parent ? parent.children : roots).push(node)
      addToTally(parent?.tally ?? top, node)
      const grandparent = open.at(-2)
      if (grandparent && /^[-+]/u.test(node.label)) grandparent.tally.nested = true
      open.push(node)
    } else {
      const holder = open.at(-1)
      if (!holder) opening.push(block)
      else if (goesOnHeading(block, holder)) {
        holder.lead = joinCells(holder.lead, block)
        holder.end = endOf(block)
      } else if (n > lastItem && closes(block, holder, closing.length > 0)) closing.push(block)
      else {
        holder.paragraphs.push(block)
        holder.end = endOf(block)
      }
    }
  }
  return { opening, sections: roots.map(toSection), closing }
}

/** A star opens an item only where stars make the lists; elsewhere it is a small heading or a note. */
const readMarkers = (blocks: readonly Block[]): (Marker | undefined)[] => {
  const markers = mendRomans(
    blocks,
    blocks.map((block) => findMarker(block.text)),
  )
  const stars = markers.filter((marker) => marker?.printed === '*').length
  const dashes = markers.filter((marker) => marker?.kind === 'dash').length
  return stars > 3 && stars > dashes ? markers : markers.map((m) => (m?.printed === '*' ? undefined : m))
}

/** "… trật tự xã hội" + "- Cơ quan thường trực …": one dash alone after a long sentence that has not ended. */
const isBrokenDash = (
  blocks: readonly Block[],
  markers: readonly (Marker | undefined)[],
  n: number,
): boolean => {
  if (markers[n]?.kind !== 'dash' || markers[n + 1]?.kind === 'dash') return false
  const before = blocks[n - 1]
  return (
    before !== undefined &&
    markers[n - 1]?.kind !== 'dash' &&
    before.text.length > 140 &&
    /[\p{L}\d]$/u.test(before.text)
  )
}

const endOf = (block: Block): number => {
  const last = block.text.length - 1
  return block.ends?.[last] ?? (block.map[last] ?? 0) + 1
}

const CLOSING =
  /^(?:Trên đây|Căn cứ (?:Kế hoạch|Chỉ thị|Công điện|Chương trình|nội dung|vào|chức năng)|Yêu cầu|Đề nghị|Trong quá trình|Nhận được|Với tinh thần|Kế hoạch này|Chỉ thị này|Quyết định này|Công điện này|Nghị quyết này|Giao|Các (?:sở|cơ quan|đơn vị|đồng chí|ông|bà)|Thủ trưởng|Chủ tịch|(?:Ủy|Uỷ) ban|UBND|Ban|Sở|Văn phòng|Nhà trường|Công an|Tổ chức thực hiện|Phấn đấu)/u

/** `Cục Hóa chất có trách nhiệm theo dõi, đôn đốc việc thực hiện Chỉ thị này.` */
const CARRIES_OUT =
  /^\p{Lu}[^.]{2,80} (?:có|chịu) trách nhiệm [^.]{10,300}(?:Chỉ thị|Kế hoạch|Quyết định|Chương trình) này/u

const ENDS_ALL = /\.\s?\/\s?\.?$/u

/** Does a paragraph after the last item end the document rather than go on with the item? */
const closes = (block: Block, holder: OpenNode, started: boolean): boolean => {
  if (started) return true
  // `5. Về kiến nghị …:` is nothing without the paragraph that answers it.
  if (/:\s*$/u.test(holder.lead.text) && holder.paragraphs.length === 0 && holder.children.length === 0)
    return false
  const said = holder.lead.text.length > 90 || /[.;]$/u.test(holder.lead.text) || holder.paragraphs.length > 0
  if (!said) return false
  return (
    /^(?:Trên đây|Trong quá trình|Nhận được|Với tinh thần)/u.test(block.text) ||
    CLOSING.test(block.text) ||
    CARRIES_OUT.test(block.text) ||
    ENDS_ALL.test(block.text)
  )
}

/** `II. NHIỆM VỤ BẢO ĐẢM TRẬT TỰ,` and `AN TOÀN GIAO THÔNG` below it: one heading in two paragraphs. */
const goesOnHeading = (block: Block, { lead, paragraphs, children }: OpenNode): boolean => {
  if (paragraphs.length > 0 || children.length > 0 || lead.text === '' || block.bold !== lead.bold)
    return false
  if (lead.text.length + block.text.length > 220 || /[.;:]$/u.test(lead.text)) return false
  const goesOn = mustGoOn(lead.text)
  if (isShouted(lead.text) && isShouted(block.text)) return block.bold || goesOn
  return goesOn && block.bold && !/[.;:]$/u.test(block.text)
}

const HEADING_MAX = 110

/** The heading, or the first words when the item is a whole sentence. */
export const toHeading = (text: string): string => {
  const clean = text.trim()
  if (clean.length <= HEADING_MAX) return clean.replace(/[:;.]$/u, '')
  const colon = clean.slice(0, HEADING_MAX).search(/[:.;](?:\s|$)/u)
  if (colon > 8) return clean.slice(0, colon)
  const cut = clean.lastIndexOf(' ', HEADING_MAX)
  return `${clean.slice(0, cut > 40 ? cut : HEADING_MAX)}…`
}

const toSection = (node: OpenNode): Section => {
  const children = node.children.map(toSection)
  const end = Math.max(node.end, children.at(-1)?.span.end ?? 0)
  return {
    path: node.path,
    marker: node.marker.printed,
    label: node.label,
    kind: node.kind,
    heading: toHeading(node.lead.text),
    lead: node.lead,
    paragraphs: node.paragraphs,
    children,
    span: { start: node.start, end },
  }
}

/** Every section, parents before children. */
export const listSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...listSections(section.children)])
