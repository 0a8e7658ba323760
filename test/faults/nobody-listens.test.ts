import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { duties, planText } from '#apps/server/plan-testing.ts'

/** First starts open an embedded database, and machines that test are busy. */
const SLOW = 300_000

const findPort = async (): Promise<number> => {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

describe('when nobody listens to what is printed', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-unheard-'))
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  it(
    'the server starts, serves and stops all the same',
    async () => {
      const port = await findPort()
      const server = spawn(process.execPath, ['bin/start.mjs', '--empty'], {
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          DATA_DIR: path.join(folder, 'data'),
          PORT: String(port),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      server.stdout.destroy()
      const ended = once(server, 'exit')
      const answers = async (): Promise<boolean> =>
        await fetch(`http://127.0.0.1:${port}/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      await vi.waitUntil(async () => server.exitCode !== null || (await answers()), {
        timeout: SLOW,
        interval: 200,
      })
      expect(server.exitCode).toBeNull()
      // What it says after it listens goes nowhere either.
      expect(await answers()).toBe(true)
      server.kill('SIGTERM')
      expect((await ended)[0]).toBe(0)
    },
    SLOW,
  )

  it(
    'a command ends by itself and complains of nothing',
    async () => {
      execFileSync(process.execPath, [
        'bin/bundle-to.mjs',
        'src/apps/cli/main.ts',
        path.resolve('node_modules/.cache', path.basename(folder)),
      ])
      const cli = path.resolve('node_modules/.cache', path.basename(folder), 'main.mjs')
      const files = Array.from({ length: 30 }, (_, i) => {
        const name = path.join(folder, `${i}.txt`)
        fs.writeFileSync(name, planText(duties, { number: `${i + 1}/KH-UBND` }))
        return name
      })
      const child = spawn(process.execPath, [cli, 'extract', ...files, '--json'], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let complaint = ''
      child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()))
      const ended = once(child, 'close')
      await once(child.stdout, 'data')
      child.stdout.destroy()
      expect((await ended)[0]).toBe(0)
      // How far it came is told beside; nothing else is.
      expect(complaint.trim()).toBe('Đọc văn bản: 30/30')
      fs.rmSync(path.dirname(cli), { recursive: true, force: true })
    },
    SLOW,
  )
})
