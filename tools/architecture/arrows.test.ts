import { describe, expect, it } from 'vitest'
import { brokenBy, findingsOf, soundTree } from './testing.ts'

describe('the sound tree', () => {
  it('breaks no rule', () => {
    expect(findingsOf(soundTree)).toEqual([])
  })
})

/** One import a line: where it stands, what it names, and the words of the refusal. */
const refused: readonly (readonly [from: string, specifier: string, because: string])[] = [
  ['src/kernel/bad.ts', '#platform/server/clock.ts', 'the kernel imports nothing'],
  ['src/kernel/bad.ts', '../capabilities/noise/contract.ts', 'the kernel imports nothing'],
  ['src/kernel/bad.ts', 'typebox', 'pure code imports no package'],
  ['src/kernel/bad.ts', 'node:fs', 'pure code imports no package'],
  ['src/platform/server/bad.ts', '#capabilities/noise/contract.ts', 'the platform knows no capability'],
  [
    'src/platform/server/bad.ts',
    '../../apps/server/capabilities.ts',
    'the platform knows no capability and no app',
  ],
  ['src/platform/web/bad.ts', '#platform/server/clock.ts', 'platform/web never reaches platform/server'],
  ['src/platform/server/bad.ts', '../web/api.ts', 'platform/server never reaches platform/web'],
  ['src/platform/web/bad.ts', 'node:fs', 'web code runs in a browser'],
  ['src/capabilities/noise/domain/bad.ts', '#platform/server/clock.ts', 'domain never reaches the platform'],
  ['src/capabilities/noise/domain/bad.ts', '../server/store.ts', 'domain never reaches server'],
  ['src/capabilities/noise/domain/bad.ts', '../web/capability.ts', 'domain never reaches web'],
  ['src/capabilities/noise/domain/bad.ts', 'kysely', 'pure code imports no package'],
  [
    'src/capabilities/noise/domain/bad.ts',
    '#capabilities/light/contract.ts',
    'domain never reaches a neighbour',
  ],
  ['src/capabilities/light/contract.ts', '#platform/web/api.ts', 'contract never reaches the platform'],
  ['src/capabilities/light/contract.ts', './server/capability.ts', 'contract never reaches server'],
  ['src/capabilities/light/contract.ts', 'kysely', 'pure code imports no package'],
  [
    'src/capabilities/noise/server/bad.ts',
    '#capabilities/light/domain/light.ts',
    'known by its contract.ts alone',
  ],
  [
    'src/capabilities/noise/server/bad.ts',
    '../../light/server/capability.ts',
    'known by its contract.ts alone',
  ],
  ['src/capabilities/noise/server/bad.ts', '../web/capability.ts', 'server never reaches web'],
  ['src/capabilities/noise/server/bad.ts', '#platform/web/api.ts', 'server never reaches platform/web'],
  [
    'src/capabilities/noise/server/bad.ts',
    '#apps/server/capabilities.ts',
    'a capability never reaches an app',
  ],
  ['src/capabilities/noise/formats/bad.ts', '#platform/web/api.ts', 'server never reaches platform/web'],
  ['src/capabilities/noise/formats/bad.ts', '../web/capability.ts', 'server never reaches web'],
  ['src/capabilities/noise/web/bad.ts', '../server/store.ts', 'web never reaches server'],
  ['src/capabilities/noise/web/bad.ts', '#platform/server/clock.ts', 'web never reaches platform/server'],
  [
    'src/capabilities/noise/web/bad.ts',
    '#capabilities/light/web/capability.ts',
    'known by its contract.ts alone',
  ],
  ['src/capabilities/noise/web/bad.ts', 'node:path', 'web code runs in a browser'],
  ['src/apps/web/bad.ts', '#capabilities/noise/server/store.ts', 'the web app never reaches the server half'],
  ['src/apps/web/bad.ts', '../server/capabilities.ts', 'the web app never reaches the server app'],
  ['src/apps/server/bad.ts', '#platform/web/api.ts', 'the server app never reaches the web half'],
  ['src/apps/server/bad.ts', '../../../tools/any.ts', 'src imports nothing from outside src'],
  ['src/capabilities/noise/server/bad.ts', './store', 'lacks its file extension'],
  ['src/capabilities/noise/server/bad.ts', '../domain/noise.test.ts', 'the product never imports test code'],
]

describe('an import against the arrow', () => {
  it.each(refused)('%s → %s', (from, specifier, because) => {
    const findings = findingsOf({ ...soundTree, [from]: `import '${specifier}'\n` })
    const arrow = findings.filter((finding) => finding.rule === 'arrows')
    expect(arrow).toEqual([expect.objectContaining({ path: from, line: 1 })])
    expect(arrow[0]?.message).toContain(because)
  })

  it.each([
    ['a type', "import type { day } from '../web/capability.ts'\n"],
    ['a type in passing', "export type Day = import('../web/capability.ts').Day\n"],
    ['an export', "export { day } from '../web/capability.ts'\n"],
    ['a late import', "export const day = () => import('../web/capability.ts')\n"],
  ])('is found in every form: %s', (_form, text) => {
    expect(brokenBy({ 'src/capabilities/noise/server/bad.ts': text })).toContain('arrows')
  })

  it('is found in a capability that nobody listed', () => {
    const place = 'src/capabilities/smoke/domain/smoke.ts'
    const findings = findingsOf({ ...soundTree, [place]: "import '#platform/server/clock.ts'\n" })
    expect(findings.some((finding) => finding.rule === 'arrows' && finding.path === place)).toBe(true)
  })
})

const allowed: readonly (readonly [from: string, specifier: string])[] = [
  ['src/capabilities/noise/server/good.ts', '#capabilities/light/contract.ts'],
  ['src/capabilities/noise/web/good.ts', '#capabilities/light/contract.ts'],
  ['src/capabilities/noise/server/good.ts', 'node:crypto'],
  ['src/capabilities/noise/domain/good.ts', '../contract.ts'],
  ['src/capabilities/noise/formats/good.ts', '../domain/noise.ts'],
  ['src/capabilities/noise/server/good.ts', '../formats/bytes.ts'],
  ['src/apps/cli/good.ts', '../server/capabilities.ts'],
  ['src/capabilities/noise/server/good.test.ts', '#apps/server/capabilities.ts'],
  ['src/capabilities/noise/domain/good.test.ts', 'node:fs'],
  ['src/capabilities/noise/server/good.test.ts', '../../../../test/world.ts'],
]

describe('an import along the arrow', () => {
  it.each(allowed)('%s → %s', (from, specifier) => {
    expect(brokenBy({ [from]: `import '${specifier}'\n` })).not.toContain('arrows')
  })
})
