import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  retainSearchParams,
  type AnyRouter,
  type AsyncRouteComponent,
} from '@tanstack/react-router'
import type { WebPage } from '#platform/web/capability.ts'
import { may, useSession } from '#platform/web/session.ts'
import { PERIOD_PARAM } from '#platform/web/shell/period-control.tsx'
import { BrokenPage, NotAllowedPage, NotFoundPage, ServerAwayPage } from '#platform/web/shell/whole-page.tsx'
import { loadPatiently } from '#platform/web/patient-load.ts'
import { isTransient } from '#platform/web/problem.ts'
import { Skeleton } from '#platform/web/ui/skeleton.tsx'
import { parseUrlValues, writeUrlValues } from '#platform/web/url-state.ts'
import { ShellFrame } from './shell-frame.tsx'
import { webCapabilities } from './capabilities.ts'

const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  search: { middlewares: [retainSearchParams([PERIOD_PARAM])] },
})

const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: ShellFrame })

/** Refuses a page before its code runs; the server refuses its data in any case. */
const guarded = (page: WebPage) => {
  const Page = lazyRouteComponent(async () => await loadPatiently(page.load)) as AsyncRouteComponent<object>
  const Guarded = () => (may(useSession(), page.permission) ? <Page /> : <NotAllowedPage />)
  return Object.assign(Guarded, { preload: Page.preload })
}

const pages = webCapabilities.flatMap((capability) => capability.pages)

/** The first page: what the capabilities have to say today. */
const todayRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(
    async () => await loadPatiently(async () => await import('./today-page.tsx')),
  ),
})

const shellPages = pages
  .filter((page) => !page.outside)
  .map((page) => createRoute({ getParentRoute: () => shellRoute, path: page.path, component: guarded(page) }))

const outsidePages = pages
  .filter((page) => page.outside)
  .map((page) =>
    createRoute({
      getParentRoute: () => rootRoute,
      path: page.path,
      component: lazyRouteComponent(async () => await loadPatiently(page.load)),
    }),
  )

const ErrorPage = ({ error, reset }: { readonly error: unknown; readonly reset: () => void }) =>
  isTransient(error) ? <ServerAwayPage /> : <BrokenPage error={error} reset={reset} />

export const openRouter = (queryClient: QueryClient): AnyRouter =>
  createRouter({
    routeTree: rootRoute.addChildren([
      ...outsidePages,
      shellRoute.addChildren([
        todayRoute,
        ...shellPages,
        // Unknown addresses keep the rail, so that one click leads on.
        createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage }),
      ]),
    ]),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: () => <Skeleton rows={8} />,
    defaultErrorComponent: ErrorPage,
    scrollRestoration: true,
    parseSearch: parseUrlValues,
    stringifySearch: writeUrlValues,
  }) as unknown as AnyRouter
