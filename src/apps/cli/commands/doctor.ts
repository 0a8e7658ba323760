import fs from 'node:fs'
import path from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { packageRoot } from '#apps/server/package-root.ts'
import { listMigrations } from '#platform/server/db/migrate.ts'
import type { Services } from '#platform/server/services.ts'
import { EXIT, OwnedElsewhere, say, type Command, type Invocation } from '../command.ts'
import { checkBackup, checkBackupFolder } from './doctor-backup.ts'
import { checkOriginals, isWritable, type Check } from './doctor-files.ts'
import { toProblem } from '#platform/server/http/errors.ts'
import { toSentence } from '../sentence.ts'

const GIGABYTE = 1024 ** 3

const checkNode = (): Check => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const good = major > 20 || (major === 20 && minor >= 19)
  return good
    ? { name: 'Node.js', state: 'good', said: `phiên bản ${process.versions.node}` }
    : {
        name: 'Node.js',
        state: 'bad',
        said: `phiên bản ${process.versions.node} quá cũ`,
        mend: 'Cài Node.js 20.19 trở lên.',
      }
}

const checkDisk = (folder: string): Check => {
  const { bavail, bsize } = fs.statfsSync(fs.existsSync(folder) ? folder : path.dirname(path.resolve(folder)))
  const free = (bavail * bsize) / GIGABYTE
  const said = `còn ${free.toFixed(1).replace('.', ',')} GB trống`
  if (free < 1)
    return { name: 'Ổ đĩa', state: 'bad', said, mend: `Giải phóng dung lượng của ổ chứa ${folder}.` }
  return {
    name: 'Ổ đĩa',
    state: free < 5 ? 'warning' : 'good',
    said,
    ...(free < 5 ? { mend: 'Nên còn ít nhất 5 GB.' } : {}),
  }
}

const checkWritable = (folder: string): Check => {
  const name = 'Thư mục dữ liệu'
  try {
    fs.mkdirSync(folder, { recursive: true })
  } catch {
    // The trial below says so.
  }
  return isWritable(folder)
    ? { name, state: 'good', said: `${folder} ghi được` }
    : {
        name,
        state: 'bad',
        said: `${folder} không ghi được`,
        mend: 'Cấp quyền ghi cho tài khoản chạy Bình An.',
      }
}

const checkTool = async (name: string, program: string, mend: string): Promise<Check> => {
  try {
    await promisify(execFile)(program, ['-v'], { timeout: 5_000 })
    return { name, state: 'good', said: 'đã cài' }
  } catch {
    return { name, state: 'warning', said: 'chưa cài, dùng cách đọc thay thế', mend }
  }
}

const checkData = async (services: Services): Promise<Check[]> => {
  const { db, pool } = services.database
  const { rows: versions } = await sql<{ server: string; postgis: string }>`
    select current_setting('server_version') as server, postgis_lib_version() as postgis`.execute(db)
  const applied = await db
    .selectFrom('schema_migration')
    .select((e) => e.fn.max('number').as('n'))
    .executeTakeFirst()
  const known = listMigrations(path.join(packageRoot(), 'migrations')).length
  const stuck = await db
    .selectFrom('job_delivery')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('state', '=', 'quarantined')
    .executeTakeFirst()
  const head = await db
    .selectFrom('journal_head')
    .select('at')
    .where('province', '=', services.province)
    .executeTakeFirst()
  const kind = pool.kind === 'embedded' ? 'nhúng' : 'máy chủ'
  const count = stuck?.n ?? 0
  return [
    {
      name: 'Cơ sở dữ liệu',
      state: 'good',
      said: `${kind}, PostgreSQL ${versions[0]?.server}, PostGIS ${versions[0]?.postgis}`,
    },
    { name: 'Cấu trúc dữ liệu', state: 'good', said: `bước ${applied?.n ?? 0}/${known}` },
    services.province === ''
      ? {
          name: 'Tỉnh',
          state: 'warning',
          said: 'chưa mở gói tỉnh nào',
          mend: 'Chạy npm start hoặc npm start -- --province TÊN-GÓI.',
        }
      : { name: 'Tỉnh', state: 'good', said: services.province },
    count === 0
      ? { name: 'Việc nền', state: 'good', said: 'không có việc nào bị giữ lại' }
      : {
          name: 'Việc nền',
          state: 'warning',
          said: `${count} việc bị giữ lại`,
          mend: 'Mở trang Việc nền để chạy lại hoặc bỏ qua.',
        },
    head && head.at > services.clock.now()
      ? {
          name: 'Đồng hồ',
          state: 'bad',
          said: 'giờ máy chậm hơn nhật ký',
          mend: 'Chỉnh lại giờ máy chủ, nên bật đồng bộ NTP.',
        }
      : { name: 'Đồng hồ', state: 'good', said: services.clock.now() },
  ]
}

const checkDatabase = async (invocation: Invocation): Promise<Check[]> => {
  try {
    const services = await invocation.services()
    return [
      ...(await checkData(services)),
      ...(await checkBackup(services)),
      await checkOriginals(services, invocation.io),
    ]
  } catch (error) {
    if (error instanceof OwnedElsewhere) throw error
    const problem = toProblem(error, {})
    const said = problem ? toSentence(problem) : `không mở được: ${(error as Error).message}`
    return [
      {
        name: 'Cơ sở dữ liệu',
        state: 'bad',
        said,
        mend: 'Kiểm tra DATABASE_URL hoặc DATA_DIR rồi chạy lại.',
      },
    ]
  }
}

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Cho biết bản cài đặt này có gì chưa ổn và cách khắc phục',
  usage: 'doctor [--json]',
  onData: true,
  run: async (invocation) => {
    const { config } = invocation
    const web = fs.existsSync(path.join(packageRoot(), 'dist/web/index.html'))
    const checks: Check[] = [
      checkNode(),
      checkWritable(config.dataDir),
      checkDisk(config.dataDir),
      ...checkBackupFolder(config),
      await checkTool(
        'pdftotext',
        'pdftotext',
        process.platform === 'win32'
          ? 'Cài Poppler cho Windows rồi thêm thư mục bin của nó vào PATH để đọc PDF tiếng Việt chính xác hơn.'
          : 'Cài gói poppler-utils để đọc PDF tiếng Việt chính xác hơn.',
      ),
      web
        ? { name: 'Giao diện', state: 'good', said: 'đã dựng' }
        : {
            name: 'Giao diện',
            state: 'warning',
            said: 'chưa dựng',
            mend: 'Chạy npm start; lệnh này tự dựng giao diện.',
          },
      config.host === '127.0.0.1' || config.tlsCertificate !== undefined || config.trustProxy
        ? {
            name: 'HTTPS',
            state: 'good',
            said: config.tlsCertificate ? 'bật' : 'không cần ở địa chỉ nội bộ hoặc sau proxy',
          }
        : {
            name: 'HTTPS',
            state: 'bad',
            said: 'máy khác truy cập được nhưng chưa mã hóa',
            mend: 'Xem mục HTTPS trong docs/van-hanh.md.',
          },
      ...(await checkDatabase(invocation)),
    ]
    const mark = { good: 'ổn ', warning: 'nên', bad: 'LỖI' } as const
    const lines = checks.map(
      (check) => `[${mark[check.state]}] ${check.name}: ${check.said}${check.mend ? ` → ${check.mend}` : ''}`,
    )
    say(invocation, { checks }, lines.join('\n'))
    return checks.some((check) => check.state === 'bad') ? EXIT.foundWrong : EXIT.done
  },
}
