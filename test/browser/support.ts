import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { RunningServer } from '#apps/server/open.ts'
import { readConfig } from '#platform/server/config.ts'
import type { RoleCode } from '#capabilities/people/domain/roles.ts'
import { findSamplePerson, startSample } from './support-province.ts'

/** The three screens that the product is made for. */
export const sizes = {
  office: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

export type Size = keyof typeof sizes

/** One running product with a browser before it; a test file opens one and closes it. */
export interface Stand {
  readonly address: string
  readonly server: RunningServer
  readonly newPage: (options?: PageOptions) => Promise<SeenPage>
  readonly close: () => Promise<void>
}

export interface PageOptions {
  readonly size?: Size
  readonly theme?: 'light' | 'dark'
  readonly as?: RoleCode
}

/** A page that remembers what its console complained about. */
export interface SeenPage {
  readonly page: Page
  /** Goes to a path and waits until nothing is loading any more. */
  readonly go: (path: string) => Promise<void>
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

const findChromium = (): string => {
  const place = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (file) => file !== undefined && fs.existsSync(file),
  )
  if (place === undefined) throw new Error('no Chromium found; set CHROMIUM_PATH')
  return place
}

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/**
 * What Chromium 109 does not have yet: the page must live without it. Compared with the real one, name by name;
 * `npm run oldest-browser` runs these tests in that one itself.
 */
const forgetNewerBuiltins = (): void => {
  const newer: readonly (readonly [object, readonly string[]])[] = [
    [globalThis, ['Iterator']],
    [Array, ['fromAsync']],
    [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
    [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference']],
    [Set.prototype, ['isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    [Map.prototype, ['getOrInsert', 'getOrInsertComputed']],
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [RegExp, ['escape']],
    [Error, ['isError']],
    [URL, ['canParse', 'parse']],
    [URLSearchParams.prototype, ['size']],
    [AbortSignal, ['any']],
    [Response.prototype, ['bytes']],
    [Blob.prototype, ['bytes']],
    [ReadableStream.prototype, ['values']],
    [Document.prototype, ['startViewTransition']],
    [HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'togglePopover']],
  ]
  for (const [holder, names] of newer)
    for (const name of names) delete (holder as Record<string, unknown>)[name]
}

export const openStand = async ({
  withDocuments = false,
  environment = {},
}: {
  readonly withDocuments?: boolean
  /** Keys of the configuration beside those that every stand has. */
  readonly environment?: Readonly<Record<string, string>>
} = {}): Promise<Stand> => {
  const dataDir = fs.mkdtempSync(path.join(tmpdir(), 'binhan-browser-'))
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    ...environment,
  })
  const server = await startSample(config, withDocuments)
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  return {
    address: server.address,
    server,
    newPage: async (options) => await openPage(browser, server.address, options),
    close: async () => {
      await browser.close()
      await server.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const openPage = async (
  browser: Browser,
  address: string,
  { size = 'office', theme = 'light', as }: PageOptions = {},
): Promise<SeenPage> => {
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizes[size],
    colorScheme: theme,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
  })
  await context.addInitScript(forgetNewerBuiltins)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  if (as !== undefined) {
    const reply = await context.request.post('/api/session/demo', {
      data: { login: findSamplePerson(as).login },
    })
    if (!reply.ok()) throw new Error(`signing in as ${as}: ${reply.status()} ${await reply.text()}`)
  }
  return {
    page,
    go: async (to) => {
      await page.goto(to, { waitUntil: 'load' })
      await settle(page)
    },
    complaints,
    close: async () => await context.close(),
  }
}

/** The page has its title, nothing is loading, the fonts are there, two frames have been painted. */
export const settle = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('.skeleton, [aria-busy="true"]') === null,
  )
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
  })
}
