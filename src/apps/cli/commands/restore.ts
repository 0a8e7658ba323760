import path from 'node:path'
import { restore } from '#platform/server/backup/restore.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { packageRoot } from '#apps/server/package-root.ts'
import { EXIT, say, type Command } from '../command.ts'

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Khôi phục một bản sao lưu vào nơi còn trống và kiểm tra lại',
  usage: 'restore THƯ-MỤC [--json]   (nơi khôi phục theo DATA_DIR hoặc DATABASE_URL)',
  onData: true,
  run: async (invocation) => {
    const [given] = invocation.args
    if (given === undefined) {
      invocation.io.err('Cần nêu thư mục của bản sao lưu.')
      return EXIT.usage
    }
    const services = await invocation.services()
    const manifest = await restore(
      services,
      path.resolve(invocation.io.cwd, given),
      invocation.io.progress,
      path.join(packageRoot(), 'migrations'),
    )
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const checks = []
    for (const head of manifest.heads) {
      checks.push(
        await verifyJournal(services.database.db, head.province, { seq: head.seq, hash: head.hash }),
      )
    }
    const wrong = checks.flatMap((check) => check.faults)
    say(
      invocation,
      { rows, tables: manifest.tables.length, files: manifest.files.length, faults: wrong },
      wrong.length === 0
        ? `Đã khôi phục ${rows} dòng của ${manifest.tables.length} bảng và ${manifest.files.length} tệp gốc; nhật ký nguyên vẹn.`
        : `Đã khôi phục ${rows} dòng nhưng nhật ký có ${wrong.length} chỗ sai lệch: ${wrong[0]?.message ?? ''}`,
    )
    return wrong.length === 0 ? EXIT.done : EXIT.foundWrong
  },
}
