import { createHash } from 'node:crypto'
import type { Workers } from '#platform/server/workers/pool.ts'
import type { Extraction } from '../contract.ts'
import { isRefusal } from '../formats/extracted-text.ts'
import { documentProblems } from './problems.ts'
import { emptyStructure, readFile } from './read-file.ts'

const SECRET = `Văn bản có dấu chỉ độ mật ở đầu hoặc chân trang. ${documentProblems.secret.action}`

/**
 * One file through the whole reader, without a register of agencies: bytes → text → structure.
 * A refusal is an answer like any other; `text` is empty when the file gave none.
 */
export const extractFile = async (
  workers: Workers,
  file: string,
  bytes: Uint8Array,
): Promise<{ readonly extraction: Extraction; readonly text: string }> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const read = await readFile(workers, { name: file, bytes, register: undefined })
  if (isRefusal(read)) {
    const structure = emptyStructure(read.code, `${read.reason} ${read.action}`)
    return { extraction: { file, sha256, format: read.format, ...structure }, text: '' }
  }
  // A stamp in the head or the foot of the pages stands in no text, and counts all the same.
  if (read.isSecret && read.structure.refused?.code !== 'secret') {
    const structure = emptyStructure('secret', SECRET)
    return { extraction: { file, sha256, format: read.format, ...structure }, text: '' }
  }
  return { extraction: { file, sha256, format: read.format, ...read.structure }, text: read.text }
}
