import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServerDatabase, testDatabases } from '#platform/server/db/testing.ts'

const KILLS = 4

let folder: string
let teller: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-told-'))
  teller = path.join(folder, 'teller')
  execFileSync(process.execPath, ['bin/bundle-to.mjs', 'test/faults/teller.ts', teller])
  fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
}, 120_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Kill {
  /** After so many duties were given, */
  readonly after: number
  /** and so many milliseconds. */
  readonly wait: number
}

/** Starts the teller, kills it in the middle of its work or lets it end, and returns what it said. */
const run = (data: string, url: string, start: number, kill?: Kill): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const given = [path.join(teller, 'teller.mjs'), data, url, String(start)]
    const child = spawn(process.execPath, kill ? given : [...given, 'last'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines: string[] = []
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (lines.length === kill?.after) setTimeout(() => child.kill('SIGKILL'), kill.wait)
    })
    child.on('error', reject)
    child.on('close', () => resolve(lines))
  })

const kills = fc.record({ after: fc.integer({ min: 1, max: 4 }), wait: fc.integer({ min: 0, max: 400 }) })

describe.each(testDatabases().map(({ name }) => name))('a server on the %s database', (name) => {
  it(
    `tells of every duty through ${KILLS} kills: once, or by letter again, never not`,
    {
      timeout: 900_000,
    },
    async () => {
      const data = path.join(folder, name)
      const made =
        name === 'server' ? await makeServerDatabase(process.env['TEST_DATABASE_URL'] ?? '') : undefined
      const url = made?.url ?? ''
      const given: string[] = []
      for (const [start, kill] of fc.sample(kills, KILLS).entries())
        for (const line of await run(data, url, start, kill)) given.push(line.slice('given '.length))
      const told = new Map<string, readonly number[]>()
      for (const line of await run(data, url, KILLS)) {
        const [word, text = '', ...counts] = line.split(' ')
        if (word === 'told') told.set(text, counts.map(Number))
      }
      await made?.drop()
      expect(given.length).toBeGreaterThanOrEqual(KILLS)
      expect(given.filter((text) => !told.has(text))).toEqual([])
      for (const [notices, sent, letters] of told.values()) {
        // In the bell once; its letter went out, and again at most for each kill.
        expect([notices, sent]).toEqual([1, 1])
        expect(letters).toBeGreaterThanOrEqual(1)
        expect(letters).toBeLessThanOrEqual(1 + KILLS)
      }
    },
  )
})
