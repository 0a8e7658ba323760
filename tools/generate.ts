// `npm run generate` writes docs/generated from the product; `--check` says what there differs from it.
import fs from 'node:fs'
import path from 'node:path'
import { readTree } from './architecture/tree.ts'
import { toArtefacts } from './docs/artefacts.ts'

const folder = path.resolve('docs/generated')
const { files, faults } = await toArtefacts(readTree('.'), path.resolve('migrations'))

const isThere = (name: string): boolean => fs.existsSync(path.join(folder, name))
const read = (name: string): string =>
  fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')

const check = (): string[] => {
  const stale = Object.entries(files)
    .filter(([name, text]) => !isThere(name) || read(name) !== text)
    .map(([name]) => `docs/generated/${name} differs from the product; run: npm run generate`)
  const strange = (fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : [])
    .map((name) => String(name).replaceAll(path.sep, '/'))
    .filter((name) => !(name in files) && !fs.statSync(path.join(folder, name)).isDirectory())
    .map((name) => `docs/generated/${name} is written by nobody`)
  return [...stale, ...strange]
}

const write = (): void => {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    if (!isThere(name) || read(name) !== text) fs.writeFileSync(path.join(folder, name), text)
  }
}

const isCheck = process.argv.includes('--check')
if (!isCheck) write()
const findings = [...faults, ...check()]
for (const finding of findings) console.error(finding)
console.log(`${Object.keys(files).length} files, ${findings.length} findings`)
process.exit(findings.length === 0 ? 0 : 1)
