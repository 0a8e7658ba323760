import { dataCommands } from '#apps/cli/data-commands.ts'
import { dispatch } from '#apps/cli/dispatch.ts'
import type { Io } from '#apps/cli/command.ts'
import type { Services } from '#platform/server/services.ts'
import { STOP, WHERE, type Answer } from './control.ts'

/** Does a command that came over the control socket with what the server has open already; `stop` ends the server. */
export const answerCommands =
  (services: Services, address: string, stop: () => void): Answer =>
  async ({ argv, cwd }, send) => {
    if (argv[0] === WHERE) {
      send({ kind: 'out', line: address })
      return 0
    }
    if (argv[0] === STOP) {
      send({ kind: 'out', line: String(process.pid) })
      stop()
      return 0
    }
    const io: Io = {
      cwd,
      out: (line) => send({ kind: 'out', line }),
      err: (line) => send({ kind: 'err', line }),
      progress: (label, done, total) => send({ kind: 'progress', label, done, total }),
    }
    return await dispatch(dataCommands, argv, io, services.config, {
      services: async () => services,
      address: async () => address,
    })
  }
