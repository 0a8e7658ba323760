import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { formatPeriod, parsePeriodId } from '#kernel/period.ts'
import { addDays, parsePlainDate, toPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Handler } from '#platform/server/http/endpoint.ts'
import { requireWithin } from '#platform/server/http/scope.ts'
import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Task } from '../../contract.ts'
import { planTask, type Making, type PlannedTask } from '../../domain/making.ts'
import { listItems } from '../item-store.ts'
import type { Agencies, Outside } from '../outside.ts'
import { programmeProblems } from '../problems.ts'
import { findProgramme, lockProgramme } from '../programme-store.ts'
import type { ProgrammeRow } from '../tables.ts'
import { requireProgramme, toLists } from '../views.ts'
import { insertAssignments, type NewAssignment } from './assignment-store.ts'
import { listMade } from './made-store.ts'
import { assignmentProblems } from './problems.ts'
import type * as schemas from './schemas.ts'

const requireDay = (text: string): PlainDate => {
  const day = parsePlainDate(text)
  if (!day) throw new Problem(assignmentProblems.impossibleDay, `Ngày “${text}”.`)
  return day
}

const MOST_DAYS = 5 * 366

const checkRange = (making: Making): Making => {
  if (making.until < making.from || making.until > addDays(making.from, MOST_DAYS))
    throw new Problem(assignmentProblems.impossibleRange)
  return making
}

/** Until the end of the last year that the plan is for; from today, since what is past cannot be done any more. */
const suggest = (programme: ProgrammeRow, today: PlainDate): Making => {
  const year = Math.max(Number(today.slice(0, 4)), ...programme.years)
  const soonest = Math.min(year, Number(today.slice(0, 4)) + 1)
  return {
    calendar: 'administrative',
    from: today,
    until: toPlainDate(soonest, 12, 31) ?? today,
    review: 'quarterly',
  }
}

interface Planned {
  readonly task: Task
  readonly planned: PlannedTask
}

const planAll = async (db: Db | Tx, programme: string, making: Making): Promise<readonly Planned[]> => {
  const items = await listItems(db, programme, { kinds: ['task'], ended: false })
  return toLists(items).tasks.map((task) => ({ task, planned: planTask(task, making) }))
}

const toPeriodWords = (id: string | null): string | null => {
  const period = id === null ? undefined : parsePeriodId(id)
  return period ? formatPeriod(period) : null
}

const toNamed = (agencies: Agencies, codes: readonly string[]) =>
  codes.map((code) => ({ code, name: agencies.nameOf(code) }))

const toSection = (path: string): string => path.split('.')[0] ?? ''

export const makingHandlers = ({ directory }: Outside) => {
  const planAssignments: Handler<typeof schemas.planAssignments> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const programme = requireProgramme(await findProgramme(ask.db, ask.province, ask.params.id))
    const suggested = suggest(programme, toVietnamDay(ask.now))
    const { query } = ask
    const making = checkRange({
      calendar: query.calendar ?? suggested.calendar,
      from: query.from === undefined ? suggested.from : requireDay(query.from),
      until: query.until === undefined ? suggested.until : requireDay(query.until),
      review: query.review === undefined ? suggested.review : query.review === 'none' ? null : query.review,
    })
    const agencies = await directory(ask.services)
    const made = await listMade(ask.db, programme.id)
    const items = (await planAll(ask.db, programme.id, making)).map(({ task, planned }) => ({
      item: task.id,
      path: task.path,
      text: task.text,
      kind: planned.kind,
      members: toNamed(agencies, planned.members),
      partners: toNamed(agencies, planned.partners),
      unknown: [...planned.unknown],
      turns: planned.turns.map(({ due, period }) => ({ due, period: toPeriodWords(period) })),
      count: planned.members.length * planned.turns.length,
      made: planned.members.reduce(
        (sum, member) =>
          sum + planned.turns.filter(({ key }) => made.has(`${task.id} ${member} ${key}`)).length,
        0,
      ),
    }))
    const add = (of: 'count' | 'made'): number => items.reduce((sum, item) => sum + item[of], 0)
    return {
      ...making,
      review: making.review as 'quarterly' | null,
      items,
      count: add('count'),
      made: add('made'),
    }
  }

  const makeAssignments: Handler<typeof schemas.makeAssignments> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { body, province, author, now } = ask
    const making = checkRange({
      calendar: body.calendar,
      from: requireDay(body.from),
      until: requireDay(body.until),
      review: body.review,
    })
    return await ask.write(async (tx, append) => {
      const programme = requireProgramme(await lockProgramme(tx, province, ask.params.id))
      if (programme.state === 'withdrawn') throw new Problem(programmeProblems.withdrawn)
      const batch = randomUUID()
      const chosen = body.items === null ? null : new Set(body.items)
      const given = (await planAll(tx, programme.id, making))
        .filter(({ task }) => chosen === null || chosen.has(task.id))
        .flatMap(({ task, planned }) =>
          planned.members.flatMap((member) =>
            planned.turns.map((turn) => ({
              assignment: {
                id: randomUUID(),
                province,
                programme_id: programme.id,
                item_id: task.id,
                place: task.path,
                section: toSection(task.path),
                text: task.text,
                output: task.output,
                source_note: null,
                kind: planned.kind,
                member,
                occurrence: turn.key,
                period: turn.period,
                partners: [...planned.partners],
                review: planned.review,
                calendar: making.calendar,
                batch,
                made_at: now,
              } satisfies NewAssignment,
              first: {
                id: randomUUID(),
                after: null,
                at: now,
                by: author.actor,
                as: 'office' as const,
                deed: { verb: 'assign' as const, agency: member, due: turn.due, note: null },
              },
            })),
          ),
        )
      const made = await insertAssignments(tx, given)
      if (made.length === 0) throw new Problem(assignmentProblems.nothingToMake)
      await append({
        event: 'assignment.made',
        subject: `programme:${programme.id}`,
        data: { batch, made: made.length },
      })
      return { batch, made: made.length, existed: given.length - made.length }
    })
  }

  const giveByHand: Handler<typeof schemas.giveByHand> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { body, province, author, now } = ask
    const agencies = await directory(ask.services)
    for (const code of [...body.agencies, ...body.partners])
      if (agencies.findParty(code, code)?.kind !== 'agency')
        throw new Problem(programmeProblems.agencyUnknown, `Mã “${code}”.`)
    const due = body.due === null ? null : requireDay(body.due)
    const members = [...new Set(body.agencies)]
    return await ask.write(async (tx, append) => {
      const batch = randomUUID()
      const given = members.map((member) => ({
        assignment: {
          id: randomUUID(),
          province,
          programme_id: null,
          item_id: null,
          place: '',
          section: '',
          text: body.text.normalize('NFC'),
          output: body.output,
          source_note: body.sourceNote.normalize('NFC'),
          kind: due === null ? ('standing' as const) : ('once' as const),
          member,
          occurrence: 'once',
          period: null,
          partners: body.partners.filter((code) => code !== member),
          review: due === null ? 'quarterly' : null,
          calendar: 'administrative' as const,
          batch,
          made_at: now,
        },
        first: {
          id: randomUUID(),
          after: null,
          at: now,
          by: author.actor,
          as: 'office' as const,
          deed: { verb: 'assign' as const, agency: member, due, note: null },
        },
      }))
      const made = await insertAssignments(tx, given)
      await append({
        event: 'assignment.given-by-hand',
        subject: `batch:${batch}`,
        data: { batch, made: made.length },
      })
      return { batch, made: made.length, existed: 0 }
    })
  }

  return { planAssignments, makeAssignments, giveByHand }
}
