import { arrows } from './arrows.ts'
import { vietnameseInPatterns } from './language.ts'
import { machinePaths, replyInHttp, sqlInStores } from './places.ts'
import { awakeTests, migrations, packages, productPackages } from './proof.ts'
import { environment, purity } from './purity.ts'
import { barrels, folders, names, negativeTests, parserHeaders, requiredFiles, sizes } from './structure.ts'
import type { Rule, SourceFile, Tree, Violation } from './tree.ts'

const parses: Rule = (tree) =>
  tree.files.flatMap((file: SourceFile) =>
    (file.module?.errors ?? []).map((message) => ({ path: file.path, line: 1, message })),
  )

/** Every rule by the name under which it is reported. */
export const rules: Readonly<Record<string, Rule>> = {
  parses,
  arrows,
  purity,
  environment,
  vietnameseInPatterns,
  sizes,
  folders,
  names,
  barrels,
  requiredFiles,
  negativeTests,
  parserHeaders,
  awakeTests,
  packages,
  productPackages,
  migrations,
  sqlInStores,
  replyInHttp,
  machinePaths,
}

export interface Finding extends Violation {
  readonly rule: string
}

/** Applies every rule; no finding means that the architecture holds. */
export const checkTree = (tree: Tree): Finding[] =>
  Object.entries(rules).flatMap(([rule, apply]) => apply(tree).map((violation) => ({ ...violation, rule })))
