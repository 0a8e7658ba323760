/**
 * Names of clauses as amending documents write them: "điểm b khoản 2 Mục III", "các khoản 2, 3 và 5 Mục III",
 * "gạch đầu dòng thứ nhất khoản 1 Mục II" (Nghị định 30/2020/NĐ-CP, phụ lục I: phần, chương, mục, điều, khoản, điểm).
 */

/** One step of a name: `Mục III` is `III`, a dash is `-` and its place, an annex `PL` and its number. */
type Step = { readonly rank: number; readonly labels: readonly string[] }

/** A clause by its labels, the outermost first. */
export type NamedClause = readonly string[]

/** The outer a part of a document, the lower its rank. */
const RANKS: Readonly<Record<string, number>> = {
  'phụ lục': 0,
  phần: 1,
  chương: 2,
  mục: 3,
  'tiểu mục': 4,
  điều: 4,
  khoản: 5,
  điểm: 6,
  tiết: 7,
  'gạch đầu dòng': 8,
  'đầu dòng': 8,
  ý: 8,
}
const WORDS = Object.keys(RANKS)
  .toSorted((a, b) => b.length - a.length)
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join('|')
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const LABEL = String.raw`(?<![\p{L}\d])(?:[IVX]{1,5}(?:\.\d{1,2}(?:\.[a-zđ])?){0,3}|\d{1,3}(?:\.\d{1,2}){0,3}|[A-HĐ]|[a-zđ]|thứ\s+(?:\d{1,2}|\p{L}{2,4}))(?![\p{L}\d/])`
const QUOTED = String.raw`[“"(]?(?:${LABEL})[”"]?\)?`
const STEP = new RegExp(
  String.raw`(?<![\p{L}])(${WORDS})\s+(?:số\s+)?(${QUOTED}(?:(?:\s*[,;]\s*|\s+và\s+)${QUOTED})*)`,
  'gu',
)

/** What a clause name can begin with; for the patterns of amending sentences. */
export const CLAUSE_WORDS = `(?:${WORDS})\\s+(?:số\\s+)?${QUOTED}`

const toLabel = (printed: string, word: string): string => {
  const bare = printed
    .replace(/[“”"()]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const ordinal = /^thứ (.+)$/u.exec(bare)?.[1]
  const number = ordinal === undefined ? bare : String(ORDINALS.indexOf(ordinal) + 1 || ordinal)
  if (word.endsWith('đầu dòng') || word === 'ý') return `-${number}`
  return word === 'điều' ? `Điều ${number}` : number
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const toAnnex = (label: string): string => {
  const number = ROMANS.indexOf(label) + 1 || Number(label)
  return number > 1 ? `PL${number}` : 'PL'
}

const listSteps = (text: string): { step: Step; end: number; start: number }[] =>
  [...text.matchAll(STEP)].map((match) => {
    const word = (match[1] ?? '').toLowerCase()
    const labels = [...(match[2] ?? '').matchAll(new RegExp(LABEL, 'gu'))].map(([label]) =>
      word === 'phụ lục' ? toAnnex(label) : toLabel(label, word),
    )
    return {
      step: { rank: RANKS[word] ?? 9, labels },
      start: match.index,
      end: match.index + match[0].length,
    }
  })

/** `III.2` names two steps at once; `1.2` is one label as often as two. */
const split = (label: string): readonly string[] => (/^[IVX]+\./u.test(label) ? label.split('.') : [label])

/**
 * The clauses that a sentence names, each from its outermost part. Parts are written from the innermost outwards
 * ("điểm b khoản 2 Mục III") or, with commas, from the outermost inwards ("Mục III, khoản 2, điểm b").
 */
export const listNamedClauses = (sentence: string): NamedClause[] => {
  const steps = listSteps(sentence)
  const inwards =
    steps.length > 1 &&
    steps.every((one, i) => i === 0 || one.step.rank > (steps[i - 1]?.step.rank ?? 9)) &&
    steps.every((one, i) => i === 0 || /^[\s,.]*$/u.test(sentence.slice(steps[i - 1]?.end ?? 0, one.start)))
  if (inwards) return expand(steps.map((one) => one.step))
  const named: NamedClause[] = []
  let run: Step[] = []
  for (const [i, { step, start }] of steps.entries()) {
    const last = run.at(-1)
    const between = sentence.slice(steps[i - 1]?.end ?? 0, start)
    const isListed = /^\s*(?:[,;]|và(?!\p{L}))/u.test(between)
    // "khoản 5 vào sau khoản 4 Mục III" names two places.
    const isApart = isListed || /sau|trước/u.test(between)
    if (last && step.rank === last.rank && isListed && run.length === 1) {
      run = [{ ...step, labels: [...last.labels, ...step.labels] }]
    } else if (last && (step.rank > last.rank || (step.rank === last.rank && isApart))) {
      named.push(...expand(run.toReversed()))
      run = [step]
    } else run.push(step)
  }
  return run.length > 0 ? [...named, ...expand(run.toReversed())] : named
}

/** Every way through the labels: `điểm a, b khoản 2` names two clauses. */
const expand = (steps: readonly Step[]): NamedClause[] =>
  steps.reduce<NamedClause[]>(
    (found, step) => found.flatMap((one) => step.labels.map((label) => [...one, ...split(label)])),
    [[]],
  )

interface Placed {
  readonly path: string
  readonly depth: number
}

/** What a clause is called below its parent: `III.2` under `III` is `2`; the second of two alike is `2` as well. */
const ownLabel = (path: string, parent: string): string =>
  (parent === '' ? path : path.slice(parent.length + 1)).replace(/#\d+$/u, '').replace(/^\((.+)\)$/u, '$1')

/**
 * The path of a named clause in the outline of a plan; undefined when the plan has no such clause, or several.
 * Parts in between may be left out: "khoản 2 Mục III" is found under a "Phần B" that the name does not mention.
 */
export const findClausePath = (outline: readonly Placed[], named: NamedClause): string | undefined => {
  let scope = { path: '', depth: 0 }
  let index = -1
  if (named.length === 0) return undefined
  for (let at = 0; at < named.length; at++) {
    const found = findBelow(outline, index, scope, named[at] ?? '')
    if (found === undefined) return undefined
    index = found
    scope = outline[found] ?? scope
  }
  return scope.path
}

/** The one clause of that label at the least depth below another. */
const findBelow = (
  outline: readonly Placed[],
  index: number,
  scope: Placed,
  label: string,
): number | undefined => {
  const parents: string[] = []
  parents[scope.depth] = scope.path
  const found: { index: number; depth: number }[] = []
  for (let i = index + 1; i < outline.length; i++) {
    const clause = outline[i]
    if (!clause || clause.depth <= scope.depth) break
    parents[clause.depth] = clause.path
    const parent = parents[clause.depth - 1] ?? scope.path
    const own = ownLabel(clause.path, parent)
    // `1.2` under `1` is printed whole and kept short in the path.
    const whole = `${ownLabel(parent, parents[clause.depth - 2] ?? '')}.${own}`
    if (own === label || whole === label) found.push({ index: i, depth: clause.depth })
  }
  const least = Math.min(...found.map((one) => one.depth))
  const nearest = found.filter((one) => one.depth === least)
  return nearest.length === 1 ? nearest[0]?.index : undefined
}
