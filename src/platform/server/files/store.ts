import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '#kernel/problem.ts'
import { fileProblems } from './problems.ts'

/**
 * Original files, addressed by the SHA-256 of their bytes: `files/ab/abcdef…`. A file that is there is never
 * written again. New bytes go to a part file, are synced, and get their name in one step, so that a name
 * always stands for whole content, whatever moment the power fails.
 */

export interface StoredFile {
  readonly sha256: string
  readonly size: number
  /** The same bytes were here before. */
  readonly existed: boolean
  /** What lay under this name had rotted; it was set aside as `….damaged-…` and these bytes took its place. */
  readonly repaired: boolean
}

export interface StoreOptions {
  /** Bytes; the first byte beyond refuses the file. */
  readonly limitBytes?: number
  /** How a part file is opened; a test gives it a disk that is full. */
  readonly openPart?: (place: string) => Promise<FileHandle>
}

export const DEFAULT_LIMIT_BYTES = 100 * 1024 * 1024
const INCOMING = 'incoming'

const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/u.test(text)

/** Where the file of this hash lies. Throws on anything that is no hash: no path can be smuggled in. */
export const toPlace = (folder: string, sha256: string): string => {
  if (!isSha256(sha256)) throw new Problem(fileProblems.notFound, 'Mã tệp không đúng dạng SHA-256.')
  return path.join(folder, sha256.slice(0, 2), sha256)
}

/** Takes a stream in. Acknowledged only when bytes and name are on the disk; a failure leaves nothing behind. */
export const storeFile = async (
  folder: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { limitBytes = DEFAULT_LIMIT_BYTES, openPart = openNew }: StoreOptions = {},
): Promise<StoredFile> => {
  const incoming = path.join(folder, INCOMING)
  const part = path.join(incoming, `${randomUUID()}.part`)
  try {
    await fs.promises.mkdir(incoming, { recursive: true, mode: 0o700 })
    const { sha256, size } = await receive(part, source, limitBytes, openPart)
    return { sha256, size, ...(await giveName(folder, part, sha256, size)) }
  } catch (error) {
    throw toStoreProblem(error)
  } finally {
    // What cannot be removed now is swept at the next start; the first error is the one to tell.
    await fs.promises.rm(part, { force: true }).catch(() => undefined)
  }
}

const openNew = (place: string): Promise<FileHandle> => fs.promises.open(place, 'wx', 0o600)

/** The source failed, not the disk: the sender went away. */
class SourceFailed extends Error {}

const receive = async (
  part: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limitBytes: number,
  openPart: (place: string) => Promise<FileHandle>,
): Promise<{ sha256: string; size: number }> => {
  const handle = await openPart(part)
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of watched(source)) {
      size += chunk.byteLength
      if (size > limitBytes) {
        const limit = Math.floor(limitBytes / (1024 * 1024))
        throw new Problem(
          fileProblems.tooLarge,
          limit > 0 ? `Giới hạn là ${limit} MB.` : `Giới hạn là ${limitBytes} byte.`,
          { limitBytes },
        )
      }
      hash.update(chunk)
      await writeAll(handle, chunk)
    }
    await handle.sync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await handle.close()
  }
}

const watched = async function* (
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const chunks = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  try {
    for (;;) {
      let next
      try {
        next = await chunks.next()
      } catch (error) {
        throw error instanceof Problem ? error : new SourceFailed((error as Error).message)
      }
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await chunks.return?.()
  }
}

const writeAll = async (handle: FileHandle, chunk: Uint8Array): Promise<void> => {
  let done = 0
  while (done < chunk.byteLength) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.byteLength - done)
    done += bytesWritten
  }
}

const giveName = async (
  folder: string,
  part: string,
  sha256: string,
  size: number,
): Promise<{ existed: boolean; repaired: boolean }> => {
  const place = toPlace(folder, sha256)
  await fs.promises.mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  let repaired = false
  if (await isThere(place)) {
    if (await isSound(place, sha256, size)) return { existed: true, repaired: false }
    // Nothing is destroyed: what rotted is set aside for whoever wants to look at it.
    await fs.promises.rename(place, `${place}.damaged-${randomUUID()}`)
    repaired = true
  }
  const first = await publish(part, place)
  await syncFolder(path.dirname(place))
  await syncFolder(folder)
  return { existed: !first, repaired }
}

/** Gives the part its name unless somebody else just did; a hard link, unlike rename, never replaces. */
const publish = async (part: string, place: string): Promise<boolean> => {
  try {
    await fs.promises.link(part, place)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // A file system without hard links: the name is that of the content, so a replaced twin loses nothing.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error
    await fs.promises.rename(part, place)
    return true
  }
}

const isThere = (place: string): Promise<boolean> =>
  fs.promises.access(place).then(
    () => true,
    () => false,
  )

const isSound = async (place: string, sha256: string, size: number): Promise<boolean> => {
  const { size: there } = await fs.promises.stat(place)
  return there === size && (await hashOf(place)) === sha256
}

const hashOf = async (place: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of fs.createReadStream(place)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Makes the name itself durable. Systems that cannot sync a folder (Windows) keep names by their own journal. */
const syncFolder = async (folder: string): Promise<void> => {
  let handle: FileHandle | undefined
  try {
    handle = await fs.promises.open(folder, 'r')
    await handle.sync()
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error
  } finally {
    await handle?.close()
  }
}

/** What the disk said, in the words of the catalogue; an error that nobody foresaw stays itself. */
export const toStoreProblem = (error: unknown): unknown => {
  if (error instanceof Problem) return error
  if (error instanceof SourceFailed) return new Problem(fileProblems.interrupted)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new Problem(fileProblems.diskFull)
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR')
    return new Problem(fileProblems.notWritable)
  return error
}

/** The bytes of a stored file as a stream. Throws when the store has none of this hash. */
export const openFile = async (
  folder: string,
  sha256: string,
): Promise<{ readonly size: number; readonly stream: fs.ReadStream }> => {
  const place = toPlace(folder, sha256)
  let handle: FileHandle
  try {
    handle = await fs.promises.open(place, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Problem(fileProblems.notFound, sha256)
    throw toStoreProblem(error)
  }
  const { size } = await handle.stat()
  return { size, stream: handle.createReadStream() }
}
