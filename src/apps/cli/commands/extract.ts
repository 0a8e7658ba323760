import fs from 'node:fs'
import path from 'node:path'
import { openAppWorkers } from '#apps/server/workers.ts'
import { extractFile } from '#capabilities/documents/server/extract-file.ts'
import type { Extraction } from '#capabilities/documents/contract.ts'
import { defaultSize, WorkerDied, type Workers } from '#platform/server/workers/pool.ts'
import { EXIT, type Command } from '../command.ts'
import { listNamedFiles } from '../files.ts'
import { inOrder } from '../in-order.ts'

/** The command reads any file that the machine can hold; the reader itself refuses what is too large to be text. */
const MAX_BYTES = 100 * 1024 * 1024

type Result =
  | { readonly extraction: Extraction; readonly text: string }
  | { readonly error: string; readonly title: string }

const readOne = async (workers: Workers, cwd: string, file: string): Promise<Result> => {
  const place = path.resolve(cwd, file)
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat?.isFile()) return { error: 'cli.no-file', title: 'Không có tệp này.' }
  if (stat.size > MAX_BYTES) return { error: 'cli.file-too-large', title: 'Tệp lớn hơn 100 MB.' }
  try {
    return await extractFile(workers, file, fs.readFileSync(place))
  } catch (error) {
    if (!(error instanceof WorkerDied)) throw error
    return {
      error: 'cli.reading-ended',
      title: 'Tiến trình đọc tệp này bị dừng giữa chừng; hãy chạy lại lệnh.',
    }
  }
}

/** A few lines that tell a person what was found; everything is in `--json`. */
const toSummary = (extraction: Extraction): string[] => {
  const { document, refused } = extraction
  if (refused) return [`${extraction.file}: từ chối — ${refused.reason}`]
  return [
    `${extraction.file}: ${document.type ?? 'văn bản'} ${document.number ?? ''} ${document.issuedOn ?? ''}`.trimEnd(),
    `  ${document.subject ?? ''}`,
    `  ${document.issuer ?? 'không rõ cơ quan ban hành'}; ký: ${document.signatory.name ?? 'không rõ'}`,
    `  ${extraction.tasks.length} nhiệm vụ, ${extraction.targets.length} chỉ tiêu, ${extraction.deadlines.length} thời hạn, ` +
      `${extraction.reporting.length} chế độ báo cáo, ${extraction.triggers.length} điều kiện, ` +
      `${extraction.citations.length} văn bản viện dẫn`,
    ...extraction.findings.map((finding) => `  ! ${finding.message}`),
  ]
}

export const extractCommand: Command = {
  name: 'extract',
  summary: 'Đọc văn bản thành cấu trúc: nhiệm vụ, chỉ tiêu, thời hạn, chế độ báo cáo',
  usage: 'extract TỆP… [--json | --text]',
  options: { text: { type: 'boolean' } },
  onData: false,
  run: async ({ args, options, json, io, config }) => {
    const files = listNamedFiles(args, io)
    if (files.length === 0) {
      io.err('Cần nêu ít nhất một tệp.')
      return EXIT.usage
    }
    const workers = openAppWorkers(config, Math.min(files.length, defaultSize()))
    let unreadable = 0
    let read = 0
    const show = (file: string, result: Result): void => {
      if ('error' in result) {
        const { error, title } = result
        if (json) io.out(JSON.stringify({ file, error, title }))
        io.err(`${file}: ${title}`)
        unreadable++
      } else if (options['text'] === true) {
        const { refused } = result.extraction
        if (refused && result.text === '') io.err(`${file}: ${refused.reason}`)
        io.out(result.text)
      } else if (json) io.out(JSON.stringify(result.extraction))
      else for (const line of toSummary(result.extraction)) io.out(line)
    }
    try {
      await inOrder(
        files,
        workers.bounds.size,
        async (file) => {
          const result = await readOne(workers, io.cwd, file)
          if (files.length > 1) io.progress('Đọc văn bản', ++read, files.length)
          return result
        },
        show,
      )
    } finally {
      await workers.close()
    }
    return unreadable === 0 ? EXIT.done : EXIT.failed
  },
}
