import { spawnSync } from 'node:child_process'
import { ensureOldestBrowser } from './oldest-browser/fetch.ts'

/**
 * Runs the tests of the browser in the oldest one that the product works in, Chromium 109:
 * `npm run oldest-browser [-- FILES AND OPTIONS OF VITEST]`. Ends like `npm test` with `N passed, N failed`.
 */
const asked = process.argv.slice(2)
const run = spawnSync(process.execPath, ['bin/test.mjs', ...(asked.length > 0 ? asked : ['test/browser'])], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: ensureOldestBrowser() },
})
process.exit(run.status ?? 1)
