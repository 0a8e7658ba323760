import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { withVersion, type Ask, type Handler } from '#platform/server/http/endpoint.ts'
import { requireWithin, scopeOf } from '#platform/server/http/scope.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Append } from '#platform/server/journal/journal.ts'
import type { NewTask, ResolvedParty, Task, TaskEdit } from '../contract.ts'
import { isPartialDate } from '../domain/due.ts'
import { rolesOf, type ItemContent } from '../domain/item.ts'
import { endItems, insertItem, listItems, updateItem, type StoredItem } from './item-store.ts'
import type { Agencies, Outside } from './outside.ts'
import { programmeProblems } from './problems.ts'
import { findProgramme, lockProgramme, touchProgramme } from './programme-store.ts'
import type * as schemas from './schemas.ts'
import type { ProgrammeRow } from './tables.ts'
import { requireProgramme, toLists } from './views.ts'

type TaskContent = ItemContent & { kind: 'task' }
type PartyCodes = NewTask['lead']

/** What a person chose: a code of the register, or a printed name that nobody is known by. */
const toParty = (agencies: Agencies, { printed, code }: PartyCodes[number]): ResolvedParty => {
  if (code === null) return { printed, kind: 'unknown', code: null, name: null, members: [] }
  const found = agencies.findParty(code, printed)
  if (!found) throw new Problem(programmeProblems.agencyUnknown, `Mã “${code}”.`)
  return found
}

const checkDue = (due: string | null | undefined): void => {
  if (typeof due === 'string' && !isPartialDate(due))
    throw new Problem(programmeProblems.impossibleDue, `Hạn “${due}”.`)
}

const toTask = (item: StoredItem): Task => {
  const [task] = toLists([item]).tasks
  if (!task) throw new Problem(programmeProblems.taskNotFound)
  return task
}

const getTask = async (db: Db | Tx, programme: string, id: string): Promise<StoredItem> => {
  const [item] = await listItems(db, programme, { kinds: ['task'], id })
  if (!item) throw new Problem(programmeProblems.taskNotFound)
  return item
}

const applyEdit = (agencies: Agencies, before: TaskContent, edit: TaskEdit): TaskContent => ({
  kind: 'task',
  text: edit.text ?? before.text,
  lead: edit.lead?.map((party) => toParty(agencies, party)) ?? before.lead,
  partners: edit.partners?.map((party) => toParty(agencies, party)) ?? before.partners,
  due: edit.due === undefined ? before.due : edit.due,
  recurrence: edit.recurrence === undefined ? before.recurrence : edit.recurrence,
  output: edit.output === undefined ? before.output : edit.output,
})

export const taskHandlers = ({ directory, agenciesOf }: Outside) => {
  const showTask: Handler<typeof schemas.showTask> = async ({ db, province, params, actor, services }) => {
    const programme = requireProgramme(await findProgramme(db, province, params.id))
    const item = await getTask(db, programme.id, params.task)
    const scope = scopeOf(actor, 'programmes.view')
    if (!scope.everything) {
      const own = await agenciesOf(services, scope)
      const members = rolesOf(item.content).flatMap(([, parties]) => parties.flatMap((one) => one.members))
      // Not there for who may not see it, as in the lists.
      if (!members.some((member) => own.includes(member))) throw new Problem(programmeProblems.taskNotFound)
    }
    return withVersion(toTask(item), item.row.version)
  }

  const addTask: Handler<typeof schemas.addTask> = async (ask) => {
    const { params, body, services, author, province, write } = ask
    requireEditor(ask)
    checkDue(body.due)
    const agencies = await directory(services)
    const content: TaskContent = {
      kind: 'task',
      text: body.text,
      lead: body.lead.map((party) => toParty(agencies, party)),
      partners: body.partners.map((party) => toParty(agencies, party)),
      due: body.due,
      recurrence: body.recurrence,
      output: body.output,
    }
    return await write(async (tx, append) => {
      const programme = requireActive(await lockProgramme(tx, province, params.id))
      const id = randomUUID()
      const items = await listItems(tx, programme.id, {})
      await insertItem(
        tx,
        {
          id,
          province,
          programme_id: programme.id,
          kind: 'task',
          document_id: null,
          proposal: null,
          position: Math.floor(Math.max(0, ...items.map((item) => item.row.position))) + 1,
          path: '',
          place: '',
          spans: [],
          certainty: 'stated',
          origin: 'hand',
          source_note: body.sourceNote,
          decided_by: author.actor,
          decided_at: author.now,
          ended_at: null,
          ended_reason: null,
          accepted: null,
          joined_from: null,
          edited: false,
        },
        content,
      )
      await touchProgramme(tx, programme.id)
      await append({
        event: 'programme.task-added',
        subject: `programme:${programme.id}`,
        data: { task: id },
      })
      return toTask(await getTask(tx, programme.id, id))
    })
  }

  const editTask: Handler<typeof schemas.editTask> = async (ask) => {
    checkDue(ask.body.due)
    const agencies = await directory(ask.services)
    return await changeTask(ask, async (tx, append, programme, item) => {
      const content = applyEdit(agencies, item.content as TaskContent, ask.body)
      await updateItem(tx, { id: item.row.id, programme_id: programme.id }, { edited: true }, content)
      await append({
        event: 'programme.task-edited',
        subject: `programme:${programme.id}`,
        data: { task: item.row.id, fields: Object.keys(ask.body) },
      })
    })
  }

  const endTask: Handler<typeof schemas.endTask> = async (ask) =>
    await changeTask(ask, async (tx, append, programme, item) => {
      await endItems(tx, [item.row.id], ask.body.reason, ask.now)
      await append({
        event: 'programme.task-ended',
        subject: `programme:${programme.id}`,
        data: { task: item.row.id },
      })
    })

  return { showTask, addTask, editTask, endTask }
}

/** Programmes are edited for the whole province: a post at one agency does not reach. */
const requireEditor = ({ actor }: Pick<Ask, 'actor'>): void => requireWithin(actor, 'programmes.edit', {})

const requireActive = (row: ProgrammeRow | undefined): ProgrammeRow => {
  const programme = requireProgramme(row)
  if (programme.state === 'withdrawn') throw new Problem(programmeProblems.withdrawn)
  return programme
}

/** One write on a live task whose version the sender knew; the reply shows it as it is then. */
const changeTask = async (
  ask: Pick<Ask, 'actor' | 'province' | 'version' | 'write'> & {
    readonly params: { readonly id: string; readonly task: string }
  },
  change: (tx: Tx, append: Append, programme: ProgrammeRow, item: StoredItem) => Promise<void>,
) => {
  requireEditor(ask)
  const item = await ask.write(async (tx, append) => {
    const programme = requireActive(await lockProgramme(tx, ask.province, ask.params.id))
    const before = await getTask(tx, programme.id, ask.params.task)
    if (before.row.version !== ask.version)
      throw new Problem(httpProblems.changedMeanwhile, undefined, { version: before.row.version })
    if (before.row.ended_at !== null) throw new Problem(programmeProblems.taskEnded)
    await change(tx, append, programme, before)
    await touchProgramme(tx, programme.id)
    return await getTask(tx, programme.id, ask.params.task)
  })
  return withVersion(toTask(item), item.row.version)
}
