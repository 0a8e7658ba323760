import { get, post, type Endpoint } from '#platform/server/http/endpoint.ts'
import type { Outside } from '../outside.ts'
import { noticeHandlers } from './notice-handlers.ts'
import { remindHandlers } from './remind-handlers.ts'
import { ruleHandlers } from './rule-handlers.ts'
import * as schemas from './schemas.ts'

/** Being told: what each person was told, what the office tells by hand, and by which rules mornings tell. */
export const noticeRoutes = (outside: Outside): readonly Endpoint[] => {
  const manage = 'programmes.assignment.manage'
  const mine = noticeHandlers(outside)
  const byHand = remindHandlers(outside)
  const rules = ruleHandlers()
  return [
    get('/api/notices', 'signed-in', schemas.listNotices, mine.showMine),
    get('/api/notices/unread', 'signed-in', schemas.countUnread, mine.countMine),
    post('/api/notices/read', 'signed-in', schemas.readNotices, mine.readMine),
    get('/api/notices/chat-text', manage, schemas.showChatText, byHand.showChatText),
    post('/api/assignments/remind', manage, schemas.remind, byHand.remind),
    get('/api/reminder-rules', manage, schemas.showRules, rules.showRules),
    post('/api/reminder-rules', manage, schemas.addRule, rules.addRule),
    post('/api/reminder-hours', manage, schemas.addHours, rules.addHours),
  ]
}
