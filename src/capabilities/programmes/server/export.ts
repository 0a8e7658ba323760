import type { Services } from '#platform/server/services.ts'
import type { ExportList } from '../contract.ts'
import { toShares } from '../domain/shares.ts'
import { listItems, type StoredItem } from './item-store.ts'
import type { Agencies } from './outside.ts'
import { findProgramme } from './programme-store.ts'
import { toSheet } from './sheets.ts'
import type { ProgrammeRow } from './tables.ts'
import { requireProgramme, toLists } from './views.ts'

export interface ExportedList {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What each list is called in the name of its file, as in the address of its view. */
const fileNames: Readonly<Record<ExportList, string>> = {
  tasks: 'nhiem-vu',
  targets: 'chi-tieu',
  deadlines: 'thoi-han',
  reporting: 'bao-cao',
  triggers: 'dieu-kien',
  findings: 'phat-hien',
  'by-agency': 'co-quan',
}

/** One list of these items as a spreadsheet; with `reach` only the shares of those agencies. */
export const toExport = async (
  programme: ProgrammeRow,
  list: ExportList,
  items: readonly StoredItem[],
  { nameOf }: Agencies,
  reach?: readonly string[],
): Promise<ExportedList> => {
  const shares = toShares(
    items.map(({ row, content }) => ({ id: row.id, content })),
    nameOf,
  ).filter((share) => reach === undefined || (share.code !== null && reach.includes(share.code)))
  const bytes = await toSheet({ name: list, programme, lists: toLists(items), shares })
  const number = (programme.number ?? 'ke-hoach').replace(/[^\p{L}\p{N}.-]+/gu, '-')
  return { name: `${number}-${fileNames[list]}.xlsx`, bytes }
}

/**
 * A list of a programme as a spreadsheet, as the command line writes it: everything that is live, for the whole
 * province. Throws a Problem when there is no such programme.
 */
export const exportProgramme = async (
  services: Services,
  agencies: Agencies,
  programme: string,
  list: ExportList,
): Promise<ExportedList> => {
  const { db } = services.database
  const row = requireProgramme(await findProgramme(db, services.province, programme))
  return await toExport(row, list, await listItems(db, row.id, { ended: false }), agencies)
}
