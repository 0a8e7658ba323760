import { NobodyListens } from '#apps/server/control.ts'
import { OwnedElsewhere } from './command.ts'

/** A first start on a slow machine takes half a minute; whoever holds the folder longer than this does not answer. */
export const PATIENCE_MS = 90_000
const PAUSE_MS = 300

export interface Patience {
  /** Does the command with the data of this folder; throws `OwnedElsewhere` while another process holds it. */
  readonly here: () => Promise<number>
  /** Hands the command to the server; throws `NobodyListens` while none takes commands. */
  readonly there: () => Promise<number>
  /** Called once, when there is something to wait for. */
  readonly sayWaiting: () => void
  /** Called at every pause, with the milliseconds waited so far. */
  readonly waited: (ms: number) => void
  readonly pause: (ms: number) => Promise<void>
  readonly limit?: number
}

/**
 * The folder is held, by a server that may be starting just now or by another command that will end soon: asks the
 * one, tries for itself in case the other is done, and again, until the patience is over. `undefined` then.
 * A command that has reached a server is never sent twice.
 */
export const runWithPatience = async (patience: Patience): Promise<number | undefined> => {
  const { here, there, sayWaiting, waited, pause, limit = PATIENCE_MS } = patience
  for (let ms = 0; ; ms += PAUSE_MS) {
    try {
      return await there()
    } catch (error) {
      if (!(error instanceof NobodyListens)) throw error
    }
    if (ms >= limit) return undefined
    if (ms === 0) sayWaiting()
    waited(ms)
    await pause(PAUSE_MS)
    try {
      return await here()
    } catch (error) {
      if (!(error instanceof OwnedElsewhere)) throw error
    }
  }
}
