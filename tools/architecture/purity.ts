import { descend, dottedName, type Node } from './module.ts'
import { isPure, isTestCode, lineOf, type Rule, type SourceFile, type Violation } from './tree.ts'

/**
 * What the three compilations cannot see: `Date` and `Math.random` belong to the language, and `process.env`
 * to every server file. The time and the dice are arguments of pure code; the environment is read once.
 */

const CONFIG = 'src/platform/server/config.ts'

const at = (file: SourceFile, node: Node, message: string): Violation => ({
  path: file.path,
  line: lineOf(file, node.start),
  message,
})

/** A test may use the calendar of the language as a second opinion, given the day; it may not ask what day it is. */
const isGivenDay = (node: Node): boolean => (node['arguments'] as readonly Node[]).length > 0

const clockOrDice = (node: Node, inTest: boolean): string | undefined => {
  if (node.type === 'NewExpression' && dottedName(node['callee']) === 'Date') {
    return inTest && isGivenDay(node) ? undefined : 'new Date('
  }
  if (node.type === 'CallExpression' && dottedName(node['callee']) === 'Date') return 'Date('
  if (node.type !== 'MemberExpression') return undefined
  const name = dottedName(node)
  return name === 'Date.now' || name === 'Math.random' ? name : undefined
}

const impure = (node: Node): string | undefined => {
  if (node.type === 'AwaitExpression' || node['async'] === true) return 'async code'
  if (node.type !== 'MemberExpression') return undefined
  return dottedName(node)?.startsWith('console.') ? 'console' : undefined
}

export const purity: Rule = (tree) =>
  tree.files
    .filter((file) => file.module && isPure(file.path))
    .flatMap((file) =>
      [...descend((file.module as NonNullable<typeof file.module>).program)].flatMap((node) => {
        const found =
          clockOrDice(node, isTestCode(file.path)) ?? (isTestCode(file.path) ? undefined : impure(node))
        return found === undefined ? [] : [at(file, node, `${found} in pure code; make it an argument`)]
      }),
    )

const readsEnvironment = (node: Node): boolean => {
  if (node.type === 'MemberExpression') return dottedName(node) === 'process.env'
  if (node.type === 'ImportDeclaration') {
    const source = (node['source'] as { value?: unknown } | null)?.value
    const names = (node['specifiers'] as readonly { imported?: { name?: string } }[]).map(
      (one) => one.imported?.name,
    )
    return (source === 'node:process' || source === 'process') && names.includes('env')
  }
  if (node.type !== 'VariableDeclarator') return false
  const pattern = node['id'] as Node
  const properties = (pattern['properties'] ?? []) as readonly { key?: { name?: string } }[]
  return (
    pattern.type === 'ObjectPattern' &&
    dottedName(node['init']) === 'process' &&
    properties.some((property) => property.key?.name === 'env')
  )
}

export const environment: Rule = (tree) =>
  tree.files
    .filter(
      (file) => file.module && file.path.startsWith('src/') && file.path !== CONFIG && !isTestCode(file.path),
    )
    .flatMap((file) =>
      [...descend((file.module as NonNullable<typeof file.module>).program)]
        .filter(readsEnvironment)
        .map((node) => at(file, node, `the environment is read in ${CONFIG} alone`)),
    )
