import { toPeople } from '#capabilities/people/server/capability.ts'
import type { OpenAreas } from '#capabilities/people/server/post-check.ts'
import { places } from '#capabilities/places/server/capability.ts'
import { listUnitsNamed } from '#capabilities/places/domain/search.ts'
import { isUnitOn } from '#capabilities/places/domain/unit.ts'
import { listUnits } from '#capabilities/places/server/store.ts'
import { toPlatformCapability } from '#platform/server/admin/capability.ts'
import type { Capability } from '#platform/server/capability.ts'
import { jobWords } from './job-words.ts'
import { documents, programmes } from './plans.ts'

/** A code, or a name that means exactly one unit on that day. */
export const openAreas: OpenAreas = async (db, province, on) => {
  const units = await listUnits(db, province)
  return (printed) => {
    if (units.some((unit) => unit.code === printed && isUnitOn(unit, on))) return printed
    const [unit, another] = listUnitsNamed(units, printed, on)
    return another ? undefined : unit?.code
  }
}

const people = toPeople({
  openAreas,
  listPermissions: () => capabilities.flatMap((capability) => capability.permissions),
})

const platform = toPlatformCapability(
  (event) => capabilities.find((capability) => event in capability.events)?.events[event],
  jobWords,
)

/** The capabilities of the server, in the order of the menu. Joining one is one line here. */
export const capabilities: readonly Capability[] = [documents, programmes, people, places, platform]
