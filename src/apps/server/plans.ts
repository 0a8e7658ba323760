import { toDocuments } from '#capabilities/documents/server/capability.ts'
import { findDocument } from '#capabilities/documents/server/document-store.ts'
import { foldPlan, toOrigins } from '#capabilities/documents/domain/plan-in-force.ts'
import { listAcceptedContents, listFamily } from '#capabilities/documents/server/plan-store.ts'
import type { RoleCode } from '#capabilities/people/domain/roles.ts'
import { openAgencyIndex } from '#capabilities/people/server/agency-handlers.ts'
import { listAddressees } from '#capabilities/people/server/addressee-store.ts'
import { toDayOff } from '#capabilities/places/domain/calendar.ts'
import { listCalendars } from '#capabilities/places/server/store.ts'
import { toProgrammes } from '#capabilities/programmes/server/capability.ts'
import type { Outside as ProgrammesOutside } from '#capabilities/programmes/server/outside.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Services } from '#platform/server/services.ts'
import { toAgencies, toAgencyDirectory } from './agency-directory.ts'

/** `documents` and `programmes`, joined to the register of agencies and to each other. */

const openIndex = async ({ database, province }: Services) => await openAgencyIndex(database.db, province)

/** The register of agencies as `documents` asks it. */
export const openDirectory = async (services: Services) => toAgencyDirectory(await openIndex(services))

export const documents = toDocuments({ directory: openDirectory })

/** The register of agencies as `programmes` asks it; the command line exports with it. */
export const openAgencies = async (services: Services) =>
  toAgencies(await openIndex(services), toVietnamDay(services.clock.now()))

/** The plan to which a document belongs, as it counts now. */
export const findPlan = async (db: Db | Tx, document: string) => foldPlan(await listFamily(db, document))

/** What `programmes` asks of its neighbours. */
export const programmesOutside: ProgrammesOutside = {
  findPlan,
  findOrigins: async (db, documents) => toOrigins(await listAcceptedContents(db, documents)),
  isWithdrawn: async (db, province, document) =>
    ((await findDocument(db, province, document))?.withdrawn_at ?? null) !== null,
  directory: openAgencies,
  agenciesOf: async (services, scope) => {
    if (scope.areas.length === 0) return scope.agencies
    const { byCode } = await openIndex(services)
    const own = [...byCode.values()].filter(
      (agency) => agency.unitCode !== null && scope.areas.includes(agency.unitCode),
    )
    return [...scope.agencies, ...own.map((agency) => agency.code)]
  },
  listAddressees: async (db, province, on) =>
    (await listAddressees(db, province, on)).map(({ account, name, email, posts }) => {
      const at = (...roles: readonly RoleCode[]): string[] =>
        posts.filter((post) => roles.includes(post.role)).flatMap((post) => post.agency ?? [])
      return {
        account,
        name,
        email,
        focal: at('agency-focal', 'commune-focal'),
        heads: at('agency-head'),
        isOffice: posts.some((post) => post.role === 'committee-office'),
        isLeader: posts.some((post) => post.role === 'committee-leader'),
      }
    }),
  openDaysOff: async (db, province) => toDayOff(await listCalendars(db, province)),
}

export const programmes = toProgrammes(programmesOutside)
