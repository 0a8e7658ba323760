// Prints what the first page weighs; ends with 1 when it is over the budget.
import { budget, measureFirstPages } from './first-page-size.ts'

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)
const { pages, fonts } = measureFirstPages()
console.log(
  `${'page'.padEnd(12)}${'files'.padStart(7)}${'raw'.padStart(10)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}`,
)
for (const page of pages) {
  console.log(
    `${page.name.padEnd(12)}${String(page.files).padStart(7)}${kb(page.raw)}${kb(page.gzip)}${kb(page.brotli)}`,
  )
}
console.log(`fonts, all three weights: ${kb(fonts).trim()} (budget ${kb(budget.fonts).trim()})`)
console.log(`script and style, gzip: budget ${kb(budget.code).trim()}`)
process.exit(pages.some((page) => page.gzip > budget.code) || fonts > budget.fonts ? 1 : 0)
