import { createHash } from 'node:crypto'
import type { Extraction, Structure } from '../contract.ts'
import type { AgencyLookup } from '../domain/agency-lookup.ts'
import { readAmending } from '../domain/amending-reading.ts'
import { isRefusal } from '../formats/extracted-text.ts'
import { toText } from '../formats/to-text.ts'

/** A structure with nothing in it: what is said of a file that gave no text. */
const nothing = (code: string, reason: string): Structure => ({
  refused: { code, reason },
  document: {
    type: null,
    number: null,
    issuedOn: null,
    place: null,
    issuer: null,
    subject: null,
    theme: null,
    years: [],
    signatory: { name: null, title: null, authority: null },
    recipients: [],
  },
  headerSpans: {},
  outline: [],
  citations: [],
  tasks: [],
  targets: [],
  deadlines: [],
  reporting: [],
  triggers: [],
  tables: [],
  findings: [],
})

/**
 * One file through the whole reader: bytes → text → structure.
 * A refusal is an answer like any other; `text` is empty when the file gave none.
 */
export const extractFile = async (
  file: string,
  bytes: Uint8Array,
  agencies: AgencyLookup,
): Promise<{ readonly extraction: Extraction; readonly text: string }> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const result = await toText(bytes, file)
  if (isRefusal(result)) {
    const reason = `${result.reason} ${result.action}`
    return { extraction: { file, sha256, format: result.format, ...nothing(result.code, reason) }, text: '' }
  }
  const structure = readAmending({ text: result.text, agencies })
  return { extraction: { file, sha256, format: result.format, ...structure }, text: result.text }
}
