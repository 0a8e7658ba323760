import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/db.ts'
import type { Subscriptions } from './journal/journal.ts'
import type { Logger } from 'pino'
import type { Workers } from './workers/pool.ts'

/** What the joined server hands to every handler and job: few things, made once at start. */
export interface Services {
  readonly config: Config
  readonly clock: Clock
  readonly database: Database
  /** For work that may take long. */
  readonly workers: Workers
  readonly subscriptions: Subscriptions
  readonly log: Logger
  /** Where original files lie, addressed by their SHA-256. */
  readonly filesDir: string
  readonly province: string
}
