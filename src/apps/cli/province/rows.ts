/** One row a line, so that a change of data is a change of one line: `{ …head, "key": [rows] }`, or rows alone. */
export const printRows = (
  head: Readonly<Record<string, unknown>> | undefined,
  key: string,
  rows: readonly unknown[],
): string => {
  const lines = rows.map((row) => JSON.stringify(row))
  if (head === undefined) return `[\n${lines.join(',\n')}\n]\n`
  const before = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  )
  return `{\n${before.join('')}${JSON.stringify(key)}: [\n${lines.join(',\n')}\n]\n}\n`
}
