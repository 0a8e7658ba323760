/**
 * `npm run bench`: how fast the product is, against the budgets of the design, each beside a peer in the same run.
 * `--only reader|search|duties|reminders|start|page` (several by comma), `--documents N`, `--assignments N`,
 * `--seconds N`, `--databases embedded,server`, `--rounds N`.
 */
import { parseArgs } from 'node:util'
import { benchAssignments } from './bench/assignments.ts'
import { benchArchive } from './bench/archive.ts'
import { serveDuties } from './bench/assignments-server.ts'
import { serveArchive } from './bench/archive-server.ts'
import { benchPage } from './bench/page.ts'
import { benchReader } from './bench/reader.ts'
import { benchReminders } from './bench/reminders.ts'
import { benchStart } from './bench/start.ts'
import { printMachine } from './bench/table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'reader,page,start,search,duties,reminders' },
    assignments: { type: 'string', default: '50000' },
    documents: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '60' },
    databases: { type: 'string', default: 'embedded,server' },
    rounds: { type: 'string', default: '3' },
    serve: { type: 'string' },
  },
})

const options = {
  sessions: 60,
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  databases: values.databases.split(','),
}

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  reader: benchReader,
  page: benchPage,
  start: () => benchStart(Number(values.rounds)),
  search: () => benchArchive({ ...options, size: Number(values.documents) }),
  duties: () => benchAssignments({ ...options, size: Number(values.assignments) }),
  reminders: () => benchReminders({ ...options, size: Number(values.assignments) }),
}

const servers: Readonly<Record<string, typeof serveArchive>> = { archive: serveArchive, duties: serveDuties }

const run = async (): Promise<number> => {
  const serve = servers[values.serve ?? '']
  if (serve) {
    const [folder = '', size, sessions, url] = positionals
    await serve(folder, url, Number(size), Number(sessions))
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
