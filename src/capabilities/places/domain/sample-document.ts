/**
 * The source of a sample document: paragraphs one a line, and marks for what a page has beside them.
 *
 *   @left A | B          the two columns of the letterhead (Decree 30/2020, article 8)
 *   @right C | D
 *   @title E | F         centred and bold
 *   @recipients G | H    the two columns of the foot
 *   @sign I | J
 *   @page                a new page
 *   | a | b |            a row of a table; the row of dashes below the first makes it the head
 */
export type SamplePart =
  | { readonly kind: 'letterhead'; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'foot'; readonly recipients: readonly string[]; readonly sign: readonly string[] }
  | { readonly kind: 'page' }

const cells = (text: string): string[] => text.split('|').map((cell) => cell.trim())
const toRow = (line: string): string[] => cells(line.replace(/^\||\|$/gu, ''))

/** Parts of a sample in their order; an unknown mark is a paragraph, so that nothing is lost. */
export const toSampleParts = (source: string): SamplePart[] => {
  const parts: SamplePart[] = []
  let left: string[] = []
  let recipients: string[] = []
  for (const line of source.split('\n').map((one) => one.trim())) {
    const [, mark, rest = ''] = /^@(left|right|title|recipients|sign|page)(?: (.*))?$/u.exec(line) ?? []
    const last = parts.at(-1)
    if (mark === 'left') left = cells(rest)
    else if (mark === 'right') parts.push({ kind: 'letterhead', left, right: cells(rest) })
    else if (mark === 'title') parts.push({ kind: 'title', lines: cells(rest) })
    else if (mark === 'recipients') recipients = cells(rest)
    else if (mark === 'sign') parts.push({ kind: 'foot', recipients, sign: cells(rest) })
    else if (mark === 'page') parts.push({ kind: 'page' })
    else if (/^\|(?:-+\|)+$/u.test(line)) continue
    else if (line.startsWith('|')) {
      if (last?.kind === 'table')
        parts[parts.length - 1] = { kind: 'table', rows: [...last.rows, toRow(line)] }
      else parts.push({ kind: 'table', rows: [toRow(line)] })
    } else if (line !== '') parts.push({ kind: 'paragraph', text: line })
  }
  return parts
}

/** A heading: a Roman section, or a short numbered line that ends without a stop. */
export const isSampleHeading = (text: string): boolean =>
  /^[IVX]+\. /u.test(text) || (/^\d+\. /u.test(text) && text.length < 90 && !/[.;:,]$/u.test(text))

const toLines = (part: SamplePart): string[] => {
  switch (part.kind) {
    case 'letterhead':
      return [...part.left, ...part.right, '']
    case 'title':
      return [...part.lines, '']
    case 'paragraph':
      return [part.text]
    case 'table':
      return part.rows.map((row) => `| ${row.join(' | ')} |`)
    case 'foot':
      return ['', ...part.recipients, '', ...part.sign]
    case 'page':
      return ['']
  }
}

/** The sample as plain text. */
export const toSampleText = (parts: readonly SamplePart[]): string => `${parts.flatMap(toLines).join('\n')}\n`
