import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const KILLS = 20

let folder: string
let writer: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-kill-'))
  // Bundled once, so that the process to be killed is the writer itself and nothing before it.
  writer = path.join(folder, 'writer')
  execFileSync(process.execPath, ['bin/bundle-to.mjs', 'test/faults/writer.ts', writer])
  fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Round {
  readonly acknowledged: number
  readonly broken: string | undefined
}

/** Starts the writer, lets it write for `lifetime` milliseconds and kills it in the middle. */
const runAndKill = (data: string, acknowledged: number, lifetime: number): Promise<Round> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(writer, 'writer.mjs'), data, String(acknowledged)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let last = acknowledged
    let broken: string | undefined
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, ...rest] = line.split(' ')
      if (word === 'ready') setTimeout(() => child.kill('SIGKILL'), lifetime)
      else if (word === 'done') last = Number(rest[0])
      else if (word === 'broken') broken = rest.join(' ')
    })
    child.on('error', reject)
    child.on('close', () => resolve({ acknowledged: last, broken }))
  })

describe('the embedded database killed while writing', () => {
  it(`keeps every acknowledged write through ${KILLS} kills`, { timeout: 600_000 }, async () => {
    const data = path.join(folder, 'data')
    let acknowledged = 0
    for (const lifetime of fc.sample(fc.integer({ min: 5, max: 900 }), KILLS)) {
      const round = await runAndKill(data, acknowledged, lifetime)
      expect(round.broken).toBeUndefined()
      acknowledged = round.acknowledged
    }
    expect(acknowledged).toBeGreaterThan(KILLS)
    // One more start, left to end by itself, looks at what the last kill left.
    const end = spawnSync(process.execPath, [
      path.join(writer, 'writer.mjs'),
      data,
      String(acknowledged),
      '1',
    ])
    expect(end.stdout.toString()).toMatch(/^ready\nflushes \d+\n$/u)
    expect(end.status).toBe(0)
  })

  it('says so when an acknowledged write is missing', { timeout: 120_000 }, () => {
    const data = path.join(folder, 'short')
    const end = spawnSync(process.execPath, [path.join(writer, 'writer.mjs'), data, '3', '1'])
    expect(end.stdout.toString()).toBe('broken acknowledged 3, found 0\n')
    expect(end.status).toBe(9)
  })
})

describe('a commit', () => {
  const COMMITS = 40
  const hasTracer = spawnSync('strace', ['-V']).status === 0

  it('reaches the disk once at least, whatever a kill could hide', { timeout: 240_000 }, () => {
    const data = path.join(folder, 'flushed')
    const trace = path.join(folder, 'trace')
    const run = [path.join(writer, 'writer.mjs'), data, '0', String(COMMITS)]
    const end = hasTracer
      ? spawnSync('strace', ['-f', '-qq', '-e', 'trace=fdatasync', '-o', trace, process.execPath, ...run])
      : spawnSync(process.execPath, run)
    const flushes = Number(/flushes (\d+)/u.exec(end.stdout.toString())?.[1])
    expect(flushes).toBeGreaterThanOrEqual(COMMITS)
    if (!hasTracer) return
    const calls = fs
      .readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => /fdatasync\(\d+\)\s+= 0/u.test(line))
    expect(calls.length).toBeGreaterThanOrEqual(flushes)
  })
})
