import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { Sun } from 'lucide-react'
import { useEffect } from 'react'
import { findShellSession, sessionQuery, signOut } from '#capabilities/people/web/session.ts'
import { menuGroups, type MenuEntry } from '#platform/web/capability.ts'
import { LentDialogsProvider, toLentDialogs } from '#platform/web/lent-dialog.tsx'
import { NameSourcesProvider } from '#platform/web/names.ts'
import { may, SessionProvider } from '#platform/web/session.ts'
import { toBarItems } from '#platform/web/shell/bar-items.tsx'
import { Shell } from '#platform/web/shell/shell.tsx'
import { BrokenPage, ServerAwayPage } from '#platform/web/shell/whole-page.tsx'
import { isTransient } from '#platform/web/problem.ts'
import { webCapabilities } from './capabilities.ts'
import { goToFreshSignIn, goToSignIn } from './sign-in.ts'

const today: MenuEntry = {
  group: 'today',
  label: menuGroups.today,
  to: '/',
  icon: Sun,
  order: 0,
  letter: 'h',
}
const menu = [today, ...webCapabilities.flatMap((capability) => capability.menu)]
const names = webCapabilities.flatMap((capability) => capability.names ?? [])
const dialogs = toLentDialogs(webCapabilities.flatMap((capability) => capability.dialogs ?? []))
const bar = toBarItems(webCapabilities.flatMap((capability) => capability.bar ?? []))
const search = webCapabilities.flatMap((capability) => capability.search ?? [])

/** Joins the shell with the session: nobody sees a page of the office before the server said who they are. */
export const ShellFrame = () => {
  const query = useQuery(sessionQuery)
  const router = useRouter()
  const client = useQueryClient()
  const session = query.data && findShellSession(query.data)
  const isNobody = query.data !== undefined && session === undefined
  useEffect(() => {
    if (isNobody) goToSignIn(router)
  }, [isNobody, router])
  if (query.isError && query.data === undefined)
    return isTransient(query.error) ? <ServerAwayPage /> : <BrokenPage error={query.error} />
  if (!session) return null
  return (
    <SessionProvider value={session}>
      <NameSourcesProvider value={names.filter((source) => may(session, source.permission))}>
        <Shell
          menu={menu}
          search={search}
          bar={bar}
          onSignOut={() => {
            void signOut().then(() => {
              client.clear()
              goToFreshSignIn(router)
            })
          }}
        >
          <LentDialogsProvider value={dialogs}>
            <Outlet />
          </LentDialogsProvider>
        </Shell>
      </NameSourcesProvider>
    </SessionProvider>
  )
}
