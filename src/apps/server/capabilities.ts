import { places } from '#capabilities/places/server/capability.ts'
import type { Capability } from '#platform/server/capability.ts'

/** The capabilities of the server, in the order of the menu. Joining one is one line here. */
export const capabilities: readonly Capability[] = [places]
