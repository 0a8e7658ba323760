import { createContext, useContext } from 'react'

/** What every page may know of whoever is signed in. The app joins it from the capability that keeps people. */
export interface Session {
  readonly personId: string
  readonly name: string
  /** `Cán bộ đầu mối, Sở Y tế`: the posts held now, one line each. */
  readonly posts: readonly string[]
  readonly province: { readonly code: string; readonly name: string; readonly isSample: boolean }
  readonly permissions: ReadonlySet<string>
}

const SessionContext = createContext<Session | undefined>(undefined)
export const SessionProvider = SessionContext.Provider

/** The session; undefined on pages that need none. */
export const useFindSession = (): Session | undefined => useContext(SessionContext)

/** The session of a page inside the shell. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('this page needs a session but stands outside the shell')
  return session
}

/** Whether the person holds the permission; an entry without one is for everybody signed in. */
export const may = (session: Session, permission: string | undefined): boolean =>
  permission === undefined || session.permissions.has(permission)

export const useMay = (permission: string): boolean => may(useSession(), permission)
