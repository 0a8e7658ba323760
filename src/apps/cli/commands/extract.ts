import fs from 'node:fs'
import path from 'node:path'
import { noAgencies } from '#capabilities/documents/domain/agency-lookup.ts'
import { extractFile } from '#capabilities/documents/server/extract-file.ts'
import type { Extraction } from '#capabilities/documents/contract.ts'
import { EXIT, type Command } from '../command.ts'
import { listNamedFiles } from '../files.ts'

/** The command reads any file that the machine can hold; the reader itself refuses what is too large to be text. */
const MAX_BYTES = 100 * 1024 * 1024

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
  run: async ({ args, options, json, io }) => {
    const files = listNamedFiles(args, io)
    if (files.length === 0) {
      io.err('Cần nêu ít nhất một tệp.')
      return EXIT.usage
    }
    let unreadable = 0
    for (const [i, file] of files.entries()) {
      if (files.length > 1) io.progress('Đọc văn bản', i, files.length)
      const place = path.resolve(io.cwd, file)
      const stat = fs.statSync(place, { throwIfNoEntry: false })
      if (!stat?.isFile() || stat.size > MAX_BYTES) {
        const title = stat?.isFile() ? 'Tệp lớn hơn 100 MB.' : 'Không có tệp này.'
        const error = stat?.isFile() ? 'cli.file-too-large' : 'cli.no-file'
        if (json) io.out(JSON.stringify({ file, error, title }))
        io.err(`${file}: ${title}`)
        unreadable++
        continue
      }
      const { extraction, text } = await extractFile(file, fs.readFileSync(place), noAgencies)
      if (options['text'] === true) {
        if (extraction.refused && text === '') io.err(`${file}: ${extraction.refused.reason}`)
        io.out(text)
      } else if (json) io.out(JSON.stringify(extraction))
      else for (const line of toSummary(extraction)) io.out(line)
    }
    if (files.length > 1) io.progress('Đọc văn bản', files.length, files.length)
    return unreadable === 0 ? EXIT.done : EXIT.failed
  },
}
