export type Theme = 'system' | 'light' | 'dark'

const KEY = 'binhan.theme'
const system = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

/** The person's choice on this machine; `theme.js` applies it before the first paint. */
export const readTheme = (): Theme => {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

const apply = (theme: Theme): void => {
  const isDark = theme === 'dark' || (theme === 'system' && system().matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

export const chooseTheme = (theme: Theme): void => {
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // A closed storage forgets the choice at the next start; the page still changes now.
  }
  apply(theme)
}

/** Follows the system while the person has chosen nothing. */
export const followSystemTheme = (): void => {
  system().addEventListener('change', () => apply(readTheme()))
}
