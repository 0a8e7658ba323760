import path from 'node:path'
import { dump } from '#platform/server/backup/dump.ts'
import { noteBackup } from '#platform/server/backup/last-backup.ts'
import { backupName } from '#platform/server/daily/tasks.ts'
import { EXIT, say, type Command } from '../command.ts'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Sao lưu toàn bộ dữ liệu và tệp gốc vào một thư mục mới',
  usage: 'backup [THƯ-MỤC] [--json]   (mặc định: ./binhan-NGÀY-GIỜ)',
  onData: true,
  run: async (invocation) => {
    const services = await invocation.services()
    const folder = path.resolve(invocation.io.cwd, invocation.args[0] ?? backupName(services.clock.now()))
    const manifest = await dump(services, folder, invocation.io.progress)
    await noteBackup(services, manifest.files.length)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    say(
      invocation,
      {
        folder,
        rows,
        tables: manifest.tables.length,
        files: manifest.files.length,
        createdAt: manifest.createdAt,
      },
      `Đã sao lưu ${rows} dòng của ${manifest.tables.length} bảng và ${manifest.files.length} tệp gốc vào ${folder}.`,
    )
    return EXIT.done
  },
}
