import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { printTable, spread } from './table.ts'

const environment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  ...extra,
})

/** From the command to the first page that can be used: address printed, health, page, its script, session. */
const startOnce = async (dataDir: string): Promise<number> => {
  const started = performance.now()
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    env: environment({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)))
  })
  const health = await fetch(`${address}/health`)
  const page = await (await fetch(address)).text()
  const script = /src="(\/assets\/[^"]+)"/u.exec(page)?.[1]
  const replies = await Promise.all([
    fetch(`${address}${script ?? '/none'}`),
    fetch(`${address}/api/session`),
  ])
  for (const reply of [health, ...replies]) if (!reply.ok) throw new Error(`${reply.url}: ${reply.status}`)
  const elapsed = performance.now() - started
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
  return elapsed
}

/** The peer: Node with nothing but PGlite and PostGIS opened on a folder. */
const openBare = async (dataDir: string): Promise<number> => {
  const code = `import { PGlite } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
const db = new PGlite({ dataDir: ${JSON.stringify(dataDir)}, extensions: { postgis } })
await db.exec('create extension if not exists postgis; select 1')
await db.close()`
  const started = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' })
  const [status] = (await once(child, 'exit')) as [number | null]
  if (status !== 0) throw new Error(`bare PGlite ended with ${status}`)
  return performance.now() - started
}

/** First and second start on a new folder, embedded, beside a bare open of the same database. */
export const benchStart = async (rounds: number): Promise<void> => {
  const times: Record<'first' | 'second' | 'bareFirst' | 'bareSecond', number[]> = {
    first: [],
    second: [],
    bareFirst: [],
    bareSecond: [],
  }
  for (let round = 0; round < rounds; round++) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-bench-'))
    try {
      times.first.push(await startOnce(path.join(folder, 'data')))
      times.second.push(await startOnce(path.join(folder, 'data')))
      times.bareFirst.push(await openBare(path.join(folder, 'bare')))
      times.bareSecond.push(await openBare(path.join(folder, 'bare')))
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
  const row = (name: string, values: readonly number[], budget: string) => ({
    name,
    cells: [
      ...spread(
        values.map((ms) => ms / 1000),
        2,
      ),
      budget,
    ],
  })
  printTable(
    `Start-up: npm start → first page usable, embedded, ${rounds} rounds, seconds`,
    ['', 'median', 'min', 'max', 'budget'],
    [
      row('first start, with the sample province', times.first, '≤ 30'),
      row('second start', times.second, '≤ 8'),
      row('peer: node + PGlite + PostGIS, new folder', times.bareFirst, ''),
      row('peer: node + PGlite + PostGIS, again', times.bareSecond, ''),
    ],
  )
}
