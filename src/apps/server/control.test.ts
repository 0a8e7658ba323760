import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import net from 'node:net'
import {
  askServer,
  controlPath,
  listenForCommands,
  NobodyListens,
  ServerWentAway,
  type ControlMessage,
} from './control.ts'

describe('commands to a running server', () => {
  let folder: string
  let stop: (() => Promise<void>) | undefined
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-control-'))
  })
  afterEach(async () => {
    await stop?.()
    stop = undefined
    fs.rmSync(folder, { recursive: true })
  })
  const ask = async (argv: string[]): Promise<{ code: number; messages: ControlMessage[] }> => {
    const messages: ControlMessage[] = []
    const code = await askServer(folder, { argv, cwd: '/somewhere' }, (message) => messages.push(message))
    return { code, messages }
  }

  it('go there and come back with lines and a code', async () => {
    stop = await listenForCommands(folder, async ({ argv, cwd }, send) => {
      send({ kind: 'progress', label: 'Bảng', done: 1, total: 2 })
      send({ kind: 'out', line: `${argv.join('|')} ở ${cwd}` })
      return 3
    })
    expect(await ask(['journal', 'verify'])).toEqual({
      code: 3,
      messages: [
        { kind: 'progress', label: 'Bảng', done: 1, total: 2 },
        { kind: 'out', line: 'journal|verify ở /somewhere' },
      ],
    })
  })

  it('serve several at once', async () => {
    stop = await listenForCommands(folder, async ({ argv }) => Number(argv[0]))
    const codes = await Promise.all([1, 2, 3].map((n) => ask([String(n)])))
    expect(codes.map((answer) => answer.code)).toEqual([1, 2, 3])
  })

  it('fail by one sentence when the command throws', async () => {
    stop = await listenForCommands(folder, async () => {
      throw new Error('hỏng')
    })
    expect(await ask(['x'])).toEqual({ code: 1, messages: [{ kind: 'err', line: 'hỏng' }] })
  })

  it('are refused when nobody listens', async () => {
    await expect(ask(['x'])).rejects.toThrow(/ENOENT/u)
    await expect(ask(['x'])).rejects.toBeInstanceOf(NobodyListens)
  })

  it('tell a server that ends amid the work from one that never heard of it', async () => {
    const server = net.createServer((socket) => socket.once('data', () => socket.destroy()))
    await new Promise<void>((resolve) => server.listen(controlPath(folder), resolve))
    stop = () => new Promise((resolve) => server.close(() => resolve()))
    await expect(ask(['x'])).rejects.toBeInstanceOf(ServerWentAway)
  })

  it('find the new server behind the socket of a killed one', async () => {
    fs.writeFileSync(controlPath(folder), '')
    stop = await listenForCommands(folder, async () => 0)
    expect((await ask(['x'])).code).toBe(0)
  })

  it('are open to nobody else', async () => {
    stop = await listenForCommands(folder, async () => 0)
    expect(fs.statSync(path.dirname(controlPath(folder))).mode & 0o077).toBe(0)
  })
})
