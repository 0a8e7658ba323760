// `npm test [-- arguments of vitest]`: installs and builds what is needed, runs every test once,
// and ends with the plain line `N passed, N failed`.
import { nodeIsNewEnough } from './node-version.mjs'

/** Counts what vitest wrote; a file that could not be loaded or an error outside the tests is a failure too. */
const count = (report, status) => {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

const test = async () => {
  const { spawnSync } = await import('node:child_process')
  const { mkdtempSync, readFileSync, rmSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { default: path } = await import('node:path')
  const { ensureBuilt, ensureInstalled, root } = await import('./setup.mjs')
  const { ensureChromium } = await import('./chromium.mjs')
  const { ensureOffice } = await import('./libreoffice.mjs')
  // Whatever ends this process early, the last line says so in the form that machines read.
  let counted = false
  process.on('exit', () => counted || console.log('0 passed, 1 failed'))
  ensureInstalled()
  const chromium = ensureChromium()
  ensureOffice()
  ensureBuilt(['server', 'web'])
  const folder = mkdtempSync(path.join(tmpdir(), 'binhan-test-'))
  const output = path.join(folder, 'report.json')
  const run = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${output}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium } },
  )
  let report
  try {
    report = JSON.parse(readFileSync(output, 'utf8'))
  } catch {
    // No report: vitest itself did not get through, and said why above.
  }
  rmSync(folder, { recursive: true, force: true })
  const { passed, failed, skipped } = count(report, run.status)
  counted = true
  if (skipped > 0) console.log(`${skipped} not run`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 || run.status !== 0 ? 1 : 0)
}

if (nodeIsNewEnough()) {
  test().catch((error) => {
    console.error(error)
    process.exit(1)
  })
} else process.exit(1)
