// What must stand before anything runs: the packages of the lock file and a build of the present sources.
// Imports no package: on a fresh clone there is none.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * The packages of the lock file that node_modules lacks or holds in another version.
 * Contents are compared, not times: a checkout or a copy sets times as it likes.
 * Optional packages are left out, because other systems' native parts are never installed.
 */
export const missingPackages = (lock, installed) =>
  Object.entries(lock?.packages ?? {})
    .filter(([place, wanted]) => place !== '' && !wanted.optional && !wanted.devOptional && !wanted.link)
    .filter(([place, wanted]) => installed?.packages?.[place]?.version !== wanted.version)
    .map(([place]) => place)

const npm = (args) => {
  const cli = process.env['npm_execpath']
  const viaNode = cli !== undefined && cli.endsWith('npm-cli.js')
  // Progress goes to the error stream: the output of a command belongs to its caller.
  const stdio = ['ignore', 2, 2]
  if (viaNode) return spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio })
  return spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' })
}

const endWith = (run) => process.exit(run.signal ? 130 : (run.status ?? 1))

/** Runs `npm ci` when node_modules is missing or differs from the lock file. Ends the process on failure. */
export const ensureInstalled = () => {
  const lock = readJson(path.join(root, 'package-lock.json'))
  const installed = readJson(path.join(root, 'node_modules/.package-lock.json'))
  if (missingPackages(lock, installed).length === 0) return
  console.error('Đang cài các gói phần mềm (npm ci), lần đầu mất khoảng nửa phút …')
  const run = npm(['ci', '--no-audit', '--no-fund'])
  if (run.status === 0) return
  console.error('Cài gói phần mềm không thành công. Kiểm tra đường mạng tới kho gói npm rồi chạy lại lệnh.')
  endWith(run)
}

const sourceFiles = function* (folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* sourceFiles(full)
    else if (!/\.test\.tsx?$/u.test(entry.name)) yield full
  }
}

/** One hash over everything a build is made from. */
export const hashSources = (base = root) => {
  const hash = createHash('sha256')
  const single = [
    'package-lock.json',
    'package.json',
    'tsconfig.base.json',
    'vite.config.ts',
    'tools/web-fonts.ts',
  ]
  const files = single.map((name) => path.join(base, name)).filter((file) => existsSync(file))
  for (const folder of ['src', 'bin']) files.push(...sourceFiles(path.join(base, folder)))
  for (const file of files) {
    hash.update(path.relative(base, file).replaceAll(path.sep, '/')).update('\0')
    hash.update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** The parts of the build: what to make, and the file that must exist when it is made. */
export const parts = {
  server: 'dist/server/server.mjs',
  web: 'dist/web/index.html',
}

export const stampFile = path.join(root, 'dist/.stamp')

/** The parts whose build is absent or made from other sources. */
export const staleParts = (wanted, hash = hashSources()) => {
  const stamp = readJson(stampFile) ?? {}
  return wanted.filter((part) => stamp[part] !== hash || !existsSync(path.join(root, parts[part])))
}

/** Builds what is stale, in a process of its own so that the bundlers' memory is given back. */
export const ensureBuilt = (wanted) => {
  const stale = staleParts(wanted)
  if (stale.length === 0) return
  console.error('Đang dựng chương trình …')
  const run = spawnSync(process.execPath, [path.join(root, 'bin/build.mjs'), ...stale], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (run.status === 0) return
  console.error('Dựng chương trình không thành công; lỗi ghi ở các dòng trên.')
  endWith(run)
}
