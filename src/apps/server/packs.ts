import type { AgencyRow } from '#capabilities/people/contract.ts'
import { loadAgencies, loadSampleAccounts } from '#capabilities/people/server/load-pack.ts'
import { loadPlaces } from '#capabilities/places/server/load-places.ts'
import { Problem } from '#kernel/problem.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import type { PackFiles } from './pack-files.ts'
import { packProblems } from './pack-problems.ts'

export interface Opened {
  /** The same services, now of that province. */
  readonly services: Services
  readonly name: string
  /** False when the installation was already open. */
  readonly isNew: boolean
  readonly sample: boolean
}

/** The province that this installation was opened for; undefined on the very first start. */
export const findOpened = async (services: Services): Promise<Opened | undefined> => {
  const row = await services.database.db
    .selectFrom('installation')
    .select(['province', 'name', 'sample'])
    .executeTakeFirst()
  if (!row) return undefined
  const { province, name, sample } = row
  return { services: { ...services, province }, name, sample, isNew: false }
}

/** An agency that stands for a unit which the pack does not have would be out of everybody's reach. */
export const checkLinks = ({ agencies, units, unitsOld }: PackFiles): void => {
  const codes = new Set([...units.units, ...unitsOld.units].map((unit) => unit.code))
  for (const [i, { code, unitCode }] of (agencies as AgencyRow[]).entries()) {
    if (unitCode === undefined || unitCode === null || codes.has(unitCode)) continue
    const where = `Tệp agencies.json, mục ${i + 1} (${code})`
    throw new Problem(packProblems.unreadable, `${where}: không có đơn vị hành chính mang mã ${unitCode}.`)
  }
}

/**
 * Opens a new installation with a province pack: everything in one transaction, so that a start that is
 * interrupted begins anew. An installation serves one province: a second pack is refused.
 */
export const openPack = async (
  services: Services,
  files: PackFiles,
  { sample }: { readonly sample: boolean },
): Promise<Opened> => {
  const { provinceCode: province, name } = files.pack
  const opened = await findOpened(services)
  if (opened) {
    if (opened.services.province === province) return opened
    throw new Problem(packProblems.another, `Đang mở cho ${opened.name}; được yêu cầu ${name}.`)
  }
  const now = services.clock.now()
  const author = { province, actor: 'system', now }
  await inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
    await tx.insertInto('installation').values({ province, name, opened_at: now, sample }).execute()
    await append({
      event: 'installation.opened',
      subject: 'installation',
      data: { pack: files.pack.id, sample },
    })
    await loadPlaces(tx, append, province, files)
    await loadAgencies(tx, append, province, files)
    checkLinks(files)
    if (sample) await loadSampleAccounts(tx, append, author, files.accounts)
  })
  return { services: { ...services, province }, name, sample, isNew: true }
}
