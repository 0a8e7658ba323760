import type { PlainDate } from '#kernel/plain-date.ts'
import type { Finding, RaisedFinding, Structure } from '../contract.ts'
import type { AgencyDirectory } from './agency-directory.ts'

/** What is raised before a person: each unknown agency by its printed name, and whom the register means by it that day. */
export const raiseFindings = (
  { findings, tasks }: Pick<Structure, 'findings' | 'tasks'>,
  directory: AgencyDirectory,
  on: PlainDate | undefined,
): RaisedFinding[] =>
  findings.map((finding) => {
    const printed = finding.kind === 'agency-unknown' ? findNamed(finding, tasks) : undefined
    if (printed === undefined) return finding
    const found = directory.findAgency(printed, on) ?? directory.findGroup(printed, on)
    return { ...finding, agency: { printed, code: found?.code ?? null, name: found?.name ?? null } }
  })

/**
 * Which of the names in the document the finding is about: the one that its sentence quotes. A reading carries no
 * field for it, because the published form of a finding has none.
 */
const findNamed = ({ message }: Finding, tasks: Structure['tasks']): string | undefined => {
  for (const { lead, partners } of tasks) {
    const named = [...lead, ...partners].find((name) => message.includes(`“${name}”`))
    if (named !== undefined) return named
  }
  return undefined
}
