/**
 * What the first page weighs on the line: `node bin/run.mjs tools/first-page-size.ts` after a build.
 * Counts what the browser must fetch before "Hôm nay" or the sign-in page can be used: the entry, what it
 * imports, the page's own chunk with its imports, their styles, and the fonts of the interface.
 */
import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

/** The budget of the design: script and style compressed, and fonts (already compressed), in bytes. */
export const budget = { code: 200_000, fonts: 60_000 }

const root = path.resolve('dist/web')

const collect = (manifest: Manifest, key: string, into: Set<string>, seen: Set<string> = new Set()): void => {
  const chunk = manifest[key]
  if (!chunk || seen.has(key)) return
  seen.add(key)
  into.add(chunk.file)
  for (const css of chunk.css ?? []) into.add(css)
  for (const other of chunk.imports ?? []) collect(manifest, other, into, seen)
}

export interface FirstPage {
  readonly name: string
  readonly files: number
  readonly raw: number
  readonly gzip: number
  readonly brotli: number
}

/** The sizes of the pages that a person may see first. */
export const measureFirstPages = (folder = root): { pages: FirstPage[]; fonts: number } => {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (entry === undefined) throw new Error('the manifest names no entry')
  // Paths from the web app's own folder, as the manifest names them.
  const pageKeys = {
    'Đăng nhập': '../../capabilities/people/web/sign-in-page.tsx',
    'Hôm nay': 'today-page.tsx',
  }
  const pages = Object.entries(pageKeys).map(([name, key]) => {
    if (!manifest[key]) throw new Error(`no chunk for ${key}`)
    const files = new Set<string>()
    collect(manifest, entry, files)
    collect(manifest, key, files)
    const bytes = [...files].map((file) => fs.readFileSync(path.join(folder, file)))
    const html = fs.readFileSync(path.join(folder, 'index.html'))
    const all = [...bytes, html]
    const sum = (weigh: (data: Buffer) => number): number =>
      all.reduce((total, data) => total + weigh(data), 0)
    return {
      name,
      files: files.size,
      raw: sum((data) => data.length),
      gzip: sum((data) => gzipSync(data, { level: 9 }).length),
      brotli: sum((data) => brotliCompressSync(data).length),
    }
  })
  const fonts = fs
    .readdirSync(path.join(folder, 'assets'))
    .filter((file) => file.startsWith('be-vietnam-pro') && file.endsWith('.woff2'))
    .reduce((total, file) => total + fs.statSync(path.join(folder, 'assets', file)).size, 0)
  return { pages, fonts }
}
