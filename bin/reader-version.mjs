// The version of the reader of documents: a hash over everything that a reading follows from. Filled in wherever
// modules are made of the sources (bin/bundle.mjs, vitest.config.ts), so that nobody has to raise a number by hand.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Bytes become text and text becomes structure: all of it follows from here. */
const ENTRIES = ['src/capabilities/documents/server/reading-task.ts']

/** What a module names after `from`, `import` or `import(`. Types count: a look at one too many does no harm. */
const NAMED = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/gu

/**
 * Twelve hexadecimal digits that change exactly when a source file which the reader reaches changes, or the version
 * of a package that it uses. Line ends do not count: a checkout sets them as it likes.
 */
export const readerVersion = (base = root) => {
  const { imports, dependencies } = JSON.parse(readFileSync(path.join(base, 'package.json'), 'utf8'))
  const roomOf = (name) => imports[`${name.split('/')[0]}/*`]?.replace(/\*$/u, '')
  const resolve = (from, name) => {
    if (name.startsWith('.')) return path.posix.join(path.posix.dirname(from), name)
    const room = name.startsWith('#') ? roomOf(name) : undefined
    return room && path.posix.join(room, name.slice(name.indexOf('/') + 1))
  }
  const packages = new Set()
  const texts = new Map()
  const visit = (file) => {
    if (texts.has(file)) return
    const text = readFileSync(path.join(base, file), 'utf8').replaceAll('\r\n', '\n')
    texts.set(file, text)
    for (const [, name] of text.matchAll(NAMED)) {
      const next = resolve(file, name)
      if (next !== undefined) visit(next)
      else if (!name.startsWith('node:'))
        packages.add(
          Object.keys(dependencies).find((one) => name === one || name.startsWith(`${one}/`)) ?? name,
        )
    }
  }
  for (const entry of ENTRIES) visit(entry)
  const hash = createHash('sha256')
  for (const [file, text] of [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${file}\0${text}\0`)
  for (const name of [...packages].toSorted()) hash.update(`${name}@${dependencies[name]}\0`)
  return hash.digest('hex').slice(0, 12)
}

/** What the makers of modules put in place of the names that the sources only declare. */
export const definitions = () => ({ BINHAN_READER_VERSION: JSON.stringify(readerVersion()) })
