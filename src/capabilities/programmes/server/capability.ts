import type { ProblemKind } from '#kernel/problem.ts'
import type { Capability, Permission } from '#platform/server/capability.ts'
import { programmeEvents, programmePermissions } from '../contract.ts'
import { assignmentProblems } from './assignments/problems.ts'
import { budgetConstraints, budgetProblems } from './budget/problems.ts'
import { programmeJobs } from './jobs.ts'
import { letterProblems } from './letters/problems.ts'
import { noticeJobs } from './notices/jobs.ts'
import { noticeProblems } from './notices/problems.ts'
import { noticeRounds } from './notices/rounds.ts'
import { noticeRoutes } from './notices/routes.ts'
import type { Outside } from './outside.ts'
import { programmeConstraints, programmeProblems } from './problems.ts'
import { programmeRoutes } from './routes.ts'
import { targetConstraints, targetProblems } from './targets/problems.ts'

const permissions: Permission[] = Object.entries(programmePermissions).map(([name, title]) => ({
  name,
  title,
}))

/** Several parts refuse under the same short name (`notFound`); their codes tell them apart. */
const byCode = (...parts: readonly Readonly<Record<string, ProblemKind>>[]): Record<string, ProblemKind> =>
  Object.fromEntries(parts.flatMap((part) => Object.values(part).map((kind) => [kind.code, kind])))

/** Plans with their tasks and targets; `outside` is what the app joins from its neighbours. */
export const toProgrammes = (outside: Outside): Capability => ({
  name: 'programmes',
  routes: [...programmeRoutes(outside), ...noticeRoutes(outside)],
  jobs: [...programmeJobs(outside), ...noticeJobs(outside)],
  rounds: noticeRounds(outside),
  permissions,
  problems: byCode(
    programmeProblems,
    assignmentProblems,
    letterProblems,
    noticeProblems,
    targetProblems,
    budgetProblems,
  ),
  constraints: { ...programmeConstraints, ...targetConstraints, ...budgetConstraints },
  events: programmeEvents,
})
