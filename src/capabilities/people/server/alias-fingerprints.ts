import { createHash } from 'node:crypto'
import type { AgencyIndex } from '../domain/agency-index.ts'
import { toAgencyKeys } from '../domain/agency-index.ts'

/**
 * A printed name as the journal may hold it: hashes of the keys under which it is looked up, because what documents
 * print as an agency may be the name of a person. Two names that are understood alike share one of them.
 */
export const toAliasFingerprints = (
  printed: string,
  { provinces }: Pick<AgencyIndex, 'provinces'>,
): string[] =>
  toAgencyKeys(printed, provinces).map((key) => createHash('sha256').update(key).digest('hex').slice(0, 16))
