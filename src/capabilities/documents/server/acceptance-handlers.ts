import { Problem } from '#kernel/problem.ts'
import { withVersion, type Handler } from '#platform/server/http/endpoint.ts'
import type { Accepted } from '../domain/review-api.ts'
import { acceptWithin } from './accept.ts'
import { unlessDone } from './already-done.ts'
import { findDocument, updateDocument } from './document-store.ts'
import type { Outside } from './outside.ts'
import { documentProblems } from './problems.ts'
import { changeDocument } from './register-handlers.ts'
import type * as schemas from './schemas.ts'
import type { DocumentRow } from './tables.ts'
import { requireContent } from './views.ts'

export const acceptanceHandlers = ({ directory: load }: Outside) => {
  const accept: Handler<typeof schemas.accept> = async (ask) => {
    const { params, body, province, services, author, db } = ask
    const directory = await load(services)
    const done = ask.write(
      async (tx, append) =>
        await acceptWithin(tx, append, author, {
          id: params.id,
          version: ask.version,
          leaveOut: () => body.leaveOut ?? [],
          directory,
        }),
    )
    await unlessDone(done)
    return toAccepted(requireContent(await findDocument(db, province, params.id)))
  }

  const reopen: Handler<typeof schemas.reopen> = async (ask) =>
    await changeDocument(ask, ask.params.id, async (tx, append, document) => {
      if (document.state !== 'accepted' || document.withdrawn_at !== null)
        throw new Problem(documentProblems.wrongState)
      await updateDocument(tx, document.id, { state: document.refused_code === null ? 'read' : 'refused' })
      await append({ event: 'document.reopened', subject: `document:${document.id}`, data: {} })
    })

  return { accept, reopen }
}

const toAccepted = (document: DocumentRow) => {
  const accepted: Accepted = {
    document: document.id,
    acceptance: document.acceptance,
    accepted: document.accepted_count,
    dropped: document.dropped_count,
    version: document.review_version,
  }
  return withVersion(accepted, document.review_version)
}
