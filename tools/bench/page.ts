import { budget, measureFirstPages } from '../first-page-size.ts'
import { format, printTable } from './table.ts'

const kb = (bytes: number): string => format(bytes / 1000)

/** What the first page weighs on the line. */
export const benchPage = (): void => {
  const { pages, fonts } = measureFirstPages()
  printTable(
    'First page, kB',
    ['', 'raw', 'gzip', 'brotli', 'budget (gzip)'],
    [
      ...pages.map(({ name, raw, gzip, brotli }) => ({
        name: `${name}: script, style, page`,
        cells: [kb(raw), kb(gzip), kb(brotli), `≤ ${kb(budget.code)}`],
      })),
      { name: 'fonts of the interface', cells: [kb(fonts), kb(fonts), kb(fonts), `≤ ${kb(budget.fonts)}`] },
    ],
  )
}
