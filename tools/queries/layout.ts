/** Words that begin a line, at the head of a query or of a query in parentheses. */
const CLAUSE =
  /(?:from|where|group by|having|order by|limit|offset|(?:(?:inner|left|cross) )?join|values|set|on conflict|returning|for update|union(?: all)?|select)(?![a-z_])/uy

/** A quoted name or text, a run of space, a word, or any other sign. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\s+|[a-z_]+|./gu

/** `delete from` and `is distinct from` are no clauses, and what opens a statement stands where it is. */
const isJoined = (line: string): boolean => /(?:^|^delete|\bdistinct|\()\s*$/u.test(line) // ascii: words of SQL

/**
 * Lays a statement out for reading, one clause a line, queries in parentheses further in. Nothing changes but the
 * space between words.
 */
export const layOut = (statement: string): string => {
  const text = statement.trim()
  const lines: string[] = []
  let line = ''
  /** Which of the open parentheses hold a query. */
  const open: boolean[] = []
  let settled = 0
  const breakLine = (): void => {
    lines.push(line.trimEnd())
    line = '  '.repeat(1 + open.filter(Boolean).length)
  }
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    CLAUSE.lastIndex = index
    const clause = index >= settled && open.at(-1) !== false ? CLAUSE.exec(text)?.[0] : undefined
    if (clause !== undefined && !isJoined(line)) {
      breakLine()
      settled = index + clause.length
    }
    if (piece === '(') open.push(/^\(\s*select(?![a-z_])/u.test(text.slice(index)))
    if (piece === ')') open.pop()
    if (!/^\s/u.test(piece)) line += piece
    else if (line.trim() !== '' && !line.endsWith('(')) line += ' '
  }
  return `${[...lines, line.trimEnd()].join('\n')};`
}
