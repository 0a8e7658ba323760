import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import { Reply, withVersion, type Ask, type Handler } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { requireWithin, scopeOf } from '#platform/server/http/scope.ts'
import type { Append } from '#platform/server/journal/journal.ts'
import { sumEntries, type MoneyEntry } from '../../domain/budget.ts'
import type { BudgetLineDetail, BudgetLineEdit } from '../../domain/budget-schemas.ts'
import type { Agencies, Outside } from '../outside.ts'
import { programmeProblems } from '../problems.ts'
import { findProgramme, lockProgramme } from '../programme-store.ts'
import { toFilePart, XLSX_TYPE } from '../sheet-file.ts'
import { requireProgramme } from '../views.ts'
import {
  findLine,
  insertEntry,
  insertLine,
  isTaskOf,
  listEntries,
  listLines,
  lockLine,
  updateLine,
} from './budget-store.ts'
import { budgetProblems } from './problems.ts'
import type * as schemas from './schemas.ts'
import { toBudgetFile } from './sheets.ts'
import type { BudgetEntryRow, BudgetLineRow } from './tables.ts'
import { toBudget, toLine, toLineDetail } from './views.ts'

type Looking = Pick<Ask, 'actor' | 'services' | 'db' | 'province'>

const EDIT = 'programmes.budget.edit'

const requireEditor = ({ actor }: Pick<Ask, 'actor'>): void => requireWithin(actor, EDIT, {})

const requireDay = (text: string, today: PlainDate): PlainDate => {
  const day = parsePlainDate(text)
  if (!day || day > today) throw new Problem(budgetProblems.impossibleDay, `Ngày “${text}”.`)
  return day
}

const requireAgency = (agencies: Agencies, code: string | null | undefined): void => {
  if (typeof code === 'string' && agencies.findParty(code, code)?.kind !== 'agency')
    throw new Problem(programmeProblems.agencyUnknown, `Mã “${code}”.`)
}

const requireTask = async (tx: Tx, programme: string, item: string | null | undefined): Promise<void> => {
  if (typeof item === 'string' && !(await isTaskOf(tx, programme, item)))
    throw new Problem(budgetProblems.taskUnknown)
}

/** No kind of money of a line goes below nothing. */
const requireSound = (entries: readonly MoneyEntry[]): void => {
  if (Object.values(sumEntries(entries)).some((sum) => sum < 0)) throw new Problem(budgetProblems.belowZero)
}

export const budgetHandlers = ({ agenciesOf, directory }: Outside) => {
  /** The agencies whose money somebody may see; undefined: all. */
  const ownOf = async ({ actor, services }: Looking): Promise<readonly string[] | undefined> => {
    const scope = scopeOf(actor, 'programmes.budget.view')
    return scope.everything ? undefined : await agenciesOf(services, scope)
  }

  const mayEdit = ({ actor }: Looking): boolean => scopeOf(actor, EDIT).everything

  const read = async (ask: Looking & { readonly params: { readonly id: string } }) => {
    const programme = requireProgramme(await findProgramme(ask.db, ask.province, ask.params.id))
    const own = await ownOf(ask)
    const rows = (await listLines(ask.db, ask.province, programme.id)).filter(
      ({ agency, ended_at }) =>
        ended_at === null && (own === undefined || (agency !== null && own.includes(agency))),
    )
    const entries = await listEntries(
      ask.db,
      rows.map(({ id }) => id),
    )
    const agencies = await directory(ask.services)
    const lines = rows.map((row) =>
      toLine(
        row,
        entries.filter(({ line_id }) => line_id === row.id),
        agencies,
      ),
    )
    const isEditor = mayEdit(ask) && programme.state === 'active'
    return {
      programme,
      entries,
      budget: toBudget(lines, programme, { isOwnOnly: own !== undefined, mayEdit: isEditor }),
    }
  }

  const showBudget: Handler<typeof schemas.showBudget> = async (ask) => (await read(ask)).budget

  const exportBudget: Handler<typeof schemas.exportBudget> = async (ask) => {
    const { programme, entries, budget } = await read(ask)
    const of = [programme.type, programme.number, programme.subject].filter(Boolean).join(' · ')
    const bytes = await toBudgetFile(budget, entries, of)
    const name = `${toFilePart(programme.number)}-kinh-phi.xlsx`
    return new Reply(undefined, { file: { bytes, type: XLSX_TYPE, name } })
  }

  /** Shows a line inside or outside of a transaction; what others must be asked for is asked beforehand. */
  const openDetail = async (ask: Looking) => {
    const own = await ownOf(ask)
    const agencies = await directory(ask.services)
    return async (db: Db | Tx, id: string): Promise<BudgetLineDetail> => {
      const row = await findLine(db, ask.province, id)
      // Not there for who may not see it, as in the list.
      if (!row || (own !== undefined && (row.agency === null || !own.includes(row.agency))))
        throw new Problem(budgetProblems.notFound)
      return toLineDetail(row, await listEntries(db, [id]), agencies, mayEdit(ask))
    }
  }

  const showLine: Handler<typeof schemas.showLine> = async (ask) => {
    const detail = await (await openDetail(ask))(ask.db, ask.params.line)
    return withVersion(detail, detail.version)
  }

  const addLine: Handler<typeof schemas.addLine> = async (ask) => {
    requireEditor(ask)
    const { params, body, province, author, now } = ask
    requireAgency(await directory(ask.services), body.agency)
    const detailOf = await openDetail(ask)
    const day = body.estimate && requireDay(body.estimate.on, toVietnamDay(now))
    return await ask.write(async (tx, append) => {
      const programme = requireProgramme(await lockProgramme(tx, province, params.id))
      if (programme.state === 'withdrawn') throw new Problem(programmeProblems.withdrawn)
      await requireTask(tx, programme.id, body.item)
      const id = randomUUID()
      await insertLine(tx, {
        id,
        province,
        programme_id: programme.id,
        item_id: body.item,
        place: body.place.normalize('NFC'),
        what: body.what.normalize('NFC'),
        agency: body.agency,
        source: body.source,
        created_at: now,
        ended_at: null,
        ended_reason: null,
        version: 1,
      })
      if (body.estimate && day) {
        const { amount, note } = body.estimate
        requireSound([{ kind: 'estimate', amount }])
        await insertEntry(tx, {
          id: randomUUID(),
          line_id: id,
          kind: 'estimate',
          amount,
          on_day: day,
          note: note.normalize('NFC'),
          entered_by: author.actor,
          at: now,
          reverses: null,
        })
      }
      await append({
        event: 'budget.line-added',
        subject: `programme:${programme.id}`,
        data: { line: id, source: body.source },
      })
      return await detailOf(tx, id)
    })
  }

  /** One write on a live line whose version the sender knew. */
  const changeLine = async (
    ask: Looking & Pick<Ask, 'version' | 'write'> & { readonly params: { readonly line: string } },
    change: (tx: Tx, append: Append, row: BudgetLineRow) => Promise<void>,
  ) => {
    requireEditor(ask)
    const detailOf = await openDetail(ask)
    const detail = await ask.write(async (tx, append) => {
      const row = await lockLine(tx, ask.province, ask.params.line)
      if (!row) throw new Problem(budgetProblems.notFound)
      if (row.version !== ask.version)
        throw new Problem(httpProblems.changedMeanwhile, undefined, { version: row.version })
      if (row.ended_at !== null) throw new Problem(budgetProblems.ended)
      await change(tx, append, row)
      return await detailOf(tx, row.id)
    })
    return withVersion(detail, detail.version)
  }

  const editLine: Handler<typeof schemas.editLine> = async (ask) => {
    const { body } = ask
    requireAgency(await directory(ask.services), body.agency)
    return await changeLine(ask, async (tx, append, row) => {
      await requireTask(tx, row.programme_id, body.item)
      await updateLine(tx, row.id, toChange(body))
      await append({
        event: 'budget.line-edited',
        subject: `budget-line:${row.id}`,
        data: { fields: Object.keys(body) },
      })
    })
  }

  const endLine: Handler<typeof schemas.endLine> = async (ask) =>
    await changeLine(ask, async (tx, append, row) => {
      await updateLine(tx, row.id, { ended_at: ask.now, ended_reason: ask.body.reason.normalize('NFC') })
      await append({ event: 'budget.line-ended', subject: `budget-line:${row.id}`, data: {} })
    })

  const addEntry: Handler<typeof schemas.addEntry> = async (ask) => {
    requireEditor(ask)
    const { params, body, province, author, now } = ask
    const detailOf = await openDetail(ask)
    const day = requireDay(body.on, toVietnamDay(now))
    if (body.amount === 0) throw new Problem(budgetProblems.zero)
    return await ask.write(async (tx, append) => {
      const row = await lockLine(tx, province, params.line)
      if (!row) throw new Problem(budgetProblems.notFound)
      if (row.ended_at !== null) throw new Problem(budgetProblems.ended)
      const entries = await listEntries(tx, [row.id])
      requireOpposite(entries, body)
      requireSound([...entries, body])
      const id = randomUUID()
      await insertEntry(tx, {
        id,
        line_id: row.id,
        kind: body.kind,
        amount: body.amount,
        on_day: day,
        note: body.note.normalize('NFC'),
        entered_by: author.actor,
        at: now,
        reverses: body.reverses,
      })
      await append({
        event: body.reverses === null ? 'budget.entry-made' : 'budget.entry-reversed',
        subject: `budget-line:${row.id}`,
        data: { entry: id, kind: body.kind },
      })
      return await detailOf(tx, row.id)
    })
  }

  return { showBudget, exportBudget, addLine, showLine, editLine, endLine, addEntry }
}

const toChange = ({ item, place, what, ...rest }: BudgetLineEdit) => ({
  ...rest,
  ...(item === undefined ? {} : { item_id: item }),
  ...(place === undefined ? {} : { place: place.normalize('NFC') }),
  ...(what === undefined ? {} : { what: what.normalize('NFC') }),
})

/** An entry is taken back whole, once, by the same kind of money with the other sign. */
const requireOpposite = (
  entries: readonly BudgetEntryRow[],
  { kind, amount, reverses }: Pick<BudgetEntryRow, 'kind' | 'amount' | 'reverses'>,
): void => {
  if (reverses === null) return
  const meant = entries.find(({ id }) => id === reverses)
  if (!meant || meant.kind !== kind || meant.amount !== -amount || meant.reverses !== null)
    throw new Problem(budgetProblems.notTheOpposite)
  if (entries.some((one) => one.reverses === reverses)) throw new Problem(budgetProblems.reversedAlready)
}
