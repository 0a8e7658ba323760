import type { Tx } from '#platform/server/db/db.ts'
import type { Append } from '#platform/server/journal/journal.ts'
import {
  forgetParties,
  knowParties,
  reopenFindings,
  settleFindings,
  type FindAgency,
  type DroppedAlias,
} from '../domain/known-agencies.ts'
import { listItems, updateItem } from './item-store.ts'
import type { Agencies } from './outside.ts'
import { setFindings, touchProgramme } from './programme-store.ts'
import type { ProgrammeRow } from './tables.ts'

/**
 * Brings a plan up to the register: whoever it names and nobody knew then. What was known before stays as it was.
 * Says whether there was anything to bring.
 */
export const knowAgencies = async (
  tx: Tx,
  append: Append,
  programme: Pick<ProgrammeRow, 'id' | 'issued_on' | 'findings'>,
  agencies: Agencies,
): Promise<boolean> => {
  const codes = new Set<string>()
  const find: FindAgency = (printed) => {
    const found = agencies.findPrinted(printed, programme.issued_on)
    if (found?.code) codes.add(found.code)
    return found
  }
  let items = 0
  for (const { row, content } of await listItems(tx, programme.id, {})) {
    const known = knowParties(content, find)
    if (known === content) continue
    await updateItem(tx, { id: row.id, programme_id: programme.id }, {}, known)
    items++
  }
  const findings = settleFindings(programme.findings, find)
  if (findings !== programme.findings) await setFindings(tx, programme.id, [...findings])
  if (codes.size === 0) return false
  await touchProgramme(tx, programme.id)
  await append({
    event: 'programme.agencies-known',
    subject: `programme:${programme.id}`,
    data: { agencies: [...codes], items },
  })
  return true
}

/**
 * Takes from a plan whom it came to know by a mapping that was taken back, whether it learnt that later or was accepted
 * in between. Says whether there was anything to take.
 */
export const forgetAgency = async (
  tx: Tx,
  append: Append,
  programme: Pick<ProgrammeRow, 'id' | 'issued_on' | 'findings'>,
  taken: DroppedAlias,
  agencies: Agencies,
): Promise<boolean> => {
  const find: FindAgency = (printed) => agencies.findPrinted(printed, programme.issued_on)
  let items = 0
  for (const { row, content } of await listItems(tx, programme.id, {})) {
    const left = forgetParties(content, taken, find)
    if (left === content) continue
    await updateItem(tx, { id: row.id, programme_id: programme.id }, {}, left)
    items++
  }
  const findings = reopenFindings(programme.findings, taken, find)
  if (findings !== programme.findings) await setFindings(tx, programme.id, [...findings])
  if (items === 0 && findings === programme.findings) return false
  await touchProgramme(tx, programme.id)
  await append({
    event: 'programme.agencies-forgotten',
    subject: `programme:${programme.id}`,
    data: { agency: taken.code, items },
  })
  return true
}
