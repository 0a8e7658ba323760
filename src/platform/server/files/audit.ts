import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '#kernel/problem.ts'
import { fileProblems } from './problems.ts'
import { openFile } from './store.ts'

/** Hashes a stored file again; throws when it is gone or no longer what its name says. */
export const verifyFile = async (folder: string, sha256: string): Promise<{ readonly size: number }> => {
  const { size, stream } = await openFile(folder, sha256)
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk as Buffer)
  if (hash.digest('hex') !== sha256) throw new Problem(fileProblems.damaged, sha256, { sha256 })
  return { size }
}

/** Every hash that the store holds, sorted. */
export const listFiles = async (folder: string): Promise<string[]> => {
  const shelves = await entriesOf(folder)
  const found: string[] = []
  for (const shelf of shelves) {
    if (!/^[0-9a-f]{2}$/u.test(shelf)) continue
    for (const name of await entriesOf(path.join(folder, shelf)))
      if (/^[0-9a-f]{64}$/u.test(name) && name.startsWith(shelf)) found.push(name)
  }
  return found.toSorted()
}

export interface StoreAudit {
  readonly sound: number
  readonly damaged: readonly string[]
}

/** Hashes the whole store again and names what no longer fits. */
export const verifyStore = async (
  folder: string,
  progress: (done: number, all: number) => void = () => {},
): Promise<StoreAudit> => {
  const all = await listFiles(folder)
  const damaged: string[] = []
  for (const [i, sha256] of all.entries()) {
    progress(i, all.length)
    try {
      await verifyFile(folder, sha256)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      damaged.push(sha256)
    }
  }
  progress(all.length, all.length)
  return { sound: all.length - damaged.length, damaged }
}

/**
 * Removes parts that a killed process left behind. To be called before the first upload is taken:
 * every part that is there then belongs to nobody.
 */
export const sweepParts = async (folder: string): Promise<number> => {
  const incoming = path.join(folder, 'incoming')
  const parts = (await entriesOf(incoming)).filter((name) => name.endsWith('.part'))
  for (const name of parts) await fs.promises.rm(path.join(incoming, name), { force: true })
  return parts.length
}

const entriesOf = async (folder: string): Promise<string[]> => {
  try {
    return await fs.promises.readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}
