import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { parsePeriodId } from '#kernel/period.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { Reply, withVersion, type Ask, type Handler } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { requireWithin, scopeOf } from '#platform/server/http/scope.ts'
import { TARGET_STATES } from '../../domain/targets-goal.ts'
import type { FollowedTarget, TargetCounts, TargetDetail, TargetQuery } from '../../domain/targets-schemas.ts'
import type { Agencies, Outside } from '../outside.ts'
import { programmeProblems } from '../problems.ts'
import { toFilePart, XLSX_TYPE } from '../sheet-file.ts'
import { followTargets, isCounted, listConflicts, toFollowed, toGroups, type Followed } from './follow.ts'
import { targetProblems } from './problems.ts'
import type * as schemas from './schemas.ts'
import { toTargetFile, toTargetsFile } from './sheets.ts'
import { insertFigure, lockTarget, setWay as storeWay } from './target-store.ts'
import type { FigureRow } from './tables.ts'
import { checkFigure, toDetail, toEntry } from './views.ts'

const SIZE = 50
const MOST = 500

type Looking = Pick<Ask, 'actor' | 'services' | 'db' | 'province' | 'now'>

/** Everything that the targets of the province come to on a day. */
const survey = async (db: Ask['db'], province: string, agencies: Agencies, today: PlainDate) => {
  const followed = await followTargets(db, province, {}, today)
  const conflicts = await listConflicts(db, followed)
  const disputed = new Set(conflicts.flatMap(({ targets }) => targets))
  const items = followed.map((one) => ({ ...one, shown: toFollowed(one, agencies, disputed) }))
  const byId = new Map(items.map(({ shown }) => [shown.id, shown]))
  return { items, groups: toGroups(conflicts, byId) }
}

const matches =
  (query: TargetQuery) =>
  ({ row, years, shown }: Followed & { readonly shown: FollowedTarget }): boolean => {
    const words = query.q === undefined ? [] : searchKey(query.q).split(' ')
    const year = Number(query.year ?? years.first)
    return (
      (query.programme === undefined || row.programme_id === query.programme) &&
      (query.agency === undefined || row.agency === query.agency) &&
      (query.disputed === undefined || shown.isDisputed) &&
      years.first <= year &&
      year <= years.last &&
      words.every((word) => row.search.includes(word))
    )
  }

const countStates = (items: readonly FollowedTarget[]): TargetCounts =>
  Object.fromEntries(
    TARGET_STATES.map((state) => [state, items.filter((one) => one.state === state).length]),
  ) as TargetCounts

export const targetHandlers = ({ agenciesOf, directory }: Outside) => {
  /**
   * For which agencies somebody gives figures: the office for all, an agency of the targets that it is asked for. Asked
   * before a transaction: it may read the register.
   */
  const openEntering = async ({ actor, services }: Pick<Looking, 'actor' | 'services'>) => {
    const scope = scopeOf(actor, 'programmes.target.enter')
    const own = scope.everything ? [] : await agenciesOf(services, scope)
    return (agency: string | null): boolean => scope.everything || (agency !== null && own.includes(agency))
  }

  const find = async (ask: Looking) => {
    const agencies = await directory(ask.services)
    return { agencies, ...(await survey(ask.db, ask.province, agencies, toVietnamDay(ask.now))) }
  }

  const choose = async (ask: Looking & { readonly query: TargetQuery }) => {
    const found = await find(ask)
    const matching = found.items.filter(matches(ask.query)).map(({ shown }) => shown)
    const { state } = ask.query
    return {
      ...found,
      matching,
      chosen: matching.filter((one) => state === undefined || one.state === state),
    }
  }

  const listTargets: Handler<typeof schemas.listTargets> = async (ask) => {
    const { items, groups, matching, chosen } = await choose(ask)
    const page = Math.max(1, Number(ask.query.page ?? 1))
    const size = Math.min(MOST, Math.max(1, Number(ask.query.size ?? SIZE)))
    const ids = new Set(chosen.map(({ id }) => id))
    const all = items.map(({ shown }) => shown)
    return {
      items: chosen.slice((page - 1) * size, page * size),
      counts: countStates(matching),
      groups: groups.filter((group) => group.targets.some(({ id }) => ids.has(id))),
      programmes: [
        ...new Map(
          all.map((one) => [
            one.programme,
            one.programmeNumber ?? one.programmeSubject ?? 'Kế hoạch không số',
          ]),
        ),
      ].map(([id, name]) => ({ id, name })),
      agencies: [
        ...new Map(
          all.flatMap((one) => (one.agency === null ? [] : [[one.agency, one.agencyName ?? ''] as const])),
        ),
      ]
        .map(([code, name]) => ({ code, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
      years: [...new Set(items.flatMap(({ years }) => [years.first, years.last]))].sort((a, b) => b - a),
      total: chosen.length,
      page,
      size,
    }
  }

  const exportTargets: Handler<typeof schemas.exportTargets> = async (ask) => {
    const { chosen } = await choose(ask)
    const bytes = await toTargetsFile(chosen, toVietnamDay(ask.now))
    return new Reply(undefined, { file: { bytes, type: XLSX_TYPE, name: 'chi-tieu.xlsx' } })
  }

  const detailOf = async (ask: Looking, id: string): Promise<TargetDetail> => {
    const { items, groups, agencies } = await find(ask)
    const one = items.find(({ row }) => row.id === id)
    if (!one) throw new Problem(targetProblems.notFound)
    return toDetail(one, one.shown, {
      agencies,
      groups: groups.filter(({ targets }) => targets.some((target) => target.id === id)),
      mayEnter: (await openEntering(ask))(one.row.agency),
      mayManage: scopeOf(ask.actor, 'programmes.target.manage').everything,
    })
  }

  const showTarget: Handler<typeof schemas.showTarget> = async (ask) => {
    const detail = await detailOf(ask, ask.params.id)
    return withVersion(detail, detail.version)
  }

  const exportTarget: Handler<typeof schemas.exportTarget> = async (ask) => {
    const detail = await detailOf(ask, ask.params.id)
    const name = `${toFilePart(detail.programmeNumber)}-chi-tieu-${toFilePart(detail.path)}.xlsx`
    return new Reply(undefined, { file: { bytes: await toTargetFile(detail), type: XLSX_TYPE, name } })
  }

  const enterFigure: Handler<typeof schemas.enterFigure> = async (ask) => {
    const { params, body, province, author, now } = ask
    const agencies = await directory(ask.services)
    const mayEnter = await openEntering(ask)
    const today = toVietnamDay(now)
    return await ask.write(async (tx, append) => {
      if (!(await lockTarget(tx, province, params.id))) throw new Problem(targetProblems.notFound)
      const [target] = await followTargets(tx, province, { id: params.id }, today)
      if (!target) throw new Problem(targetProblems.notFound)
      if (!mayEnter(target.row.agency)) throw new Problem(targetProblems.notAsked)
      const period = parsePeriodId(body.period)
      if (!period) throw new Problem(targetProblems.impossiblePeriod)
      if (!isCounted(target.way, period)) throw new Problem(targetProblems.otherRhythm)
      if (period.from > today) throw new Problem(targetProblems.futurePeriod)
      const last = target.figures.findLast((one) => one.period === body.period)
      if ((last?.id ?? null) !== body.corrects) throw new Problem(targetProblems.enteredMeanwhile)
      checkFigure(target.goal, body)
      const isOffice = scopeOf(ask.actor, 'programmes.target.enter').everything
      const row: FigureRow = {
        id: randomUUID(),
        item_id: params.id,
        province,
        period: body.period,
        seq: (last?.seq ?? 0) + 1,
        value: body.value,
        is_met: body.isMet,
        source: body.source.normalize('NFC'),
        note: body.note?.normalize('NFC') ?? null,
        agency: isOffice ? null : target.row.agency,
        entered_by: author.actor,
        at: now,
        corrects: body.corrects,
      }
      await insertFigure(tx, row)
      await append({
        event: last === undefined ? 'target.figure-entered' : 'target.figure-corrected',
        subject: `target:${params.id}`,
        data: { figure: row.id, period: body.period },
      })
      return toEntry(row, target.way, agencies, true)
    })
  }

  const setWay: Handler<typeof schemas.setWay> = async (ask) => {
    requireWithin(ask.actor, 'programmes.target.manage', {})
    const { params, body, province, now } = ask
    const agencies = await directory(ask.services)
    if (body.agency !== null && agencies.findParty(body.agency, body.agency)?.kind !== 'agency')
      throw new Problem(programmeProblems.agencyUnknown, `Mã “${body.agency}”.`)
    await ask.write(async (tx, append) => {
      if (!(await lockTarget(tx, province, params.id))) throw new Problem(targetProblems.notFound)
      const [target] = await followTargets(tx, province, { id: params.id }, toVietnamDay(now))
      if (!target) throw new Problem(targetProblems.notFound)
      const version = target.row.version ?? 0
      if (version !== ask.version) throw new Problem(httpProblems.changedMeanwhile, undefined, { version })
      await storeWay(tx, { ...body, item_id: params.id, province, version: version + 1 })
      await append({
        event: 'target.way-set',
        subject: `target:${params.id}`,
        data: { rhythm: body.rhythm, measure: body.measure, agency: body.agency },
      })
    })
    const detail = await detailOf(ask, params.id)
    return withVersion(detail, detail.version)
  }

  return { listTargets, exportTargets, showTarget, exportTarget, enterFigure, setWay }
}
