import type { Trigger } from '../../contract.ts'
import { listSentences } from './clauses.ts'
import { toSpan } from './mapped-text.ts'
import { listPlaces, type Place } from './places.ts'
import { holdsDuties } from './section-roles.ts'
import type { Body } from './types.ts'
import { foldText } from './words.ts'

/** Duties that begin only when something happens: `Đối với các địa phương có … tăng: phải …`. */
export const readTriggers = (body: Body): readonly Trigger[] =>
  listPlaces(body).flatMap((place) =>
    holdsDuties(place.role) || place.role === 'scope' ? readPlace(place) : [],
  )

interface Condition {
  readonly when: string
  readonly follows: string
  readonly rule: string
}

/** Something happens: a case, a rise, a breach. A mere description of the group that is meant is none. */
const HAPPENS =
  /(?:xảy ra|tăng cao|tăng(?! cường| trưởng)|phát sinh|để xảy ra|gây hậu quả|vi phạm|không đạt|không hoàn thành|chậm tiến độ|vượt|xuất hiện|bị|có dấu hiệu|diễn biến|đặc biệt nghiêm trọng)/u
const IDLE =
  /(?:nếu có\)|nếu cần|khi cần|nếu có (?:khó khăn|vướng mắc)|khi có yêu cầu|nếu có phát sinh|nếu phát sinh|nếu có vướng|nếu gặp)/u

const RULES: readonly (readonly [RegExp, string])[] = [
  [/^\s*(đối với [^:]{8,260}?)\s*:\s*(.{12,})$/isu, 'trigger.group'],
  [
    /^\s*(đối với [^:,]{8,220}?),\s+((?:đồng chí|ban|ủy ban|ubnd|chủ tịch|trưởng|phải|thủ trưởng|các|người đứng đầu|cơ quan|yêu cầu).{12,})$/isu,
    'trigger.group',
  ],
  [
    /^\s*((?:khi|trường hợp|trong trường hợp|ngay khi|nếu)(?![\p{L}]) [^,;]{8,220}?),\s*(.{12,})$/isu,
    'trigger.condition',
  ],
  [
    // Not from every comma: what begins at one would end where the whole clause ends, and cost its length again.
    /(?:^|;\s)([^;]{20,}?)\s((?:nếu để|nếu|khi để|trong trường hợp|trong trường hợp để) (?:xảy ra |để )?[^,;.]{8,200})[.;]?\s*$/iu,
    'trigger.after',
  ],
  [/(?:^|[,;]\s)(nếu [^,;]{8,160}?),\s*(phải [^;]{12,})$/iu, 'trigger.condition'],
]

const readPlace = (place: Place): readonly Trigger[] => {
  const raw = place.block.text
  const text = foldText(raw)
  return listSentences(text, true).flatMap(({ start, end }) => {
    const condition = findCondition(text.slice(start, end))
    if (!condition) return []
    return [
      {
        path: place.path,
        when: shorten(condition.when),
        // oxlint-disable-next-line unicorn/no-thenable -- the contract names both halves of a condition
        then: shorten(condition.follows),
        span: toSpan(place.block, start, end),
        rule: condition.rule,
        certainty: condition.rule === 'trigger.condition' ? ('inferred' as const) : ('stated' as const),
      },
    ]
  })
}

/** Without one of these words there is no condition. */
const OPENS = /đối với|khi|nếu|trường hợp/iu

/** The condition of one clause and what follows from it. */
export const findCondition = (clause: string): Condition | undefined => {
  if (!OPENS.test(clause)) return undefined
  for (const [rule, name] of RULES) {
    const match = rule.exec(clause)
    if (!match?.[1] || !match[2]) continue
    const isAfter = name === 'trigger.after'
    const when = isAfter ? match[2] : match[1]
    const follows = isAfter ? match[1] : match[2]
    const lower = when.toLowerCase()
    if (IDLE.test(lower) || /khó khăn|vướng mắc/u.test(lower)) return undefined
    if (name === 'trigger.condition' && /^khi (?:có|được|nhận)/u.test(lower.trim()) && !HAPPENS.test(lower))
      return undefined
    if (name !== 'trigger.condition' && !HAPPENS.test(lower)) continue
    return { when, follows, rule: name }
  }
  return undefined
}

const shorten = (text: string): string => {
  // Only the beginning is shown: a paragraph may be as long as a book.
  const plain = text
    .slice(0, 1200)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\-+*,;:]+/u, '')
    .replace(/[\s.;,/]+$/u, '')
  return plain.length <= 300 ? plain : `${plain.slice(0, 299).replace(/\s\S*$/u, '')} …`
}
