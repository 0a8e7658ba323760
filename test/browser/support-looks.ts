import { expect } from 'vitest'
import { listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import type { PageOptions, SeenPage } from './support.ts'

/** How every page is looked at. */
export interface Look extends PageOptions {
  readonly name: string
  /** Wider screens show the same content as the office's: axe would say the same. */
  readonly isAxeLeftOut?: boolean
}

export const looks: readonly Look[] = [
  { name: 'office', size: 'office' },
  { name: 'dark', size: 'office', theme: 'dark' },
  { name: 'phone', size: 'phone' },
  { name: 'wide', size: 'wide', isAxeLeftOut: true },
]

/** Where the browser itself notes that a refusal came, which the page then explains. */
const isRefusalNote = (line: string): boolean => line.includes('Failed to load resource')

/** Goes there and expects nothing for axe, nothing sideways, a quiet console. */
export const expectSound = async (
  seen: SeenPage,
  look: Look,
  name: string,
  path: string,
  { mayRefuse = false } = {},
): Promise<void> => {
  seen.complaints.length = 0
  await seen.go(path)
  await takePicture(seen.page, `${name}-${look.name}`)
  expect(await listOverflowing(seen.page)).toEqual([])
  expect(look.isAxeLeftOut ? [] : await listAxeFindings(seen.page)).toEqual([])
  expect(seen.complaints.filter((line) => !mayRefuse || !isRefusalNote(line))).toEqual([])
}
