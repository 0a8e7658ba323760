import { Problem } from '#kernel/problem.ts'
import { askServer } from '#apps/server/control.ts'
import { openServices } from '#apps/server/open.ts'
import { readConfig, type Config } from '#platform/server/config.ts'
import { databaseProblems } from '#platform/server/db/problems.ts'
import type { Services } from '#platform/server/services.ts'
import { EXIT, OwnedElsewhere, type Io } from './command.ts'
import { commands } from './commands.ts'
import { dispatch, findCommand } from './dispatch.ts'
import { terminal } from './terminal.ts'

const runHere = async (argv: readonly string[], io: Io, config: Config): Promise<number> => {
  let opened: Promise<Services> | undefined
  try {
    return await dispatch(commands, argv, io, config, () => {
      opened ??= openServices(config).catch((error: unknown) => {
        const inUse = error instanceof Problem && error.kind === databaseProblems.folderInUse
        throw inUse ? new OwnedElsewhere() : error
      })
      return opened
    })
  } finally {
    const services = await opened?.catch(() => undefined)
    await services?.database.close()
  }
}

const runThere = async (argv: readonly string[], io: Io, config: Config): Promise<number> => {
  const request = { argv, cwd: io.cwd }
  try {
    return await askServer(config.dataDir, request, (message) => {
      if (message.kind === 'out') io.out(message.line)
      else if (message.kind === 'err') io.err(message.line)
      else if (message.kind === 'progress') io.progress(message.label, message.done, message.total)
    })
  } catch {
    io.err(
      `${databaseProblems.folderInUse.title} Tiến trình đó không trả lời lệnh. ${databaseProblems.folderInUse.action}`,
    )
    return EXIT.failed
  }
}

const main = async (argv: readonly string[]): Promise<number> => {
  const io = terminal()
  let config: Config
  try {
    // The command line speaks to a person; the server's own log lines would only be in the way.
    config = { ...readConfig(), logLevel: 'error' }
  } catch (error) {
    io.err((error as Error).message)
    return EXIT.usage
  }
  const command = findCommand(commands, argv)?.command
  try {
    return await runHere(argv, io, config)
  } catch (error) {
    if (error instanceof OwnedElsewhere && command?.onData) return await runThere(argv, io, config)
    throw error
  }
}

process.exitCode = await main(process.argv.slice(2))
