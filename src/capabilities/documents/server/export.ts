import type { Services } from '#platform/server/services.ts'
import { toRegisterSheet } from './register-sheet.ts'
import { listDocuments, type ArchiveFilter } from './search-store.ts'
import { toSummary } from './views.ts'

/** More lines than any register has in a year; a sheet that is longer could not be opened by an old machine. */
export const MOST_LINES = 20_000

/** The register of incoming documents as a spreadsheet (.xlsx), newest first, as the command line writes it. */
export const exportRegister = async (services: Services, filter: ArchiveFilter = {}): Promise<Uint8Array> => {
  const page = { sort: 'arrival' as const, limit: MOST_LINES, offset: 0 }
  const { rows } = await listDocuments(services.database.db, services.province, filter, [], page)
  return (await toRegisterSheet(rows.map(toSummary))).bytes
}
