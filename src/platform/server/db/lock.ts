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

/**
 * Takes the one lock of a data folder, or throws `database.folder-in-use`: PGlite itself would let a second
 * process write into the same files. A lock left by a killed process is taken over.
 *
 * @returns a function that gives the lock back
 */
export const takeFolderLock = (folder: string): (() => void) => {
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(fs.realpathSync(folder), 'binhan.lock')
  const refuse = (pid: number): never => {
    throw new Problem(databaseProblems.folderInUse, `Thư mục ${folder}, tiến trình số ${pid}.`, { pid })
  }
  if (held.has(file)) refuse(process.pid)
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
  held.add(file)
  let mineStill = true
  return () => {
    if (!mineStill) return
    mineStill = false
    held.delete(file)
    if (readOwner(file)?.pid === process.pid) fs.rmSync(file, { force: true })
  }
}
