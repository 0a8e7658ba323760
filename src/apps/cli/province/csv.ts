/** A row of a table and the line of the file on which it begins, as an editor counts. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Excel writes commas or semicolons, as the language of Windows has it; a tab is what a copied table has. */
const SEPARATORS = [',', ';', '\t'] as const

const findSeparator = (text: string): string => {
  const header = text.slice(0, text.search(/[\r\n]|$/u))
  const counted = SEPARATORS.map((sign) => ({ sign, times: header.split(sign).length }))
  return counted.reduce((best, one) => (one.times > best.times ? one : best)).sign
}

/**
 * Reads comma-separated values (RFC 4180: quoted cells may hold separators, line breaks and doubled quotes).
 * Rows without any content are left out; a quote that nobody closes is undefined behaviour there and refused here.
 */
export const parseCsv = (text: string): readonly CsvRow[] | { readonly unclosedAt: number } => {
  const separator = findSeparator(text)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let began = 1
  let quotedAt: number | undefined
  const endCell = (): void => {
    cells.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: began, cells })
    cells = []
    began = line
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string
    if (sign === '\n') line++
    if (quotedAt !== undefined) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') cell += text[++i] as string
      else quotedAt = undefined
    } else if (sign === '"' && cell === '') quotedAt = line
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (quotedAt !== undefined) return { unclosedAt: quotedAt }
  endRow()
  return rows
}
