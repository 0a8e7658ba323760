import fs from 'node:fs'
import path from 'node:path'
import { capabilities } from '#apps/server/capabilities.ts'
import { documentStates } from '#capabilities/documents/domain/archive-api.ts'
import { findDocument } from '#capabilities/documents/server/document-store.ts'
import { importFile } from '#capabilities/documents/server/import.ts'
import { checkSize } from '#capabilities/documents/server/uploads.ts'
import { toProblem } from '#platform/server/http/errors.ts'
import { runOne } from '#platform/server/jobs/runner.ts'
import type { Services } from '#platform/server/services.ts'
import { EXIT, say, type Command, type Invocation } from '../command.ts'
import { listNamedFiles } from '../files.ts'
import { requireProvince } from '../problems.ts'
import { toSentence } from '../sentence.ts'

/** How long the command waits for the reader after the last file; what is read later shows in the archive. */
const PATIENCE_MS = 120_000
const PAUSE_MS = 100

interface Taken {
  readonly file: string
  readonly document: string
  readonly duplicate: 'same-file' | null
}

type NotTaken = { readonly file: string; readonly error: string; readonly sentence: string }

const takeFile = async (services: Services, cwd: string, file: string): Promise<Taken | NotTaken> => {
  const place = path.resolve(cwd, file)
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat?.isFile()) return { file, error: 'cli.no-file', sentence: 'Không có tệp này.' }
  try {
    // Before the bytes are read: a file beyond the limit may be beyond the memory too.
    checkSize(services, stat.size)
    const author = { province: services.province, actor: 'cli', now: services.clock.now() }
    return { file, ...(await importFile(services, author, path.basename(file), fs.readFileSync(place))) }
  } catch (error) {
    const problem = toProblem(error, {})
    if (!problem) throw error
    return { file, error: problem.kind.code, sentence: toSentence(problem) }
  }
}

/**
 * Lets the reader work, on as many documents at once as there are workers, until every one has been looked at; a
 * running server's own runner may be quicker.
 */
const readAll = async (services: Services, taken: readonly Taken[], io: Invocation['io']): Promise<void> => {
  const jobs = new Map(capabilities.flatMap((one) => one.jobs).map((job) => [job.name, job]))
  const started = performance.now()
  const waiting = [...taken]
  let read = 0
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      while (await isWaiting(services, one.document)) {
        if (services.workers.isClosed() || performance.now() - started > PATIENCE_MS) return
        if (!(await runOne(services, jobs))) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
      io.progress('Đọc văn bản', ++read, taken.length)
    }
  }
  io.progress('Đọc văn bản', 0, taken.length)
  await Promise.all(Array.from({ length: services.workers.bounds.size }, lane))
}

const isWaiting = async ({ database, province }: Services, id: string): Promise<boolean> =>
  (await findDocument(database.db, province, id))?.state === 'received'

/** What became of one file, for a program and for a person. */
const report = async (invocation: Invocation, services: Services, taken: Taken): Promise<void> => {
  const { db } = services.database
  const row = await findDocument(db, services.province, taken.document)
  if (!row) throw new Error(`document ${taken.document} went away`)
  const twin = row.duplicate_of && (await findDocument(db, services.province, row.duplicate_of))
  const { state, type, number, issued_on: issuedOn, subject, refused_code: code } = row
  const refused = state === 'refused' ? { code, reason: row.refused_reason } : null
  const value = { ...taken, state, refused, type, number, issuedOn, subject, sameNumberAs: row.duplicate_of }
  const what = [type, number, issuedOn].filter((part) => part !== null).join(' ')
  const said: Record<typeof state, string> = {
    received: 'đã nhận, đang chờ đọc',
    read: `đã đọc, chờ rà soát: ${what}`,
    accepted: `${documentStates.accepted.toLowerCase()}: ${what}`,
    refused: `đã lưu, không đọc thành nhiệm vụ được: ${row.refused_reason ?? ''}`,
    secret: 'có dấu mật nên không được đưa vào hệ thống',
  }
  const notes = [
    taken.duplicate ? 'tệp này đã có từ trước, không tạo mới' : '',
    twin ? `trùng số với văn bản đã nhận “${twin.file_name}”` : '',
  ].filter((note) => note !== '')
  say(invocation, value, `${taken.file}: ${[said[state], ...notes].join('; ')}`)
}

export const importCommand: Command = {
  name: 'import',
  summary: 'Đưa tệp văn bản (hoặc cả thư mục) vào kho và đọc thành đề xuất chờ rà soát',
  usage: 'import TỆP… [--json]',
  onData: true,
  run: async (invocation) => {
    const { args, io, json } = invocation
    const files = listNamedFiles(args, io)
    if (files.length === 0) {
      io.err('Cần nêu ít nhất một tệp hoặc một thư mục có tệp.')
      return EXIT.usage
    }
    const services = requireProvince(await invocation.services())
    const taken: Taken[] = []
    let failed = 0
    for (const [i, file] of files.entries()) {
      io.progress('Nhận tệp', i, files.length)
      const result = await takeFile(services, io.cwd, file)
      if ('document' in result) taken.push(result)
      else {
        failed++
        if (json) io.out(JSON.stringify({ file, error: result.error, title: result.sentence }))
        io.err(`${file}: ${result.sentence}`)
      }
    }
    io.progress('Nhận tệp', files.length, files.length)
    await readAll(services, taken, io)
    for (const one of taken) await report(invocation, services, one)
    return failed === 0 ? EXIT.done : EXIT.failed
  },
}
