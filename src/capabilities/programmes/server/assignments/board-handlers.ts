import { formatPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Handler } from '#platform/server/http/endpoint.ts'
import type { Board, Totals } from '../../domain/assignment-schemas.ts'
import { listAllowedVerbs } from '../../domain/assignment-verbs.ts'
import { timelinessWords } from '../../domain/assignment-words.ts'
import type { Timeliness } from '../../domain/timeliness.ts'
import type { Agencies, Outside } from '../outside.ts'
import { countBoard, listAssignments as list, WEEKS, type BoardRow } from './board-store.ts'
import { namePlans } from './context-store.ts'
import { capacitiesOn, openReach } from './reach.ts'
import type * as schemas from './schemas.ts'
import { toAssignment, type PlanNames } from './views.ts'

const SIZE = 50
const MOST = 500

const NONE: Totals = {
  all: 0,
  doneOnTime: 0,
  doneLate: 0,
  overdue: 0,
  notDue: 0,
  notCounted: 0,
  dueSoon: 0,
  awaiting: 0,
  unopened: 0,
  refused: 0,
  extensionAsked: 0,
  conflicts: 0,
}

const add = (a: Totals, b: Totals): Totals =>
  Object.fromEntries(
    (Object.keys(NONE) as (keyof Totals)[]).map((name) => [name, a[name] + b[name]]),
  ) as Totals

const planOf = (plans: PlanNames, id: string): string =>
  id === '' ? 'Nhiệm vụ ngoài kế hoạch' : (plans.get(id)?.number ?? 'Kế hoạch không số')

const toLabel = (by: string, key: string, agencies: Agencies, plans: PlanNames): string => {
  switch (by) {
    case 'day':
      return key === '' ? 'Không có hạn' : formatPlainDate(key as PlainDate)
    case 'timeliness':
      return timelinessWords[key as Timeliness]
    case 'programme':
      return planOf(plans, key)
    case 'section': {
      const [programme = '', section = ''] = key.split(' ')
      return section === '' ? planOf(plans, programme) : `${planOf(plans, programme)} · mục ${section}`
    }
    default:
      return key === '' ? 'Chưa giao cho cơ quan nào' : agencies.nameOf(key)
  }
}

const isCommune = (agencies: Agencies, code: string): boolean => agencies.isCommune(code)

export const boardHandlers = ({ agenciesOf, directory }: Outside) => {
  const { ownOf, reachOf } = openReach(agenciesOf)

  const listAssignments: Handler<typeof schemas.listAssignments> = async (ask) => {
    const { query, db, province } = ask
    const today = toVietnamDay(ask.now)
    const page = Math.max(1, Number(query.page ?? 1))
    const size = Math.min(MOST, Math.max(1, Number(query.size ?? SIZE)))
    const own = await ownOf(ask)
    const slice = { limit: size, offset: (page - 1) * size }
    const { rows, total } = await list(db, province, query, own, today, slice)
    const agencies = await directory(ask.services)
    const plans = await namePlans(
      db,
      rows.flatMap((row) => row.programme_id ?? []),
    )
    const reach = await reachOf(ask)
    const items = rows.map((row) => ({
      ...toAssignment(row, agencies, plans, today),
      verbs: [...listAllowedVerbs(row, capacitiesOn(reach, row))],
    }))
    return { items, total, page, size }
  }

  const showBoard: Handler<typeof schemas.showBoard> = async (ask) => {
    const { query, db, province } = ask
    const today = toVietnamDay(ask.now)
    const agencies = await directory(ask.services)
    const counted = await countBoard(db, province, query, await ownOf(ask), today)
    const rows = query.by === 'commune' ? counted.filter(({ key }) => isCommune(agencies, key)) : counted
    const programmes = query.by === 'programme' || query.by === 'section' ? rows.map(toProgrammeId) : []
    const plans = await namePlans(
      db,
      programmes.filter((id) => id !== ''),
    )
    const labelled = rows
      .map((row) => ({
        ...row,
        overdueByWeek: [...row.overdueByWeek],
        label: toLabel(query.by, row.key, agencies, plans),
      }))
      .toSorted((a, b) =>
        query.by === 'day'
          ? a.key.localeCompare(b.key)
          : b.totals.overdue - a.totals.overdue || a.label.localeCompare(b.label, 'vi'),
      )
    return {
      on: today,
      rows: labelled,
      totals: rows.reduce((sum, row) => add(sum, row.totals), NONE),
      overdueByWeek: sumWeeks(rows),
    } satisfies Board
  }

  return { listAssignments, showBoard }
}

const toProgrammeId = ({ key }: BoardRow): string => key.split(' ')[0] ?? ''

const sumWeeks = (rows: readonly BoardRow[]): number[] =>
  Array.from({ length: WEEKS }, (_, i) => rows.reduce((sum, row) => sum + (row.overdueByWeek[i] ?? 0), 0))
