import type { Config } from '#platform/server/config.ts'
import { chooseFiles, describeStart, importSamples, openAsked, type StartRequest } from './first-start.ts'
import { openServices, startServer } from './open.ts'

/** On Windows also Ctrl-Break and the window being closed, which leaves ten seconds; elsewhere `nohup` keeps SIGHUP. */
const STOP_SIGNALS: readonly NodeJS.Signals[] =
  process.platform === 'win32' ? ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] : ['SIGINT', 'SIGTERM']

/** Starts the server and stays until it is told to stop; resolves with the exit code. */
export const runServer = async (config: Config, request: StartRequest): Promise<number> => {
  const files = chooseFiles(request)
  const services = await openServices(config)
  const open = async () => {
    const opened = await openAsked(services, request, files)
    await importSamples(opened)
    return opened
  }
  const opened = await open().catch(async (error: unknown) => {
    await services.database.close()
    throw error
  })
  const server = await startServer(opened.services)
  for (const line of await describeStart(opened, request, server.address)) console.log(line)
  const signalled = new Promise<void>((resolve) => {
    // Ctrl-C reaches the whole group of processes and npm passes it on besides: the second must not cut the stop short.
    for (const signal of STOP_SIGNALS) process.on(signal, () => resolve())
  })
  await Promise.race([signalled, server.stopAsked])
  await server.stop()
  return 0
}
