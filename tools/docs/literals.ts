import { descend, dottedName, stringValue, type Node } from '../architecture/module.ts'
import { isTestCode, lineOf, type SourceFile, type Tree } from '../architecture/tree.ts'
import type { ProblemKind } from '#kernel/problem.ts'

/**
 * What the sources say in plain literals. Reading them from the syntax tree finds a refusal or an event
 * that somebody forgot to list; importing a list would only find what is listed.
 */

interface Property {
  readonly key?: Node
  readonly value?: Node
}

const keyOf = (property: Property): string | undefined =>
  property.key?.type === 'Identifier' ? String(property.key['name']) : stringValue(property.key)

const propertiesOf = (node: Node): Map<string, Node> => {
  const map = new Map<string, Node>()
  for (const property of (node['properties'] ?? []) as readonly Property[]) {
    const key = keyOf(property)
    if (key !== undefined && property.value) map.set(key, property.value)
  }
  return map
}

const objectsIn = function* (
  tree: Tree,
): Generator<{ file: SourceFile; node: Node; fields: Map<string, Node> }> {
  for (const file of tree.files) {
    if (!file.module || !file.path.startsWith('src/') || isTestCode(file.path)) continue
    for (const node of descend(file.module.program)) {
      if (node.type === 'ObjectExpression') yield { file, node, fields: propertiesOf(node) }
    }
  }
}

export interface Found<T> {
  readonly value: T
  readonly where: string
}

const whereOf = (file: SourceFile, node: Node): string => `${file.path}:${lineOf(file, node.start)}`

/** Every refusal that the product can make: an object with code, status, title and action. */
export const problemsIn = (tree: Tree): Found<ProblemKind>[] => {
  const found: Found<ProblemKind>[] = []
  for (const { file, node, fields } of objectsIn(tree)) {
    if (!['code', 'status', 'title', 'action'].every((name) => fields.has(name))) continue
    const code = stringValue(fields.get('code'))
    const title = stringValue(fields.get('title'))
    const action = stringValue(fields.get('action'))
    const status = fields.get('status')?.['value']
    // An object that copies a refusal to somewhere else is none itself.
    if (code === undefined || title === undefined || action === undefined || typeof status !== 'number')
      continue
    found.push({ value: { code, status, title, action }, where: whereOf(file, node) })
  }
  return found
}

const literalsOf = (value: Node): (string | undefined)[] =>
  value.type === 'ConditionalExpression'
    ? [...literalsOf(value['consequent'] as Node), ...literalsOf(value['alternate'] as Node)]
    : [stringValue(value)]

/**
 * Every event that some code appends: an object with event, subject and data, its event a plain word; and what is
 * done every day, whose event is written beside its hour and appended when it is done.
 */
export const appendedEventsIn = (tree: Tree): Found<string>[] => {
  const found: Found<string>[] = []
  for (const { file, node, fields } of objectsIn(tree)) {
    const event = fields.get('event')
    if (!event || !(fields.has('subject') || (fields.has('hour') && fields.has('run')))) continue
    for (const value of literalsOf(event))
      if (value !== undefined) found.push({ value, where: whereOf(file, node) })
  }
  return found
}

/**
 * Where something is appended whose event is no plain word, so that nobody could tell whether it has a sentence. The
 * event of another object (`task.event`) is found where that object is written.
 */
export const hiddenEventsIn = (tree: Tree): string[] => {
  const found: string[] = []
  for (const file of tree.files) {
    if (!file.module || !file.path.startsWith('src/') || isTestCode(file.path)) continue
    for (const node of descend(file.module.program)) {
      if (node.type !== 'CallExpression' || dottedName(node['callee']) !== 'append') continue
      const entry = (node['arguments'] as readonly Node[])[0]
      // An entry that is handed on whole is judged where it is written.
      if (entry?.type !== 'ObjectExpression') continue
      const event = propertiesOf(entry).get('event')
      const isPlain = event && literalsOf(event).every((one) => one !== undefined)
      if (!isPlain && !(dottedName(event) ?? '').endsWith('.event')) found.push(whereOf(file, node))
    }
  }
  return found
}

/** Names of the environment that scripts, tools and tests read; the product's own are in its configuration. */
export const environmentNamesIn = (tree: Tree): Set<string> =>
  new Set(
    tree.files.flatMap((file) =>
      [...file.text.matchAll(/(?:process\.env|env)(?:\.|\[')([A-Z][A-Z0-9_]+)/gu)].map(
        (match) => match[1] ?? '',
      ),
    ),
  )

/** An address of our own that the browser's code names. */
export interface Called {
  /** Parameters as `:`: `/api/agencies/:/members`. */
  readonly path: string
  /** Known when the address stands in a call of the client: `api.get(…)`. */
  readonly verb: string | undefined
}

const VERBS: Readonly<Record<string, string>> = {
  'api.get': 'GET',
  'api.getVersioned': 'GET',
  'api.post': 'POST',
  'api.put': 'PUT',
  'api.patch': 'PATCH',
  'api.remove': 'DELETE',
}

/** `/api/agencies/${code}?size=9` → `/api/agencies/:`; undefined for anything that is no address of ours. */
const addressOf = (node: Node): string | undefined => {
  let text = stringValue(node)
  if (text === undefined && node.type === 'TemplateLiteral') {
    const parts = node['quasis'] as readonly { value: { cooked: string | null } }[]
    text = parts.map((part) => part.value.cooked ?? '').join(':')
  }
  return text?.startsWith('/api/') ? text.replace(/\?.*$/u, '') : undefined
}

const isWebCode = (place: string): boolean =>
  /^src\/(?:platform|apps|capabilities\/[^/]+)\/web\//u.test(place)

/** Every address that the web app calls or links to. */
export const calledAddressesIn = (tree: Tree): Found<Called>[] => {
  const found: Found<Called>[] = []
  for (const file of tree.files) {
    if (!file.module || !isWebCode(file.path) || isTestCode(file.path)) continue
    const verbs = new Map<number, string>()
    for (const node of descend(file.module.program)) {
      if (node.type === 'CallExpression') {
        const first = (node['arguments'] as readonly Node[])[0]
        const verb = VERBS[dottedName(node['callee']) ?? '']
        if (first && verb !== undefined) verbs.set(first.start, verb)
      }
      const path = addressOf(node)
      if (path !== undefined)
        found.push({ value: { path, verb: verbs.get(node.start) }, where: whereOf(file, node) })
    }
  }
  return found
}

/** Every permission that a page or a menu entry asks for. */
export const pagePermissionsIn = (tree: Tree): Found<string>[] => {
  const found: Found<string>[] = []
  for (const { file, node, fields } of objectsIn(tree)) {
    const permission = stringValue(fields.get('permission'))
    if (permission !== undefined && isWebCode(file.path))
      found.push({ value: permission, where: whereOf(file, node) })
  }
  return found
}
