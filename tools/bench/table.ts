import os from 'node:os'

/** Figures in the order in which they were measured. */
export interface Row {
  readonly name: string
  readonly cells: readonly string[]
}

export const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)

/** The value below which that share of the values lies (nearest rank). */
export const quantile = (values: readonly number[], share: number): number => {
  const order = sorted(values)
  return order[Math.max(0, Math.ceil(share * order.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const format = (value: number, digits = 1): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–'

/** Median, least and most, as each table shows them. */
export const spread = (values: readonly number[], digits = 1): string[] => [
  format(median(values), digits),
  format(Math.min(...values), digits),
  format(Math.max(...values), digits),
]

export const printTable = (title: string, columns: readonly string[], rows: readonly Row[]): void => {
  const lines = [columns, ...rows.map((row) => [row.name, ...row.cells])]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)))
  console.log(`\n${title}`)
  for (const line of lines) {
    const cells = line.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0),
    )
    console.log(`  ${cells.join('  ')}`)
  }
}

/** What the figures were measured on, without the name of the machine. */
export const printMachine = (): void => {
  const cpus = os.cpus()
  const memory = (os.totalmem() / 1024 ** 3).toFixed(0)
  const load = os.loadavg().map((value) => value.toFixed(1))
  console.log(
    `machine: ${cpus[0]?.model ?? 'unknown processor'}, ${cpus.length} cores, ${memory} GB; ` +
      `node ${process.versions.node}, ${process.platform}; load average ${load.join(' ')}`,
  )
}
