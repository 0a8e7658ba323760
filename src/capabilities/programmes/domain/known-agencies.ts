import { isSettled, type RaisedFinding, type ResolvedParty } from '../contract.ts'
import type { ItemContent } from './item.ts'

/** Whom a printed name means now; undefined while nobody is known by it. */
export type FindAgency = (printed: string) => ResolvedParty | undefined

/** The item with everybody named in it who is known now; the very same item when nobody new is. */
export const knowParties = (content: ItemContent, find: FindAgency): ItemContent => {
  let isNew = false
  const know = (parties: readonly ResolvedParty[]): ResolvedParty[] =>
    parties.map((party) => {
      const found = party.code === null ? find(party.printed) : undefined
      if (found) isNew = true
      return found ?? party
    })
  const known = withParties(content, know)
  return isNew ? known : content
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
