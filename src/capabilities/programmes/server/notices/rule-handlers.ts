import { Problem } from '#kernel/problem.ts'
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Ask, Handler } from '#platform/server/http/endpoint.ts'
import { requireWithin } from '#platform/server/http/scope.ts'
import { hoursOn, ruleOn } from '../../domain/reminders.ts'
import type { ReminderRules } from '../../domain/notice-schemas.ts'
import { assignmentProblems } from '../assignments/problems.ts'
import { countLetters } from './mail-store.ts'
import { noticeProblems } from './problems.ts'
import { insertDefaultRules, insertHours, insertRule, listHours, listRules } from './rule-store.ts'
import type * as schemas from './schemas.ts'

const requireDay = (text: string): PlainDate => {
  const day = parsePlainDate(text)
  if (!day) throw new Problem(assignmentProblems.impossibleDay, `Ngày “${text}”.`)
  return day
}

/** A rule that began in the past would judge mornings that people have already seen. */
const requireFuture = (day: PlainDate, now: string): void => {
  if (day < toVietnamDay(now)) throw new Problem(noticeProblems.beginsInThePast)
}

const toRules = async ({
  db,
  province,
  now,
}: Pick<Ask, 'db' | 'province' | 'now'>): Promise<ReminderRules> => {
  const today = toVietnamDay(now)
  const rules = await listRules(db, province)
  const hours = await listHours(db, province)
  return {
    rules: rules.map((rule) => ({
      ...rule,
      roles: [...rule.roles],
      isInForce: ruleOn(rules, rule.stage, today) === rule,
    })),
    hours: hours.map((one) => ({ ...one, isInForce: hoursOn(hours, today) === one })),
    letters: await countLetters(db, province),
  }
}

/** By which rules people are reminded: everybody in the office sees them and may add one from a day on. */
export const ruleHandlers = () => {
  const showRules: Handler<typeof schemas.showRules> = async (ask) => await toRules(ask)

  const addRule: Handler<typeof schemas.addRule> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { body, province, author, now } = ask
    const validFrom = requireDay(body.validFrom)
    const validTo = body.validTo === null ? null : requireDay(body.validTo)
    requireFuture(validFrom, now)
    if (validTo !== null && validTo < validFrom) throw new Problem(noticeProblems.endsBeforeItBegins)
    const rule = { stage: body.stage, roles: [...new Set(body.roles)], validFrom, validTo }
    const writing = { province, by: author.actor, at: now }
    return await ask.write(async (tx, append) => {
      await insertDefaultRules(tx, writing)
      await insertRule(tx, writing, rule)
      await append({ event: 'reminder-rule.added', subject: `province:${province}`, data: rule })
      return await toRules({ db: tx, province, now })
    })
  }

  const addHours: Handler<typeof schemas.addHours> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { body, province, author, now } = ask
    const validFrom = requireDay(body.validFrom)
    requireFuture(validFrom, now)
    if (body.until <= body.from) throw new Problem(noticeProblems.endsBeforeItBegins)
    const hours = { from: body.from, until: body.until, validFrom }
    const writing = { province, by: author.actor, at: now }
    return await ask.write(async (tx, append) => {
      await insertDefaultRules(tx, writing)
      await insertHours(tx, writing, hours)
      await append({ event: 'reminder-hours.set', subject: `province:${province}`, data: hours })
      return await toRules({ db: tx, province, now })
    })
  }

  return { showRules, addRule, addHours }
}
