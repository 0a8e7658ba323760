import type { PlainDate } from '#kernel/plain-date.ts'
import { isValidOn, type Agency, type AgencyGroup } from './agency.ts'
import { toAgencyKey, toGroupKey, withoutProvince, type ProvinceName } from './agency-name.ts'

/** A province's agencies and groups, ready to be asked by printed name. */
export interface AgencyIndex {
  readonly byCode: ReadonlyMap<string, Agency>
  readonly byKey: ReadonlyMap<string, readonly Agency[]>
  readonly groupsByKey: ReadonlyMap<string, AgencyGroup>
  readonly predecessors: ReadonlyMap<string, readonly string[]>
  readonly provinces: readonly ProvinceName[]
}

export const toAgencyIndex = (
  agencies: readonly Agency[],
  groups: readonly AgencyGroup[],
  provinces: readonly ProvinceName[],
): AgencyIndex => {
  const byKey = new Map<string, Agency[]>()
  const predecessors = new Map<string, string[]>()
  for (const agency of agencies) {
    const keys = new Set(
      [agency.name, agency.shortName, ...agency.aliases].flatMap((name) => toAgencyKeys(name, provinces)),
    )
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), agency])
    for (const next of agency.successors) {
      predecessors.set(next, [...(predecessors.get(next) ?? []), agency.code])
    }
  }
  const groupsByKey = new Map<string, AgencyGroup>()
  for (const group of groups) {
    for (const name of [group.name, ...group.aliases]) groupsByKey.set(toGroupKey(name, provinces), group)
  }
  return {
    byCode: new Map(agencies.map((agency) => [agency.code, agency])),
    byKey,
    groupsByKey,
    predecessors,
    provinces,
  }
}

/** The full key, and the one without the province unless a single word would be left (`Báo Lạng Sơn`). */
export const toAgencyKeys = (printed: string, provinces: readonly ProvinceName[]): string[] => {
  const full = toAgencyKey(printed)
  if (full === '') return []
  const short = withoutProvince(full, provinces)
  return short === full || !short.includes(' ') ? [full] : [full, short]
}

export interface FoundAgency {
  readonly agency: Agency
  /** `renamed`: one other name took its place and nothing else changed; `abolished`: it is no longer there. */
  readonly state: 'current' | 'abolished' | 'renamed'
  /** Who does its work on that day; empty while it is there. */
  readonly successors: readonly Agency[]
}

/**
 * The agency of a printed name on a day; undefined when the list has none, when it was not yet there,
 * or when two share the name on that day: a person decides then.
 */
export const findAgency = (
  index: AgencyIndex,
  printed: string,
  on: PlainDate | undefined,
): FoundAgency | undefined => {
  for (const key of toAgencyKeys(printed, index.provinces)) {
    const named = index.byKey.get(key) ?? []
    const current = named.filter((agency) => isValidOn(agency, on))
    if (current.length > 1) return undefined
    if (current[0]) return { agency: current[0], state: 'current', successors: [] }
    const ended = named.filter((agency) => hasEnded(agency, on))
    const latest = ended.toSorted((a, b) => ((a.validTo ?? '') < (b.validTo ?? '') ? 1 : -1))
    if (!latest[0] || latest[0].validTo === latest[1]?.validTo) continue
    return describeEnded(index, latest[0], on)
  }
  return undefined
}

const hasEnded = (agency: Agency, on: PlainDate | undefined): boolean =>
  agency.validTo !== null && (on === undefined || agency.validTo < on)

const describeEnded = (index: AgencyIndex, agency: Agency, on: PlainDate | undefined): FoundAgency => {
  const successors = successorsOf(index, agency.code, on)
  const next = index.byCode.get(agency.successors[0] ?? '')
  const isRename =
    agency.successors.length === 1 &&
    next !== undefined &&
    next.validFrom !== null &&
    next.validFrom > (agency.validTo ?? '') &&
    index.predecessors.get(next.code)?.length === 1
  return { agency, state: isRename ? 'renamed' : 'abolished', successors }
}

/** Who does an agency's work on a day: itself while it is there, else those who took over, however far along. */
export const successorsOf = (index: AgencyIndex, code: string, on: PlainDate | undefined): Agency[] => {
  const found = new Map<string, Agency>()
  const seen = new Set<string>()
  const waiting = [code]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const agency = index.byCode.get(next)
    if (!agency || seen.has(next)) continue
    seen.add(next)
    if (isValidOn(agency, on)) found.set(next, agency)
    else if (hasEnded(agency, on)) waiting.push(...agency.successors)
  }
  return [...found.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** The group of a printed name, with or without "các" before and the province after. */
export const findGroup = (index: AgencyIndex, printed: string): AgencyGroup | undefined =>
  index.groupsByKey.get(toGroupKey(printed, index.provinces))

/**
 * The members of a group on a day, by code. A rule takes those that are there on that day;
 * a member named by code that has ended is replaced by who took over.
 */
export const expandGroup = (
  index: AgencyIndex,
  { members }: Pick<AgencyGroup, 'members'>,
  on: PlainDate | undefined,
): Agency[] => {
  const found = new Map<string, Agency>()
  const { kinds, levels, codes = [], except = [] } = members
  if (kinds !== undefined || levels !== undefined) {
    for (const agency of index.byCode.values()) {
      const fits =
        (kinds === undefined || kinds.includes(agency.kind)) &&
        (levels === undefined || levels.includes(agency.level))
      if (fits && isValidOn(agency, on)) found.set(agency.code, agency)
    }
  }
  for (const code of codes) {
    for (const agency of successorsOf(index, code, on)) found.set(agency.code, agency)
  }
  for (const code of except) found.delete(code)
  return [...found.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** What a reader of documents may ask, in the shape that it asks it. */
export interface PrintedAgencyLookup {
  readonly known: boolean
  readonly find: (
    printed: string,
    on: PlainDate | undefined,
  ) =>
    | {
        readonly id: string
        readonly name: string
        readonly state: FoundAgency['state']
        /** Names of who took over, for a sentence; undefined while it is there. */
        readonly successor: string | undefined
      }
    | undefined
}

/** Names enough for a sentence: three, then how many more. */
const toNames = (agencies: readonly Agency[]): string | undefined => {
  if (agencies.length === 0) return undefined
  const names = agencies.slice(0, 3).map((agency) => agency.name)
  const more = agencies.length - names.length
  return more === 0 ? names.join(', ') : `${names.join(', ')} và ${more} cơ quan khác`
}

export const toAgencyLookup = (index: AgencyIndex): PrintedAgencyLookup => ({
  known: index.byCode.size > 0,
  find: (printed, on) => {
    const found = findAgency(index, printed, on)
    if (!found) return undefined
    const { agency, state, successors } = found
    return { id: agency.code, name: agency.name, state, successor: toNames(successors) }
  },
})
