import type { AgencyShare, ResolvedParty } from '../contract.ts'
import { rolesOf, type ItemContent, type PartyRole } from './item.ts'

interface Item {
  readonly id: string
  readonly content: ItemContent
}

const field = {
  lead: 'leads',
  partner: 'partners',
  who: 'deadlines',
  from: 'reporting',
} as const satisfies Record<PartyRole, keyof AgencyShare>

/** Who is meant by a party: each member of a group; the printed name where nobody is known. */
const toHolders = (
  party: ResolvedParty,
  nameOf: (code: string) => string,
): { key: string; code: string | null; name: string }[] =>
  party.members.length > 0
    ? party.members.map((code) => ({ key: code, code, name: nameOf(code) }))
    : [{ key: `? ${party.printed}`, code: party.code, name: party.name ?? party.printed }]

/** The plan as its agencies: who leads what, works along, is bound by which day, reports. Busiest first, unknown last. */
export const toShares = (items: readonly Item[], nameOf: (code: string) => string): AgencyShare[] => {
  const shares = new Map<string, AgencyShare>()
  for (const { id, content } of items) {
    for (const [role, parties] of rolesOf(content)) {
      for (const { key, code, name } of parties.flatMap((party) => toHolders(party, nameOf))) {
        const share = shares.get(key) ?? { code, name, leads: [], partners: [], deadlines: [], reporting: [] }
        shares.set(key, share)
        const list = share[field[role]]
        if (!list.includes(id)) list.push(id)
      }
    }
  }
  const weight = (share: AgencyShare): number =>
    share.leads.length * 1000 + share.partners.length * 10 + share.reporting.length
  return [...shares.values()].toSorted(
    (a, b) =>
      Number(a.code === null) - Number(b.code === null) ||
      weight(b) - weight(a) ||
      a.name.localeCompare(b.name, 'vi'),
  )
}

/** Whether an item concerns one of these agencies. */
export const concerns = (content: ItemContent, agencies: readonly string[]): boolean =>
  rolesOf(content).some(([, parties]) =>
    parties.some((party) => party.members.some((member) => agencies.includes(member))),
  )
