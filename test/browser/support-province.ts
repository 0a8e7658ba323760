import fs from 'node:fs'
import path from 'node:path'
import { loadAgencies, loadSampleAccounts } from '#capabilities/people/server/load-pack.ts'
import type { PlacesPack } from '#capabilities/places/contract.ts'
import { loadPlaces } from '#capabilities/places/server/load-places.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'

const folder = path.resolve('provinces/tinh-mau')
const readJson = (name: string): unknown =>
  JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as unknown

const readPlaces = (): PlacesPack =>
  ({
    pack: readJson('pack.json'),
    units: readJson('units.json'),
    unitsOld: readJson('units-old.json'),
    succession: readJson('succession.json'),
    routes: readJson('routes.json'),
    calendar: readJson('calendar.json'),
  }) as PlacesPack

interface SamplePerson {
  readonly login: string
  readonly name: string
  readonly role: string
}

/** Somebody of the sample province who holds the role. */
export const findSamplePerson = (role: string): SamplePerson => {
  const person = (readJson('accounts.json') as SamplePerson[]).find((one) => one.role === role)
  if (!person) throw new Error(`the sample province has nobody with the role ${role}`)
  return person
}

/** Fills an empty installation with the sample province, unless the start has done so itself. */
export const fillProvince = async (services: Services): Promise<Services> => {
  if (services.province !== '') return services
  const province = 'tinh-mau'
  const now = services.clock.now()
  await services.database.db
    .insertInto('installation')
    .values({ province, name: 'Tỉnh Mẫu', opened_at: now, sample: true })
    .execute()
  const author = { province, actor: 'system', now }
  await inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
    await loadPlaces(tx, append, province, readPlaces())
    await loadAgencies(tx, append, province, {
      agencies: readJson('agencies.json'),
      groups: readJson('groups.json'),
    })
    await loadSampleAccounts(tx, append, author, readJson('accounts.json'))
  })
  return { ...services, province }
}
