import type { Command } from './command.ts'
import { serveCommand, startCommand } from './commands/serve.ts'
import { stopCommand } from './commands/stop.ts'
import { dataCommands } from './data-commands.ts'

/** Every command of `binhan`, in the order of the help page. */
export const commands: readonly Command[] = [startCommand, serveCommand, stopCommand, ...dataCommands]
