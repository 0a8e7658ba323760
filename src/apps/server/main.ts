import { parseArgs } from 'node:util'
import { toSentence } from '#apps/cli/sentence.ts'
import { readConfig } from '#platform/server/config.ts'
import { toProblem } from '#platform/server/http/errors.ts'
import { outliveListeners } from '#platform/server/listeners.ts'
import { listPacks } from './pack-files.ts'
import { runServer } from './run.ts'

const help = (): string =>
  [
    'npm start — chạy Bình An trên máy này',
    '',
    'Lần đầu, không có tùy chọn: mở tỉnh Mẫu (hư cấu) với văn bản và người dùng thử.',
    '',
    '  npm start -- --province GÓI   mở bản mới cho một tỉnh, không có dữ liệu thử; GÓI là một tên dưới đây',
    '                                hoặc một thư mục như ./goi-tinh (lập bằng: npx binhan province make)',
    '  npm start -- --empty          mở bản mới trống; in liên kết tạo quản trị đầu tiên',
    '  npm start -- --help           in các dòng này',
    '',
    'Gói tỉnh hiện có:',
    ...listPacks().map((pack) => `  ${pack.id.padEnd(12)} ${pack.name}`),
    '',
    'Biến môi trường thường dùng: PORT (cổng), DATA_DIR (thư mục dữ liệu), DATABASE_URL (PostgreSQL).',
  ].join('\n')

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: { empty: { type: 'boolean' }, province: { type: 'string' }, help: { type: 'boolean' } },
    })
    return values
  } catch {
    return undefined
  }
}

const main = async (): Promise<number> => {
  const given = readArguments()
  if (given === undefined || given.province === '') {
    console.error(`Không hiểu tùy chọn: ${process.argv.slice(2).join(' ')}\n\n${help()}`)
    return 2
  }
  if (given.help === true) {
    console.log(help())
    return 0
  }
  try {
    return await runServer(readConfig(), { empty: given.empty === true, province: given.province })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      console.error(
        'Cổng này đang được một chương trình khác dùng. Đặt biến PORT sang cổng khác rồi chạy lại.',
      )
      return 1
    }
    const problem = toProblem(error, {})
    if (problem) console.error(toSentence(problem))
    else if (error instanceof RangeError) console.error(error.message)
    else throw error
    return 1
  }
}

outliveListeners()
process.exit(await main())
