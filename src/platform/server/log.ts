import pino, { type Logger } from 'pino'
import type { Config } from './config.ts'

/**
 * What a log says of an error: where it happened and of what kind. PostgreSQL puts the values of the row, that is
 * names and addresses, into `detail`, `where` and `params`; so nothing is taken along that is not named here.
 */
const toLoggedError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, table, column, constraint, routine } = error as Error & Record<string, unknown>
  const { name: type, message, stack } = error
  const cause = error.cause === undefined ? undefined : toLoggedError(error.cause)
  return { type, message, stack, code, table, column, constraint, routine, cause }
}

/** Logs are lines of JSON on standard error; they hold routes, ids and times, no personal data. */
export const openLog = (
  { logLevel }: Pick<Config, 'logLevel'>,
  to: pino.DestinationStream = pino.destination({ dest: 2, sync: false }),
): Logger =>
  pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: toLoggedError },
    },
    to,
  )
