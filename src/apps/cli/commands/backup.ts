import path from 'node:path'
import { dump } from '#platform/server/backup/dump.ts'
import { EXIT, say, type Command } from '../command.ts'

/** `2026-11-21T09:00:00.000Z` → `binhan-2026-11-21-090000`. */
const folderName = (now: string): string =>
  `binhan-${now.slice(0, 10)}-${now.slice(11, 19).replaceAll(':', '')}`

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Sao lưu toàn bộ dữ liệu và tệp gốc vào một thư mục mới',
  usage: 'backup [THƯ-MỤC] [--json]   (mặc định: ./binhan-NGÀY-GIỜ)',
  onData: true,
  run: async (invocation) => {
    const services = await invocation.services()
    const folder = path.resolve(invocation.io.cwd, invocation.args[0] ?? folderName(services.clock.now()))
    const manifest = await dump(services, folder, invocation.io.progress)
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
