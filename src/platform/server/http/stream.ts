import type { Readable } from 'node:stream'
import { Problem } from '#kernel/problem.ts'
import { httpProblems } from './problems.ts'

/** Reads a body that arrives as a stream, up to a bound; refuses what is larger without reading on. */
export const readBody = async (stream: Readable | undefined, limit: number): Promise<Uint8Array> => {
  if (!stream) throw new Problem(httpProblems.unsupportedType)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) {
      throw new Problem(httpProblems.tooLarge, `Giới hạn là ${Math.floor(limit / 1024 / 1024)} MB.`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
