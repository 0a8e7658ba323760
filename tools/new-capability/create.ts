import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { domainFiles } from './domain-files.ts'
import { toNames, type Names } from './names.ts'
import { migrationText, serverFiles, webFiles } from './server-files.ts'

export class NewCapabilityError extends Error {}

/** Writes the skeleton of a capability into the checkout at `root`; nothing that is there is touched. */
export const createCapability = (root: string, name: string): { names: Names; written: string[] } => {
  const migrations = fs.readdirSync(path.join(root, 'migrations')).filter((file) => file.endsWith('.sql'))
  const names = toNames(name, migrations.length + 1)
  if (!names)
    throw new NewCapabilityError(
      `"${name}" is no name: use a noun in kebab-case, such as noise or road-works`,
    )
  const folder = `src/capabilities/${names.kebab}`
  if (fs.existsSync(path.join(root, folder))) throw new NewCapabilityError(`${folder} is there already`)
  const files: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries({ ...domainFiles(names), ...serverFiles(names), ...webFiles(names) }).map(
        ([place, text]) => [`${folder}/${place}`, text],
      ),
    ),
    [`migrations/${names.migration}-${names.kebab}.sql`]: migrationText(names),
  }
  for (const [place, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, place)), { recursive: true })
    fs.writeFileSync(path.join(root, place), text, { flag: 'wx' })
  }
  // Long names break lines where short ones do not; the formatter knows best.
  spawnSync(process.execPath, [path.join(root, 'node_modules/oxfmt/bin/oxfmt'), folder], { cwd: root })
  return { names, written: Object.keys(files) }
}
