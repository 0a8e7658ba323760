import { openWorkers, type Workers } from './pool.ts'

/** For tests whose subject has no slow work: a pool without an entry, of which no worker ever starts. */
export const idleWorkers = (): Workers =>
  openWorkers(new URL('file:///no-entry'), { size: 1, milliseconds: 1, memoryMb: 64 })
