import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import type { Locator, Page } from 'playwright-core'

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe finds wrong on the page as it stands, one line for each element; empty when nothing. */
export const listAxeFindings = async (page: Page): Promise<string[]> => {
  // Evaluated by the debugger, which the content security policy does not concern.
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (root: Document, options: object) => Promise<{ violations: AxeViolation[] }> }
    }
    const { violations: found } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return found
  })
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${violation.help} — ${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`,
    ),
  )
}

/** Elements that stick out to the right of the window; a page never scrolls sideways. */
export const listOverflowing = async (page: Page): Promise<string[]> =>
  await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  })

/** Waits until it is to be seen; fails with the locator's own words when it never is. */
export const expectSeen = async (locator: Locator): Promise<void> => await locator.first().waitFor()

/** Waits until it is gone. */
export const expectGone = async (locator: Locator): Promise<void> =>
  await locator.first().waitFor({ state: 'detached' })

/** Keeps a picture where somebody asked for pictures; tests do not need one. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['BINHAN_PICTURES']
  if (!folder) return
  fs.mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}
