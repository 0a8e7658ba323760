import { descend, dottedName } from './module.ts'
import { isTestCode, lineOf, type Rule, type Violation } from './tree.ts'

/** Things that have one place each. */

const STATEMENTS = new Set([
  'selectFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'replaceInto',
])

/** All SQL of a capability is in its store (`store.ts`, or `…-store.ts` where one would grow too long). */
export const sqlInStores: Rule = (tree) =>
  tree.files
    .filter((file) => file.module && /^src\/capabilities\/[^/]+\//u.test(file.path) && !isTestCode(file.path))
    .filter((file) => !/\/server\/(?:.*\/)?(?:[a-z0-9-]+-)?store\.ts$/u.test(file.path))
    .flatMap((file) =>
      [...descend((file.module as NonNullable<typeof file.module>).program)].flatMap((node): Violation[] => {
        const call =
          node.type === 'CallExpression'
            ? node['callee']
            : node.type === 'TaggedTemplateExpression'
              ? node['tag']
              : undefined
        const name = dottedName(call)?.split('.') ?? []
        const isSql = name[0] === 'sql' || STATEMENTS.has(name.at(-1) ?? '')
        if (!isSql) return []
        return [
          {
            path: file.path,
            line: lineOf(file, node.start),
            message: 'SQL belongs to the store of the capability',
          },
        ]
      }),
    )

/** Only the HTTP layer touches requests and replies. */
export const replyInHttp: Rule = (tree) =>
  tree.files
    .filter((file) => file.path.startsWith('src/') && !isTestCode(file.path))
    .filter((file) => !/^src\/(?:platform\/server\/http|apps\/server)\//u.test(file.path))
    .flatMap((file) =>
      (file.module?.imports ?? [])
        .filter(({ specifier }) => specifier === 'fastify')
        .map(({ start }) => ({
          path: file.path,
          line: lineOf(file, start),
          message: 'only platform/server/http knows requests and replies',
        })),
    )

/** A path of somebody's own machine; it means nothing on another one. */
const MACHINE =
  /(?<![\p{L}\p{N}_.:/-])\/(?:home|Users|root|work)\/[\p{L}\p{N}_.-]+|(?<![\p{L}\p{N}])[A-Z]:\\Users\\/u

export const machinePaths: Rule = (tree) =>
  tree.files
    .filter((file) => file.path !== 'package-lock.json')
    .flatMap((file) =>
      file.text.split('\n').flatMap((line, i) => {
        const found = MACHINE.exec(line)?.[0]
        return found === undefined
          ? []
          : [{ path: file.path, line: i + 1, message: `${found} is a path of one machine` }]
      }),
    )
