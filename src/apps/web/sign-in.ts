import type { AnyRouter } from '@tanstack/react-router'

/** Where signing in is, and the name in its address under which the way back is kept. */
const SIGN_IN_PATH = '/dang-nhap'
const RETURN_PARAM = 'tiep'

/** The session has ended: sign in, then come back to the same page with the same filters. */
export const goToSignIn = (router: AnyRouter): void => {
  const { pathname, href } = router.state.location
  if (pathname === SIGN_IN_PATH) return
  void router.navigate({
    to: SIGN_IN_PATH,
    search: (href === '/' ? {} : { [RETURN_PARAM]: href }) as never,
    replace: true,
  })
}

/** Left on purpose: there is no way back to keep. */
export const goToFreshSignIn = (router: AnyRouter): void => {
  void router.navigate({ to: SIGN_IN_PATH, search: {} as never })
}
