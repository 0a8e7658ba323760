import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** Chromium 109 takes a sheet to be as wide as it is without its margins: less than the limit of a phone. */
it('keeps the looks of narrow screens away from paper', () => {
  const styles = fs
    .readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name, text: fs.readFileSync(path.join('src', name), 'utf8') }))
  const asking = (pattern: RegExp) => styles.filter(({ text }) => pattern.test(text)).map(({ name }) => name)
  expect(asking(/@media screen and \(max-width/u).length).toBeGreaterThan(5)
  expect(asking(/@media \(max-width/u)).toEqual([])
})
