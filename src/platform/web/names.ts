import { useQueries } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { NameSource } from './capability.ts'

/**
 * The journal speaks of things by code (`agency:so-xay-dung`, `account:…`). The capabilities that keep them
 * lend their names, so that a person reads a name and can go there.
 */
export interface Named {
  readonly label: string
  readonly to?: string
}

const NameSources = createContext<readonly NameSource[]>([])
export const NameSourcesProvider = NameSources.Provider

/** Finds the name of a subject; undefined while it is being read or when nobody knows it. */
export const useNames = (): ((subject: string) => Named | undefined) => {
  const sources = useContext(NameSources)
  const results = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['names', source.name],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => await source.load(signal),
      staleTime: 300_000,
    })),
  })
  return (subject) => {
    for (const { data } of results) {
      const found = data?.get(subject)
      if (found) return found
    }
    return undefined
  }
}
