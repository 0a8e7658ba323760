import type { Services } from '#platform/server/services.ts'
import type { AgencyDirectory } from '../domain/agency-directory.ts'

/** What this capability needs of its neighbours; the app joins it. */
export interface Outside {
  /** The register of agencies as it is now. */
  readonly directory: (services: Services) => Promise<AgencyDirectory>
}
