import { Type, type Static } from 'typebox'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { findUnitOn } from './search.ts'
import { Day, isUnitOn, UnitCode, type Unit } from './unit.ts'

/** `whole`: all of the old unit went into the new one; `part`: only a part of its land and people. */
export const Extent = Type.Enum(['whole', 'part'])
export type Extent = Static<typeof Extent>

/** One step of succession: the old unit stood until the day before `on`, the new one stands from `on`. */
export const Succession = Type.Object({
  old: UnitCode,
  new: UnitCode,
  extent: Extent,
  on: Day,
  source: Type.Union([Type.String({ maxLength: 1000 }), Type.Null()]),
})
export type Succession = Static<typeof Succession>

/** The units of a province over time, with what became of what. */
export interface PlaceBook {
  readonly units: readonly Unit[]
  readonly succession: readonly Succession[]
}

/** The other end of a step of succession. */
export interface Heir {
  readonly unit: Unit
  readonly extent: Extent
  readonly on: PlainDate
}

const childrenOf = ({ units }: PlaceBook, unit: Unit): Unit[] =>
  units.filter(
    (other) =>
      other.parent === unit.code &&
      (unit.validTo === null ? other.validTo === null : isUnitOn(other, unit.validTo)),
  )

/** Several steps that lead to one unit become one; it is whole only if each of them is. */
const merge = (heirs: readonly Heir[]): Heir[] => {
  const merged = new Map<string, Heir>()
  for (const heir of heirs) {
    const id = `${heir.unit.code} ${heir.on}`
    const known = merged.get(id)
    merged.set(id, known && known.extent === 'part' ? known : heir)
  }
  return [...merged.values()].toSorted((a, b) => (a.unit.code < b.unit.code ? -1 : 1))
}

const direct = (book: PlaceBook, unit: Unit): Heir[] =>
  book.succession.flatMap((step) => {
    if (step.old !== unit.code || !isUnitOn(unit, addDays(step.on, -1)) || isUnitOn(unit, step.on)) return []
    const heir = findUnitOn(book.units, step.new, step.on)
    return heir ? [{ unit: heir, extent: step.extent, on: step.on }] : []
  })

/**
 * Who took over from a unit that ended: as the source says for the unit itself, otherwise through its parts.
 * A district has no row of its own; its communes went to new communes, each of which then holds `part` of it.
 */
export const successorsOf = (book: PlaceBook, unit: Unit): Heir[] => {
  const own = direct(book, unit)
  if (own.length > 0 || unit.validTo === null) return merge(own)
  return merge(
    childrenOf(book, unit).flatMap((child) =>
      successorsOf(book, child).map((heir): Heir => ({ ...heir, extent: 'part' })),
    ),
  )
}

/** The units from whose land a unit was made, on the day it began. */
export const predecessorsOf = (book: PlaceBook, unit: Unit): Heir[] =>
  merge(
    book.succession.flatMap((step) => {
      if (step.new !== unit.code || unit.validFrom !== step.on) return []
      const before = findUnitOn(book.units, step.old, addDays(step.on, -1))
      return before ? [{ unit: before, extent: step.extent, on: step.on }] : []
    }),
  )

/**
 * What a unit is on a later or earlier day: itself while it stands, else its successors or predecessors
 * step by step. Used to compare a district's figures of last year with this year's communes.
 */
export const unitsOnDay = (book: PlaceBook, unit: Unit, on: PlainDate): Unit[] => {
  if (isUnitOn(unit, on)) return [unit]
  const later = unit.validTo !== null && unit.validTo < on
  const steps = later ? successorsOf(book, unit) : predecessorsOf(book, unit)
  const reached = steps.flatMap((step) => unitsOnDay(book, step.unit, on))
  return reached.filter((one, i) => reached.findIndex((other) => other === one) === i)
}
