import type { Span } from '../contract.ts'
import { CLAUSE_WORDS, listNamedClauses, type NamedClause } from './clause-name.ts'
import { readRewording, withoutQuotes, type Rewording } from './rewording.ts'

/**
 * The sentences by which a document amends another, and the new words that follow each: "Sửa đổi, bổ sung khoản 2
 * Mục III như sau: “…”", "Khoản 2 Mục III được sửa đổi như sau: …", "Bãi bỏ điểm b khoản 1 Mục II.", "Bổ sung khoản 5
 * vào sau khoản 4 Mục III như sau: …" (Nghị định 78/2025/NĐ-CP, phụ lục về trình bày văn bản sửa đổi, bổ sung).
 *
 * `replace`: the clause reads anew as a whole; `revise`: some of its words do; `add`: something joins it; `end`: it
 * is gone; `note`: single words, names or dates change, or what changes is not plain; a person looks, unless the words
 * are plainly told (`rewording`): then the plan decides whether they change (`reword`).
 */
export type AmendingVerb = 'replace' | 'revise' | 'add' | 'end' | 'reword' | 'note'

export interface AmendingSentence {
  readonly verb: AmendingVerb
  /** Without its marker and the words after "như sau". */
  readonly words: string
  readonly clauses: readonly NamedClause[]
  /** It changes single words, of the clauses or, where it names none, of the whole plan. */
  readonly isOfWords: boolean
  readonly rewording: Rewording | undefined
  /** From the marker to the colon or the full stop. */
  readonly span: Span
  /** The new words without the marks of quotation; undefined when there are none. */
  readonly content: Span | undefined
}

const MARKER = String.raw`(?:Điều\s+\d{1,3}\s*[.:]|[IVX]{1,5}\s*[.)]|\d{1,2}(?:\.\d{1,2}){0,2}\s*[.)]?|[a-zđ]\s*[.)]|\([\da-zđ]{1,2}\)|[-+•])`
const START = String.raw`(?<=^|\n)([ \t\u00a0]*(?:${MARKER})?[ \t\u00a0]*)`
const AMEND = String.raw`(?:[Ss]ửa\s+đổi(?:\s*(?:,|và|/)\s*bổ\s+sung)?|[Bb]ổ\s+sung|[Đđ]iều\s+chỉnh(?:\s*(?:,|và)\s*bổ\s+sung)?|[Tt]hay\s+thế|[Tt]hay(?=\s+(?:các\s+)?(?:cụm\s+)?từ\s)|[Bb]ãi\s+bỏ|[Hh](?:ủy|uỷ)\s+bỏ|[Ll]ược\s+bỏ|[Bb]ỏ)`
const VERB_FIRST = new RegExp(
  String.raw`${START}(${AMEND})(?![\p{L}])([^\n:]{0,160}?)(${CLAUSE_WORDS})`,
  'gu',
)
const CLAUSE_FIRST = new RegExp(
  String.raw`${START}((?:Tại\s+)?${CLAUSE_WORDS}[^\n:“"]{0,160}?)[\s,]*(?:được\s+|nay\s+)?(${AMEND})(?![\p{L}])`,
  'gu',
)
/** "Thay thế cụm từ “…” bằng cụm từ “…” tại toàn bộ Kế hoạch": words of the whole plan, no clause named. */
const WORDS_FIRST = new RegExp(
  String.raw`${START}(${AMEND})(?=\s+(?:các\s+)?(?:cụm\s+từ|từ\s+ngữ|từ)(?:\s+ngữ)?\s+[“"])()`,
  'gu',
)
/** Where a sentence ends: a colon, a full stop or a semicolon before a space, an empty line, or the first quotation. */
const SENTENCE_END = /[:;.](?=\s|$)|:(?=\s*[“"])|\n\s*\n|$/u
const MOST = 500

const WHOLE =
  /^(?:\s|,|toàn\s+bộ|nội\s+dung|quy\s+định|tại|của|các|đối\s+với|thêm|mới|như\s+sau|vào|cho|ở)*$/u
const SOME = /một\s+số/u

/** What is done to the clause; what is between verb and clause says whether it is the clause that is meant. */
const toVerb = (verb: string, between: string, sentence: string): AmendingVerb => {
  const verbs = new Set(
    [...sentence.matchAll(new RegExp(AMEND, 'gu'))].map(([one]) => classify(one.toLowerCase())),
  )
  // Two things at once, or single words: only a person can tell what becomes of what.
  if (verbs.size > 1 || /cụm\s+từ|từ\s+ngữ|bằng\s+(?:từ|cụm)|[“"]/u.test(sentence)) return 'note'
  const kind = classify(verb.toLowerCase())
  if (kind === 'add') return 'add'
  if (SOME.test(between)) return kind === 'end' ? 'note' : 'revise'
  if (WHOLE.test(between)) return kind
  return kind === 'end' ? 'note' : 'revise'
}

const classify = (verb: string): 'replace' | 'add' | 'end' => {
  if (/^bổ\s+sung$/u.test(verb)) return 'add'
  return verb.endsWith('bỏ') ? 'end' : 'replace'
}

interface Head {
  readonly verb: AmendingVerb
  readonly clauses: readonly NamedClause[]
  readonly isOfWords: boolean
  readonly rewording: Rewording | undefined
  readonly words: string
  readonly start: number
  readonly end: number
  readonly marker: string
}

const OF_WORDS = /(?:cụm\s+từ|từ\s+ngữ|(?:thay(?:\s+thế)?|bỏ|bổ\s+sung|bằng)\s+(?:các\s+)?từ)\s+[“"]/iu

const endOfSentence = (text: string, from: number): number => {
  const piece = text.slice(from, from + MOST)
  const match = SENTENCE_END.exec(piece)
  return match ? from + match.index + match[0].trimEnd().length : from + piece.length
}

const toHead = (text: string, start: number, marker: string, verb: string, between: string): Head => {
  const first = start + marker.length
  const end = endOfSentence(text, first)
  const sentence = text.slice(first, end).replace(/\s+/gu, ' ')
  const words = sentence.replace(/[\s,]*(?:như sau)?\s*[:;.]?$/u, '')
  const isOfWords = OF_WORDS.test(words)
  return {
    verb: isOfWords ? 'note' : toVerb(verb, between, sentence),
    clauses: listNamedClauses(isOfWords ? withoutQuotes(words) : words),
    isOfWords,
    rewording: isOfWords ? readRewording(words) : undefined,
    words,
    start: first - marker.trimStart().length,
    end,
    marker: marker.trim(),
  }
}

const listHeads = (text: string): Head[] => {
  const heads = [
    ...[...text.matchAll(VERB_FIRST), ...text.matchAll(WORDS_FIRST)].map(
      ({ index, 1: marker = '', 2: verb = '', 3: between = '' }) =>
        toHead(text, index, marker, verb, between),
    ),
    ...[...text.matchAll(CLAUSE_FIRST)]
      // "Điều 1. Sửa đổi …": the article is of this document.
      .filter(({ index }) => !/^\s*Điều\s+\d{1,3}\s*[.:]\s*\p{Lu}/u.test(text.slice(index, index + 30)))
      .map(({ index, 1: marker = '', 3: verb = '' }) => toHead(text, index, marker, verb, '')),
  ].toSorted((a, b) => a.start - b.start)
  return heads.filter((head, i) => i === 0 || head.start >= (heads[i - 1]?.end ?? 0))
}

const kindOf = (marker: string): string =>
  marker.startsWith('Điều')
    ? 'article'
    : /^[IVX]/u.test(marker)
      ? 'roman'
      : /^\d/u.test(marker)
        ? 'number'
        : /^[a-zđ]/u.test(marker)
          ? 'letter'
          : marker
/** What ends the amending sentences of each kind when it stands outside of a quotation. */
const OUTER: Readonly<Record<string, RegExp>> = {
  roman: /\n\s*(?=Điều\s+\d)/u,
  number: /\n\s*(?=Điều\s+\d+\s*[.:]|[IVX]{1,5}\.\s)/u,
  letter: /\n\s*(?=Điều\s+\d+\s*[.:]|[IVX]{1,5}\.\s)/u,
}

/** The new words after a head, up to `limit`: what is quoted, or everything. */
const findContent = (text: string, head: Head, limit: number): Span | undefined => {
  const rest = text.slice(head.end, limit)
  const lead = /^\s*/u.exec(rest)?.[0].length ?? 0
  const open = rest.charAt(lead)
  if (open === '“' || open === '"') {
    const close = rest.lastIndexOf(open === '“' ? '”' : '"')
    if (close > lead) return { start: head.end + lead + 1, end: head.end + close }
  }
  const outer = OUTER[kindOf(head.marker)]?.exec(rest)
  const end = head.end + (outer?.index ?? rest.length)
  const start = head.end + lead
  return text.slice(start, end).trim() === '' ? undefined : { start, end }
}

/** Every amending sentence of a text, in its order; `until` is where the body ends. */
export const listAmendingSentences = (text: string, until = text.length): AmendingSentence[] => {
  const heads = listHeads(text.slice(0, until))
  const sentences: AmendingSentence[] = []
  let outer: Head | undefined
  heads.forEach((head, i) => {
    const next = heads[i + 1]
    const isTitle = next !== undefined && text.slice(head.end, next.start).trim() === ''
    if (outer && kindOf(head.marker) === kindOf(outer.marker)) outer = undefined
    if (isTitle && kindOf(next.marker) !== kindOf(head.marker) && head.verb !== 'end') {
      outer = head
      return
    }
    const within = outer?.clauses.length === 1 ? (outer.clauses[0] ?? []) : []
    const names = head.clauses.map((named) => (isWithin(named, within) ? named : [...within, ...named]))
    const span = { start: head.start, end: head.end }
    const hasContent = head.verb !== 'end' && /như\s+sau\s*:$|:$/u.test(text.slice(head.start, head.end))
    const content = hasContent ? findContent(text, head, next?.start ?? until) : undefined
    const { verb, words, isOfWords, rewording } = head
    sentences.push({ verb, words, clauses: names, isOfWords, rewording, span, content })
  })
  return sentences
}

const isWithin = (named: NamedClause, outer: NamedClause): boolean =>
  outer.every((label, i) => named[i] === label)
