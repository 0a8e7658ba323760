import type { Config } from '#platform/server/config.ts'
import { openServices, startServer } from './open.ts'

/** What a person may ask of a start, beside the configuration. */
export interface StartRequest {
  /** Without the sample province. */
  readonly empty: boolean
  /** The province pack that a new installation opens with. */
  readonly province: string | undefined
}

/** Starts the server and stays until it is told to stop; resolves with the exit code. */
export const runServer = async (config: Config, _request: StartRequest): Promise<number> => {
  const server = await startServer(await openServices(config))
  console.log(`Bình An đang chạy tại ${server.address}`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await server.stop()
  return 0
}
