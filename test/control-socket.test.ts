import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { askAddress } from '#apps/server/control.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The command line beside a real server process on the same data folder. */
describe('the command line while the server runs', () => {
  let folder: string
  let server: ChildProcess
  let address: string | undefined
  const environment = (extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DATA_DIR: path.join(folder, 'data'),
    ...extra,
  })
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [path.resolve('bin/binhan.mjs'), ...args], {
      encoding: 'utf8',
      cwd: folder,
      env: environment(),
    })

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-socket-'))
    server = spawn(process.execPath, ['bin/start.mjs', '--empty'], {
      env: environment({ PORT: '0', LOG_LEVEL: 'silent' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = (await once(server.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
    address = /http:\/\/127\.0\.0\.1:\d+/u.exec(said.toString('utf8'))?.[0]
  })
  afterAll(async () => {
    if (server.exitCode === null) {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
    }
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it('takes a file in through the server, named relative to the folder of the person', () => {
    fs.writeFileSync(path.join(folder, 'tin.txt'), 'Trời mưa, đường trơn, lái xe chậm lại.\n')
    const done = run('import', 'tin.txt', '--json')
    expect(done).toMatchObject({ status: 0 })
    expect(JSON.parse(done.stdout)).toMatchObject({ file: 'tin.txt', state: 'refused', duplicate: null })
    const again = run('import', 'tin.txt')
    expect(again.stdout).toContain('đã có từ trước')
  })

  it('puts the address at which the server really listens into a link', async () => {
    const added = run('user', 'add', 'lan.vp', '--name', 'Trần Thị Lan', '--role', 'viewer', '--json')
    expect(added).toMatchObject({ status: 0, stderr: '' })
    const link = new URL((JSON.parse(added.stdout) as { link: string }).link)
    expect(link.origin).toBe(address)
    const known = await fetch(`${link.origin}/api/one-time-link?${link.searchParams.toString()}`)
    expect(await known.json()).toMatchObject({ purpose: 'reset', login: 'lan.vp' })
  })

  it('tells its address to a command that works beside it on PostgreSQL', async () => {
    expect(await askAddress(path.join(folder, 'data'))).toBe(address)
    expect(await askAddress(path.join(folder, 'khong-co'))).toBeUndefined()
  })

  it('passes on the code with which a command ends', () => {
    expect(run('user', 'end', 'khong-ai')).toMatchObject({ status: 1, stdout: '' })
    expect(run('journal', 'verify', '--json')).toMatchObject({ status: 0 })
  })

  it('waits for a server that is starting just now, and says what it waits for', async () => {
    const data = path.join(folder, 'starting')
    const starting = spawn(process.execPath, ['bin/start.mjs', '--empty'], {
      env: environment({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: data }),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(starting, 'exit')
    const isHeld = (): boolean =>
      fs.existsSync(data) &&
      fs.readdirSync(data, { recursive: true }).some((name) => String(name).endsWith('binhan.lock'))
    while (!isHeld()) await new Promise((resolve) => setTimeout(resolve, 10))
    const early = spawnSync(
      process.execPath,
      [path.resolve('bin/binhan.mjs'), 'journal', 'verify', '--json'],
      {
        encoding: 'utf8',
        env: environment({ DATA_DIR: data }),
      },
    )
    expect(early).toMatchObject({ status: 0 })
    expect(JSON.parse(early.stdout)).toMatchObject({ faults: [] })
    expect(early.stderr).toContain(`tiến trình số ${starting.pid}`)
    expect(early.stderr).toContain('đang khởi động')
    starting.kill('SIGINT')
    await ended
  })

  it('refuses a second server on the folder, in Vietnamese, and leaves the first alone', () => {
    const second = spawnSync(process.execPath, ['bin/start.mjs'], {
      encoding: 'utf8',
      env: environment({ PORT: '0', LOG_LEVEL: 'silent' }),
    })
    expect(second.status).toBe(1)
    expect(second.stderr).toContain('Thư mục dữ liệu đang được một tiến trình Bình An khác sử dụng.')
    expect(second.stderr).toContain(`tiến trình số ${server.pid}`)
    expect(second.stderr).toContain('DATA_DIR')
    expect(run('migrate', '--json')).toMatchObject({ status: 0 })
  })
  it('stops the server, last of all, which has ended when the command has', async () => {
    const ended = once(server, 'exit')
    // Not `run`: this process must hear that its child has ended, or the number would stay taken.
    const stop = async (): Promise<{ code: number; said: unknown }> => {
      const command = spawn(process.execPath, [path.resolve('bin/binhan.mjs'), 'stop', '--json'], {
        cwd: folder,
        env: environment(),
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      command.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
      const [code] = (await once(command, 'close')) as [number]
      return { code, said: JSON.parse(said) }
    }
    expect(await stop()).toEqual({ code: 0, said: { stopped: server.pid } })
    expect(await ended).toEqual([0, null])
    const locks = fs.readdirSync(path.join(folder, 'data')).filter((name) => name.startsWith('binhan.lock'))
    expect(locks).toEqual([])
    expect(await stop()).toMatchObject({ code: 1, said: { error: 'cli.no-server' } })
  })
})
