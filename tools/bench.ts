/**
 * `npm run bench`: how fast the product is, against the budgets of the design, each beside a peer in the same run.
 * `--only reader|search|start|page` (several by comma), `--documents N`, `--seconds N`, `--databases embedded,server`, `--rounds N`.
 */
import { parseArgs } from 'node:util'
import { benchArchive } from './bench/archive.ts'
import { serveArchive } from './bench/archive-server.ts'
import { benchPage } from './bench/page.ts'
import { benchReader } from './bench/reader.ts'
import { benchStart } from './bench/start.ts'
import { printMachine } from './bench/table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'reader,page,start,search' },
    documents: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '60' },
    databases: { type: 'string', default: 'embedded,server' },
    rounds: { type: 'string', default: '3' },
    serve: { type: 'boolean', default: false },
  },
})

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  reader: benchReader,
  page: benchPage,
  start: () => benchStart(Number(values.rounds)),
  search: () =>
    benchArchive({
      documents: Number(values.documents),
      sessions: 60,
      seconds: Number(values.seconds),
      rounds: Number(values.rounds),
      databases: values.databases.split(','),
    }),
}

const run = async (): Promise<number> => {
  if (values.serve) {
    const [folder = '', documents, sessions, url] = positionals
    await serveArchive(folder, url, Number(documents), Number(sessions))
    return 0
  }
  const names = values.only.split(',')
  const unknown = names.filter((name) => !(name in benches))
  if (unknown.length > 0) {
    console.error(`No bench is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`)
    return 2
  }
  printMachine()
  for (const name of names) await benches[name]?.()
  return 0
}

process.exit(await run())
