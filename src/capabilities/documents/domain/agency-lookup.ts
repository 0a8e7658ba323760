import type { PlainDate } from '#kernel/plain-date.ts'

/**
 * What the reader may ask about agencies; the server answers from the province's list,
 * the command line from a province pack or from nothing (`noAgencies`).
 */
export interface AgencyLookup {
  /** The agency of that printed name or abbreviation on that day; undefined when the list has none. */
  readonly find: (printed: string, on: PlainDate | undefined) => AgencyMatch | undefined
  /** False when no list is at hand: then nothing is called unknown. */
  readonly known: boolean
}

export interface AgencyMatch {
  readonly id: string
  readonly name: string
  /** `abolished`: no longer there on that day; `renamed`: another name is official on that day. */
  readonly state: 'current' | 'abolished' | 'renamed'
  readonly successor: string | undefined
}

export const noAgencies: AgencyLookup = { find: () => undefined, known: false }
