import { readConfig } from '#platform/server/config.ts'
import { openServices, startServer } from './open.ts'

const server = await startServer(await openServices(readConfig()))
console.log(`Bình An đang chạy tại ${server.address}`)

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  void server.stop().then(() => process.exit(0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
