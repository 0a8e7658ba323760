import { listDemoAccounts } from '#capabilities/people/server/account-store.ts'
import { findFirstAdminLink } from '#capabilities/people/server/one-time-link.ts'
import { importFile } from '#capabilities/documents/server/import.ts'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { inTransaction } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import { makeSamples, readPack, type PackFiles } from './pack-files.ts'
import { packProblems } from './pack-problems.ts'
import { findOpened, openPack, type Opened } from './packs.ts'
import { SAMPLES_IMPORTED } from './sample-job.ts'

/** What a person may ask of a start, beside the configuration. */
export interface StartRequest {
  /** Without the sample. */
  readonly empty: boolean
  /** The province pack that a new installation opens with. */
  readonly province: string | undefined
}

/** The province that everybody may try, and the pack of a start that asks for nothing at all. */
const SAMPLE_PACK = 'tinh-mau'
const EMPTY_PACK = 'trong'

/**
 * The pack that a start asks for: the one it names; the empty one with `--empty` alone; the sample otherwise.
 * Read before the database is opened, so that a wrong name leaves nothing behind.
 */
export const chooseFiles = ({ empty, province }: StartRequest): PackFiles =>
  readPack(province ?? (empty ? EMPTY_PACK : SAMPLE_PACK))

/** Opens a new installation with the pack asked for; an open one goes on as it is, or says that it is another's. */
export const openAsked = async (
  services: Services,
  request: StartRequest,
  files: PackFiles,
): Promise<Opened> => {
  const opened = await findOpened(services)
  if (!opened)
    return await openPack(services, files, { sample: files.pack.fictional === true && !request.empty })
  if (request.province !== undefined && opened.services.province !== files.pack.provinceCode) {
    throw new Problem(packProblems.another, `Đang mở cho ${opened.name}; được yêu cầu ${files.pack.name}.`)
  }
  return opened
}

/**
 * Hands the sample documents to the archive, once in the life of an installation. A start that is cut short
 * hands them over again at the next one; the archive recognises what it has.
 */
export const importSamples = async ({ services, sample }: Opened): Promise<number> => {
  if (!sample) return 0
  const { db } = services.database
  const done = await db
    .selectFrom('journal')
    .select('seq')
    .where('province', '=', services.province)
    .where('event', '=', SAMPLES_IMPORTED)
    .executeTakeFirst()
  if (done) return 0
  const now = services.clock.now()
  const author = { province: services.province, actor: 'system', now }
  const { opened_at } = await db
    .selectFrom('installation')
    .select('opened_at')
    .where('province', '=', services.province)
    .executeTakeFirstOrThrow()
  const samples = await makeSamples(SAMPLE_PACK, toVietnamDay(opened_at))
  const toAccept: string[] = []
  for (const { name, bytes, accept } of samples) {
    const { document } = await importFile(services, author, name, bytes)
    if (accept) toAccept.push(document)
  }
  await inTransaction(db, services.subscriptions, author, async (_tx, append) => {
    await append({
      event: 'installation.samples-imported',
      subject: 'installation',
      data: { documents: samples.length, accept: toAccept },
    })
  })
  return samples.length
}

/** What the person at the terminal reads: where it is, and how to get in. */
export const describeStart = async (
  { services, name, sample, isNew }: Opened,
  request: StartRequest,
  address: string,
): Promise<string[]> => {
  const base = services.config.publicUrl ?? address
  const lines = [`Bình An đang chạy tại ${address} — ${name}${sample ? ' (dữ liệu mẫu)' : ''}`]
  if (!isNew && request.empty) {
    lines.push('Dữ liệu đã có từ trước nên --empty không có tác dụng; đặt DATA_DIR khác để mở bản trống.')
  }
  const demo = sample ? await listDemoAccounts(services.database.db, services.province) : []
  if (demo.length > 0) {
    const logins = [...new Set(demo.map((account) => account.login))].join(', ')
    lines.push(`Mở ${base} trên máy này và chọn một người dùng thử ở trang đăng nhập: ${logins}.`)
  }
  const first = await findFirstAdminLink(services, base)
  if (first) lines.push(`Tạo quản trị đầu tiên bằng liên kết dùng một lần (trong 24 giờ): ${first.link}`)
  return lines
}
