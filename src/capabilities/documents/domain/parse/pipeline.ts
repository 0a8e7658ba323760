import type { Structure } from '../../contract.ts'
import type { AgencyLookup } from '../agency-lookup.ts'

/** What a reading starts from: the text as the format adapter gave it, and what is known around it. */
export interface ReadingInput {
  readonly text: string
  readonly agencies: AgencyLookup
}

/** Reads the text of a document into its structure. Pure; never throws. */
export type ReadDocument = (input: ReadingInput) => Structure
