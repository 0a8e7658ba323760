// Builds the server and the command line (rolldown) and the web app (vite): `npm run build [server] [web]`.
// Each part is made beside its place and then swapped in, so that a running server never sees half a build.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { bundle } from './bundle.mjs'
import { entries } from './entries.mjs'
import { takeLock } from './lock.mjs'
import { hashSources, parts, root, stampFile, staleParts } from './setup.mjs'

const makers = {
  server: (folder) => bundle({ ...entries.apps, ...entries.workers }, folder),
  web: async (folder) => {
    const { build } = await import('vite')
    await build({
      configFile: path.join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    })
  },
}

/** Windows refuses to move a folder while a virus scanner looks at what was just written into it. */
const move = async (from, to) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return renameSync(from, to)
    } catch (error) {
      if (attempt === 50 || !['EPERM', 'EACCES', 'EBUSY'].includes(error.code)) throw error
      await wait(100)
    }
  }
}

const swapIn = async (folder, place) => {
  const old = `${place}-old-${process.pid}`
  if (existsSync(place)) await move(place, old)
  await move(folder, place)
  rmSync(old, { recursive: true, force: true })
}

const remember = (part, hash) => {
  const stamp = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
  writeFileSync(stampFile, JSON.stringify({ ...stamp, [part]: hash }))
}

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !(part in parts))
if (unknown.length > 0) {
  console.error(`npm run build [${Object.keys(parts).join('] [')}]; không có phần "${unknown.join('", "')}".`)
  process.exit(2)
}
mkdirSync(path.join(root, 'dist'), { recursive: true })
await takeLock(path.join(root, 'dist/.lock'))
const hash = hashSources()
for (const part of staleParts(asked.length > 0 ? asked : Object.keys(parts), hash)) {
  const place = path.join(root, 'dist', part)
  const folder = `${place}-${process.pid}`
  const started = performance.now()
  try {
    await makers[part](folder)
    await swapIn(folder, place)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  remember(part, hash)
  console.error(`  dist/${part}  ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
process.exit(0)
