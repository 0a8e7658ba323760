import { openWorkers, type Workers } from './pool.ts'

/** For tests whose subject has no slow work: a pool without an entry, of which no worker ever starts. */
export const idleWorkers = (size = 1): Workers =>
  openWorkers(new URL('file:///no-entry'), { size, milliseconds: 1, memoryMb: 64 })
