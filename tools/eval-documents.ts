// How well the reader reads: precision, recall and F1 per field and document, each miss, speed and growth.
// `npm run eval:documents -- [--only 001,004] [--fields outline,citations] [--quiet] [--folder DIR]`
import path from 'node:path'
import { parseArgs } from 'node:util'
import { noAgencies } from '../src/capabilities/documents/domain/agency-lookup.ts'
import { readDocument } from '../src/capabilities/documents/domain/parse/pipeline.ts'
import { listCases, listOwnCases, type Case } from './eval/cases.ts'
import { compare, FIELDS, type Field } from './eval/compare.ts'
import { addScore, f1, newScore, precision, recall, type Score } from './eval/score.ts'
import { printGrowth, printSpeed } from './eval/speed.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    fields: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
})

// The tools run bundled from a cache folder: the checkout is where npm was called.
const root = process.env['INIT_CWD'] ?? process.cwd()
const shared = process.env['BINHAN_SHARED'] ?? path.join(root, '../shared')
const fields: readonly Field[] = values.fields
  ? FIELDS.filter((field) => values.fields?.split(',').includes(field))
  : FIELDS

const show = (score: Score): string =>
  score.right + score.wrong + score.missing === 0
    ? '      -      '
    : `${percent(precision(score))} ${percent(recall(score))} ${percent(f1(score))}`
const percent = (value: number): string => (value * 100).toFixed(value === 1 ? 0 : 1).padStart(5)

const report = (cases: readonly Case[], title: string): void => {
  if (cases.length === 0) return
  const totals = new Map(fields.map((field) => [field, newScore()]))
  console.log(`\n${title.padEnd(16)}${fields.map((field) => `${field} (P R F1)`.padEnd(20)).join('')}`)
  for (const one of cases) {
    const scores = compare(one.expected, readDocument({ text: one.text, agencies: noAgencies }))
    console.log(`${one.name.padEnd(16)}${fields.map((field) => show(scores[field]).padEnd(20)).join('')}`)
    for (const field of fields) {
      addScore(totals.get(field) as Score, scores[field])
      if (!values.quiet) for (const miss of scores[field].misses) console.log(`    ${field}: ${miss}`)
    }
  }
  console.log(
    `${'all'.padEnd(16)}${fields.map((field) => show(totals.get(field) as Score).padEnd(20)).join('')}`,
  )
}

const all =
  values.folder === undefined
    ? await listCases(shared, root)
    : await listOwnCases(path.resolve(root, values.folder))
const cases = all.filter(
  (one) => values.only === undefined || values.only.split(',').some((name) => one.name.endsWith(name)),
)
if (cases.length === 0)
  console.log(
    values.folder === undefined
      ? `No documents found under ${shared}: set BINHAN_SHARED.`
      : `No expectations found under ${values.folder}.`,
  )
report(
  cases.filter((one) => one.name.startsWith('source')),
  'Sources',
)
report(
  cases.filter((one) => one.name.startsWith('practice')),
  'Practice',
)
report(
  cases.filter((one) => one.name.startsWith('invented')),
  'Invented',
)
report(
  cases.filter((one) => one.name.startsWith('own')),
  'Own',
)
if (values.only === undefined && values.folder === undefined && cases.length > 0) {
  printSpeed(cases.map((one) => one.text))
  printGrowth(cases.map((one) => one.text).toSorted((a, b) => b.length - a.length)[0] ?? '')
}
