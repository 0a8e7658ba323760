import pino, { type Logger } from 'pino'
import type { Config } from './config.ts'

/** Logs are lines of JSON on standard error; they hold routes, ids and times, no personal data. */
export const openLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino(
    { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  )
