import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '#kernel/problem.ts'
import { databaseProblems } from './problems.ts'

/** What stands in the lock file: enough to tell a living owner from a number used again. */
interface Owner {
  readonly pid: number
  readonly startedAt: string | undefined
}

/** The start time of a process as Linux counts it; undefined elsewhere or when it is gone. */
const startOf = (pid: number): string | undefined => {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

const isAlive = (owner: Owner): boolean => {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const started = startOf(owner.pid)
  return started === undefined || owner.startedAt === undefined || started === owner.startedAt
}

const readOwner = (file: string): Owner | undefined => {
  try {
    const owner = JSON.parse(fs.readFileSync(file, 'utf8')) as Owner
    return typeof owner.pid === 'number' ? owner : undefined
  } catch {
    return undefined
  }
}

/** Locks held by this very process, since its own pid is always alive. */
const held = new Set<string>()

type Refuse = (pid: number | undefined) => never

/**
 * The flag of libuv that opens a file for this process alone. Node passes it on without a name for it; Windows keeps
 * it as long as the process lives, however it ends.
 */
const UV_FS_O_EXLOCK = 0x1000_0000

const openAloneOnWindows = (file: string): number =>
  fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT | UV_FS_O_EXLOCK, 0o600)

/**
 * Windows gives the number of a dead process to another one soon, above all after a power cut, and does not tell when
 * a process began. There the lock is a file held open; what stands in the other says who holds it.
 */
const takeByHandle = (file: string, refuse: Refuse, openAlone: (file: string) => number): (() => void) => {
  let handle: number
  try {
    handle = openAlone(`${file}.held`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error
    return refuse(readOwner(file)?.pid)
  }
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid } satisfies Partial<Owner>))
  return () => {
    fs.rmSync(file, { force: true })
    fs.closeSync(handle)
  }
}

/** The lock is a name that only one process can give to a file, and what the file says of the process. */
const takeByName = (file: string, refuse: Refuse): (() => void) => {
  const mine: Owner = { pid: process.pid, startedAt: startOf(process.pid) }
  // The content is complete before the name exists: a reader never sees half an owner.
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, JSON.stringify(mine))
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        fs.linkSync(draft, file)
        break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 5) throw error
        const owner = readOwner(file)
        if (owner && isAlive(owner) && owner.pid !== process.pid) refuse(owner.pid)
        // Two starters may find the same dead owner: only the one who moves the old file away may go on.
        const grave = `${file}.dead.${process.pid}`
        try {
          fs.renameSync(file, grave)
          const buried = readOwner(grave)
          if (buried && owner && buried.pid !== owner.pid) fs.linkSync(grave, file)
          fs.rmSync(grave, { force: true })
        } catch (moved) {
          if ((moved as NodeJS.ErrnoException).code !== 'ENOENT') throw moved
        }
      }
    }
  } finally {
    fs.rmSync(draft, { force: true })
  }
  return () => {
    if (readOwner(file)?.pid === process.pid) fs.rmSync(file, { force: true })
  }
}

/**
 * Takes the one lock of a data folder, or throws `database.folder-in-use`: PGlite itself would let a second
 * process write into the same files. A lock left by a killed process is taken over.
 *
 * @param openAlone opens a file for this process alone or throws EBUSY, where the system can do that
 * @returns a function that gives the lock back
 */
export const takeFolderLock = (
  folder: string,
  openAlone = process.platform === 'win32' ? openAloneOnWindows : undefined,
): (() => void) => {
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(fs.realpathSync(folder), 'binhan.lock')
  const refuse: Refuse = (pid) => {
    const who = pid === undefined ? '' : `, tiến trình số ${pid}`
    throw new Problem(databaseProblems.folderInUse, `Thư mục ${folder}${who}.`, { pid })
  }
  if (held.has(file)) refuse(process.pid)
  const giveBack = openAlone ? takeByHandle(file, refuse, openAlone) : takeByName(file, refuse)
  held.add(file)
  let mineStill = true
  return () => {
    if (!mineStill) return
    mineStill = false
    held.delete(file)
    giveBack()
  }
}
