import { Problem } from '#kernel/problem.ts'
import { Reply, type Handler } from '#platform/server/http/endpoint.ts'
import { openFile, storeFile } from '#platform/server/files/store.ts'
import { sniff, type Sniffed } from '#platform/server/files/sniff.ts'
import type { Outside } from '../outside.ts'
import { findAssignment, lockAssignment } from './assignment-store.ts'
import { insertFile, listFiles } from './context-store.ts'
import { assignmentProblems } from './problems.ts'
import { capacitiesOn, openReach } from './reach.ts'
import type * as schemas from './schemas.ts'
import type { AssignmentRow } from './tables.ts'

const MEGABYTE = 1024 * 1024
const LIMIT = 25 * MEGABYTE

/** What is taken for evidence, and as what it is sent back. */
const TYPES: Partial<Record<Sniffed, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const readHead = async (folder: string, sha256: string): Promise<Uint8Array> => {
  const { stream } = await openFile(folder, sha256)
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

type MaySee = (
  ask: Parameters<Handler<typeof schemas.showEvidence>>[0],
  row: AssignmentRow,
) => Promise<boolean>

export const evidenceHandlers = ({ agenciesOf }: Outside, mayViewEvidence: MaySee) => {
  const { reachOf, requireSeen } = openReach(agenciesOf)

  const sendEvidence: Handler<typeof schemas.sendEvidence> = async (ask) => {
    const { params, query, province, services, author, now, stream } = ask
    const seen = await requireSeen(ask, await findAssignment(ask.db, province, params.id))
    const reach = await reachOf(ask)
    if (capacitiesOn(reach, seen).every((one) => one === 'leader') || !stream)
      throw new Problem(assignmentProblems.notYours)
    const { sha256, size } = await storeFile(services.filesDir, stream, { limitBytes: LIMIT })
    const type = TYPES[sniff(await readHead(services.filesDir, sha256))]
    if (type === undefined) throw new Problem(assignmentProblems.fileNotAccepted, query.name)
    const file = { sha256, name: query.name.normalize('NFC'), type, size }
    return await ask.write(async (tx, append) => {
      const row = await lockAssignment(tx, province, seen.id)
      if (!row) throw new Problem(assignmentProblems.notFound)
      await insertFile(tx, { ...file, assignment_id: row.id, sent_by: author.actor, at: now })
      await append({
        event: 'assignment.file-received',
        subject: `assignment:${row.id}`,
        data: { sha256, size, type },
      })
      return file
    })
  }

  const showEvidence: Handler<typeof schemas.showEvidence> = async (ask) => {
    const row = await requireSeen(ask, await findAssignment(ask.db, ask.province, ask.params.id))
    if (!(await mayViewEvidence(ask, row))) throw new Problem(assignmentProblems.notFound)
    const file = (await listFiles(ask.db, row.id)).find(({ sha256 }) => sha256 === ask.params.sha256)
    if (!file) throw new Problem(assignmentProblems.notFound)
    const { stream } = await openFile(ask.services.filesDir, file.sha256)
    const inline = file.type.startsWith('image/')
    return new Reply(undefined, { file: { bytes: stream, type: file.type, name: file.name, inline } })
  }

  return { sendEvidence, showEvidence }
}
