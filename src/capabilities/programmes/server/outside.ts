import type { PlainDate } from '#kernel/plain-date.ts'
import type { Scope } from '#platform/server/http/endpoint.ts'
import type { Services } from '#platform/server/services.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { PlanInForce, ResolvedParty } from '../contract.ts'
import type { Addressee } from '../domain/addressees.ts'

/** What this capability needs of its neighbours; the app joins it. */
export interface Outside {
  /** The plan to which a document belongs, as it counts now (`documents`); undefined before any was accepted. */
  readonly findPlan: (db: Db | Tx, document: string) => Promise<PlanInForce | undefined>
  /**
   * Where items of these documents come from, by everything that was ever accepted of them: each item, what it went on
   * with, and so on (`documents`).
   */
  readonly findOrigins: (
    db: Db | Tx,
    documents: readonly string[],
  ) => Promise<
    (document: string, id: string) => readonly { readonly document: string; readonly id: string }[]
  >
  readonly isWithdrawn: (db: Db | Tx, province: string, document: string) => Promise<boolean>
  /** Agencies on behalf of which somebody with this reach looks (`people`): those of the areas included. */
  readonly agenciesOf: (services: Services, scope: Scope) => Promise<readonly string[]>
  readonly directory: (services: Services) => Promise<Agencies>
  /** Everybody who may be told something on that day (`people`): accounts in use, with the posts that they hold. */
  readonly listAddressees: (db: Db | Tx, province: string, on: PlainDate) => Promise<readonly Addressee[]>
  /** The days on which the offices of the province are closed (`places`). */
  readonly openDaysOff: (db: Db | Tx, province: string) => Promise<(day: PlainDate) => boolean>
}

/** The register of agencies as it is now. */
export interface Agencies {
  /** Undefined when the register has no such agency or group. */
  readonly findParty: (code: string, printed: string) => ResolvedParty | undefined
  /** Whom a printed name means on a day; undefined when the register knows nobody by it. */
  readonly findPrinted: (printed: string, on: string | null) => ResolvedParty | undefined
  /** Hashes under which the journal of `people` names a printed name. */
  readonly fingerprintsOf: (printed: string) => readonly string[]
  readonly nameOf: (code: string) => string
  /** Who does the work of an agency on a day; empty while it is there, and when nobody is known to have taken it over. */
  readonly successorsOf: (code: string, on: PlainDate) => readonly string[]
  /** A commune or ward, or an agency of one. */
  readonly isCommune: (code: string) => boolean
}
