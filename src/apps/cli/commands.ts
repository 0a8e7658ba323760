import type { Command } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { doctorCommand } from './commands/doctor.ts'
import { journalSealCommand, journalVerifyCommand } from './commands/journal.ts'
import { migrateCommand } from './commands/migrate.ts'
import { restoreCommand } from './commands/restore.ts'

/** Every command of `binhan`, in the order of the help page. */
export const commands: readonly Command[] = [
  backupCommand,
  restoreCommand,
  journalSealCommand,
  journalVerifyCommand,
  migrateCommand,
  doctorCommand,
]
