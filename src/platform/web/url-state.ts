import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/**
 * The address carries every filter, so that Back works and a link shows the same list to a colleague.
 * Values are plain text: `?q=y+tế&trang=2`, never JSON.
 */
export type UrlValues = Readonly<Record<string, string | undefined>>

export const parseUrlValues = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))

export const writeUrlValues = (values: Readonly<Record<string, unknown>>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** All filters in the address. */
export const useUrlValues = (): UrlValues => useSearch({ strict: false })

/**
 * Changes filters in the address; undefined or empty removes one. Typing replaces the history entry,
 * so that Back leaves the list instead of taking back each letter. Resolves when the page shows the new address.
 */
export const useSetUrlValues = (): ((changes: UrlValues) => Promise<void>) => {
  const navigate = useNavigate()
  return useCallback(
    async (changes: UrlValues) => {
      await navigate({
        to: '.',
        search: ((before: UrlValues) => {
          const next: Record<string, string | undefined> = { ...before, ...changes }
          for (const name of Object.keys(next)) if (next[name] === '') delete next[name]
          return next
        }) as never,
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )
}

/** One filter with its setter. */
export const useUrlValue = (name: string, fallback = ''): readonly [string, (value: string) => void] => {
  const values = useUrlValues()
  const setValues = useSetUrlValues()
  const set = useCallback(
    (value: string) => void setValues({ [name]: value === fallback ? undefined : value }),
    [setValues, name, fallback],
  )
  return [values[name] ?? fallback, set]
}

/** A part of the path: `/co-quan/$id` → `usePathParam('id')`. */
export const usePathParam = (name: string): string => {
  const params = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>
  return params[name] ?? ''
}
