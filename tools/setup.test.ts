import { execFile, execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** The scripts of `bin/` are plain modules without types; this is what they export. */
interface Setup {
  readonly missingPackages: (lock: unknown, installed: unknown) => string[]
  readonly hashSources: (base: string) => string
}

interface Lock {
  readonly takeLock: (file: string, pause?: () => Promise<void>) => Promise<void>
  readonly hereName: () => string
}

const lockModule = pathToFileURL(path.resolve('bin/lock.mjs')).href
const { takeLock, hereName } = (await import(lockModule)) as Lock

const setup = (await import(pathToFileURL(path.resolve('bin/setup.mjs')).href)) as Setup

describe('packages that are missing', () => {
  const lock = {
    packages: {
      '': { name: 'binhan' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', dev: true },
      'node_modules/only-elsewhere': { version: '3.0.0', optional: true },
    },
  }

  it('are none when the installed ones are those of the lock file', () => {
    const installed = {
      packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } },
    }
    expect(setup.missingPackages(lock, installed)).toEqual([])
  })

  it('are all when nothing is installed', () => {
    expect(setup.missingPackages(lock, undefined)).toEqual(['node_modules/a', 'node_modules/b'])
  })

  it('are those of another version', () => {
    const installed = {
      packages: { 'node_modules/a': { version: '1.0.1' }, 'node_modules/b': { version: '2.0.0' } },
    }
    expect(setup.missingPackages(lock, installed)).toEqual(['node_modules/a'])
  })
})

describe('the hash of the sources', () => {
  const hashOf = (files: Readonly<Record<string, string>>): string => {
    const root = fs.mkdtempSync(path.join(tmpdir(), 'binhan-setup-'))
    for (const [place, text] of Object.entries({ 'src/a.ts': '1', 'bin/b.mjs': '2', ...files })) {
      fs.mkdirSync(path.join(root, path.dirname(place)), { recursive: true })
      fs.writeFileSync(path.join(root, place), text)
    }
    const hash = setup.hashSources(root)
    fs.rmSync(root, { recursive: true })
    return hash
  }

  it('changes with a source, a name and the lock file', () => {
    const changes: readonly Readonly<Record<string, string>>[] = [
      {},
      { 'src/a.ts': '3' },
      { 'src/c.ts': '' },
      { 'package-lock.json': '{}' },
    ]
    const hashes = changes.map(hashOf)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('stays when only a test changes, or nothing', () => {
    expect(hashOf({})).toBe(hashOf({ 'src/a.test.ts': 'x' }))
  })
})

describe('the lock of the build', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-lock-'))
    file = path.join(folder, '.lock')
  })
  afterEach(() => fs.rmSync(folder, { recursive: true }))
  const leave = (owner: object) => fs.writeFileSync(file, JSON.stringify(owner))
  const ownerNow = () => JSON.parse(fs.readFileSync(file, 'utf8')) as { pid: number }
  const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

  it('is taken over at once from a process that is gone', async () => {
    leave({ pid: deadPid(), startedAt: '1', where: hereName() })
    let looks = 0
    await takeLock(file, async () => void looks++)
    expect(looks).toBe(0)
    expect(ownerNow()).toMatchObject({ pid: process.pid })
  })

  it('is not held by a living process that was given the number of the one that is gone', async () => {
    leave({ pid: process.ppid, startedAt: '1', where: hereName() })
    await takeLock(file, async () => {})
    expect(ownerNow()).toMatchObject({ pid: process.pid })
  })

  it('is not broken because the number of its owner means nothing here', async () => {
    // Another container that builds into the same folder: its process has no number among ours.
    leave({ pid: deadPid(), startedAt: '1', where: 'máy khác' })
    let beats = 0
    await takeLock(file, async () => {
      expect(ownerNow()).toMatchObject({ where: 'máy khác' })
      if (++beats <= 500) fs.utimesSync(file, beats, beats)
    })
    expect(beats).toBeGreaterThan(500)
    expect(ownerNow()).toMatchObject({ pid: process.pid })
  })

  it.each(['', '4711', 'x'])(
    'is taken over when nobody says whose it is and nobody touches it: %j',
    async (text) => {
      fs.writeFileSync(file, text)
      await takeLock(file, async () => {})
      expect(ownerNow()).toMatchObject({ pid: process.pid })
    },
  )

  it('lets one process after the other through, and is gone in the end', async () => {
    const log = path.join(folder, 'log')
    const script = `
      import fs from 'node:fs'
      const { takeLock } = await import(${JSON.stringify(lockModule)})
      await takeLock(${JSON.stringify(file)})
      fs.appendFileSync(${JSON.stringify(log)}, 'in ')
      for (const end = Date.now() + 300; Date.now() < end; );
      fs.appendFileSync(${JSON.stringify(log)}, 'out ')
      process.exit(0)`
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
    await Promise.all([run(), run(), run()])
    expect(fs.readFileSync(log, 'utf8')).toBe('in out in out in out ')
    expect(fs.existsSync(file)).toBe(false)
  })
})

describe('an old Node', () => {
  /** Runs a script under a process that claims to be another Node. */
  const runAs = (version: string, script: string): { status: number; said: string } => {
    const claim = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
    const preload = `data:text/javascript,${encodeURIComponent(claim)}`
    try {
      execFileSync(process.execPath, ['--import', preload, script], { stdio: 'pipe' })
      return { status: 0, said: '' }
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: Buffer }
      return { status, said: stderr.toString('utf8') }
    }
  }

  it.each(['bin/start.mjs', 'bin/test.mjs', 'bin/binhan.mjs'])('is told what to do by %s', (script) => {
    const { status, said } = runAs('18.20.4', script)
    expect(status).toBe(1)
    expect(said).toContain('Bình An cần Node.js 20.19 trở lên, máy này đang dùng 18.20.4')
  })
})
