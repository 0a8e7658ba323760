import type { PlainDate } from '#kernel/plain-date.ts'

export interface NamedAgency {
  readonly code: string
  readonly name: string
}

/**
 * The province's register of agencies as this capability asks it; the app joins it from `people`.
 * Loaded once for a request or a job, then asked without waiting.
 */
export interface AgencyDirectory {
  /** For the reader, as data: in its own process the app makes an `AgencyLookup` of it. */
  readonly register: unknown
  readonly findAgency: (printed: string, on: PlainDate | undefined) => FoundAgency | undefined
  readonly findGroup: (printed: string, on: PlainDate | undefined) => FoundGroup | undefined
  /** The agency of that code, whatever became of it. */
  readonly findByCode: (code: string) => NamedAgency | undefined
  readonly findGroupByCode: (code: string, on: PlainDate | undefined) => FoundGroup | undefined
}

export interface FoundAgency extends NamedAgency {
  readonly state: 'current' | 'abolished' | 'renamed'
  /** Who does its work on that day; empty while it is there. */
  readonly successors: readonly NamedAgency[]
}

export interface FoundGroup extends NamedAgency {
  readonly members: readonly NamedAgency[]
}

/** For an installation without a register: everything is unknown. */
export const noDirectory: AgencyDirectory = {
  register: undefined,
  findAgency: () => undefined,
  findGroup: () => undefined,
  findByCode: () => undefined,
  findGroupByCode: () => undefined,
}
