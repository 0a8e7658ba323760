// `node bin/run.mjs tools/check-architecture.ts [FOLDER]`: proves the arrows and the other rules of CONTRIBUTING.md.
import path from 'node:path'
import { checkTree, rules } from './architecture/rules.ts'
import { readTree } from './architecture/tree.ts'

const tree = readTree(path.resolve(process.argv[2] ?? '.'))
const findings = checkTree(tree)
for (const { path: place, line, rule, message } of findings)
  console.error(`${place}:${line}  ${rule}: ${message}`)
const modules = tree.files.filter((file) => file.module).length
console.log(`${modules} modules, ${Object.keys(rules).length} rules, ${findings.length} findings`)
// A check that saw nothing proves nothing.
process.exit(findings.length === 0 && modules > 0 ? 0 : 1)
