import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

/** First starts open an embedded database, and machines that test are busy. */
const SLOW = 300_000

describe('a server that is killed in the middle of an upload', () => {
  let folder: string
  let server: ChildProcess
  let address: string
  let cookie: string
  const data = (...parts: string[]): string => path.join(folder, 'data', ...parts)
  const environment = () => ({
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DATA_DIR: data(),
    PORT: '0',
    LOG_LEVEL: 'silent',
  })

  const start = async (): Promise<void> => {
    server = spawn(process.execPath, ['bin/start.mjs', '--empty'], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    for await (const piece of server.stdout as AsyncIterable<Buffer>) {
      said += piece.toString('utf8')
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0]
      if (found === undefined) continue
      address = found
      return
    }
    throw new Error(`the server ended before it listened: ${said}`)
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  const ask = async (url: string, options: RequestInit = {}) =>
    await fetch(`${address}${url}`, { ...options, headers: { cookie, ...options.headers } })

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-upload-'))
    await start()
    const added = spawnSync(
      process.execPath,
      [
        'bin/binhan.mjs',
        'user',
        'add',
        'lan',
        '--name',
        'Trần Thị Lan',
        '--role',
        'committee-office',
        '--json',
      ],
      { encoding: 'utf8', env: environment() },
    )
    const token = new URL((JSON.parse(added.stdout) as { link: string }).link).searchParams.get('token')
    cookie = ''
    const signedIn = await ask('/api/password-reset', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, password: 'đường về nhà mưa bay' }),
    })
    cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0] ?? '')
      .join('; ')
  }, SLOW)
  afterAll(async () => {
    await end('SIGTERM')
    fs.rmSync(folder, { recursive: true, force: true })
  }, SLOW)

  /** Names below a folder, and whether each that is a hash is that of its bytes. */
  const listFiles = (): { name: string; isWhole: boolean }[] =>
    fs.existsSync(data('files'))
      ? fs
          .readdirSync(data('files'), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => {
            const bytes = fs.readFileSync(path.join(entry.parentPath, entry.name))
            return {
              name: entry.name,
              isWhole: createHash('sha256').update(bytes).digest('hex') === entry.name,
            }
          })
      : []

  it(
    'keeps no half file under a name, sweeps what was left, and takes the rest of it',
    async () => {
      const bytes = Buffer.concat([Buffer.from('Kế hoạch\n'), randomBytes(300_000)])
      const half = 200_000
      const opened = await ask('/api/uploads', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ name: 'ke-hoach.txt', size: bytes.length }),
      })
      expect(opened.status).toBe(201)
      const { id } = (await opened.json()) as { id: string }
      const url = `/api/uploads/${id}`

      const sending = http.request(`${address}${url}`, {
        method: 'PATCH',
        headers: { cookie, 'content-type': 'application/octet-stream', 'upload-offset': '0' },
      })
      sending.on('error', () => {})
      sending.write(bytes.subarray(0, half))
      const part = data('uploads', `${id}.part`)
      await vi.waitUntil(() => fs.existsSync(part) && fs.statSync(part).size === half, { timeout: 60_000 })
      await end('SIGKILL')
      sending.destroy()
      expect(listFiles()).toEqual([])

      // What a kill in the middle of storing leaves.
      fs.mkdirSync(data('files', 'incoming'), { recursive: true })
      fs.writeFileSync(data('files', 'incoming', `${randomUUID()}.part`), bytes.subarray(0, half))

      await start()
      expect(listFiles()).toEqual([])
      const { offset } = (await (await ask(url)).json()) as { offset: number }
      expect(offset).toBeLessThanOrEqual(half)
      const done = await ask(url, {
        method: 'PATCH',
        headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
        body: bytes.subarray(offset),
      })
      expect(await done.json()).toMatchObject({ state: 'done', offset: bytes.length })
      const name = createHash('sha256').update(bytes).digest('hex')
      expect(listFiles()).toEqual([{ name, isWhole: true }])
      expect(fs.existsSync(part)).toBe(false)
    },
    SLOW,
  )
})
