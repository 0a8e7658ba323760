import fs from 'node:fs'
import type { Config } from '#platform/server/config.ts'
import { chooseFiles, importSamples, openAsked } from '#apps/server/first-start.ts'
import { openServices, startServer, type RunningServer } from '#apps/server/open.ts'

interface SamplePerson {
  readonly login: string
  readonly name: string
  readonly role: string
}

/** Somebody of the sample province who holds the role. */
export const findSamplePerson = (role: string): SamplePerson => {
  const people = JSON.parse(fs.readFileSync('provinces/tinh-mau/accounts.json', 'utf8')) as SamplePerson[]
  const person = people.find((one) => one.role === role)
  if (!person) throw new Error(`the sample province has nobody with the role ${role}`)
  return person
}

/** Starts the product on a new folder with the sample province, as `npm start` does. */
export const startSample = async (config: Config, withDocuments: boolean): Promise<RunningServer> => {
  const request = { empty: false, province: undefined }
  const opened = await openAsked(await openServices(config), request, chooseFiles(request))
  const server = await startServer(opened.services)
  if (withDocuments) await importSamples(opened)
  return server
}
