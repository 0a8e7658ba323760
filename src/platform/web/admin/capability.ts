import type { WebCapability } from '../capability.ts'

/** Pages of the platform itself: the journal, the jobs in quarantine. */
export const adminWeb: WebCapability = {
  name: 'admin',
  pages: [],
  menu: [],
}
