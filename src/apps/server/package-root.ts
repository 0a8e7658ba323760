import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package root, from the built file `dist/server/*.mjs` as from a tool's cache folder. */
export const packageRoot = (): string => {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!fs.existsSync(path.join(folder, 'migrations'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('the folder of migrations was not found')
    folder = parent
  }
  return folder
}
