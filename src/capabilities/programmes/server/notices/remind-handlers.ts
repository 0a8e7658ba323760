import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Handler } from '#platform/server/http/endpoint.ts'
import { requireWithin } from '#platform/server/http/scope.ts'
import { toDigest } from '../../domain/digest.ts'
import { toChatText } from '../../domain/notice-words.ts'
import type { Outside } from '../outside.ts'
import { programmeProblems } from '../problems.ts'
import { listPeopleOf, tellingAt } from './jobs.ts'
import { listAsked, listUrgent } from './asked-store.ts'
import { insertTold } from './notice-store.ts'
import { noticeProblems } from './problems.ts'
import type * as schemas from './schemas.ts'

/** What the office does by hand: reminding of chosen duties, and text for the groups in which offices talk. */
export const remindHandlers = (outside: Pick<Outside, 'listAddressees' | 'directory'>) => {
  const remind: Handler<typeof schemas.remind> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { body, province, now } = ask
    const ids = [...new Set(body.assignments)]
    return await ask.write(async (tx, append) => {
      const asked = await listAsked(tx, province, ids)
      if (asked.length === 0) throw new Problem(noticeProblems.nothingToRemind)
      const concerned = { ids: asked }
      const batch = randomUUID()
      const people = await listPeopleOf(tx, { province, now }, concerned, outside)
      const notices = await insertTold(tx, province, concerned, people, {
        key: `remind/${batch}`,
        kind: 'manual',
        verb: null,
        capacity: null,
        isConflict: false,
        words: body.note?.normalize('NFC') ?? null,
        audience: [
          { role: 'focal', at: 'agency' },
          { role: 'head', at: 'agency' },
          { role: 'focal', at: 'delegate' },
        ],
        but: null,
        ...tellingAt(now),
      })
      await append({
        event: 'assignment.reminded',
        subject: `batch:${batch}`,
        data: { batch, duties: asked.length, notices },
      })
      return { notices, left: ids.length - asked.length }
    })
  }

  const showChatText: Handler<typeof schemas.showChatText> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { query, province, db, services, now } = ask
    const agencies = await outside.directory(services)
    const party = agencies.findParty(query.agency, query.agency)
    if (party?.kind !== 'agency') throw new Problem(programmeProblems.agencyUnknown, `Mã “${query.agency}”.`)
    const today = toVietnamDay(now)
    const duties = await listUrgent(db, province, query.agency, today)
    const told = duties.map((duty) => ({
      duty: { ...duty, agencyName: null },
      tidings: { kind: 'manual' as const, words: null, isStandIn: false },
    }))
    return { text: toChatText(toDigest(told, today), { agency: agencies.nameOf(query.agency), today }) }
  }

  return { remind, showChatText }
}
