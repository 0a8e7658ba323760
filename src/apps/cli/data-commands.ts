import type { Command } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { doctorCommand } from './commands/doctor.ts'
import { journalSealCommand, journalVerifyCommand } from './commands/journal.ts'
import { migrateCommand } from './commands/migrate.ts'
import { extractCommand } from './commands/extract.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { provinceCheckCommand, provinceMakeCommand } from './commands/province.ts'
import { restoreCommand } from './commands/restore.ts'
import { userAddCommand, userEndCommand, userListCommand, userResetCommand } from './commands/user.ts'

/**
 * Commands that a running server can do for the person too, with the data that it has open.
 * They stand apart from those that start a server, so that the server does not need itself.
 */
export const dataCommands: readonly Command[] = [
  extractCommand,
  importCommand,
  exportCommand,
  provinceMakeCommand,
  provinceCheckCommand,
  userListCommand,
  userAddCommand,
  userResetCommand,
  userEndCommand,
  backupCommand,
  restoreCommand,
  journalSealCommand,
  journalVerifyCommand,
  migrateCommand,
  doctorCommand,
]
