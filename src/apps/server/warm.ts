import fs from 'node:fs/promises'
import path from 'node:path'
import { READING_TASK } from '#capabilities/documents/server/reading-task.ts'
import type { Workers } from '#platform/server/workers/pool.ts'
import { packageRoot } from './package-root.ts'

/**
 * Has every worker read the sample plans once, so that the first document of the day does not pay for starting a
 * process and compiling what it runs: three to five times the price of a later one. Nothing waits for it and
 * nothing is kept of it; a server that stops meanwhile only makes it stop too.
 */
export const warmWorkers = async (workers: Workers): Promise<void> => {
  const folder = path.join(packageRoot(), 'provinces/tinh-mau/documents')
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.md'))
  for (const name of names) {
    const bytes = await fs.readFile(path.join(folder, name))
    const order = { name, bytes, register: undefined, isIndexed: true, pdf: undefined }
    await Promise.all(Array.from({ length: workers.bounds.size }, () => workers.run(READING_TASK, order)))
  }
}
