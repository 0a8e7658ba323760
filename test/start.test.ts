import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The two commands that a person types first, run as they run them. */

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
  it('serves the page, stops on Ctrl-C, and starts again on the same data', async () => {
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
  })
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
