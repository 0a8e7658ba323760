import { descend, type Node } from './module.ts'
import { lineOf, type Rule, type SourceFile, type Violation } from './tree.ts'

/**
 * Vietnamese in patterns. `\b`, `\w` and `\W` know ASCII letters only: they see a word boundary inside `hạn`.
 * A pattern that is meant for ASCII alone says so in a comment on its line: `// ascii: file names of our own`.
 */

interface Piece {
  readonly node: Node
  /** The pattern or string as the program sees it. */
  readonly text: string
  /** As written in the source. */
  readonly raw: string
  readonly flags: string | undefined
}

const pieceOf = (file: SourceFile, node: Node): Piece | undefined => {
  const raw = file.text.slice(node.start, node.end)
  const regex = node['regex'] as { pattern: string; flags: string } | undefined
  if (node.type === 'Literal' && regex) return { node, text: regex.pattern, raw, flags: regex.flags }
  if (node.type === 'Literal' && typeof node['value'] === 'string') {
    return { node, text: node['value'], raw, flags: undefined }
  }
  if (node.type !== 'TemplateElement') return undefined
  const { raw: written, cooked } = node['value'] as { raw: string; cooked: string | null }
  return { node, text: cooked ?? written, raw: written, flags: undefined }
}

/** The raw text of `String.raw` templates is what the pattern sees. */
const rawPieces = function* (file: SourceFile, program: Node): Generator<Piece> {
  for (const node of descend(program)) {
    if (node.type !== 'TaggedTemplateExpression') continue
    const tag = node['tag'] as Node
    if (file.text.slice(tag.start, tag.end) !== 'String.raw') continue
    for (const part of descend(node['quasi'] as Node)) {
      const piece = pieceOf(file, part)
      if (piece && part.type === 'TemplateElement') yield { ...piece, text: piece.raw }
    }
  }
}

const ASCII_CLASS = /(?<!\\)(?:\\\\)*\\[bBwW]/u
const ESCAPE = /\\u\{?([0-9a-f]{4})\}?/giu
const VIETNAMESE = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u
const hidesLetter = (raw: string): boolean =>
  [...raw.matchAll(ESCAPE)].some((match) =>
    VIETNAMESE.test(String.fromCodePoint(Number.parseInt(match[1] ?? '', 16))),
  )
/** A combining mark; with it stands a letter that is meant to be in pieces, which no editor would keep so. */
const ESCAPED_MARK = /\\u\{?03[0-6][0-9a-f]\}?/iu
// oxlint-disable-next-line no-control-regex -- the range is ASCII itself
const BEYOND_ASCII = /[^\u0000-\u007f]|\\p\{/u

const check = ({ text, raw, flags }: Piece): string | undefined => {
  if (hidesLetter(raw) && !ESCAPED_MARK.test(raw))
    return 'a Vietnamese letter is written as itself, not as an escape'
  if (ASCII_CLASS.test(text) && (flags !== undefined || /[[\]()|+*?]/u.test(text))) {
    return '\\b, \\w and \\W do not know Vietnamese letters; use \\p{L}, or say why in a comment "ascii: …"'
  }
  if (flags !== undefined && BEYOND_ASCII.test(text) && !/[uv]/u.test(flags)) {
    return 'a pattern on Vietnamese text carries the u flag'
  }
  return undefined
}

const isExcused = (file: SourceFile, line: number): boolean => {
  const lines = file.text.split('\n')
  const said = /\/[/*].*ascii: \S/u
  return said.test(lines[line - 1] ?? '') || said.test(lines[line - 2] ?? '')
}

export const vietnameseInPatterns: Rule = (tree) =>
  tree.files
    .filter((file) => file.module && file.path.startsWith('src/'))
    .flatMap((file) => {
      const program = (file.module as NonNullable<typeof file.module>).program
      const plain = [...descend(program)].flatMap((node) => pieceOf(file, node) ?? [])
      return [...plain, ...rawPieces(file, program)].flatMap((piece): Violation[] => {
        const message = check(piece)
        const line = lineOf(file, piece.node.start)
        return message === undefined || isExcused(file, line) ? [] : [{ path: file.path, line, message }]
      })
    })
