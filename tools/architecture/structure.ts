import { resolve } from './arrows.ts'
import { stringValue, type Node } from './module.ts'
import { capabilityOf, isTestCode, type Rule, type SourceFile, type Tree, type Violation } from './tree.ts'

const MOST_LINES = 500
const CODE = /\.(?:ts|tsx|mjs|css|sql)$/u

/** Small files: aim at 80 lines, ask at 300, stop at 500, tests included; generated files are nobody's reading. */
export const sizes: Rule = (tree) =>
  tree.files
    .filter((file) => CODE.test(file.path) && !file.path.includes('generated/'))
    .flatMap((file) => {
      const lines = file.text.split('\n').length - 1
      if (lines <= MOST_LINES) return []
      return [
        { path: file.path, line: MOST_LINES + 1, message: `${lines} lines; the limit is ${MOST_LINES}` },
      ]
    })

const ROOMS = new Set(['kernel', 'capabilities', 'platform', 'apps'])
const TECHNOLOGIES = new Set([
  'components',
  'hooks',
  'types',
  'utils',
  'util',
  'services',
  'helpers',
  'common',
  'shared',
  'lib',
  'misc',
])

/** Four rooms, and folders that are named after what they are about. */
export const folders: Rule = (tree) =>
  [...tree.folders].flatMap((folder): Violation[] => {
    const parts = folder.split('/')
    if (parts[0] !== 'src') return []
    if (parts.length === 2 && !ROOMS.has(parts[1] ?? '')) {
      return [{ path: folder, line: 1, message: `src has four rooms: ${[...ROOMS].join(', ')}` }]
    }
    const name = parts.at(-1) ?? ''
    if (!TECHNOLOGIES.has(name)) return []
    return [{ path: folder, line: 1, message: `a folder is named after what it is about, not "${name}"` }]
  })

const KEBAB = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/u

/** Files are kebab-case nouns. */
export const names: Rule = (tree) =>
  tree.files
    .filter((file) => /^(?:src|tools|bin|test)\//u.test(file.path) && !file.path.endsWith('README.md'))
    .filter((file) => !KEBAB.test(file.path.split('/').at(-1) ?? ''))
    .map((file) => ({ path: file.path, line: 1, message: 'file names are kebab-case' }))

interface Statement {
  readonly type: string
  readonly source?: unknown
}

const passesOn = (node: Statement): boolean =>
  node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && Boolean(node.source))

/** No barrels: import the file you mean. */
export const barrels: Rule = (tree) =>
  tree.files
    .filter((file) => file.module && file.path.startsWith('src/'))
    .flatMap((file) => {
      const body = (file.module?.program['body'] ?? []) as readonly Statement[]
      const isIndex = /\/index\.(?:ts|tsx|mjs|js)$/u.test(file.path)
      const isBarrel = body.length > 0 && body.every(passesOn) && !file.path.endsWith('/contract.ts')
      const passesAll = body.some((node) => node.type === 'ExportAllDeclaration')
      if (!isIndex && !isBarrel && !passesAll) return []
      return [
        {
          path: file.path,
          line: 1,
          message: 'no barrels: export what is defined here, import the file you mean',
        },
      ]
    })

const REQUIRED = ['README.md', 'contract.ts', 'server/capability.ts', 'web/capability.ts']

/** The capabilities are the folders that are there. */
export const capabilitiesOf = (tree: Tree): string[] =>
  [...tree.folders].flatMap((folder) => /^src\/capabilities\/([^/]+)$/u.exec(folder)?.[1] ?? [])

/** Every capability has the same inner shape. */
export const requiredFiles: Rule = (tree) =>
  capabilitiesOf(tree).flatMap((name) => {
    const folder = `src/capabilities/${name}`
    const isThere = (file: string): boolean => {
      const place = `${folder}/${file}`
      return (tree.find(place) ?? tree.find(`${place}x`)) !== undefined
    }
    const missing = REQUIRED.filter((file) => !isThere(file))
    const hasDomain = tree.files.some(
      (file) => file.path.startsWith(`${folder}/domain/`) && file.module && !isTestCode(file.path),
    )
    if (!hasDomain) missing.push('domain/*.ts')
    return missing.map((file) => ({
      path: `${folder}/${file}`,
      line: 1,
      message: 'every capability has this file',
    }))
  })

/** A file that exports a reading function is a parser. */
const READS = /^export (?:const|function) (?:read|parse)\p{Lu}/mu
/** Steps of a pipeline that bring text into another form; they find nothing and so refuse nothing. */
const TRANSFORMS = /^(?:to|normalise|measure|empty|with)(?:\p{Lu}|$)/u

interface Specifier {
  readonly type: string
  readonly importKind?: string
  readonly imported?: { readonly name?: string }
}

/** The modules beside a `pipeline.ts` from which it takes a step that finds something. */
const stagesOf = (pipeline: SourceFile): string[] =>
  ((pipeline.module?.program['body'] ?? []) as readonly Node[]).flatMap((node) => {
    if (node.type !== 'ImportDeclaration' || node['importKind'] === 'type') return []
    const names = (node['specifiers'] as readonly Specifier[])
      .filter((one) => one.importKind !== 'type')
      .map((one) => one.imported?.name ?? '')
    const target = resolve(pipeline.path, stringValue(node['source']) ?? '')
    const finds = names.some((name) => /^[a-z]/u.test(name) && !TRANSFORMS.test(name))
    return target !== undefined && finds && target.includes('/domain/parse/') ? [target] : []
  })

/** Strict beats clever: beside each parser, and each stage that finds, stands the file of what it must refuse. */
export const negativeTests: Rule = (tree) => {
  const stages = tree.files
    .filter((file) => /\/domain\/parse\/(?:[a-z0-9-]+-)?pipeline\.ts$/u.test(file.path))
    .flatMap(stagesOf)
  const parsers = tree.files
    .filter(
      (file) => capabilityOf(file.path) !== undefined && /\/(?:domain\/parse|formats)\//u.test(file.path),
    )
    .filter((file) => file.path.endsWith('.ts') && !isTestCode(file.path) && READS.test(file.text))
    .map((file) => file.path)
  return [...new Set([...stages, ...parsers])]
    .map((place) => ({ place, test: place.replace(/\.ts$/u, '.negative.test.ts') }))
    .filter(({ test }) => !tree.find(test))
    .map(({ place, test }) => ({
      path: place,
      line: 1,
      message: `a parser has its refusals beside it: ${test}`,
    }))
}

/** What a public reading function promises stands above it. */
export const parserHeaders: Rule = (tree) =>
  tree.files
    .filter((file) => /^src\/capabilities\/[^/]+\/domain\/parse\//u.test(file.path) && !isTestCode(file.path))
    .flatMap((file) => {
      const lines = file.text.split('\n')
      return lines.flatMap((line, i) => {
        if (!READS.test(line) || (lines[i - 1] ?? '').trimEnd().endsWith('*/')) return []
        return [{ path: file.path, line: i + 1, message: 'an exported parser has a docstring' }]
      })
    })
