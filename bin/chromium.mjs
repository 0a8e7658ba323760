// Finds a Chromium for the browser tests; on Debian as root it installs the package.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { installPackages, isDebian } from './debian.mjs'

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']

const places = () => [
  ...(process.env['CHROMIUM_PATH'] ? [process.env['CHROMIUM_PATH']] : []),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...windowsFolders
    .flatMap((name) => (process.env[name] ? [process.env[name]] : []))
    .flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
]

/** The path of an installed Chromium, Chrome or Edge; undefined when there is none. */
export const findChromium = () => places().find((file) => existsSync(file))

/** Installs what is missing where that is possible; otherwise ends with the one line that mends it. */
export const ensureChromium = () => {
  const found = findChromium()
  if (found) return found
  installPackages(['chromium'], 'Chromium cho các phép thử trên trình duyệt')
  const installed = findChromium()
  if (installed) return installed
  console.error(
    isDebian()
      ? 'Thiếu Chromium. Chạy: sudo apt-get install -y chromium'
      : 'Thiếu Chromium. Cài Chrome hoặc Chromium; nếu để ở nơi khác thường, chạy: CHROMIUM_PATH=/nơi/để/chrome npm test',
  )
  return process.exit(1)
}
