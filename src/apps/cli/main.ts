import { Problem } from '#kernel/problem.ts'
import { askAddress, askServer, ServerWentAway } from '#apps/server/control.ts'
import { openServices } from '#apps/server/open.ts'
import { readConfig, type Config } from '#platform/server/config.ts'
import { databaseProblems } from '#platform/server/db/problems.ts'
import { outliveListeners } from '#platform/server/listeners.ts'
import type { Services } from '#platform/server/services.ts'
import { OwnedElsewhere, type Io } from './command.ts'
import { commands } from './commands.ts'
import { dispatch, findCommand, refuse } from './dispatch.ts'
import { PATIENCE_MS, runWithPatience } from './patience.ts'
import { cliProblems } from './problems.ts'
import { terminal } from './terminal.ts'

const runHere = async (argv: readonly string[], io: Io, config: Config): Promise<number> => {
  let opened: Promise<Services> | undefined
  try {
    return await dispatch(commands, argv, io, config, {
      services: () => {
        opened ??= openServices(config).catch((error: unknown) => {
          const inUse = error instanceof Problem && error.kind === databaseProblems.folderInUse
          throw inUse ? new OwnedElsewhere(error) : error
        })
        return opened
      },
      // With PostgreSQL a command works beside the server, and only the server knows where it listens.
      address: () => askAddress(config.dataDir),
    })
  } finally {
    const services = await opened?.catch(() => undefined)
    await services?.workers.close()
    await services?.database.close()
  }
}

const runThere = (argv: readonly string[], io: Io, config: Config): Promise<number> =>
  askServer(config.dataDir, { argv, cwd: io.cwd }, (message) => {
    if (message.kind === 'out') io.out(message.line)
    else if (message.kind === 'err') io.err(message.line)
    else if (message.kind === 'progress') io.progress(message.label, message.done, message.total)
  })

/** The folder belongs to somebody: hands the command over as soon as that one takes it, or does it when it is free. */
const runWhenPossible = async (
  argv: readonly string[],
  io: Io,
  config: Config,
  { problem }: OwnedElsewhere,
): Promise<number> => {
  try {
    const code = await runWithPatience({
      here: () => runHere(argv, io, config),
      there: () => runThere(argv, io, config),
      sayWaiting: () =>
        io.err(
          `${problem.kind.title} ${problem.detail ?? ''} Máy chủ có thể đang khởi động hoặc một lệnh khác chưa xong; ` +
            `đang chờ, tối đa ${PATIENCE_MS / 1000} giây (Ctrl-C để thôi) …`,
        ),
      waited: (ms) => io.progress('Chờ máy chủ (giây)', Math.floor(ms / 1000), PATIENCE_MS / 1000),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })
    if (code !== undefined) return code
    return refuse(io, argv.includes('--json'), new Problem(cliProblems.noAnswer, problem.detail))
  } catch (error) {
    if (!(error instanceof ServerWentAway)) throw error
    return refuse(io, argv.includes('--json'), new Problem(cliProblems.serverWentAway))
  }
}

const main = async (argv: readonly string[]): Promise<number> => {
  const io = terminal()
  const json = argv.includes('--json')
  let config: Config
  try {
    // The command line speaks to a person; the server's own log lines would only be in the way.
    config = { ...readConfig(), logLevel: 'error' }
  } catch (error) {
    return refuse(io, json, new Problem(cliProblems.wrongConfiguration, (error as Error).message))
  }
  const command = findCommand(commands, argv)?.command
  try {
    return await runHere(argv, io, config)
  } catch (error) {
    if (error instanceof OwnedElsewhere && command?.onData)
      return await runWhenPossible(argv, io, config, error)
    return refuse(io, json, error instanceof OwnedElsewhere ? error.problem : error)
  }
}

outliveListeners()
process.exitCode = await main(process.argv.slice(2))
