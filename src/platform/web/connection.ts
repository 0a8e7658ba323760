/**
 * Whether the server answers now. Requests report how they fared; while the server is away this asks
 * `/health` until it is back and then tells whoever listens, so that pages recover by themselves.
 */
export type Connection = 'up' | 'offline' | 'unavailable'

const FIRST_WAIT_MS = 1500
const LONGEST_WAIT_MS = 10_000

let connection: Connection = 'up'
let wait = FIRST_WAIT_MS
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const recoveries = new Set<() => void>()

const change = (next: Connection): void => {
  if (next === connection) return
  connection = next
  for (const listener of listeners) listener()
}

const probe = async (): Promise<void> => {
  timer = undefined
  try {
    const reply = await fetch('/health', { cache: 'no-store' })
    if (reply.ok) {
      reportUp()
      return
    }
    change('unavailable')
  } catch {
    change('offline')
  }
  wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)
  schedule()
}

const schedule = (): void => {
  timer ??= setTimeout(() => void probe(), wait)
}

export const reportUp = (): void => {
  if (connection === 'up') return
  wait = FIRST_WAIT_MS
  if (timer !== undefined) clearTimeout(timer)
  timer = undefined
  change('up')
  for (const recovery of recoveries) recovery()
}

export const reportDown = (kind: 'offline' | 'unavailable'): void => {
  change(kind)
  schedule()
}

export const currentConnection = (): Connection => connection

export const subscribeConnection = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Called each time the server is back after having been away. */
export const onRecovery = (recovery: () => void): (() => void) => {
  recoveries.add(recovery)
  return () => recoveries.delete(recovery)
}
