import type { Config } from '#platform/server/config.ts'
import { chooseFiles, describeStart, importSamples, openAsked, type StartRequest } from './first-start.ts'
import { openServices, startServer } from './open.ts'

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
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await server.stop()
  return 0
}
