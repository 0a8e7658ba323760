import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/server/db/db.ts'
import type { Append, Author } from '#platform/server/journal/journal.ts'
import type { AcceptedDocument, PlanHistory, PlanInForce } from '../contract.ts'
import { decideAmendment, isSame, type KeptItem, type PlannedItem } from '../domain/amend.ts'
import { lineOf, type ItemContent } from '../domain/item.ts'
import { listPlannedItems, nameDocument, tellEnd } from '../domain/plan.ts'
import { insertChanges, type NewChange } from './change-store.ts'
import { endItems, insertItem, listItems, updateItem, type NewItem, type StoredItem } from './item-store.ts'
import { insertProgramme, joinProgramme, updateProgramme } from './programme-store.ts'
import type { ProgrammeRow } from './tables.ts'

/** Who an item of a document has always been. */
export type RootOf = PlanInForce['rootOf']

const toKept = (rootOf: RootOf, { row }: StoredItem, isJoined: boolean): KeptItem => ({
  id: row.id,
  kind: row.kind,
  document: row.document_id,
  proposal: row.proposal,
  root: row.document_id === null || row.proposal === null ? null : rootOf(row.document_id, row.proposal),
  place: row.place,
  position: row.position,
  ended: row.ended_at !== null,
  edited: row.edited,
  isJoined,
  accepted: row.accepted,
})

/** The columns that an item of the plan sets. */
const toColumns = ({ document, place, position, origin, content }: PlannedItem) => ({
  document_id: document,
  proposal: origin.id,
  position,
  place,
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

const addItem = async (tx: Tx, province: string, programme: string, item: PlannedItem): Promise<string> => {
  const columns: NewItem = {
    id: randomUUID(),
    province,
    programme_id: programme,
    kind: item.content.kind,
    source_note: null,
    joined_from: null,
    edited: false,
    ...toColumns(item),
  }
  await insertItem(tx, columns, item.content)
  return columns.id
}

/** Which document is followed, and what it is to the plan. */
export interface Followed {
  readonly document: AcceptedDocument
  readonly role: PlanHistory['items'][number]['role']
}

/** The programme of a plan that has none yet. */
export const createProgramme = async (
  tx: Tx,
  append: Append,
  author: Author,
  plan: PlanInForce,
  followed: Followed,
): Promise<string> => {
  const id = randomUUID()
  await insertProgramme(tx, author.province, id, plan.base, author.now)
  const items = listPlannedItems(plan)
  for (const item of items) await addItem(tx, author.province, id, item)
  await insertChanges(tx, id, toMark(followed, author), [])
  await append({
    event: 'programme.created',
    subject: `programme:${id}`,
    data: { document: followed.document.id, acceptance: followed.document.acceptance, items: items.length },
  })
  return id
}

/** One programme goes on for two whose plans turned out to be one; returns the items that it got. */
export const joinInto = async (tx: Tx, append: Append, from: string, into: string): Promise<string[]> => {
  const items = await joinProgramme(tx, from, into)
  await append({ event: 'programme.joined', subject: `programme:${from}`, data: { into } })
  return items
}

/** Whether the document that is followed is the plan itself, which is followed from now on. */
const isOfBase = (role: Followed['role']): boolean => role === 'first' || role === 'again' || role === 'whole'

const toMark = ({ document, role }: Followed, author: Author) => ({
  at: author.now,
  document_id: document.id,
  document_name: nameDocument(document),
  role,
})

/** Brings a programme up to its plan as it counts now, and keeps what that changed. */
export const amendProgramme = async (
  tx: Tx,
  append: Append,
  author: Author,
  programme: ProgrammeRow,
  plan: PlanInForce,
  followed: Followed,
  {
    joined = new Set(),
    rootOf = plan.rootOf,
  }: { readonly joined?: ReadonlySet<string>; readonly rootOf?: RootOf | undefined } = {},
): Promise<void> => {
  const stored = await listItems(tx, programme.id, {})
  const contents = new Map(stored.map(({ row, content }) => [row.id, content]))
  const amendment = decideAmendment(
    stored.map((item) => toKept(rootOf, item, joined.has(item.row.id))),
    listPlannedItems(plan),
  )
  const changes: NewChange[] = []
  const toChange = (
    kind: NewChange['kind'],
    item: { id: string; kind: NewChange['item_kind']; place: string },
    before: ItemContent | undefined,
    after: ItemContent | undefined,
  ): NewChange => ({
    kind,
    item_id: item.id,
    item_kind: item.kind,
    place: item.place,
    words: null,
    before: before ? lineOf(before) : null,
    after: after ? lineOf(after) : null,
  })
  for (const item of amendment.end) {
    const words = tellEnd(plan, item.root ?? '', followed.document)
    await endItems(tx, [item.id], words, author.now)
    changes.push({ ...toChange('ended', item, contents.get(item.id), undefined), words })
  }
  for (const { was, item, keepContent } of amendment.update) {
    const change = { ...toColumns(item), ...(keepContent ? {} : { edited: false }) }
    await updateItem(
      tx,
      { id: was.id, programme_id: programme.id },
      change,
      keepContent ? undefined : item.content,
    )
    if (was.ended || !isSame(was.accepted, item.content))
      changes.push(
        toChange(
          was.ended ? 'resumed' : 'changed',
          { id: was.id, kind: was.kind, place: item.place },
          contents.get(was.id),
          item.content,
        ),
      )
  }
  for (const item of amendment.add) {
    const id = await addItem(tx, author.province, programme.id, item)
    changes.push(
      toChange('added', { id, kind: item.content.kind, place: item.place }, undefined, item.content),
    )
  }
  const state = isOfBase(followed.role) ? 'active' : programme.state
  await updateProgramme(tx, programme.id, plan.base, state)
  await insertChanges(tx, programme.id, toMark(followed, author), followed.role === 'first' ? [] : changes)
  await append({
    event: 'programme.updated',
    subject: `programme:${programme.id}`,
    data: {
      document: followed.document.id,
      acceptance: followed.document.acceptance,
      role: followed.role,
      added: amendment.add.length,
      changed: amendment.update.length,
      kept: amendment.same,
      ended: amendment.end.length,
    },
  })
}
