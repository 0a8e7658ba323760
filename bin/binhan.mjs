#!/usr/bin/env node
// `npx binhan …`: the command line; same code as the server. Ends with the command's own exit code.
import { nodeIsNewEnough } from './node-version.mjs'

const run = async () => {
  const { default: path } = await import('node:path')
  const { pathToFileURL } = await import('node:url')
  const { ensureBuilt, ensureInstalled, root } = await import('./setup.mjs')
  ensureInstalled()
  // Only the server serves pages; the other commands need not wait for the web build.
  ensureBuilt(['start', 'serve'].includes(process.argv[2]) ? ['server', 'web'] : ['server'])
  const cli = path.join(root, 'dist/server/cli.mjs')
  process.argv = [process.argv[0], cli, ...process.argv.slice(2)]
  await import(pathToFileURL(cli).href)
}

if (nodeIsNewEnough()) {
  run().catch((error) => {
    console.error(error)
    process.exit(1)
  })
} else process.exit(1)
