import { searchKey } from '#kernel/vietnamese.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { fullName, isUnitOn, toNameParts, type Unit } from './unit.ts'

/** How well a unit answers what was typed; lower is better, undefined when not at all. */
const rankOf = (unit: Unit, typed: string): number | undefined => {
  if (unit.code === typed) return 0
  const name = searchKey(unit.name)
  const full = searchKey(fullName(unit))
  if (name === typed || full === typed) return 1
  if (name.startsWith(typed) || full.startsWith(typed)) return 2
  return ` ${full}`.includes(` ${typed}`) ? 3 : undefined
}

/**
 * Units that answer what a person types: code, name or the beginning of any of its words, with or without
 * the kind, tone marks and shape marks ignored. Best first, then by name,
 * the greater unit before the smaller. An empty question gets all.
 */
export const searchUnits = (units: readonly Unit[], question: string): Unit[] => {
  const typed = searchKey(question)
  return units
    .flatMap((unit) => {
      const rank = typed === '' ? 1 : rankOf(unit, typed)
      return rank === undefined ? [] : [{ unit, rank, name: searchKey(unit.name) }]
    })
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
        a.unit.code.length - b.unit.code.length ||
        (a.unit.code < b.unit.code ? -1 : 1),
    )
    .map(({ unit }) => unit)
}

/**
 * The units of exactly that printed name on a day, with or without the kind. Several bear one name
 * (`Lộc Bình`: a district and its township): all are returned, and the caller asks a person.
 * A name that is only alike finds nothing.
 */
export const listUnitsNamed = (
  units: readonly Unit[],
  printed: string,
  on: PlainDate | undefined,
): Unit[] => {
  const whole = searchKey(printed)
  if (whole === '') return []
  const { key, kinds } = toNameParts(printed)
  return units.filter((unit) => {
    if (!isUnitOn(unit, on)) return false
    const name = searchKey(unit.name)
    // A name may itself begin with a word of kind: "Xã Xã Phiên" is not lost.
    return name === whole || (kinds !== undefined && kinds.includes(unit.kind) && name === key)
  })
}

/** The unit of that code on that day. */
export const findUnitOn = (
  units: readonly Unit[],
  code: string,
  on: PlainDate | undefined,
): Unit | undefined => units.find((unit) => unit.code === code && isUnitOn(unit, on))
