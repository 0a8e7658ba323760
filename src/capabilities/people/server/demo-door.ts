import type { Ask } from '#platform/server/http/endpoint.ts'
import { isDemoOpen } from '../domain/demo.ts'
import { isSample } from './installation-store.ts'

/** Whether this request may use the users of the sample. */
export const mayUseDemo = async (
  ask: Pick<Ask, 'db' | 'services' | 'address' | 'headers' | 'province'>,
): Promise<boolean> => {
  const { config } = ask.services
  return isDemoOpen({
    sample: await isSample(ask.db, ask.province),
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    listensOn: config.host,
    address: ask.address,
    host: ask.headers['host'],
    forwarded: ask.headers['x-forwarded-for'] !== undefined || ask.headers['forwarded'] !== undefined,
  })
}
