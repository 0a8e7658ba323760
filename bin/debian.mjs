// Installs packages of the system that tests need, where this process may.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const isDebian = () => existsSync('/etc/debian_version')

/** Whether packages can be installed here without asking anybody. */
const canInstall = () => isDebian() && process.getuid?.() === 0

/** Installs these packages on Debian as root and says what for; elsewhere it does nothing. */
export const installPackages = (packages, what) => {
  if (!canInstall()) return
  console.error(`Đang cài ${what} (apt-get) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] })
  run(['update', '-qq'])
  run(['install', '-y', '-qq', '--no-install-recommends', ...packages])
}
