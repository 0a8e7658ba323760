import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { toPdfRunByLibrary } from '#capabilities/documents/formats/pdf-library.ts'
import { PDF_BOUNDS, runPdftotext } from '#capabilities/documents/formats/pdftotext.ts'

/** Prints the page on A4 as the person would, and reads each sheet. */
export const printSheets = async (page: Page, name?: string): Promise<string[]> => {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const folder = process.env['BINHAN_PICTURES']
  if (folder && name !== undefined) fs.writeFileSync(path.join(folder, `${name}.pdf`), pdf)
  const run = await runPdftotext(pdf, PDF_BOUNDS)
  const read = run.kind === 'missing' ? await toPdfRunByLibrary(pdf) : run
  if (read.kind !== 'text') throw new Error(`the sheets cannot be read: ${read.kind}`)
  return read.text.split('\f').filter((sheet) => sheet.trim() !== '')
}

/**
 * Whether the browser writes what the product puts into the margins: title, time, number of the sheet. One that does
 * not (Chromium below 131) leaves them to its own head and foot, which carry the title of the page.
 */
export const hasMarginBoxes = async (page: Page): Promise<boolean> =>
  await page.evaluate(() => 'CSSMarginRule' in globalThis)
