// The lock of the build: two commands started at once must not build into each other; the second one waits and finds
// the work done. Imports no package: on a fresh clone there is none.
import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** How often a waiting command looks, and how many looks without a beat mean that the owner is gone: 20 seconds. */
const PAUSE_MS = 200
const PATIENCE = 100

/** The owner touches the file from a thread of its own: a bundler may hold the main one for seconds. */
const beats = (file) => `
  const { utimesSync } = require('node:fs')
  setInterval(() => {
    try { utimesSync(${JSON.stringify(file)}, new Date(), new Date()) } catch {}
  }, ${PAUSE_MS})`

/** When a process started, as Linux counts it; undefined elsewhere or when it is gone. */
const startOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/** Where process numbers mean what they mean here: this machine and, on Linux, this container of it. */
export const hereName = () => {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

const ownerOf = (text) => {
  try {
    const owner = JSON.parse(text)
    return Number.isInteger(owner?.pid) ? owner : undefined
  } catch {
    return undefined
  }
}

/** Only of a process of this place can one say at once that it is gone; any other lives as long as its file is touched. */
const isGone = (owner) => {
  if (owner?.where !== hereName()) return false
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return error.code !== 'EPERM'
  }
  const started = startOf(owner.pid)
  return started !== undefined && owner.startedAt !== undefined && started !== owner.startedAt
}

/** Moves away the lock that was judged; when another has taken it meanwhile, puts that one back. */
const bury = (file, judged) => {
  const grave = `${file}.dead-${process.pid}`
  try {
    renameSync(file, grave)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return
  }
  const buried = read(grave) ?? ''
  rmSync(grave, { force: true })
  if (buried === judged) return
  try {
    writeFileSync(file, buried, { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

/**
 * Waits for the lock and takes it; it is given back at the end of this process. A lock whose owner is gone is taken
 * over: by the number and start of the owner's process where they mean something here, otherwise when its file has
 * not been touched while we looked. Times are never compared with a clock, which may be moved.
 */
export const takeLock = async (file, pause = () => wait(PAUSE_MS)) => {
  const mine = JSON.stringify({
    pid: process.pid,
    startedAt: startOf(process.pid),
    where: hereName(),
    token: randomUUID(),
  })
  let seen = ''
  let quietLooks = 0
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const text = read(file)
    const beat = `${text} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`
    quietLooks = beat === seen ? quietLooks + 1 : 0
    seen = beat
    if (text !== undefined && (isGone(ownerOf(text)) || quietLooks >= PATIENCE)) bury(file, text)
    else await pause()
  }
  const heart = new Worker(beats(file), { eval: true })
  heart.unref()
  process.on('exit', () => {
    if (read(file) === mine) rmSync(file, { force: true })
  })
}
