import type { Node } from '../architecture/module.ts'
import {
  isPure,
  isTestCode,
  lineOf,
  type SourceFile,
  type Tree,
  type Violation,
} from '../architecture/tree.ts'

export const GLOSSARY = 'docs/glossary.md'

/** The English names in code that the glossary explains: the words in backticks of its second column. */
export const glossaryWords = (text: string): Set<string> =>
  new Set(
    text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap((line) =>
        [...(line.split('|')[2] ?? '').matchAll(/`([A-Za-z]+)`/gu)].map((match) => match[1] ?? ''),
      ),
  )

interface Declared {
  readonly name: string
  readonly file: SourceFile
  readonly line: number
}

const DECLARATIONS = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'ClassDeclaration',
  'TSEnumDeclaration',
])

/** The types that the pure code exports: the nouns of the domain. */
export const exportedTypes = (tree: Tree): Declared[] =>
  tree.files
    .filter((file) => file.module && isPure(file.path) && !isTestCode(file.path))
    .flatMap((file) => {
      const body = (file.module?.program['body'] ?? []) as readonly Node[]
      return body.flatMap((statement): Declared[] => {
        if (statement.type !== 'ExportNamedDeclaration') return []
        const declaration = statement['declaration'] as Node | null
        if (!declaration || !DECLARATIONS.has(declaration.type)) return []
        const name = String((declaration['id'] as Node)['name'])
        return [{ name, file, line: lineOf(file, statement.start) }]
      })
    })

/** `ExtractedTask` → `Extracted`, `Task`. */
export const wordsOf = (name: string): string[] =>
  name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}\p{Ll}+|\p{N}+/gu) ?? [name]

/** Last words that say which shape of a thing a type is, not which thing: `AgencyRow`, `AgencyPage`. */
const SHAPES = new Set([
  'Row',
  'Page',
  'Query',
  'Edit',
  'Detail',
  'Reply',
  'Input',
  'Issue',
  'Lookup',
  'Match',
  'Tables',
  'Kind',
  'State',
  'Value',
  'Counts',
  'Count',
  'Summary',
  'Search',
  'Context',
  'List',
  'Item',
  'File',
  'Class',
  'Name',
  'Index',
  'Directory',
  'Seed',
  'Error',
  'Found',
  'Part',
  'Term',
  'Bag',
])

/** Names of a noun that the glossary may explain: the name itself, then without its shape, then its last word. */
export const nounsOf = (name: string): string[] => {
  const words = wordsOf(name)
  while (words.length > 1 && SHAPES.has(words.at(-1) ?? '')) words.pop()
  const last = words.at(-1) ?? ''
  return [name, words.join(''), last, last.replace(/s$/u, ''), last.replace(/ies$/u, 'y')]
}

/**
 * An exported type is named by a word of the glossary or ends in one: `ExtractedTask` is a `Task`.
 * A noun that the glossary lacks is a word that nobody agreed on with the office.
 */
export const missingNouns = (tree: Tree): Violation[] => {
  const glossary = tree.find(GLOSSARY)
  if (!glossary) return [{ path: GLOSSARY, line: 1, message: 'there is no glossary' }]
  const words = glossaryWords(glossary.text)
  return exportedTypes(tree)
    .filter(({ name }) => !nounsOf(name).some((noun) => words.has(noun)))
    .map(({ name, file, line }) => ({
      path: file.path,
      line,
      message: `${name}: "${nounsOf(name)[2]}" is not in ${GLOSSARY}`,
    }))
}
