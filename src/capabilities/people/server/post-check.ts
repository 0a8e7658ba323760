import { Problem } from '#kernel/problem.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db/db.ts'
import type { Ask } from '#platform/server/http/endpoint.ts'
import type { NewPost } from '../contract.ts'
import { findPostFault } from '../domain/access.ts'
import { findAgencyByCode } from './agency-store.ts'
import { peopleProblems } from './problems.ts'
import type { StoredPost } from './account-store.ts'
import { randomUUID } from 'node:crypto'

/** Code of the unit that a code or printed name means; undefined when it means none, or several. */
export type FindArea = (printed: string) => string | undefined

/** Units belong to `places`; whoever joins the capabilities says how to ask. */
export type OpenAreas = (db: Db, province: string, on: PlainDate) => Promise<FindArea>

/** A post as it will be stored, its role whole and what it names known. */
export const toPost = async (
  ask: Pick<Ask, 'db' | 'province' | 'now'>,
  openAreas: OpenAreas,
  wanted: NewPost,
): Promise<Omit<StoredPost, 'agencyName'>> => {
  const { role, agency = null, area = null, validFrom = null, validTo = null } = wanted
  const fault = findPostFault({ role, agency, area, validFrom, validTo })
  if (fault !== undefined) throw new Problem(peopleProblems.postIncomplete, fault)
  if (agency !== null && !(await findAgencyByCode(ask.db, ask.province, agency)))
    throw new Problem(peopleProblems.unknownAgency, agency)
  let areaCode: string | null = null
  if (area !== null) {
    const findArea = await openAreas(ask.db, ask.province, validFrom ?? toVietnamDay(ask.now))
    areaCode = findArea(area) ?? null
    if (areaCode === null) throw new Problem(peopleProblems.unknownArea, area)
  }
  return { id: randomUUID(), role, agency, area: areaCode, validFrom, validTo }
}
