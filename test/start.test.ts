import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The two commands that a person types first, run as they run them. */

/** A first start opens an embedded database, and machines that test are busy. */
const SLOW = 240_000

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-start-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Environment of the product: nothing of the surrounding test run but what every program has. */
const environment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  ...extra,
})

interface Running {
  readonly child: ChildProcess
  readonly address: string
  /** Everything said so far. */
  readonly said: () => string
}

/** Starts the product and waits for the address that it prints. */
const start = async (...args: string[]): Promise<Running> => {
  const child = spawn(process.execPath, ['bin/start.mjs', ...args], {
    env: environment({ PORT: '0', DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      const printed = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0]
      if (printed !== undefined) found(printed)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => failed(new Error(`ended with ${code} before it listened:\n${said}`)))
  })
  return { child, address, said: () => said }
}

const stop = async ({ child }: Running, signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> => {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = (await ended) as [number | null]
  return code
}

describe('npm start', () => {
  it(
    'serves the page, stops on Ctrl-C, and starts again on the same data',
    async () => {
      const first = await start('--empty')
      const health = await fetch(`${first.address}/health`)
      expect(await health.json()).toMatchObject({ status: 'ok', database: 'ok' })
      const page = await fetch(first.address)
      expect(page.headers.get('content-type')).toContain('text/html')
      expect(await page.text()).toContain('lang="vi"')
      expect(await stop(first, 'SIGINT')).toBe(0)

      const second = await start()
      expect((await fetch(`${second.address}/health`)).status).toBe(200)
      expect(await stop(second, 'SIGTERM')).toBe(0)
    },
    SLOW,
  )
})

describe('Ctrl-C in the shell that runs npm start', () => {
  it(
    'ends the server cleanly and frees the folder',
    async () => {
      const data = path.join(folder, 'shell')
      const shell = spawn('sh', ['-c', 'npm start -- --empty; echo ended'], {
        env: environment({ PORT: '0', DATA_DIR: data, LOG_LEVEL: 'warn' }),
        stdio: ['ignore', 'pipe', 'inherit'],
        // A group of its own, as a terminal gives to what runs in front.
        detached: true,
      })
      let said = ''
      const ended = once(shell, 'close')
      await new Promise<void>((found) => {
        shell.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString('utf8')
          if (/http:\/\/127\.0\.0\.1:\d+/u.test(said)) found()
        })
      })
      const listLocks = (): string[] =>
        fs
          .readdirSync(data, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('binhan.lock'))
      expect(listLocks()).toHaveLength(1)
      process.kill(-(shell.pid ?? 0), 'SIGINT')
      await ended
      expect(listLocks()).toEqual([])
      const verified = spawnSync(process.execPath, ['bin/binhan.mjs', 'journal', 'verify', '--json'], {
        encoding: 'utf8',
        env: environment({ DATA_DIR: data }),
      })
      expect(verified).toMatchObject({ status: 0, stderr: '' })
      expect(JSON.parse(verified.stdout)).toMatchObject({ faults: [] })
    },
    SLOW,
  )

  it(
    'is as clean when it comes twice',
    async () => {
      const running = await start('--empty')
      const ended = once(running.child, 'exit')
      running.child.kill('SIGINT')
      running.child.kill('SIGINT')
      expect(await ended).toEqual([0, null])
    },
    SLOW,
  )
})

describe('npx binhan', () => {
  /** npm keeps a link to the checkout in its cache; this test gives it a cache of its own. */
  const npx = (...args: string[]): { status: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync('npx', ['--offline', 'binhan', ...args], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: environment({ npm_config_cache: path.join(folder, 'npm'), DATA_DIR: path.join(folder, 'cli') }),
    })
    return { status, said: stdout + stderr }
  }

  it('is found in a checkout without being installed, and ends with the code of the command', () => {
    expect(npx('no-such-command').status).toBe(2)
    const migrated = npx('migrate', '--json')
    expect(migrated).toMatchObject({ status: 0 })
  })
})
