// Bundles one TypeScript entry into a folder: `node bin/bundle-to.mjs FILE.ts FOLDER`.
import path from 'node:path'
import { bundle } from './bundle.mjs'
import { entries } from './entries.mjs'

const [, , file = '', folder = ''] = process.argv
await bundle({ ...entries.workers, [path.basename(file, '.ts')]: file }, path.resolve(folder))
