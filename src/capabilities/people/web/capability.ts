import type { WebCapability } from '#platform/web/capability.ts'

/** Screens of `people`: signing in, own account, agencies, groups, accounts. */
export const peopleWeb: WebCapability = {
  name: 'people',
  pages: [{ path: '/dang-nhap', outside: true, load: async () => await import('./sign-in-page.tsx') }],
  menu: [],
}
