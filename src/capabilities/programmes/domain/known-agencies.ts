import { isSettled, type RaisedFinding, type ResolvedParty } from '../contract.ts'
import type { ItemContent } from './item.ts'

/** Whom a printed name means now; undefined while nobody is known by it. */
export type FindAgency = (printed: string) => ResolvedParty | undefined

/** The item with some of those named in it put otherwise; the very same item when nobody is. */
const changeParties = (
  content: ItemContent,
  change: (party: ResolvedParty) => ResolvedParty | undefined,
): ItemContent => {
  let isNew = false
  const changed = withParties(content, (parties) =>
    parties.map((party) => {
      const next = change(party)
      if (next) isNew = true
      return next ?? party
    }),
  )
  return isNew ? changed : content
}

/** The item with everybody named in it who is known now; the very same item when nobody new is. */
export const knowParties = (content: ItemContent, find: FindAgency): ItemContent =>
  changeParties(content, ({ code, printed }) => (code === null ? find(printed) : undefined))

/** A mapping that was taken back: whom it named, and whether a printed name was understood by it. */
export interface DroppedAlias {
  readonly code: string
  readonly isMeant: (printed: string) => boolean
}

/** The item without what was understood by the mapping: whoever is known otherwise, else nobody. */
export const forgetParties = (
  content: ItemContent,
  { code, isMeant }: DroppedAlias,
  find: FindAgency,
): ItemContent =>
  changeParties(content, (party) => {
    if (party.code !== code || !isMeant(party.printed)) return undefined
    const found = find(party.printed)
    if (found?.code === code) return undefined
    return found ?? { printed: party.printed, kind: 'unknown', code: null, name: null, members: [] }
  })

/** Findings that were settled by the mapping are open again; the very same list when none was. */
export const reopenFindings = (
  findings: readonly RaisedFinding[],
  { code, isMeant }: DroppedAlias,
  find: FindAgency,
): readonly RaisedFinding[] => {
  const reopened = findings.map((finding) => {
    const { agency } = finding
    if (agency?.code !== code || !isMeant(agency.printed)) return finding
    const found = find(agency.printed)
    if (found?.code === code) return finding
    return {
      ...finding,
      agency: { printed: agency.printed, code: found?.code ?? null, name: found?.name ?? null },
    }
  })
  return reopened.some((finding, i) => finding !== findings[i]) ? reopened : findings
}

const withParties = (
  content: ItemContent,
  know: (parties: readonly ResolvedParty[]) => ResolvedParty[],
): ItemContent => {
  switch (content.kind) {
    case 'task':
      return { ...content, lead: know(content.lead), partners: know(content.partners) }
    case 'deadline':
      return { ...content, deadline: { ...content.deadline, who: know(content.deadline.who) } }
    case 'reporting':
      return { ...content, from: know(content.from) }
    case 'target':
    case 'trigger':
      return content
  }
}

/** Findings about agencies that are known now say who they are; the very same list when nobody new is. */
export const settleFindings = (
  findings: readonly RaisedFinding[],
  find: FindAgency,
): readonly RaisedFinding[] => {
  const settled = findings.map((finding) => {
    const { agency } = finding
    const found = agency && !isSettled(finding) ? find(agency.printed) : undefined
    return agency && found
      ? { ...finding, agency: { printed: agency.printed, code: found.code, name: found.name } }
      : finding
  })
  return settled.some((finding, i) => finding !== findings[i]) ? settled : findings
}
