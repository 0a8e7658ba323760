import { FIELDS } from './agency-vocabulary.ts'
import { readBranches } from './agency-branches.ts'
import { findHead, type AgencyKind } from './agency-heads.ts'
import { POSTS } from './agency-posts.ts'
import { predicateAt, readAgencyName } from './agency-names.ts'
import { foldText, isWordStart, listMatches, matchEnd, singleSpaced, wordsAt } from './words.ts'

/** An agency as it is named at one place of a text. Offsets are of the text that was read. */
export interface AgencyMention {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly kind: AgencyKind
}

export interface AgencyList {
  readonly agencies: readonly AgencyMention[]
  /** Where the list ends: what follows is the predicate, a sign, or the end. */
  readonly end: number
}

const fieldAt = wordsAt(FIELDS)
const leadInAt =
  /\s*(?:[-+*•]\s*)?(?:(?:Kính |Trân trọng )?[Đđ]ề nghị(?: các đồng chí)?|[Cc]ác ông(?:,| và)? ?\(?bà\)?:?|Ông \(bà\)|[Gg]iao (?:cho |nhiệm vụ cho )?|[Yy]êu cầu|[Pp]hân công)?\s*/uy
const separatorAt = /\s*(?:[,;/]\s*(?:và|cùng)?|\+|(?:và|cùng với|cùng|hoặc|với)(?![\p{L}\p{M}])|;)\s*/uy

/**
 * Reads a list of agencies from a given place: `Sở A, Sở B và UBND các xã, phường`. Names with inner
 * commas stay whole; `Đề nghị`, `Giao`, `Yêu cầu` before the list are passed over.
 */
export const readAgencyList = (raw: string, at = 0): AgencyList => {
  const text = foldText(raw)
  const agencies: AgencyMention[] = []
  let pos = Math.max(at, matchEnd(leadInAt, text, at))
  let end = at
  for (let guard = 0; guard < 80; guard++) {
    const name = readAgencyName(text, pos)
    if (!name) break
    const spread =
      readSpread(raw, text, name.start, name.end) ??
      readPlaces(raw, text, name) ??
      readMembers(raw, text, name) ??
      readBranches(raw, text, name)
    if (spread) {
      agencies.push(...spread.agencies)
      end = spread.end
    } else if (isTitleOf(text, agencies.at(-1), name) || isSamePartyBody(text, agencies.at(-1), name)) {
      const person = agencies.pop() as AgencyMention
      agencies.push({ ...person, name: cleanName(raw.slice(person.start, name.end)), end: name.end })
      end = name.end
    } else {
      agencies.push({ name: cleanName(raw.slice(name.start, name.end)), ...name })
      end = name.end
    }
    const afterNote = skipNote(text, end)
    const next = matchEnd(separatorAt, text, afterNote)
    const dash = matchEnd(dashAt, text, end)
    if (next >= 0 && findHead(text, next)) pos = next
    else if (dash >= 0 && agencies.at(-1)?.kind === 'post' && findHead(text, dash)?.kind === 'post')
      pos = dash
    else if (/\s/u.test(text[end] ?? '') && isNewName(text, end)) pos = skipSpaces(text, end)
    else {
      if (afterNote > end && !/[\p{L}\p{N}]/u.test(text.slice(afterNote).trim()[0] ?? '')) end = afterNote
      break
    }
  }
  return { agencies, end }
}

/** `Ban Thường vụ Tỉnh ủy, Thành ủy`: one body at the head of either, as its post is. */
const isSamePartyBody = (
  text: string,
  first: AgencyMention | undefined,
  name: { start: number; end: number },
): boolean =>
  first !== undefined &&
  /^(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy$/u.test(text.slice(name.start, name.end)) &&
  /^\s*[,/]\s*$/u.test(text.slice(first.end, name.start)) &&
  /^(?!Đảng)\p{L}.* (?:Tỉnh|Thành|Huyện|Quận|Thị) ủy$/u.test(text.slice(first.start, first.end))

const PERSON = /^(?:[Đđ]ồng chí|Đ\/c|[Ôô]ng|[Bb]à) \p{Lu}/u

/** `Đồng chí Nguyễn Văn A, Phó Giám đốc Sở`, `Trưởng ban - Tổ trưởng`: one person and his post. */
const isTitleOf = (
  text: string,
  person: AgencyMention | undefined,
  name: { start: number; kind: AgencyKind },
): boolean =>
  person !== undefined &&
  name.kind === 'post' &&
  !/^(?:[Đđ]ồng chí|Đ\/c|Các)/u.test(text.slice(name.start, name.start + 9)) &&
  (isSharedPost(text, person, name.start) || /^\s*-\s*$/u.test(text.slice(person.end, name.start))
    ? person.kind === 'post'
    : PERSON.test(text.slice(person.start, person.start + 14)) &&
      /^\s*,\s*$/u.test(text.slice(person.end, name.start)))

/** `Thủ trưởng, Lãnh đạo các đơn vị`, `Giám đốc/Thủ trưởng các sở`: the first post has its body from the second. */
const isSharedPost = (text: string, first: AgencyMention, next: number): boolean =>
  first.kind === 'post' &&
  BARE_POSTS.has(text.slice(first.start, first.end).trim()) &&
  /^\s*[,/]\s*$/u.test(text.slice(first.end, next))

const BARE_POSTS = new Set(POSTS)

/** Two names run together without a comma, as cells of tables do: `Sở A Sở B`. */
const isNewName = (text: string, end: number): boolean =>
  /^\s(?:Sở|UBND|Ủy ban nhân dân|Công an)(?![\p{L}\p{M}])/u.test(text.slice(end, end + 20))

const skipSpaces = (text: string, at: number): number => {
  let pos = at
  while (text[pos] === ' ') pos++
  return pos
}

const dashAt = /\s+-\s+/uy
const noteAt =
  /\s*(?:\([^()]{0,300}\)|từ (?:Trung ương|trung ương|tỉnh|thành phố) (?:đến|xuống) (?:địa phương|cơ sở|xã)(?=\s*[,;]|\s+và ))/uy
const skipNote = (text: string, at: number): number => Math.max(at, matchEnd(noteAt, text, at))

/** `các Bộ: Quốc phòng, Công an, Y tế` names three ministries; each gets its head back. */
const readSpread = (raw: string, text: string, start: number, end: number): AgencyList | undefined => {
  const head = /(?:^|\s)[Cc]ác ([Bb]ộ|[Ss]ở)$/u.exec(text.slice(start, end))
  const bare = /^(?:[Cc]ác )?([Bb]ộ|[Ss]ở)(?:, ngành|, cơ quan)?$/u.exec(text.slice(start, end))
  const colon = /^\s*:\s*/u.exec(text.slice(end, end + 4))
  const word = head?.[1] ?? bare?.[1]
  if (!word || !colon) return undefined
  const post = bare ? '' : text.slice(start, end).replace(/(?:^|\s)[Cc]ác (?:[Bb]ộ|[Ss]ở)$/u, '')
  const prefix = `${post === '' ? '' : `${post} `}${word === 'bộ' || word === 'Bộ' ? 'Bộ' : 'Sở'}`
  const agencies: AgencyMention[] = []
  let pos = end + colon[0].length
  let last = end
  for (let guard = 0; guard < 40; guard++) {
    const field = matchEnd(fieldAt, text, pos)
    if (field < 0) break
    agencies.push({
      name: `${prefix} ${raw.slice(pos, field)}`,
      start: agencies.length === 0 ? start : pos,
      end: field,
      kind: post ? 'post' : 'body',
    })
    last = field
    const next = matchEnd(separatorAt, text, field)
    if (next < 0 || matchEnd(fieldAt, text, next) < 0) break
    pos = next
  }
  return agencies.length > 0 ? { agencies, end: last } : undefined
}

const PLACES = /^\s*:\s*(?=\p{Lu})/u
const placeAt = /\p{Lu}[\p{L}\p{M}\d]*(?:(?: | ?- ?)\p{Lu}[\p{L}\p{M}\d]*){0,4}/uy

/** `UBND các phường: Hòa An, Tân Lập và Núi Xanh`: each ward gets its committee back. */
const readPlaces = (
  raw: string,
  text: string,
  name: { start: number; end: number },
): AgencyList | undefined => {
  const head = /^(.*(?:UBND|(?:Ủy|Uỷ) ban nhân dân)) các (phường|xã|đặc khu|huyện|quận|thị trấn|tỉnh)$/u.exec(
    text.slice(name.start, name.end),
  )
  const colon = head ? PLACES.exec(text.slice(name.end, name.end + 6)) : null
  if (!head || !colon) return undefined
  const prefix = `${raw.slice(name.start, name.start + (head[1]?.length ?? 0))} ${head[2]}`
  const agencies: AgencyMention[] = []
  let pos = name.end + colon[0].length
  for (let guard = 0; guard < 80; guard++) {
    const end = findHead(text, pos) ? -1 : matchEnd(placeAt, text, pos)
    if (end < 0) break
    const printed = raw.slice(pos, end).replace(/\s+/gu, ' ')
    agencies.push({
      name: `${prefix} ${printed}`,
      start: agencies.length === 0 ? name.start : pos,
      end,
      kind: 'body',
    })
    const next = matchEnd(separatorAt, text, end)
    if (next < 0 || findHead(text, next) || matchEnd(placeAt, text, next) < 0) break
    pos = next
  }
  const last = agencies.at(-1)
  return last && agencies.length > 1 ? { agencies, end: last.end } : undefined
}

/** `các tổ chức hội: Hội A, Hội B, Hội C phối hợp …` names the members; the group only announces them. */
const readMembers = (
  raw: string,
  text: string,
  name: { end: number; kind: AgencyKind },
): AgencyList | undefined => {
  const colon = name.kind === 'group' ? /^\s*:\s*/u.exec(text.slice(name.end, name.end + 6)) : null
  if (!colon) return undefined
  const at = name.end + colon[0].length
  if (findHead(text, at)?.kind !== 'body') return undefined
  const list = readAgencyList(raw, at)
  const rest = text.slice(list.end, list.end + 60).trimStart()
  return list.agencies.length > 2 && opensPredicate(rest) ? list : undefined
}

/** A name without notes in brackets, lead-in words and signs at its ends. */
export const cleanName = (name: string): string =>
  singleSpaced(
    name
      .replace(/\s*\([^()]*\)/gu, '')
      .replace(/^(?:Kính )?(?:đề nghị|Đề nghị|Giao|giao|Yêu cầu|yêu cầu)\s+/u, ''),
  ).replace(/^[\s,;:.+*•-]+|[\s,;:.\-/*]+$/gu, '')

/**
 * The agencies of a text that is a list and nothing else: a cell, the value of `Cơ quan phối hợp:`, a
 * heading. What the vocabulary does not know is kept as printed, cut at semicolons and commas.
 */
export const splitAgencies = (raw: string): readonly string[] => {
  const text = singleSpaced(raw).trim()
  if (text === '') return []
  const found: string[] = []
  for (const part of text.split(/\s*[;\n]\s*/u)) {
    if (part.trim() === '') continue
    found.push(...splitPart(part))
  }
  return [...new Set(found.filter((name) => /\p{L}{2}/u.test(name)))]
}

const splitPart = (part: string): string[] => {
  const list = readAgencyList(part, 0)
  if (list.agencies.length === 0) {
    // `VTV, VOV, các địa phương`: letters that stand for a name, before other names.
    const [, letters, others] = /^\s*(\p{Lu}{2,8})\s*,\s*(\S.*)$/su.exec(part) ?? []
    return letters && others ? [letters, ...splitPart(others)] : [cleanName(part)]
  }
  const names = list.agencies.map((agency) => agency.name)
  const rest = part.slice(list.end).replace(/^\s*(?:\([^()]*\)\s*)?/u, '')
  if (/^\s*(?:,|và|;)\s*\S/u.test(rest) && !opensPredicate(foldText(rest.replace(/^\s*(?:,|và|;)\s*/u, ''))))
    names.push(...splitPart(rest.replace(/^\s*(?:,|và|;)\s*/u, '')))
  return names
}

/** True when the text goes on with what somebody must do, not with another name. */
export const opensPredicate = (folded: string): boolean => matchEnd(predicateAt, folded, 0) >= 0

/** All agencies named anywhere in a text, left to right. */
export const findAgencies = (raw: string): readonly AgencyMention[] => {
  const text = foldText(raw)
  const found: AgencyMention[] = []
  const starts = /[\p{Lu}]|(?<![\p{L}\p{M}])(?:các|sở,|cơ quan,)(?= )/gu
  let last = 0
  for (const match of listMatches(text, starts)) {
    const at = match.index
    if (at < last || !isWordStart(text, at)) continue
    const name = readAgencyName(text, at)
    if (!name) continue
    found.push({ name: cleanName(raw.slice(name.start, name.end)), ...name })
    last = name.end
  }
  return found
}

const LIAISON =
  /^(?:[Cc]ác |[Nn]hững )?(?:(?:cơ quan|đơn vị|tổ chức|địa phương|sở|ban|ngành|bộ|bên|cơ quan chức năng),?(?: và)? ?)+(?:có )?liên quan(?: khác)?$/iu

/** `các cơ quan liên quan`: a phrase that names nobody; it leads only when nobody else does. */
export const isLiaison = (name: string): boolean => LIAISON.test(name.trim())
