import type { Capability, Permission } from '#platform/server/capability.ts'
import { documentEvents, documentPermissions } from '../contract.ts'
import { documentJobs } from './jobs.ts'
import type { Outside } from './outside.ts'
import { documentConstraints, documentProblems } from './problems.ts'
import { documentRoutes } from './routes.ts'

const permissions: Permission[] = Object.entries(documentPermissions).map(([name, title]) => ({
  name,
  title,
}))

/** Incoming documents; `outside` is what the app joins from its neighbours. */
export const toDocuments = (outside: Outside): Capability => ({
  name: 'documents',
  routes: documentRoutes(outside),
  jobs: documentJobs(outside),
  permissions,
  problems: documentProblems,
  constraints: documentConstraints,
  events: documentEvents,
})
