import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'

/**
 * A running server owns its data folder alone, so commands on the same data are done by it: they come over a local
 * socket that only the same user can open. One line of JSON each way.
 */
export interface ControlRequest {
  readonly argv: readonly string[]
  readonly cwd: string
}

export type ControlMessage =
  | { readonly kind: 'out' | 'err'; readonly line: string }
  | { readonly kind: 'progress'; readonly label: string; readonly done: number; readonly total: number }
  | { readonly kind: 'exit'; readonly code: number }

/** Asked instead of a command: the server says where it listens. No command has a name with a question mark. */
export const WHERE = '?address'
/** The server says the number of its process and then ends as on Ctrl-C, which no other program can press on Windows. */
export const STOP = '?stop'

/** The socket of a data folder; short, because socket paths have a limit of about 100 bytes. */
export const controlPath = (dataDir: string): string => {
  const key = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16)
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\binhan-${key}`
    : path.join(privateFolder(), `${key}.sock`)
}

/** A folder that only this user can enter: whoever opens the socket may do anything. */
const privateFolder = (): string => {
  const user = process.getuid?.() ?? 0
  const folder = path.join(os.tmpdir(), `binhan-${user}`)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = fs.lstatSync(folder)
  if (uid !== user || (mode & 0o077) !== 0) throw new Error(`${folder} belongs to somebody else`)
  return folder
}

export type Answer = (request: ControlRequest, send: (message: ControlMessage) => void) => Promise<number>

/** Starts answering commands; the lock of the data folder has been taken before, so an old socket file is dead. */
export const listenForCommands = async (dataDir: string, answer: Answer): Promise<() => Promise<void>> => {
  const file = controlPath(dataDir)
  if (process.platform !== 'win32') fs.rmSync(file, { force: true })
  const server = net.createServer((socket) => {
    const send = (message: ControlMessage): void => {
      if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
    }
    socket.on('error', () => {})
    const lines = readline.createInterface({ input: socket })
    lines.on('error', () => {})
    lines.once('line', (line) => {
      void (async () => {
        const code = await answer(JSON.parse(line) as ControlRequest, send).catch((error: unknown) => {
          send({ kind: 'err', line: error instanceof Error ? error.message : String(error) })
          return 1
        })
        send({ kind: 'exit', code })
        socket.end()
      })()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(file, resolve)
  })
  return () => new Promise((resolve) => server.close(() => resolve()))
}

/** No server takes commands for the folder (yet). */
export class NobodyListens extends Error {}

/** The server ended while it was doing the command. */
export class ServerWentAway extends Error {}

/** Sends a command to the server that owns the folder. Rejects with `NobodyListens` when it was not sent at all. */
export const askServer = (
  dataDir: string,
  request: ControlRequest,
  receive: (message: ControlMessage) => void,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = net.connect(controlPath(dataDir))
    let code: number | undefined
    let sent = false
    socket.on('error', (error) =>
      reject(sent ? new ServerWentAway(error.message) : new NobodyListens(error.message)),
    )
    socket.on('connect', () => {
      sent = true
      socket.write(`${JSON.stringify(request)}\n`)
    })
    const lines = readline.createInterface({ input: socket })
    lines.on('error', reject)
    lines.on('line', (line) => {
      const message = JSON.parse(line) as ControlMessage
      if (message.kind === 'exit') code = message.code
      else receive(message)
    })
    socket.on('close', () => (code === undefined ? reject(new ServerWentAway()) : resolve(code)))
  })

/** Where the server of that folder listens; undefined when none is running. */
export const askAddress = async (dataDir: string): Promise<string | undefined> => {
  const said: string[] = []
  const request = { argv: [WHERE], cwd: process.cwd() }
  const code = await askServer(dataDir, request, (message) => {
    if (message.kind === 'out') said.push(message.line)
  }).catch(() => undefined)
  return code === 0 ? said[0] : undefined
}
