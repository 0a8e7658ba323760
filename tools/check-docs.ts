// `node bin/run.mjs tools/check-docs.ts`: what the pages say is so. The generated ones are compared by
// tools/generate.ts --check.
import fs from 'node:fs'
import { readTree } from './architecture/tree.ts'
import { missingNouns } from './docs/glossary.ts'
import { brokenLinks } from './docs/links.ts'
import {
  chosenPackages,
  commandSections,
  decisions,
  namedFiles,
  namedThings,
  papers,
  twins,
} from './docs/papers.ts'
import { commands } from '#apps/cli/commands.ts'
import { capabilities } from '#apps/server/capabilities.ts'
import { configKeys } from '#platform/server/config.ts'

const tree = readTree('.')
const exists = (place: string): boolean => fs.existsSync(place)
const violations = [
  ...papers(tree, exists),
  ...twins(tree),
  ...decisions(tree),
  ...chosenPackages(tree),
  ...brokenLinks(tree, exists),
  ...commandSections(
    tree,
    commands.map((command) => command.name),
  ),
  ...missingNouns(tree),
  ...namedFiles(tree, exists),
  ...namedThings(tree, {
    configKeys: Object.values(configKeys).map((key) => key.name),
    commands: commands.map((command) => command.name),
    routes: capabilities.flatMap((one) => one.routes.map(({ verb, path }) => `${verb} ${path}`)),
  }),
]
for (const { path, line, message } of violations) console.error(`${path}:${line}  ${message}`)
console.log(
  `${tree.files.filter((file) => file.path.endsWith('.md')).length} pages, ${violations.length} findings`,
)
process.exit(violations.length === 0 ? 0 : 1)
