import path from 'node:path'
import { packageRoot } from '#apps/server/package-root.ts'
import { listMigrations } from '#platform/server/db/migrate.ts'
import { EXIT, say, type Command } from '../command.ts'

/** Opening the services already brings the schema forward; this says what it came to. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Nâng cấp cấu trúc cơ sở dữ liệu lên phiên bản hiện tại',
  usage: 'migrate [--json]',
  onData: true,
  run: async (invocation) => {
    const { database } = await invocation.services()
    const applied = await database.db
      .selectFrom('schema_migration')
      .select(['number', 'name'])
      .orderBy('number')
      .execute()
    const known = listMigrations(path.join(packageRoot(), 'migrations')).length
    say(
      invocation,
      { schema: applied.at(-1)?.number ?? 0, known, applied: applied.map((row) => row.name) },
      `Cấu trúc dữ liệu ở bước ${applied.at(-1)?.number ?? 0}/${known} (${applied.at(-1)?.name ?? 'chưa có bước nào'}).`,
    )
    return EXIT.done
  },
}
