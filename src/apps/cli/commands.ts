import type { Command } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { doctorCommand } from './commands/doctor.ts'
import { journalSealCommand, journalVerifyCommand } from './commands/journal.ts'
import { migrateCommand } from './commands/migrate.ts'
import { extractCommand } from './commands/extract.ts'
import { restoreCommand } from './commands/restore.ts'
import { serveCommand, startCommand } from './commands/serve.ts'

/** Every command of `binhan`, in the order of the help page. */
export const commands: readonly Command[] = [
  startCommand,
  serveCommand,
  extractCommand,
  backupCommand,
  restoreCommand,
  journalSealCommand,
  journalVerifyCommand,
  migrateCommand,
  doctorCommand,
]
