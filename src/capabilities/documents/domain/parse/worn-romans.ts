import type { Marker } from './markers.ts'
import type { Block } from './types.ts'

/** A heading in capitals, as the sections of a directive have them. */
const isTitled = (block: Block, marker: Marker): boolean =>
  /^\p{Lu}{2,}[\s,]+\p{Lu}{2,}/u.test(block.text.slice(marker.end)) &&
  !/\p{Ll}{2}/u.test(block.text.slice(marker.end))

const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

const toRoman = (marker: Marker, value: number): Marker => ({
  ...marker,
  kind: 'roman',
  label: ROMANS[value] ?? marker.label,
  value,
})

/** `k) …; I) …; m) …`: a small L that somebody typed, or a scanner saw, as a capital I. */
const isSmallL = (marker: Marker, before: Marker): boolean =>
  before.label === 'k' &&
  marker.value === 1 &&
  /^I\s?[.)]$/u.test(marker.printed) &&
  marker.printed.at(-1) === before.printed.at(-1)

const toL = ({ end, printed }: Marker, { value }: Marker): Partial<Marker> => ({
  end,
  printed,
  label: 'l',
  value: value + 1,
})

/**
 * Strokes that a scanner lost: `1. TINH THẦN CHỈ ĐẠO` over its own `1.`, with `II.` further below, is the first
 * section, and `Il. TỔ CHỨC THỰC HIỆN` after `II.` the third. What the document prints stays as it is.
 */
export const mendRomans = (
  blocks: readonly Block[],
  markers: readonly (Marker | undefined)[],
): (Marker | undefined)[] => {
  const mended = [...markers]
  const romans = mended.flatMap((marker, i) => (marker?.kind === 'roman' ? [i] : []))
  for (const [n, i] of romans.entries()) {
    const marker = mended[i] as Marker
    const before = mended[romans[n - 1] ?? -1]
    const isWorn = /[l1|]/u.test(marker.printed)
    if (before && isWorn && marker.value === before.value && isTitled(blocks[i] as Block, marker))
      mended[i] = toRoman(marker, marker.value + 1)
  }
  for (const [n, i] of romans.entries()) {
    const marker = mended[i] as Marker
    const before = mended.slice(romans[n - 1] ?? 0, i).findLast((one) => one?.kind === 'letter')
    if (before && isSmallL(marker, before)) mended[i] = { ...before, ...toL(marker, before) }
  }
  const numbered = mended.flatMap((marker, i) => (marker?.kind === 'arabic' ? [i] : []))
  const [first = -1, second = -1] = numbered
  const [opens, below, roman] = [mended[first], mended[second], mended[romans[0] ?? -1]]
  if (
    opens?.value === 1 &&
    below?.value === 1 &&
    roman?.value === 2 &&
    second < (romans[0] ?? 0) &&
    isTitled(blocks[first] as Block, opens) &&
    !isTitled(blocks[second] as Block, below)
  )
    mended[first] = toRoman(opens, 1)
  return mended
}
