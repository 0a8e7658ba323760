import path from 'node:path'
import { capabilityOf, isTestCode, lineOf, type Rule, type SourceFile, type Violation } from './tree.ts'

/**
 * The one arrow: apps → capabilities → platform → kernel; in a capability web → contract ← server and
 * contract → domain; a neighbour is known by its contract alone.
 */

/** Where a file stands: its room, and inside it its part. */
interface Place {
  readonly room: 'kernel' | 'platform' | 'capability' | 'app' | 'outside'
  /** `server` or `web` of the platform; `domain`, `contract`, `server`, `web` of a capability; the app's name. */
  readonly part: string
  readonly capability?: string | undefined
}

const SERVER_PARTS = new Set(['formats', 'sources', 'decoders'])

const placeOf = (file: string): Place => {
  const [top, room, third, fourth] = file.split('/')
  if (top !== 'src') return { room: 'outside', part: top ?? '' }
  if (room === 'kernel') return { room: 'kernel', part: '' }
  if (room === 'platform') return { room: 'platform', part: third ?? '' }
  if (room === 'apps') return { room: 'app', part: third ?? '' }
  const part = fourth === 'contract.ts' ? 'contract' : (fourth ?? '')
  return {
    room: 'capability',
    part: SERVER_PARTS.has(part) ? 'server' : part,
    capability: capabilityOf(file),
  }
}

const ALIASES: Readonly<Record<string, string>> = {
  '#kernel/': 'src/kernel/',
  '#platform/': 'src/platform/',
  '#capabilities/': 'src/capabilities/',
  '#apps/': 'src/apps/',
  '#tools/': 'tools/',
}

/** The file that a specifier names, or undefined when it names a package. */
export const resolve = (from: string, specifier: string): string | undefined => {
  const bare = specifier.replace(/\?.*$/u, '')
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (bare.startsWith(alias)) return folder + bare.slice(alias.length)
  }
  return bare.startsWith('.') ? path.posix.join(path.posix.dirname(from), bare) : undefined
}

const TEST_PACKAGES = /^(?:vitest|fast-check|node:.*)$/u

/** What the code of a place may import from packages; a sentence when it may not. */
const refusePackage = (from: Place, specifier: string, inTest: boolean): string | undefined => {
  if (inTest && TEST_PACKAGES.test(specifier)) return undefined
  const isPure =
    from.room === 'kernel' || (from.room === 'capability' && ['domain', 'contract'].includes(from.part))
  if (isPure) {
    if (from.room === 'capability' && specifier === 'typebox') return undefined
    return `pure code imports no package, found "${specifier}"`
  }
  const isWeb = from.part === 'web' && from.room !== 'outside'
  if (isWeb && specifier.startsWith('node:') && !inTest)
    return `web code runs in a browser, found "${specifier}"`
  return undefined
}

/** Whether code at `from` may know code at `to`; a sentence when it may not. */
const refuseArrow = (from: Place, to: Place, inTest: boolean): string | undefined => {
  if (from.room === 'outside') return undefined
  if (to.room === 'outside') {
    if (inTest && to.part === 'test') return undefined
    return to.part === 'package.json' ? undefined : 'src imports nothing from outside src'
  }
  // A test may join the whole product, because it tests the real thing; everything else holds for it too.
  if (inTest && to.room === 'app' && from.room !== 'kernel') return undefined
  if (from.room === 'kernel') return to.room === 'kernel' ? undefined : 'the kernel imports nothing'
  if (from.room === 'platform') {
    if (to.room === 'kernel') return undefined
    if (to.room !== 'platform') return 'the platform knows no capability and no app'
    return to.part === from.part ? undefined : `platform/${from.part} never reaches platform/${to.part}`
  }
  if (from.room === 'app') {
    if (to.room === 'kernel') return undefined
    if (to.room === 'app') {
      // The command line is the same code as the server; a running server answers its commands.
      const pair = new Set([from.part, to.part])
      return pair.size === 1 || (pair.has('cli') && pair.has('server'))
        ? undefined
        : `the ${from.part} app never reaches the ${to.part} app`
    }
    const half = from.part === 'web' ? 'web' : 'server'
    const other = half === 'web' ? 'server' : 'web'
    return to.part === other ? `the ${from.part} app never reaches the ${other} half` : undefined
  }
  return refuseFromCapability(from, to)
}

/** Which parts of its own capability a part may know. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain', 'contract'],
  contract: ['domain', 'contract'],
  server: ['server', 'domain', 'contract'],
  web: ['web', 'domain', 'contract'],
}

const refuseFromCapability = (from: Place, to: Place): string | undefined => {
  if (to.room === 'kernel') return undefined
  if (to.room === 'app') return 'a capability never reaches an app'
  if (to.room === 'platform') {
    if (from.part === 'domain' || from.part === 'contract') return `${from.part} never reaches the platform`
    return to.part === from.part ? undefined : `${from.part} never reaches platform/${to.part}`
  }
  if (to.capability !== from.capability) {
    if (to.part !== 'contract') return `a neighbour is known by its contract.ts alone, not by its ${to.part}`
    return from.part === 'domain' ? 'domain never reaches a neighbour, not even its contract' : undefined
  }
  return OWN[from.part]?.includes(to.part) ? undefined : `${from.part} never reaches ${to.part}`
}

const check = (file: SourceFile): Violation[] => {
  const from = placeOf(file.path)
  const inTest = isTestCode(file.path)
  const violations: Violation[] = []
  for (const { specifier, start } of file.module?.imports ?? []) {
    const target = resolve(file.path, specifier)
    const refusal =
      target === undefined
        ? refusePackage(from, specifier, inTest)
        : (refuseArrow(from, placeOf(target), inTest) ??
          (from.room !== 'outside' && !inTest && isTestCode(target)
            ? 'the product never imports test code'
            : undefined) ??
          (/\.[a-z]+$/u.test(target) ? undefined : `"${specifier}" lacks its file extension`))
    if (refusal !== undefined) {
      const named = target === undefined ? '' : ` (${specifier})`
      violations.push({ path: file.path, line: lineOf(file, start), message: `${refusal}${named}` })
    }
  }
  return violations
}

export const arrows: Rule = (tree) => tree.files.filter((file) => file.module).flatMap(check)
