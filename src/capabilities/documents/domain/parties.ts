import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { ResolvedParty } from '../contract.ts'
import type { AgencyDirectory, NamedAgency } from './agency-directory.ts'
import { partiesOf } from './proposals.ts'
import type { Party, PartyValue, Proposal } from './review-api.ts'

/** The day on which names are looked up: that of the document; undefined when it is not known to the day. */
export const toLookupDay = (issuedOn: string | null): PlainDate | undefined =>
  issuedOn === null ? undefined : parsePlainDate(issuedOn)

const unknown = (printed: string): Omit<Party, 'uses'> => ({
  printed,
  kind: 'unknown',
  code: null,
  name: null,
  members: [],
  state: null,
  successors: [],
})

/** Whom a printed name means on that day: an agency first, then a group; else unknown. */
const resolvePrinted = (
  directory: AgencyDirectory,
  printed: string,
  on: PlainDate | undefined,
): Omit<Party, 'uses'> => {
  const agency = directory.findAgency(printed, on)
  if (agency) {
    const { code, name, state, successors } = agency
    return {
      printed,
      kind: 'agency',
      code,
      name,
      members: [code],
      state,
      successors: successors.map((one) => one.code),
    }
  }
  const group = directory.findGroup(printed, on)
  if (!group) return unknown(printed)
  return {
    ...unknown(printed),
    kind: 'group',
    code: group.code,
    name: group.name,
    members: group.members.map((one) => one.code),
  }
}

/** What a person's choice of a code means; unknown when the register has no such code. */
const resolveCode = (
  directory: AgencyDirectory,
  { printed, code = '' }: PartyValue,
  on: PlainDate | undefined,
): ResolvedParty => {
  const agency = directory.findByCode(code)
  if (agency) return { printed, kind: 'agency', code, name: agency.name, members: [code] }
  const group = directory.findGroupByCode(code, on)
  if (!group) return { printed, kind: 'unknown', code: null, name: null, members: [] }
  return { printed, kind: 'group', code, name: group.name, members: group.members.map((one) => one.code) }
}

/** The party as decided: a person's code and members before what the register says of the printed name. */
export const resolveParty = (
  directory: AgencyDirectory,
  party: PartyValue,
  on: PlainDate | undefined,
): ResolvedParty => {
  const { printed, kind, code, name, members } =
    party.code === undefined
      ? resolvePrinted(directory, party.printed, on)
      : resolveCode(directory, party, on)
  return { printed, kind, code, name, members: party.members ?? members }
}

/** Every printed name that live proposals use, as the register knows it on that day; unknown ones first. */
export const listParties = (
  directory: AgencyDirectory,
  proposals: Iterable<Proposal>,
  on: PlainDate | undefined,
): Party[] => {
  const uses = new Map<string, number>()
  for (const { state, value } of proposals) {
    if (state === 'undone' || state === 'replaced') continue
    for (const { printed, code } of partiesOf(value)) {
      if (code === undefined) uses.set(printed, (uses.get(printed) ?? 0) + 1)
    }
  }
  return [...uses]
    .map(([printed, count]) => ({ ...resolvePrinted(directory, printed, on), uses: count }))
    .toSorted((a, b) => Number(a.kind !== 'unknown') - Number(b.kind !== 'unknown') || b.uses - a.uses)
}

/** The names of every code that a page of the review may have to print. */
export const listAgencyNames = (
  directory: AgencyDirectory,
  parties: readonly Party[],
  proposals: Iterable<Proposal>,
): NamedAgency[] => {
  const codes = new Set(parties.flatMap((party) => [...party.members, ...party.successors]))
  for (const { value } of proposals) {
    for (const { code, members } of partiesOf(value)) {
      if (code !== undefined) codes.add(code)
      for (const member of members ?? []) codes.add(member)
    }
  }
  return [...codes].flatMap((code) => {
    const found = directory.findByCode(code) ?? directory.findGroupByCode(code, undefined)
    return found ? [{ code: found.code, name: found.name }] : []
  })
}
