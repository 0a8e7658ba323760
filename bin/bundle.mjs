// Turns TypeScript entries into plain modules that Node 20 runs: one rolldown pass, packages left outside.
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { definitions } from './reader-version.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const isPackage = (id) => !id.startsWith('.') && !id.startsWith('#') && !path.isAbsolute(id)

/** Bundles `entries` (name → path from the root) into `outDir`, flat, so that siblings find each other by URL. */
export const bundle = async (entries, outDir) => {
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(root, file)])),
    platform: 'node',
    external: (id) => isPackage(id),
    logLevel: 'warn',
    // The worker stands beside whatever starts it.
    transform: { define: { ...definitions(), BINHAN_WORKER: JSON.stringify('./worker.mjs') } },
  })
  await build.write({
    dir: outDir,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    sourcemap: true,
  })
  await build.close()
}
