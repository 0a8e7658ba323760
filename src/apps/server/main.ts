import { parseArgs } from 'node:util'
import { readConfig } from '#platform/server/config.ts'
import { runServer } from './run.ts'

const { values } = parseArgs({ options: { empty: { type: 'boolean' }, province: { type: 'string' } } })
process.exit(await runServer(readConfig(), { empty: values.empty === true, province: values.province }))
