import { randomUUID } from 'node:crypto'
import type { Job, JournalEntry } from '#platform/server/capability.ts'
import type { Tx } from '#platform/server/db/db.ts'
import { inTransaction, type Append, type Author } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import type { AcceptedDocument } from '../contract.ts'
import { decideAmendment, type KeptItem } from '../domain/amend.ts'
import { listAcceptedItems, type AcceptedItem } from '../domain/item.ts'
import { endItems, insertItem, listItems, updateItem, type NewItem, type StoredItem } from './item-store.ts'
import type { Outside } from './outside.ts'
import {
  insertProgramme,
  insertVersion,
  isHeard,
  lockProgrammeOf,
  setProgrammeState,
  updateProgramme,
} from './programme-store.ts'

/** Thrown to leave a transaction that has nothing to write. */
class NothingToDo extends Error {}

const unlessNothing = async (work: Promise<void>): Promise<void> => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof NothingToDo)) throw error
  }
}

const documentOf = (entry: JournalEntry): string => entry.subject.replace('document:', '')

const toKept = ({ row }: StoredItem): KeptItem => ({
  id: row.id,
  kind: row.kind,
  document: row.document_id,
  proposal: row.proposal,
  ended: row.ended_at !== null,
  edited: row.edited,
  accepted: row.accepted,
})

/** The columns that an accepted item sets. */
const toColumns = (document: string, { origin, content }: AcceptedItem) => ({
  document_id: document,
  proposal: origin.id,
  position: origin.position,
  path: origin.path,
  spans: origin.spans,
  certainty: origin.certainty,
  origin: origin.origin,
  decided_by: origin.decidedBy,
  decided_at: origin.decidedAt,
  ended_at: null,
  ended_reason: null,
  accepted: content,
})

const addItem = async (
  tx: Tx,
  province: string,
  programme: string,
  document: string,
  item: AcceptedItem,
): Promise<void> => {
  const columns: NewItem = {
    id: randomUUID(),
    province,
    programme_id: programme,
    kind: item.content.kind,
    source_note: null,
    edited: false,
    ...toColumns(document, item),
  }
  await insertItem(tx, columns, item.content)
}

const createProgramme = async (
  tx: Tx,
  append: Append,
  author: Author,
  document: AcceptedDocument,
): Promise<void> => {
  const id = randomUUID()
  await insertProgramme(tx, author.province, id, document, author.now)
  await insertVersion(tx, id, document, author.now)
  const items = listAcceptedItems(document)
  for (const item of items) await addItem(tx, author.province, id, document.id, item)
  await append({
    event: 'programme.created',
    subject: `programme:${id}`,
    data: { document: document.id, acceptance: document.acceptance, items: items.length },
  })
}

const amendProgramme = async (
  tx: Tx,
  append: Append,
  author: Author,
  programme: string,
  document: AcceptedDocument,
): Promise<void> => {
  const kept = await listItems(tx, programme, {})
  const amendment = decideAmendment(document.id, kept.map(toKept), listAcceptedItems(document))
  const named = document.number === null ? 'văn bản thay thế' : `văn bản số ${document.number}`
  await endItems(tx, amendment.end, `Không còn trong ${named}.`, author.now)
  for (const { id, item, keepContent } of amendment.update) {
    const change = { ...toColumns(document.id, item), ...(keepContent ? {} : { edited: false }) }
    await updateItem(tx, { id, programme_id: programme }, change, keepContent ? undefined : item.content)
  }
  for (const item of amendment.add) await addItem(tx, author.province, programme, document.id, item)
  await updateProgramme(tx, programme, document)
  await insertVersion(tx, programme, document, author.now)
  await append({
    event: 'programme.updated',
    subject: `programme:${programme}`,
    data: {
      document: document.id,
      acceptance: document.acceptance,
      added: amendment.add.length,
      kept: amendment.update.length,
      ended: amendment.end.length,
    },
  })
}

/** Makes the programme of an accepted document, or brings the one that it amends up to it. Harmless when repeated. */
export const followAcceptance = async (
  services: Services,
  author: Author,
  document: AcceptedDocument,
): Promise<void> =>
  await unlessNothing(
    inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
      if (await isHeard(tx, document.id, document.acceptance)) throw new NothingToDo()
      const bases = [document.id, ...(document.supersedes === null ? [] : [document.supersedes])]
      const programme = await lockProgrammeOf(tx, author.province, bases)
      if (programme) await amendProgramme(tx, append, author, programme.id, document)
      else await createProgramme(tx, append, author, document)
    }),
  )

/** Whatever order the news come in, the programme follows what the document is now. */
const followWithdrawal = async (
  services: Services,
  author: Author,
  document: string,
  isWithdrawn: boolean,
): Promise<void> =>
  await unlessNothing(
    inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
      const state = isWithdrawn ? 'withdrawn' : 'active'
      const programme = await lockProgrammeOf(tx, author.province, [document])
      if (!programme || programme.document_id !== document || programme.state === state)
        throw new NothingToDo()
      await setProgrammeState(tx, programme.id, state)
      await append({
        event: isWithdrawn ? 'programme.withdrawn' : 'programme.resumed',
        subject: `programme:${programme.id}`,
        data: { document },
      })
    }),
  )

/** What this capability does when the journal says that something happened to a document. */
export const programmeJobs = ({ findAccepted, isWithdrawn }: Outside): readonly Job[] => [
  {
    name: 'programmes.follow-acceptance',
    on: ['document.accepted'],
    run: async (services, entry, author) => {
      const acceptance = Number(entry.data['acceptance'])
      const document = await findAccepted(services, documentOf(entry), acceptance)
      if (!document) throw new Error('the journal names an acceptance that is not there')
      await followAcceptance(services, author, document)
    },
  },
  {
    name: 'programmes.follow-withdrawal',
    on: ['document.withdrawn', 'document.restored'],
    run: async (services, entry, author) => {
      const document = documentOf(entry)
      await followWithdrawal(services, author, document, await isWithdrawn(services, document))
    },
  },
]
