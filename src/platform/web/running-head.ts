import { useEffect } from 'react'
import { flushSync } from 'react-dom'

/** The margins of the sheets; browsers without margin boxes (Chromium below 131) leave them empty. */
const MARGINS = { head: '@top-left', foot: '@bottom-left', number: '@bottom-right' } as const

/** A string of CSS: quotes, backslashes and line ends would end it. */
export const toCssText = (text: string): string =>
  `"${text.replace(/["\\]/gu, '\\$&').replace(/\s+/gu, ' ')}"`

const LONGEST = 110

/** The rules that write a title at the head of every sheet but the first, and foot and page number on each. */
export const toPageRules = (head: string, foot: string): string => {
  const short = head.length > LONGEST ? `${head.slice(0, LONGEST - 1).trimEnd()}…` : head
  const box = (place: string, content: string): string =>
    `${place} { content: ${content}; font: 9pt 'Be Vietnam Pro', sans-serif; white-space: nowrap; }`
  return [
    '@page {',
    box(MARGINS.head, toCssText(short)),
    box(MARGINS.foot, toCssText(foot)),
    box(MARGINS.number, '"Trang " counter(page) "/" counter(pages)'),
    '}',
    // The first sheet bears the title itself.
    `@page :first { ${MARGINS.head} { content: none; } }`,
  ].join('\n')
}

/** Writes head and foot of the sheets whenever the page is printed; `foot` is asked at that moment. */
export const useRunningHead = (head: string, foot: () => string): void => {
  useEffect(() => {
    if (!('adoptedStyleSheets' in document)) return undefined
    const sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const write = (): void => sheet.replaceSync(toPageRules(head, foot()))
    addEventListener('beforeprint', write)
    return () => {
      removeEventListener('beforeprint', write)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [head, foot])
}

/** Does something for the paper before the browser lays it out, which is as soon as the event was heard. */
export const useBeforePrint = (work: () => void): void => {
  useEffect(() => {
    const now = (): void => flushSync(work)
    addEventListener('beforeprint', now)
    return () => removeEventListener('beforeprint', now)
  }, [work])
}
