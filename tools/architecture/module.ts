import { parseSync } from 'rolldown/utils'

/** A node of the syntax tree (ESTree with TypeScript), as far as the rules look at it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

export interface Import {
  readonly specifier: string
  readonly start: number
  /** Also true of an `export … from`. */
  readonly isExport: boolean
}

export interface Module {
  readonly program: Node
  readonly comments: readonly { readonly value: string; readonly start: number; readonly end: number }[]
  readonly imports: readonly Import[]
  readonly errors: readonly string[]
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** The node and everything below it, in reading order. */
export const descend = function* (node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* descend(child)
  }
}

export const asNode = (value: unknown): Node | undefined => (isNode(value) ? value : undefined)

/** The text of a string literal, or of a template without holes. */
export const stringValue = (value: unknown): string | undefined => {
  const node = asNode(value)
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node?.type !== 'TemplateLiteral') return undefined
  const parts = node['quasis'] as readonly { value: { cooked: string | null } }[]
  return parts.length === 1 ? (parts[0]?.value.cooked ?? undefined) : undefined
}

/** `a.b.c` for chains of plain members, calls left out: `it.skip.each(…)` reads `it.skip.each`. */
export const dottedName = (value: unknown): string | undefined => {
  const node = asNode(value)
  if (!node) return undefined
  if (node.type === 'Identifier') return String(node['name'])
  if (node.type === 'CallExpression') return dottedName(node['callee'])
  if (node.type === 'ChainExpression') return dottedName(node['expression'])
  if (node.type !== 'MemberExpression') return undefined
  const owner = dottedName(node['object'])
  const property = asNode(node['property'])
  const name = node['computed'] ? stringValue(property) : property && String(property['name'])
  return owner !== undefined && name !== undefined ? `${owner}.${name}` : undefined
}

/** Every way in which a module names another: type-only imports count, they are knowledge too. */
const importsOf = (program: Node): Import[] => {
  const imports: Import[] = []
  for (const node of descend(program)) {
    const isExport = node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration'
    if (!isExport && !['ImportDeclaration', 'ImportExpression', 'TSImportType'].includes(node.type)) continue
    const specifier = stringValue(node['source'])
    if (specifier !== undefined) imports.push({ specifier, start: node.start, isExport })
  }
  return imports
}

/** Parses one file. */
export const toModule = (path: string, text: string): Module => {
  const parsed = parseSync(path, text)
  const program = parsed.program as unknown as Node
  return {
    program,
    comments: parsed.comments,
    imports: importsOf(program),
    errors: parsed.errors.map((error) => error.message),
  }
}
