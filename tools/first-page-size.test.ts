import fs from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { budget, measureFirstPages } from './first-page-size.ts'

/** The build is made before the tests run; the budgets are those of the design. */
it('keeps the first pages within their budget', () => {
  const { pages, fonts } = measureFirstPages()
  expect(pages.map((page) => page.name)).toEqual(['Đăng nhập', 'Hôm nay'])
  for (const page of pages) {
    expect(page.gzip).toBeLessThanOrEqual(budget.code)
    // A measure that lost its files would pass any budget.
    expect(page.gzip).toBeGreaterThan(50_000)
  }
  expect(fonts).toBeLessThanOrEqual(budget.fonts)
  expect(fonts).toBeGreaterThan(20_000)
})

it('lays beside each file the same bytes, pressed', () => {
  const folder = 'dist/web/assets'
  const pressed = fs.readdirSync(folder).filter((file) => file.endsWith('.br'))
  expect(pressed.length).toBeGreaterThan(10)
  for (const file of pressed) {
    const plain = fs.readFileSync(`${folder}/${file.slice(0, -3)}`)
    expect(brotliDecompressSync(fs.readFileSync(`${folder}/${file}`)).equals(plain)).toBe(true)
    expect(gunzipSync(fs.readFileSync(`${folder}/${file.slice(0, -3)}.gz`)).equals(plain)).toBe(true)
  }
})
