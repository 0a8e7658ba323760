import { formatPlainDate } from '#kernel/plain-date.ts'
import { findOnlyDocument, sortByLateness, toCount, toPlaceWithin, toShortName } from './late-duty.ts'
import type { ReminderRequest } from './reminder-letter.ts'

/** Places that the message names; the letter names all. */
const MOST_NAMED = 3

const line = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * Three lines to paste into a chat (Zalo): who is late with how much, with what, and what is wanted by when. The order
 * itself stays in the letter: a chat is no place for it.
 */
export const toReminderMessage = (request: ReminderRequest): string => {
  const { sender, agency, answerBy } = request
  const duties = sortByLateness(request.duties)
  const only = findOnlyDocument(duties)
  const from = only === undefined ? '' : ` tại ${toShortName(only)}`
  const places = duties.slice(0, MOST_NAMED).map((duty) => {
    const place = toPlaceWithin(duty, only !== undefined) ?? 'nhiệm vụ giao trực tiếp'
    return `${place} (hạn ${formatPlainDate(duty.due)}, quá ${toCount(duty.daysLate)} ngày)`
  })
  const others = duties.length - places.length
  const asks = sender.manner === 'ask' ? 'Đề nghị' : 'Yêu cầu'
  return [
    `${sender.name} nhắc ${agency.name}: còn ${toCount(duties.length)} nhiệm vụ quá hạn${from}.`,
    `Gồm: ${places.join('; ')}${others > 0 ? ` và ${toCount(others)} nhiệm vụ khác` : ''}.`,
    `${asks} hoàn thành, báo cáo kèm minh chứng chậm nhất ngày ${formatPlainDate(answerBy)}.${sender.contact === null ? '' : ` Đầu mối: ${sender.contact}.`}`,
  ]
    .map(line)
    .join('\n')
}
