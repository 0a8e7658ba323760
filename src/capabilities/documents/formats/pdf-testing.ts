/** Writes the few bytes of a PDF by hand: what text there is, where, and what is wrong with the file. */

export interface PdfOptions {
  /** Pages without text that show a picture. */
  readonly pictures?: number
  readonly encrypted?: boolean
  /** The table of places at the end points nowhere. */
  readonly brokenTable?: boolean
  /** Pages of words at places and lines between, after the others. */
  readonly drawn?: readonly DrawnPage[]
}

/** Words and lines at their places, in points from the lower left corner. */
export interface DrawnPage {
  readonly words: readonly (readonly [x: number, y: number, text: string])[]
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
}

/** A PDF whose pages have these lines; letters get their meaning from a ToUnicode map, as Word writes it. */
export const makePdf = (
  pages: readonly (readonly string[])[],
  { pictures = 0, encrypted = false, brokenTable = false, drawn = [] }: PdfOptions = {},
): Uint8Array => {
  const drawnWords = drawn.flatMap((one) => one.words.map(([, , text]) => text))
  const letters = [...new Set([...pages.flat(), ...drawnWords].join(''))]
  if (letters.length > 250) throw new Error('too many letters for one font')
  const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0')
  const codeOf = (letter: string): string => hex(letters.indexOf(letter) + 1, 2)
  const map = letters.map((letter, i) => `<${hex(i + 1, 2)}> <${hex(letter.charCodeAt(0), 4)}>`)
  const objects: string[] = ['', '']
  const add = (content: string): number => objects.push(content)
  const stream = (dictionary: string, content: string): string =>
    `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`

  const cmap = add(
    stream(
      '',
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <00> <ff> endcodespacerange\n${map.length} beginbfchar\n${map.join('\n')}\nendbfchar endcmap end end`,
    ),
  )
  const names = letters.map((_, i) => `/g${i + 1}`).join(' ')
  const font = add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /FirstChar 1 /LastChar ${letters.length} /Widths [${'500 '.repeat(letters.length)}] /Encoding << /Type /Encoding /Differences [1 ${names}] >> /ToUnicode ${cmap} 0 R >>`,
  )
  const image = add(
    stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'x',
    ),
  )
  const kids: number[] = []
  const page = (content: string): void => {
    const contents = add(stream('', content))
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /Font << /F ${font} 0 R >> /XObject << /I ${image} 0 R >> >> >>`,
      ),
    )
  }
  for (const lines of pages) {
    const shown = lines.map((line) => `<${[...line].map(codeOf).join('')}> Tj T*`)
    page(`BT /F 8 Tf 12 TL 20 800 Td\n${shown.join('\n')}\nET`)
  }
  for (const { words, lines } of drawn) {
    const shown = words.map(([x, y, text]) => `1 0 0 1 ${x} ${y} Tm <${[...text].map(codeOf).join('')}> Tj`)
    const ruled = lines.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`)
    page(`0.5 w\n${ruled.join('\n')}\nBT /F 8 Tf\n${shown.join('\n')}\nET`)
  }
  for (let i = 0; i < pictures; i++) page('q 500 0 0 700 50 50 cm /I Do Q')
  objects[0] = '<< /Type /Catalog /Pages 2 0 R >>'
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  // A key that no empty password opens.
  const locked = encrypted
    ? add(
        `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`,
      )
    : undefined

  // A file without pictures does not name any.
  const kept = pictures > 0 ? objects : objects.map((one, i) => (i === image - 1 ? 'null' : one))
  let file = '%PDF-1.4\n'
  const places = kept.map((content, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${content}\nendobj\n`
    return at
  })
  const table = brokenTable ? 999_999 : file.length
  file += `xref\n0 ${kept.length + 1}\n0000000000 65535 f \n`
  file += places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const lock = locked === undefined ? '' : ` /Encrypt ${locked} 0 R`
  file += `trailer << /Size ${kept.length + 1} /Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]${lock} >>\nstartxref\n${table}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(file, 'latin1'))
}

/** The leading of a drawn cell. */
const LEADING = 10

/**
 * A table as Word draws it: each cell's lines in the middle of its height. A cell is its lines; `undefined` is the
 * cell above it, grown; `LEFT` is the cell to its left, grown.
 */
export const drawTable = (
  columns: readonly number[],
  top: number,
  rows: readonly (readonly (string | undefined)[])[],
): DrawnPage => {
  const words: [number, number, string][] = []
  const lines: [number, number, number, number][] = []
  const heights = rows.map(
    (row) => 6 + LEADING * Math.max(1, ...row.map((cell) => (cell ?? '').split('\n').length)),
  )
  const tops = heights.map((_, i) => top - heights.slice(0, i).reduce((sum, height) => sum + height, 0))
  const bottomOf = (i: number): number => (tops[i] ?? 0) - (heights[i] ?? 0)
  const at = (column: number): number => columns[column] ?? 0
  for (const [i, row] of rows.entries())
    for (const [column, cell] of row.entries()) {
      if (cell === undefined || cell === LEFT) continue
      let last = i
      while (rows[last + 1] && rows[last + 1]?.[column] === undefined) last++
      let right = column + 1
      while (row[right] === LEFT) right++
      const [y1, y2] = [tops[i] ?? 0, bottomOf(last)]
      lines.push([at(column), y1, at(right), y1], [at(column), y2, at(right), y2])
      lines.push([at(column), y1, at(column), y2], [at(right), y1, at(right), y2])
      const shown = cell.split('\n')
      const first = (y1 + y2) / 2 + ((shown.length - 1) * LEADING) / 2 - 3
      for (const [n, text] of shown.entries())
        if (text !== '') words.push([at(column) + 4, first - n * LEADING, text])
    }
  return { words, lines }
}

/** Stands in a row for the cell to its left, which reaches over this one too. */
export const LEFT = '←'
