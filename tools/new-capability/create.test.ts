import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTree } from '../architecture/rules.ts'
import { readTree } from '../architecture/tree.ts'
import { missingNouns } from '../docs/glossary.ts'
import { createCapability, NewCapabilityError } from './create.ts'
import { toNames } from './names.ts'

const COPIED = [
  'src',
  'bin',
  'migrations',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.domain.json',
  'tsconfig.server.json',
  'tsconfig.web.json',
  'tsconfig.tests.json',
  'vitest.config.ts',
  '.oxfmtrc.json',
  '.oxlintrc.json',
]

/** A name that breaks lines differently from a short one. */
const NAME = 'trial-of-the-skeleton'

describe('a new capability', () => {
  let root: string
  const node = (...args: string[]): { status: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  beforeAll(() => {
    root = fs.mkdtempSync(path.join(tmpdir(), 'binhan-new-'))
    for (const place of COPIED) fs.cpSync(place, path.join(root, place), { recursive: true })
    fs.symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'), 'junction')
    createCapability(root, NAME)
  })
  afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

  it('breaks no rule of the architecture', () => {
    const ours = checkTree(readTree(root)).filter(({ path: place }) => place.includes(NAME))
    expect(ours).toEqual([])
  })

  it('uses words of the glossary', () => {
    expect(missingNouns(readTree(root)).filter(({ path: place }) => place.includes(NAME))).toEqual([])
  })

  it.each(['domain', 'server', 'web'])('compiles for the %s', (part) => {
    const { said } = node('node_modules/typescript/bin/tsc', '-p', `tsconfig.${part}.json`)
    expect(said.split('\n').filter((line) => line.includes(NAME))).toEqual([])
  })

  it('is formatted and without warnings', () => {
    const folder = `src/capabilities/${NAME}`
    expect(node('node_modules/oxfmt/bin/oxfmt', '--check', folder)).toMatchObject({ status: 0 })
    expect(node('node_modules/oxlint/bin/oxlint', '--deny-warnings', folder)).toMatchObject({ status: 0 })
  })

  // The new migration makes a database that nobody has made before; on a busy machine that takes its time.
  const PATIENCE = 600_000
  it(
    'passes its own tests',
    () => {
      const patience = [`--testTimeout=${PATIENCE}`, `--hookTimeout=${PATIENCE}`]
      const { status, said } = node(
        'node_modules/vitest/vitest.mjs',
        'run',
        ...patience,
        `src/capabilities/${NAME}`,
      )
      expect(said).toMatch(/Test Files .*2 passed/u)
      expect(status).toBe(0)
    },
    PATIENCE,
  )

  it('touches nothing that is there', () => {
    expect(() => createCapability(root, NAME)).toThrow(NewCapabilityError)
    expect(() => createCapability(root, 'people')).toThrow('is there already')
  })
})

describe('a name', () => {
  it('has a form for each place', () => {
    expect(toNames('road-works', 7)).toEqual({
      kebab: 'road-works',
      camel: 'roadWorks',
      pascal: 'RoadWorks',
      snake: 'road_works',
      migration: '0007',
    })
  })

  it.each(['', 'Noise', 'road_works', '-noise', 'noise-', '2fast', '../noise', 'tiếng-ồn'])(
    'is not %s',
    (name) => {
      expect(toNames(name, 1)).toBeUndefined()
    },
  )
})
