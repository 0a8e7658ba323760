// `npm start`: installs if needed, builds if stale, then becomes the server.
import { nodeIsNewEnough } from './node-version.mjs'

const start = async () => {
  const { default: path } = await import('node:path')
  const { pathToFileURL } = await import('node:url')
  const { ensureBuilt, ensureInstalled, root } = await import('./setup.mjs')
  ensureInstalled()
  ensureBuilt(['server', 'web'])
  const server = path.join(root, 'dist/server/server.mjs')
  process.argv = [process.argv[0], server, ...process.argv.slice(2)]
  // In this very process: Ctrl-C and SIGTERM reach the server without a go-between.
  await import(pathToFileURL(server).href)
}

if (nodeIsNewEnough()) {
  start().catch((error) => {
    console.error(error)
    process.exit(1)
  })
} else process.exit(1)
