import fs from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { FileHandle } from 'node:fs/promises'

/**
 * The bytes of unfinished uploads, one file each. What stands before the offset that the database notes is on the
 * disk for sure; what stands behind it came with a request that never ended, and is written over.
 */

export const partFile = (dataDir: string, id: string): string => path.join(dataDir, 'uploads', `${id}.part`)

export interface Piece {
  /** Bytes that are safe after this piece, counted from its start. */
  readonly written: number
  /** Why the piece ended early; undefined when it came whole. */
  readonly failure: unknown
}

/** More bytes came than the upload may have. */
export class TooManyBytes extends Error {}

/**
 * Writes a piece at its offset. However it ends, what was written is flushed and counted, because a slow line
 * that breaks after nine of ten megabytes must not cost the nine.
 */
export const writePiece = async (
  place: string,
  offset: number,
  room: number,
  stream: Readable,
): Promise<Piece> => {
  await fs.promises.mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  const handle = await fs.promises.open(place, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600)
  let written = 0
  let failure: unknown
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (written + chunk.byteLength > room) throw new TooManyBytes()
      await writeAll(handle, chunk, offset + written)
      written += chunk.byteLength
    }
  } catch (error) {
    failure = error
  }
  try {
    await handle.datasync()
  } catch (error) {
    // What could not be flushed is not safe, and is sent again.
    written = 0
    failure ??= error
  } finally {
    await handle.close()
  }
  return { written, failure }
}

const writeAll = async (handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> => {
  let done = 0
  while (done < chunk.byteLength) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.byteLength - done, position + done)
    done += bytesWritten
  }
}

export const removePart = async (dataDir: string, id: string): Promise<void> => {
  await fs.promises.rm(partFile(dataDir, id), { force: true })
}

interface Turn {
  readonly stream: Readable
  readonly ended: Promise<unknown>
}

/** Who is writing to which upload in this process. */
export type Turns = Map<string, Turn>

/**
 * Lets one request at a time write to an upload. The newest wins: a line that broke may leave a request behind
 * that waits for bytes which will never come, and the person who resumes must not wait for it.
 */
export const takeTurn = async <T>(
  turns: Turns,
  id: string,
  stream: Readable,
  work: () => Promise<T>,
): Promise<T> => {
  for (let other = turns.get(id); other; other = turns.get(id)) {
    other.stream.destroy(new Error('another request goes on with this upload'))
    await other.ended
  }
  let end = (): void => {}
  const turn: Turn = { stream, ended: new Promise<void>((resolve) => (end = resolve)) }
  turns.set(id, turn)
  try {
    return await work()
  } finally {
    if (turns.get(id) === turn) turns.delete(id)
    end()
  }
}
