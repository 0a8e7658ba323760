import { rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig } from 'vitest/config'
import { bundle, root } from './bin/bundle.mjs'
import { entries } from './bin/entries.mjs'
import { definitions } from './bin/reader-version.mjs'

/** Vitest runs TypeScript, but a process of its own runs a file: the worker is bundled for each run of the tests. */
const bundleWorker = async (): Promise<string> => {
  const folder = path.join(root, 'node_modules/.cache/binhan', `vitest-${process.pid}`)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  await bundle({ worker: entries.workers.worker }, folder)
  return pathToFileURL(path.join(folder, 'worker.mjs')).href
}

export default defineConfig(async () => ({
  define: { ...definitions(), BINHAN_WORKER: JSON.stringify(await bundleWorker()) },
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'threads',
    // Nothing is asserted of how long a test takes; these only end one that hangs, on a loaded machine too.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    allowOnly: false,
  },
}))
