import { searchKey } from '../../src/kernel/vietnamese.ts'
import type { OutlineNode, Structure } from '../../src/capabilities/documents/contract.ts'
import type { Expectation, ExpectedTask } from './cases.ts'
import { match, newScore, type Score } from './score.ts'

export const FIELDS = [
  'outline',
  'document',
  'citations',
  'tasks',
  'targets',
  'deadlines',
  'findings',
] as const
export type Field = (typeof FIELDS)[number]

/** One score a field for one document. */
export const compare = (expected: Expectation, found: Structure): Record<Field, Score> => ({
  outline: compareOutline(expected, found),
  document: compareDocument(expected, found),
  citations: match(
    expected.citations.map((c) => c.map((part) => part ?? '-').join(' | ')),
    found.citations.map((c) => [c.type, c.number, c.issuedOn].map((part) => part ?? '-').join(' | ')),
    (a, b) => a === b,
    { of: String, found: String },
  ),
  tasks: compareTasks(expected, found),
  targets: match(
    expected.targets,
    found.targets,
    (e, f) => e.path === basePath(f.path, e.path) && sameNumber(e.comparator, e.value, f.comparator, f.value),
    {
      of: (e) => `${e.path} ${e.about} ${e.comparator} ${JSON.stringify(e.value)} ${e.unit}`,
      found: (f) =>
        `${f.path} ${f.indicator.slice(0, 50)} ${f.comparator} ${JSON.stringify(f.value)} ${f.unit}`,
    },
  ),
  deadlines: match(
    expected.deadlines,
    found.deadlines,
    (e, f) =>
      e.path === basePath(f.path, e.path) &&
      (e.on ?? '') === (f.on ?? '') &&
      (e.recurrence ?? '') === (f.recurrence ?? ''),
    {
      of: (e) => `${e.path} ${e.kind} ${e.on ?? ''} ${e.recurrence ?? ''}`,
      found: (f) => `${f.path} ${f.kind} ${f.on ?? ''} ${f.recurrence ?? ''} ${f.what.slice(0, 50)}`,
    },
  ),
  findings: match(expected.findings, found.findings, (e, f) => e === f.kind, {
    of: String,
    found: (f) => `${f.kind} ${f.paths.join(',')} ${f.message.slice(0, 80)}`,
  }),
})

/** The seeds name items down to the number; a find on a dash below it is on the item. */
const basePath = (found: string, expected: string): string =>
  /[-+]\d+$/u.test(expected) ? found : found.replace(/(?:\.[-+]\d+)+$/u, '') === expected ? expected : found

const sameNumber = (ec: string, ev: unknown, fc: string, fv: unknown): boolean =>
  JSON.stringify(ev) === JSON.stringify(fv) && (ec === fc || ev === null)

const listPaths = (nodes: readonly OutlineNode[]): string[] =>
  nodes.flatMap((node) => [node.path, ...listPaths(node.children)])

const compareOutline = (expected: Expectation, found: Structure): Score => {
  const of = expected.outlineOf
  const paths = listPaths(found.outline).filter((path) => {
    if (!of) return true
    if (/\.[-+]\d/u.test(path)) return false
    const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : ''
    return parent === '' || of.includes(parent)
  })
  return match(expected.outline, paths, (a, b) => a === b, { of: String, found: String })
}

const DOCUMENT_FIELDS = ['type', 'number', 'issuedOn', 'place', 'issuer', 'subject', 'theme'] as const

/** Field by field; a field that the expectation does not name is not asked. */
const compareDocument = (expected: Expectation, found: Structure): Score => {
  const score = newScore()
  const ask = (field: string, wanted: unknown, got: unknown, same: boolean): void => {
    if (wanted === undefined) return
    if (same) score.right++
    else {
      score.missing++
      score.wrong++
      score.misses.push(`≠ ${field}: ${JSON.stringify(wanted)} ← ${JSON.stringify(got)}`)
    }
  }
  const wanted = expected.document
  for (const field of DOCUMENT_FIELDS) {
    const got = found.document[field]
    ask(field, wanted[field], got, sameText(wanted[field], got))
  }
  ask(
    'years',
    wanted['years'],
    found.document.years,
    String(wanted['years']) === String(found.document.years),
  )
  const signatory = (wanted['signatory'] ?? {}) as Record<string, unknown>
  for (const field of ['name', 'title', 'authority'] as const)
    ask(
      `signatory.${field}`,
      signatory[field],
      found.document.signatory[field],
      sameText(signatory[field], found.document.signatory[field]),
    )
  ask(
    'recipients',
    wanted['recipients'],
    found.document.recipients.length,
    wanted['recipients'] === found.document.recipients.length,
  )
  return score
}

/** Without case, tone-mark spelling, "Về việc", and the remarks in brackets that the seeds add. */
const sameText = (wanted: unknown, got: unknown): boolean => {
  if (wanted === null || wanted === undefined) return got === null
  if (typeof wanted !== 'string' || typeof got !== 'string') return false
  const clean = (text: string): string =>
    searchKey(
      text
        .replace(/\((?:number|day) blank\)/u, '')
        .replace(/^(?:Về việc|V\/v|Về)\s/u, '')
        .replaceAll('Ủy ban nhân dân', 'UBND'),
    )
  return clean(wanted) === clean(got)
}

const agencyKey = (name: string): string =>
  searchKey(
    name
      .replaceAll(/UBND/gu, 'Ủy ban nhân dân')
      .replaceAll(/ATGT/gu, 'An toàn giao thông')
      .replaceAll(/GTVT/gu, 'Giao thông vận tải')
      .replaceAll(/MTTQ/gu, 'Mặt trận Tổ quốc')
      .replaceAll(/HĐND/gu, 'Hội đồng nhân dân')
      .replaceAll(/\([^)]*\)/gu, ''),
  )
    .replaceAll(/^(?:de nghi|giao|cac|chu tich|bi thu|giam doc|thu truong) /gu, '')
    .trim()

/** The same agency, or one name within the other. */
export const sameAgency = (a: string, b: string): boolean => {
  const [x, y] = [agencyKey(a), agencyKey(b)]
  return x === y || (Math.min(x.length, y.length) > 4 && (x.includes(y) || y.includes(x)))
}

const sameAgencies = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((one) => b.some((other) => sameAgency(one, other))) &&
  b.every((one) => a.some((other) => sameAgency(one, other)))

const compareTasks = (expected: Expectation, found: Structure): Score => {
  if (expected.tasks) return compareListedTasks(expected.tasks, found)
  const score = newScore()
  for (const [section, count] of Object.entries(expected.taskCounts ?? {})) {
    const own = found.tasks.filter((task) => isUnder(task.path, section)).length
    score.right += Math.min(own, count)
    score.missing += Math.max(0, count - own)
    score.wrong += Math.max(0, own - count)
    if (own !== count) score.misses.push(`≠ tasks in ${section}: ${count} ← ${own}`)
  }
  const listed = (expected.taskAgencies ?? []).map(([path]) => path)
  for (const [path, names, count] of expected.taskAgencies ?? []) {
    const agencies = names.split('; ')
    const own = found.tasks.filter(
      (task) =>
        isUnder(task.path, path) &&
        !listed.some((other) => other !== path && isUnder(other, path) && isUnder(task.path, other)),
    )
    const good = own.filter((task) =>
      agencies.some((a) => task.lead.some((lead) => sameAgency(a, lead))),
    ).length
    if (good !== count)
      score.misses.push(
        `≠ ${path} ${names}: ${count} ← ${good} of ${own.length} ${JSON.stringify(own.map((t) => t.lead.join('; ')))}`,
      )
    score.missing += Math.max(0, count - good)
    score.wrong += Math.max(0, own.length - good)
  }
  return score
}

const isUnder = (path: string, parent: string): boolean => path === parent || path.startsWith(`${parent}.`)

const compareListedTasks = (tasks: readonly ExpectedTask[], found: Structure): Score =>
  match(tasks, found.tasks, (e, f) => e.path === f.path && sameAgencies(e.lead, f.lead), {
    of: (e) => `${e.path} ${e.lead.join('; ')}`,
    found: (f) => `${f.path} ${f.lead.join('; ')}`,
  })
