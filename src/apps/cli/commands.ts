import type { Command } from './command.ts'
import { dataCommands } from './data-commands.ts'

/** The commands that a running server can do as well as a terminal; starting the server itself is not one of them. */
export const commands: readonly Command[] = [startCommand, serveCommand, ...dataCommands]
