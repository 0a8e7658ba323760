import { QueryCache, QueryClient } from '@tanstack/react-query'
import { onRecovery } from './connection.ts'
import { ApiProblem, isSignInNeeded, isTransient } from './problem.ts'

const RETRIES = 3

/** Too many requests in a minute pass too, only later: a whole office may sit behind one address. */
const isWorthAskingAgain = (error: unknown): boolean =>
  isTransient(error) || (error instanceof ApiProblem && error.status === 429)

/** Reads that failed for a passing reason are asked again; when the server is back, everything failed is. */
export const openQueryClient = (onSignInNeeded: () => void): QueryClient => {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isSignInNeeded(error) && query.meta?.['quiet'] !== true) onSignInNeeded()
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (count, error) => isWorthAskingAgain(error) && count < RETRIES,
        retryDelay: (count, error) => (isTransient(error) ? Math.min(500 * 2 ** count, 4000) : 15_000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  onRecovery(() => {
    void client.refetchQueries({ predicate: (query) => query.state.status === 'error' })
    void client.invalidateQueries({ type: 'active' })
  })
  return client
}
