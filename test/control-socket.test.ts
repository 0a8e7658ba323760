import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The command line beside a real server process on the same data folder. */
describe('the command line while the server runs', () => {
  let folder: string
  let server: ChildProcess
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
    await once(server.stdout as NodeJS.ReadableStream, 'data')
  })
  afterAll(async () => {
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
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

  it('passes on the code with which a command ends', () => {
    expect(run('user', 'end', 'khong-ai')).toMatchObject({ status: 1, stdout: '' })
    expect(run('journal', 'verify', '--json')).toMatchObject({ status: 0 })
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
})
