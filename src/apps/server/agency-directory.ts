import type { AgencyDirectory, NamedAgency } from '#capabilities/documents/domain/agency-directory.ts'
import { resolveParty, toLookupDay } from '#capabilities/documents/domain/parties.ts'
import type { Agencies } from '#capabilities/programmes/server/outside.ts'
import {
  expandGroup,
  findAgency,
  findGroup,
  successorsOf,
  type AgencyIndex,
} from '#capabilities/people/domain/agency-index.ts'
import { toAliasFingerprints } from '#capabilities/people/server/alias-fingerprints.ts'
import type { PlainDate } from '#kernel/plain-date.ts'

const toNamed = ({ code, name }: NamedAgency): NamedAgency => ({ code, name })

/** The register of `people` as `documents` asks it. */
export const toAgencyDirectory = (index: AgencyIndex): AgencyDirectory => {
  const groups = new Map([...index.groupsByKey.values()].map((group) => [group.code, group]))
  const expand = (group: ReturnType<typeof findGroup>, on: PlainDate | undefined) =>
    group && { ...toNamed(group), members: expandGroup(index, group, on).map(toNamed) }
  return {
    register: index,
    findAgency: (printed, on) => {
      const found = findAgency(index, printed, on)
      return (
        found && { ...toNamed(found.agency), state: found.state, successors: found.successors.map(toNamed) }
      )
    },
    findGroup: (printed, on) => expand(findGroup(index, printed), on),
    findByCode: (code) => {
      const agency = index.byCode.get(code)
      return agency && toNamed(agency)
    },
    findGroupByCode: (code, on) => expand(groups.get(code), on),
  }
}

/** The same register as `programmes` asks it; a group chosen today has today's members. */
export const toAgencies = (index: AgencyIndex, today: PlainDate): Agencies => {
  const directory = toAgencyDirectory(index)
  return {
    findParty: (code, printed) => {
      const agency = directory.findByCode(code)
      if (agency) return { printed, kind: 'agency', code, name: agency.name, members: [code] }
      const group = directory.findGroupByCode(code, today)
      return (
        group && {
          printed,
          kind: 'group',
          code,
          name: group.name,
          members: group.members.map((member) => member.code),
        }
      )
    },
    findPrinted: (printed, on) => {
      const party = resolveParty(directory, { printed }, toLookupDay(on))
      return party.code === null ? undefined : party
    },
    fingerprintsOf: (printed) => toAliasFingerprints(printed, index),
    nameOf: (code) => index.byCode.get(code)?.name ?? code,
    successorsOf: (code, on) => {
      const agency = index.byCode.get(code)
      const isGone = agency?.validTo != null && agency.validTo < on
      return isGone ? successorsOf(index, code, on).map((one) => one.code) : []
    },
    isCommune: (code) => index.byCode.get(code)?.level === 'commune',
  }
}
