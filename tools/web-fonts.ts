/**
 * Cuts the web fonts down to the letters that Vietnamese offices write, so that the first page carries
 * little: all three weights of the interface fit in 60 kB. Runs at build time on the packages' own files.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'

/** Bumped when the recipe below changes, so that a cached font is made again. */
const RECIPE = '3'

const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('')
const LATIN_VOWELS = 'àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ'
const SIGNS = '\u00A0«»·×÷²³°±½§©–—‘’“”…•‹›€−→←↑↓'
const VIETNAMESE =
  'ĂăĐđĨĩŨũƠơƯư₫' +
  Array.from({ length: 0x1ef9 - 0x1ea0 + 1 }, (_, i) => String.fromCodePoint(0x1ea0 + i)).join('')

const LETTERS = { latin: ASCII + LATIN_VOWELS + SIGNS, vietnamese: VIETNAMESE } as const
type Part = keyof typeof LETTERS

/** `unicode-range` of the letters, so that a browser asks for a part only when the page needs it. */
const toUnicodeRange = (letters: string): string => {
  const codes = [...new Set([...letters].map((letter) => letter.codePointAt(0) ?? 0))].sort((a, b) => a - b)
  const ranges: string[] = []
  for (let i = 0; i < codes.length;) {
    let end = i
    while (codes[end + 1] === (codes[end] ?? 0) + 1) end++
    const hex = (at: number): string => (codes[at] ?? 0).toString(16).toUpperCase()
    ranges.push(end === i ? `U+${hex(i)}` : `U+${hex(i)}-${hex(end)}`)
    i = end + 1
  }
  return ranges.join(',')
}

interface Face {
  readonly family: string
  readonly package: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Hints make small text crisp on old Windows screens and double the size: kept where most text is. */
  readonly hinted: boolean
}

const interfaceFaces: readonly Face[] = [400, 500, 600].map((weight) => ({
  family: 'Be Vietnam Pro',
  package: 'be-vietnam-pro',
  weight,
  style: 'normal',
  hinted: weight === 400,
}))

const documentFaces: readonly Face[] = [
  { weight: 400, style: 'normal' as const },
  { weight: 400, style: 'italic' as const },
  { weight: 700, style: 'normal' as const },
].map((face) => ({ ...face, family: 'Noto Serif', package: 'noto-serif', hinted: false }))

const make = async (root: string, outDir: string, face: Face, part: Part): Promise<string> => {
  const name = `${face.package}-${part}-${face.weight}-${face.style}`
  const source = path.join(root, 'node_modules/@fontsource', face.package, 'files', `${name}.woff2`)
  const bytes = fs.readFileSync(source)
  const key = createHash('sha256')
    .update(RECIPE)
    .update(LETTERS[part])
    .update(String(face.hinted))
    .update(bytes)
  const file = path.join(outDir, `${name}-${key.digest('hex').slice(0, 8)}.woff2`)
  if (!fs.existsSync(file)) {
    const subset = await subsetFont(bytes, LETTERS[part], {
      targetFormat: 'woff2',
      keepFeatures: ['tnum', 'kern', 'ccmp', 'locl', 'mark'],
      noHinting: !face.hinted,
    })
    // Beside and then renamed: two builds at once never read half a font.
    fs.writeFileSync(`${file}.${process.pid}`, subset)
    fs.renameSync(`${file}.${process.pid}`, file)
  }
  return [
    '@font-face {',
    `  font-family: '${face.family}';`,
    `  font-style: ${face.style};`,
    `  font-weight: ${face.weight};`,
    '  font-display: swap;',
    `  src: url('./${path.basename(file)}') format('woff2');`,
    `  unicode-range: ${toUnicodeRange(LETTERS[part])};`,
    '}',
  ].join('\n')
}

/** Writes the subset fonts and their two style sheets into the cache folder; returns where they are. */
export const makeWebFonts = async (root: string): Promise<{ interface: string; documents: string }> => {
  const outDir = path.join(root, 'node_modules/.cache/binhan/fonts')
  fs.mkdirSync(outDir, { recursive: true })
  const write = async (name: string, faces: readonly Face[]): Promise<string> => {
    const rules: string[] = []
    for (const face of faces) {
      for (const part of ['latin', 'vietnamese'] as const) rules.push(await make(root, outDir, face, part))
    }
    const file = path.join(outDir, name)
    fs.writeFileSync(file, `${rules.join('\n')}\n`)
    return file
  }
  return {
    interface: await write('interface.css', interfaceFaces),
    documents: await write('documents.css', documentFaces),
  }
}
