import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openWorkers, WorkerDied, WorkersClosed, type WorkerBounds, type Workers } from './pool.ts'

const { bundle } = (await import(pathToFileURL(path.resolve('bin/bundle.mjs')).href)) as {
  readonly bundle: (entries: Readonly<Record<string, string>>, folder: string) => Promise<void>
}

describe('a pool of workers', () => {
  let folder: string
  let entry: string
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-workers-'))
    // A user's folder may be called so.
    const place = path.join(folder, 'Máy của tôi #1')
    await bundle({ worker: 'src/platform/server/workers/testing-worker.ts' }, place)
    // Where the bundle lies, no package is found and none is needed.
    entry = path.join(place, 'worker.mjs')
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  let workers: Workers
  const open = (bounds: Partial<WorkerBounds> = {}): Workers =>
    (workers = openWorkers(pathToFileURL(entry), {
      size: 1,
      milliseconds: 60_000,
      memoryMb: 256,
      ...bounds,
    }))
  afterEach(() => workers.close())

  it('does what it is asked, with data as it was', async () => {
    const input = { map: new Map([['Sở Xây dựng', [1]]]), bytes: new Uint8Array([0, 255]), half: '\uD800' }
    expect(await open().run('echo', input)).toEqual({ end: 'done', value: input })
  })

  it('keeps a worker for the next task', async () => {
    open()
    expect(await workers.run('whoami', 0)).toEqual(await workers.run('whoami', 0))
  })

  it('hands on the error of a task, and its worker goes on', async () => {
    open()
    const before = await workers.run('whoami', 0)
    const error: unknown = await workers.run('fail', 0).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toBe('hỏng')
    await expect(workers.run('no-such-task', 0)).rejects.toThrow('no task is called no-such-task')
    await expect(workers.run('echo', () => {})).rejects.toThrow('could not be cloned')
    expect(await workers.run('whoami', 0)).toEqual(before)
  })

  it('ends a task that overruns, goes on answering meanwhile, and does the next one', async () => {
    open({ milliseconds: 1_500 })
    const said: string[] = []
    const spinning = workers.run('spin', 0, () => {
      said.push('begun')
      setImmediate(() => said.push('answered'))
    })
    // It waits longer in the queue than it may take: that is not held against it.
    const next = workers.run('echo', 'an toàn')
    said.push((await spinning).end)
    expect(said).toEqual(['begun', 'answered', 'overrun'])
    expect(await next).toEqual({ end: 'done', value: 'an toàn' })
  })

  it('outlives a task that takes all the memory it is given', async () => {
    open({ memoryMb: 64 })
    expect(await workers.run('grow', 0)).toEqual({ end: 'out-of-memory' })
    expect(await workers.run('echo', 1)).toEqual({ end: 'done', value: 1 })
  })

  it.each([
    [
      'is killed from outside',
      (pool: Workers) => pool.run('spin', 0, (pid) => process.kill(pid as number, 'SIGKILL')),
    ],
    ['ends by itself', (pool: Workers) => pool.run('leave', 0)],
  ])('says that a worker died which %s, and starts another', async (_how, ask) => {
    open()
    await expect(ask(workers)).rejects.toBeInstanceOf(WorkerDied)
    expect(await workers.run('echo', 1)).toEqual({ end: 'done', value: 1 })
  })

  it('says that a worker cannot start', async () => {
    workers = openWorkers(pathToFileURL(path.join(folder, 'none.mjs')), {
      size: 1,
      milliseconds: 1_000,
      memoryMb: 64,
    })
    await expect(workers.run('echo', 1)).rejects.toBeInstanceOf(WorkerDied)
  })

  it('does as many tasks at once as it has workers', async () => {
    open({ size: 2, milliseconds: 2_500 })
    const begun = Array.from({ length: 3 }, () => ({ at: 0 }))
    let events = 0
    const ends = await Promise.all(
      begun.map(async (one) => {
        const { end } = await workers.run('spin', 0, () => (one.at = ++events))
        return { end, at: ++events }
      }),
    )
    expect(ends.map(({ end }) => end)).toEqual(['overrun', 'overrun', 'overrun'])
    // The second began before the first ended; the third only after one of them.
    expect(begun[1]?.at).toBeLessThan(Math.min(...ends.map(({ at }) => at)))
    expect(begun[2]?.at).toBeGreaterThan(Math.min(...ends.map(({ at }) => at)))
  })

  it('ends its workers amid their work when it is closed, and takes no more', async () => {
    open()
    let pid = 0
    const begun = new Promise<void>((resolve) => {
      workers
        .run('spin', 0, (note) => {
          pid = note as number
          resolve()
        })
        .catch(() => undefined)
    })
    const waiting = workers.run('echo', 1).catch((error: unknown) => error)
    await begun
    await workers.close()
    expect(await waiting).toBeInstanceOf(WorkersClosed)
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    await expect(workers.run('echo', 1)).rejects.toBeInstanceOf(WorkersClosed)
  })

  it('leaves no worker behind when the asker itself is killed', async () => {
    open()
    const asker = `
      const child = require('node:child_process').fork(${JSON.stringify(entry)}, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
      child.on('message', ({ say, note }) => {
        if (say === 'ready') child.send({ task: 'spin', input: 0 })
        else console.log(note)
      })`
    const asking = spawn(process.execPath, ['-e', asker], { stdio: ['ignore', 'pipe', 'ignore'] })
    const pid = await new Promise<number>((resolve) =>
      asking.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
    )
    expect(() => process.kill(pid, 0)).not.toThrow()
    asking.kill('SIGKILL')
    await expect.poll(() => isRunning(pid), { timeout: 30_000, interval: 200 }).toBe(false)
  })
})

/** A process that has ended may wait for an init that never asks for it: then it is a zombie. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const stat = `/proc/${pid}/stat`
  return !fs.existsSync(stat) || !/^\d+ \(.*\) Z/u.test(fs.readFileSync(stat, 'utf8'))
}
