import type { Config } from '#platform/server/config.ts'
import { defaultSize, openWorkers, type Workers } from '#platform/server/workers/pool.ts'

/** Put in place by `bin/bundle.mjs` and, for the tests, `vitest.config.ts`: a process starts from a file. */
declare const BINHAN_WORKER: string

/** The workers of this installation; none of them starts before it is needed. */
export const openAppWorkers = ({ readTimeoutMs, readMemoryMb }: Config, size = defaultSize()): Workers =>
  openWorkers(new URL(BINHAN_WORKER, import.meta.url), {
    size,
    milliseconds: readTimeoutMs,
    memoryMb: readMemoryMb,
  })
