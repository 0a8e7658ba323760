import { onRecovery, reportDown } from './connection.ts'

const isServerUp = async (): Promise<boolean> => {
  try {
    return (await fetch('/health', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

const recovered = async (): Promise<void> =>
  await new Promise((resolve) => {
    const forget = onRecovery(() => {
      forget()
      resolve()
    })
  })

/**
 * Fetches a page's code; while the server is away it waits instead of failing, so that the frame, the banner
 * and what was typed elsewhere stay. With the server there, a missing file means a new release: that is thrown,
 * and the router reloads the page once.
 */
export const loadPatiently = async <T>(load: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (await isServerUp()) throw error
      reportDown('offline')
      await recovered()
    }
  }
}
