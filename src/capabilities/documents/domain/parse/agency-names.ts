import { findHead, postAt, trimEnd, type AgencyKind } from './agency-heads.ts'
import { groupModifierAt, INNER_AT, STEERED_AT, UNIT_NOUNS } from './agency-groups.ts'
import { FIELDS, LEVELS } from './agency-vocabulary.ts'
import { STRONG_PREDICATES, WEAK_PREDICATES } from './predicates.ts'
import { LETTER, listMatches, matchEnd, wordsAt } from './words.ts'

/**
 * Reads the name of one agency from a given place of a folded text: `Sở Văn hóa, Thể thao và Du lịch`,
 * `Chủ tịch UBND các xã, phường`, `các sở, ban, ngành tỉnh`. A name is a head (a kind of body, a post,
 * or a group) and a tail of fields, capitalised words and levels; it ends at a predicate or a sign.
 */

const fieldAt = wordsAt(FIELDS)
const levelAt = wordsAt(LEVELS)
const strongAt = wordsAt(STRONG_PREDICATES)
const weakAt = wordsAt(WEAK_PREDICATES)
/** What somebody does or must do, sure or likely. */
export const predicateAt = wordsAt([...STRONG_PREDICATES, ...WEAK_PREDICATES])

const CAPITAL = /[\p{Lu}\p{N}"]/u
const WORD_AT = new RegExp(`(?:${LETTER}|[&/.'’-](?=${LETTER}))+`, 'uy')

export interface NameSpan {
  readonly start: number
  readonly end: number
  readonly kind: AgencyKind
}

const connectorAt = /\s*(?:,|và(?![\p{L}\p{M}])|&|\/)\s*/uy
const dashAt = /\s*-\s*/uy
const bracketAt = /\s*\([^()]{0,160}\)/uy

/** Reads the whole name that opens at `at`; undefined when no name opens there. */
export const readAgencyName = (text: string, at: number): NameSpan | undefined => {
  const head = findHead(text, at)
  if (!head) return undefined
  let isGroup = head.kind === 'group'
  let end = head.end
  let pos = head.end
  let lowRun = 0
  let afterUnit = isGroup || head.kind === 'post'
  let closed = false
  let capitals = 0
  for (let guard = 0; guard < 60; guard++) {
    const next = skipSpace(text, pos)
    if (next >= text.length) break
    const step = readStep(text, at, pos, next, {
      isGroup,
      afterUnit,
      capitals,
      closed,
      kind: head.kind,
      lowRun,
      headEnd: head.end,
    })
    if (!step) break
    pos = step.pos
    if (step.sure) {
      end = pos
      lowRun = 0
    } else lowRun++
    afterUnit = step.unit ?? false
    closed = step.closed ?? false
    capitals = step.capital === true ? capitals + 1 : 0
    if (
      head.kind === 'post' &&
      step.unit === true &&
      /^[Cc]ác /u.test(text.slice(head.end + 1, head.end + 5))
    )
      isGroup = true
    if (pos - at > 400) break
  }
  const to = trimEnd(text, at, end)
  return { start: at, end: readCharge(text, to, head.kind), kind: head.kind }
}

const CHARGE = /^,? phụ trách (?:lĩnh vực |công tác |mảng |khối )?[^,.;:]*(?:, \p{Lu}[^,.;:]*)*/u

/** `Phó Chủ tịch phụ trách lĩnh vực …`: a person is named by post and field together. */
const readCharge = (text: string, end: number, kind: AgencyKind): number => {
  if (kind === 'body') return end
  const charge = CHARGE.exec(text.slice(end, end + 200))
  if (!charge) return end
  const stop = charge[0].slice(12).search(CHARGE_STOP)
  return trimEnd(text, end, end + (stop < 0 ? charge[0].length : stop + 12))
}
const CHARGE_STOP =
  /\s(?:có trách nhiệm|chịu trách nhiệm|chủ trì|chủ động|phối hợp|tham mưu|theo dõi|chỉ đạo|trực tiếp|tiếp tục|bám sát|khẩn trương|kịp thời|thường xuyên|nghiêm túc)(?![\p{L}])/u

const skipSpace = (text: string, at: number): number => {
  let pos = at
  while (text[pos] === ' ') pos++
  return pos
}

interface State {
  readonly isGroup: boolean
  readonly afterUnit: boolean
  readonly kind: AgencyKind
  /** The name is complete: a field or a level was read, an unknown small word does not go on with it. */
  readonly closed: boolean
  readonly lowRun: number
  /** Words with a capital read in a row: one opens a compound (`Xây dựng`), two are a place. */
  readonly capitals: number
  readonly headEnd: number
}

type Step = { pos: number; sure: boolean; unit?: boolean; closed?: boolean; capital?: boolean } | undefined

/** One office serves two bodies: `Văn phòng HĐND và UBND xã`, `Văn phòng Đoàn ĐBQH và HĐND tỉnh`. */
const servedAt =
  /(?:(?:Đoàn (?:ĐBQH|đại biểu Quốc hội)|HĐND|Hội đồng nhân dân|Đảng ủy) ?(?:và|&|-|,) ?)+(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân)(?![\p{L}\p{M}])/uy

/** One body in each of them: `Tổ chức pháp chế thuộc Bộ, cơ quan ngang Bộ và cơ quan thuộc Chính phủ`. */
const ministriesAt =
  /thuộc (?:các )?[Bb]ộ, cơ quan ngang [Bb]ộ(?:,(?: và)?| và)(?: các)? cơ quan thuộc Chính phủ(?![\p{L}\p{M}])/uy

/** `Ban Quản lý dự án đầu tư xây dựng số 1`: one of several of its kind. A document's number goes on with a stroke. */
const numberAt = /số \d{1,2}(?![\d/.-])/uy

const readStep = (text: string, at: number, pos: number, next: number, state: State): Step => {
  if (/(?:Văn phòng|VP) $/u.test(text.slice(Math.max(at, next - 10), next))) {
    const served = matchEnd(servedAt, text, next)
    if (served >= 0) return { pos: served, sure: true }
  }
  const ministries = matchEnd(ministriesAt, text, next)
  if (ministries >= 0) return { pos: ministries, sure: true, closed: true }
  const field = matchEnd(fieldAt, text, next)
  if (field >= 0) return { pos: field, sure: true, closed: true }
  const number = state.kind === 'body' && state.closed ? matchEnd(numberAt, text, next) : -1
  if (number >= 0) return { pos: number, sure: true, closed: true }
  const bracket = matchEnd(bracketAt, text, pos)
  if (bracket >= 0) return readAfterBracket(text, bracket)
  const connector = matchEnd(connectorAt, text, pos)
  if (connector >= 0) return readAfterConnector(text, at, connector, state)
  const dash = matchEnd(dashAt, text, pos)
  if (dash >= 0 && text[next] === '-') {
    // `các sở - ngành`, `các quận - huyện`: a dash where others write a comma.
    const unit = state.afterUnit ? matchEnd(UNIT_NOUNS, text, dash) : -1
    if (unit >= 0 && /\p{Ll}/u.test(text[dash] ?? '')) return { pos: unit, sure: true, unit: true }
    // `Vụ Pháp luật dân sự - kinh tế có trách nhiệm …`: the second half in small letters, then what is to be done.
    if (state.kind !== 'group' && endsBeforeDuty(text, dash)) return { pos: dash, sure: false }
    const branch = /^(?:Chi|CN) nhánh/u.test(text.slice(dash, dash + 9))
    return CAPITAL.test(text[dash] ?? '') && (branch || !findHead(text, dash))
      ? { pos: dash, sure: false }
      : undefined
  }
  const word = matchEnd(WORD_AT, text, next)
  if (word < 0) return undefined
  if (CAPITAL.test(text[next] ?? '')) return readCapital(text, at, next, word, state)
  return readSmall(text, next, word, state)
}

const endsBeforeDuty = (text: string, at: number): boolean => {
  const words = /^(?:\p{Ll}[\p{L}\p{M}]* ){1,3}/u.exec(text.slice(at, at + 40))?.[0] ?? ''
  return listMatches(words, / /gu).some((gap) => matchEnd(strongAt, text, at + gap.index + 1) >= 0)
}

/** A bracket inside a name is kept only when the name plainly goes on: `Ủy ban nhân dân (UBND) tỉnh`. */
const readAfterBracket = (text: string, bracket: number): Step => {
  const after = skipSpace(text, bracket)
  return matchEnd(levelAt, text, after) >= 0 ? { pos: bracket, sure: false } : undefined
}

const readAfterConnector = (text: string, at: number, after: number, state: State): Step => {
  if (!state.afterUnit) {
    const opensDivision =
      state.kind === 'body' &&
      /^(?:Bộ|Sở|Ban|Cục|Tổng cục|Chi cục|Vụ|Viện|Trung tâm|Phòng)(?![\p{L}\p{M}])/u.test(
        text.slice(at, at + 10),
      )
    const plain = CAPITAL.test(text[after] ?? '') && !findHead(text, after)
    const sign = text[after - 1] ?? ''
    const joined = sign === '&' || sign === '/'
    const levelBefore = /(?:tỉnh|phố|huyện|xã|phường)\s*(?:,|và)\s*$/u.test(
      text.slice(Math.max(at, after - 14), after),
    )
    if (plain && (opensDivision || joined) && !levelBefore) return { pos: after, sure: false }
    return readNamedUnit(text, at, after)
  }
  const levels = matchEnd(levelsAt, text, after)
  if (levels >= 0 && /[Cc]ác (?:ngành|cấp),\s*$/u.test(text.slice(at, after)))
    return { pos: levels, sure: true, unit: true }
  const unit = matchEnd(UNIT_NOUNS, text, after)
  if (unit < 0 || (/^\p{Lu}/u.test(text[after] ?? '') && matchEnd(postAt, text, after) >= 0)) return undefined
  if (/^[Cc]ác /u.test(text.slice(after, after + 4)) && /,\s*$/u.test(text.slice(at, after))) return undefined
  if (isLiaisonTail(text, at, after)) return undefined
  // `Ủy ban nhân dân các tỉnh, thành phố và các cơ quan thanh tra`: a group of its own behind those that have governments.
  if (
    !state.isGroup &&
    /^các (?:cơ quan|đơn vị|tổ chức|sở|doanh nghiệp|[Đđ]oàn thể)(?![\p{L}\p{M}])/u.test(
      text.slice(after, after + 16),
    )
  )
    return undefined
  if (matchEnd(NEW_MEMBER, text, after) >= 0 && !isBareFirms(text, after, unit)) return undefined
  const body = findHead(text, after)
  if (body?.kind === 'body' && body.end > unit) return undefined
  const capitalBody = /^\p{Lu}/u.test(text[after] ?? '') && /^ ?\p{Lu}/u.test(text.slice(unit, unit + 2))
  return capitalBody ? undefined : { pos: unit, sure: true, unit: true }
}

/** `các ngành, các cấp`: one set phrase, not two names. */
const levelsAt = /các (?:cấp(?! ủy| chính)|ngành|địa phương)(?![\p{L}\p{M}])/uy

const namedUnitAt = /(?:thị xã|thành phố|TP\.?|quận|huyện|đặc khu)(?= \p{Lu})/uy

/** `Ủy ban nhân dân các huyện, thị xã Hải An và thành phố Mẫu`: the towns of the group stand by name. */
const readNamedUnit = (text: string, at: number, after: number): Step => {
  if (!/\scác (?:huyện|quận|thị xã)(?![\p{L}\p{M}])/u.test(text.slice(at, after))) return undefined
  const unit = matchEnd(namedUnitAt, text, after)
  return unit >= 0 ? { pos: unit, sure: true, unit: true } : undefined
}

/** A group with a name of its own, not one more noun of the same group. */
const NEW_MEMBER =
  /(?:các )?(?:(?:tổ chức|đoàn thể) chính trị|cơ quan (?:ngang|thuộc|trực thuộc|báo chí|thông tấn)|tổ chức Hội|doanh nghiệp (?!,))/uy

/** `… và cơ quan liên quan` after a named group is a phrase of its own. */
const isLiaisonTail = (text: string, at: number, after: number): boolean =>
  /^(?:các )?(?:(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương),?(?: và)? ?){1,4}(?:có )?liên quan/u.test(
    text.slice(after, after + 80),
  ) &&
  !/^(?:(?:[Cc]ác |[Nn]hững )?(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương|bộ|và|,|\s)+)$/iu.test(
    text.slice(at, after),
  )

/** `các cơ quan, đơn vị, doanh nghiệp phản hồi về …`: firms as such, and what they do. */
const isBareFirms = (text: string, at: number, end: number): boolean =>
  text.startsWith('doanh nghiệp', at) && matchEnd(predicateAt, text, skipSpace(text, end)) >= 0

/** A finished name run together with the sentence after it: `… trên địa bàn xã Căn cứ Kế hoạch này`. */
const NEW_SENTENCE =
  /(?:Căn cứ|Chủ trì|Phối hợp|Chủ động|Thực hiện|Tham mưu|Tổ chức|Xây dựng|Tiếp tục|Tăng cường|Theo|Chỉ đạo|Rà soát|Đẩy mạnh|Trên cơ sở|Phân công|Hướng dẫn|Triển khai|Khẩn trương|Nghiêm túc|Kịp thời|Thường xuyên|Tập trung|Đôn đốc|Nâng cao|Quán triệt|Tuyên truyền|Đề xuất|Bố trí)(?= \p{Ll})/uy

const RUN_ON = /(?:đặc khu|xã|phường|ngành|huyện) (?:Sở|UBND|Ủy ban nhân dân|Công an)(?![\p{L}\p{M}])/u

const readCapital = (text: string, at: number, next: number, word: number, state: State): Step => {
  const repeated = /^(?:Sở|UBND|Ủy ban nhân dân|Công an)(?![\p{L}\p{M}])/u.exec(
    text.slice(next, next + 20),
  )?.[0]
  if (repeated && text.slice(at, next).startsWith(repeated)) return undefined
  // `UBND xã, phường, đặc khu` + `Sở Tài chính` in one cell: the next name of the list.
  if (state.afterUnit && state.kind !== 'post' && RUN_ON.test(text.slice(Math.max(at, next - 9), next + 20)))
    return undefined
  const committee = /^(?:UBND|Ủy ban nhân dân)/u.test(text.slice(next, next + 16))
  if (committee && /(?:cơ quan|địa phương|Bộ|ngành|đơn vị) $/u.test(text.slice(at, next))) return undefined
  if (text[next] === '"' || (state.closed && matchEnd(NEW_SENTENCE, text, next) >= 0)) return undefined
  const party = /^(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) (?:ủy|đoàn)(?![\p{L}\p{M}])/u.exec(
    text.slice(next, next + 14),
  )
  // `Bí thư Tỉnh ủy, Thành ủy`: one post at the head of either.
  if (party) return { pos: next + party[0].length, sure: true, closed: true, unit: state.kind === 'post' }
  const level = matchEnd(levelAt, text, next)
  if (level >= 0) return { pos: level, sure: true, closed: true }
  return { pos: word, sure: true, capital: true }
}

/** `Cục Kết cấu hạ tầng xây dựng tham mưu …`, `7. Cục Kinh tế - Quản lý đầu tư xây dựng`: a field that could be a verb. */
const fieldLikeAt =
  /(?:quản lý |đầu tư |công trình |hạ tầng )*(?:xây dựng|đầu tư)(?=\s*$| (?:tham mưu|chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|chủ động|khẩn trương|tiếp tục|căn cứ)(?![\p{L}\p{M}]))/uy

/** Small words that never make a compound with the capital before them. */
const FUNCTION_WORD =
  /^(?:có|để|là|về|trong|tại|với|cho|đến|từ|khi|nếu|do|bằng|như|theo|trước|sau|qua|không|được|đã|đang|sẽ|tự|cùng|và)$/u

const readSmall = (text: string, next: number, word: number, state: State): Step => {
  const before = text.slice(Math.max(0, next - 9), next)
  if (next <= state.headEnd + 1 || /(?:^| )[Bb]an $/u.test(before)) {
    const inner = matchEnd(INNER_AT, text, next)
    if (inner >= 0 && !state.isGroup) return { pos: inner, sure: true }
  }
  if (before.endsWith('Ban Chỉ ') && /^(?:đạo|huy)$/u.test(text.slice(next, word)))
    return { pos: word, sure: true }
  if (/(?:[Cc]hỉ đạo|BCĐ) $/u.test(before)) {
    const steered = matchEnd(STEERED_AT, text, next)
    if (steered >= 0) return { pos: steered, sure: true }
  }
  const unit = matchEnd(UNIT_NOUNS, text, next)
  if (state.isGroup) {
    const modifier = matchEnd(groupModifierAt, text, next)
    if (modifier >= 0 && !isPredicateRun(text, next, modifier)) {
      return { pos: modifier, sure: !/(?:của|thuộc|trong)$/u.test(text.slice(next, modifier)), unit: true }
    }
  }
  if (unit >= 0 && !text.startsWith('tổ chức', next))
    return { pos: unit, sure: true, unit: true, closed: true }
  const level = matchEnd(levelAt, text, next)
  if (level >= 0) return { pos: level, sure: true, unit: true, closed: true }
  if (text.startsWith('làm', next) && text.slice(Math.max(0, next - 5), next) === 'việc ')
    return { pos: word, sure: true }
  if (matchEnd(strongAt, text, next) >= 0) return undefined
  const fieldLike = state.kind === 'body' ? matchEnd(fieldLikeAt, text, next) : -1
  if (fieldLike >= 0) return { pos: fieldLike, sure: true, closed: true }
  const weak = matchEnd(weakAt, text, next)
  if (weak >= 0 && !(weak === word && state.capitals === 1 && !FUNCTION_WORD.test(text.slice(next, word))))
    return undefined
  if (/^(?:của|các|ở|những)$/u.test(text.slice(next, word))) {
    return { pos: word, sure: false, unit: state.isGroup || state.afterUnit }
  }
  if (state.closed && !state.isGroup) return undefined
  const compound = state.capitals === 1 && state.lowRun === 0
  return state.lowRun < 4
    ? { pos: word, sure: compound || (!state.isGroup && state.lowRun < 3), unit: state.isGroup }
    : undefined
}

/** `quản lý`, `sử dụng` … belong to a group's name only when a sure predicate still follows them. */
const isPredicateRun = (text: string, next: number, modifierEnd: number): boolean => {
  if (matchEnd(weakAt, text, next) < 0 || /liên quan|báo chí|đại chúng/u.test(text.slice(next, modifierEnd)))
    return false
  if (/^(?:được|trong|thuộc)/u.test(text.slice(next, next + 5))) return false
  const rest = text.slice(modifierEnd, modifierEnd + 120)
  const stop = rest.search(/[.;:]/u)
  const near = stop < 0 ? rest : rest.slice(0, stop)
  return !STRONG_NEAR.test(near) && !(stop >= 0 && rest[stop] === ':' && stop < 60)
}
const STRONG_NEAR =
  /(?:có trách nhiệm|chịu trách nhiệm|phải|chủ động|căn cứ|khẩn trương|nghiêm túc|tăng cường|theo chức năng)/u
