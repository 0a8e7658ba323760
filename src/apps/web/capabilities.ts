import type { WebCapability } from '#platform/web/capability.ts'
import { adminWeb } from '#platform/web/admin/capability.ts'
import { documentsWeb } from '#capabilities/documents/web/capability.ts'
import { peopleWeb } from '#capabilities/people/web/capability.ts'
import { placesWeb } from '#capabilities/places/web/capability.ts'
import { programmesWeb } from '#capabilities/programmes/web/capability.ts'

/** The capabilities of the web app. Joining one is one line here. */
export const webCapabilities: readonly WebCapability[] = [
  programmesWeb,
  documentsWeb,
  peopleWeb,
  placesWeb,
  adminWeb,
]
