// Runs one TypeScript tool: `node bin/run.mjs tools/check.ts [arguments]`.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { entries } from './entries.mjs'
import { nodeIsNewEnough } from './node-version.mjs'
import { ensureInstalled, root } from './setup.mjs'

const [, , file, ...rest] = process.argv
if (!file) {
  console.error('node bin/run.mjs tools/NAME.ts [arguments]')
  process.exit(2)
}
if (!nodeIsNewEnough()) process.exit(1)
ensureInstalled()
// Only now: the bundler is one of the packages.
const { bundle } = await import('./bundle.mjs')
const name = path.basename(file, '.ts')
const out = path.join(root, 'node_modules/.cache/binhan', `${name}-${process.pid}`)
process.on('exit', () => {
  try {
    rmSync(out, { recursive: true, force: true })
  } catch {
    // A folder left behind in the cache harms nobody.
  }
})
// Worker entries stand beside the tool, as they stand beside the server, so that both start them alike.
await bundle({ ...entries.workers, [name]: file }, out)
process.argv = [process.argv[0], path.join(root, file), ...rest]
await import(pathToFileURL(path.join(out, `${name}.mjs`)).href)
