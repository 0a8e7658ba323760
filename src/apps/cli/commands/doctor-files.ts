import fs from 'node:fs'
import path from 'node:path'
import { listOriginals } from '#capabilities/documents/server/document-store.ts'
import { listFiles, verifyStore } from '#platform/server/files/audit.ts'
import type { Services } from '#platform/server/services.ts'
import type { Io } from '../command.ts'

/** One thing looked at: how it stands and, when it is not well, how to mend it. */
export interface Check {
  readonly name: string
  readonly state: 'good' | 'warning' | 'bad'
  readonly said: string
  readonly mend?: string
}

/** Whether a file can be written into a folder, tried by writing one; a folder that is not there is not made. */
export const isWritable = (folder: string): boolean => {
  const probe = path.join(folder, `.doctor-${process.pid}`)
  try {
    fs.writeFileSync(probe, 'x')
    fs.rmSync(probe)
    return true
  } catch {
    return false
  }
}

/** More than these are only counted. */
const MOST_NAMED = 5

const nameSome = (names: readonly string[]): string => {
  const rest = names.length - MOST_NAMED
  return `${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` và ${rest} tệp khác` : ''}`
}

/** Whether each original that the archive counts on is there and still what its hash says. */
export const checkOriginals = async (services: Services, io: Io): Promise<Check> => {
  const name = 'Tệp gốc'
  const wanted = await listOriginals(services.database.db, services.province)
  const present = new Set(await listFiles(services.filesDir))
  const { damaged } = await verifyStore(services.filesDir, (done, all) =>
    io.progress('Kiểm tra tệp gốc', done, all),
  )
  const rotten = new Set(damaged)
  const missing = wanted.filter((file) => !present.has(file.sha256)).map((file) => file.fileName)
  const changed = wanted.filter((file) => rotten.has(file.sha256)).map((file) => file.fileName)
  if (missing.length === 0 && damaged.length === 0)
    return { name, state: 'good', said: `${wanted.length} tệp còn nguyên` }
  const said = [
    missing.length > 0 ? `thiếu ${missing.length} tệp: ${nameSome(missing)}` : '',
    damaged.length > 0 ? `${damaged.length} tệp bị đổi nội dung: ${nameSome(changed)}` : '',
  ]
  return {
    name,
    state: 'bad',
    said: said.filter((part) => part !== '').join('; '),
    mend: 'Chép lại các tệp này từ bản sao lưu gần nhất (thư mục files), không sửa tên.',
  }
}
