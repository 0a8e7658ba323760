import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getFromTar } from './tar.ts'

/** The last Chromium for Windows 7, as a package that keeps old builds: 109.0.5412.0, headless, Linux on x64. */
const PACKAGE = {
  spec: '@sparticuz/chromium@109.0.6',
  integrity:
    'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  program: 'package/bin/chromium.br',
} as const

/** Throws unless these are the very bytes that the hash (`sha512-` and base64, as in a lock file) stands for. */
export const checkIntegrity = (bytes: Uint8Array, integrity: string): void => {
  const got = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (got !== integrity) throw new Error(`${PACKAGE.spec} is not what it was: ${got} instead of ${integrity}`)
}

/** Outside of the project and its lock file, so that one download serves every checkout. */
const cacheFolder = (): string =>
  path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'binhan')

const download = (into: string): Buffer => {
  const npm = spawnSync('npm', ['pack', PACKAGE.spec, '--silent', '--pack-destination', into], {
    // Anywhere but the project, whose own settings of npm do not concern this.
    cwd: into,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (npm.status !== 0) throw new Error(`npm could not fetch ${PACKAGE.spec}`)
  return fs.readFileSync(path.join(into, npm.stdout.trim()))
}

/** The path of the oldest browser; fetched (58 MB) and unpacked (160 MB) when the cache lacks it. */
export const ensureOldestBrowser = (): string => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('the package of the oldest browser runs on Linux on x64 only')
  const folder = cacheFolder()
  // The name carries the hash: another package would never be taken for this one.
  const program = path.join(folder, `chromium-109-${PACKAGE.integrity.slice(7, 15).replace(/\W/gu, '')}`) // ascii: base64
  if (fs.existsSync(program)) return program
  fs.mkdirSync(folder, { recursive: true })
  const draft = fs.mkdtempSync(`${program}.`)
  try {
    console.error(`Fetching ${PACKAGE.spec} (58 MB) …`)
    const bytes = download(draft)
    checkIntegrity(bytes, PACKAGE.integrity)
    const unpacked = path.join(draft, 'chromium')
    fs.writeFileSync(unpacked, brotliDecompressSync(getFromTar(gunzipSync(bytes), PACKAGE.program)), {
      mode: 0o755,
    })
    // In one step, so that the name always stands for a whole program.
    fs.renameSync(unpacked, program)
  } finally {
    fs.rmSync(draft, { recursive: true, force: true })
  }
  return program
}
