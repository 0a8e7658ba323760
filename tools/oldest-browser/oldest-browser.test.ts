import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkIntegrity } from './fetch.ts'
import { getFromTar } from './tar.ts'

describe('a file out of a package', () => {
  let folder: string
  let tar: Buffer
  const program = randomBytes(1_500)
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-tar-'))
    fs.mkdirSync(path.join(folder, 'package/bin'), { recursive: true })
    fs.writeFileSync(path.join(folder, 'package/package.json'), '{}')
    fs.writeFileSync(path.join(folder, 'package/empty'), '')
    fs.writeFileSync(path.join(folder, 'package/bin/chromium.br'), program)
    const files = ['package/package.json', 'package/empty', 'package/bin/chromium.br']
    execFileSync('tar', ['--format=ustar', '-cf', 'all.tar', ...files], { cwd: folder })
    tar = fs.readFileSync(path.join(folder, 'all.tar'))
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('is what was put in', () => {
    expect(getFromTar(tar, 'package/bin/chromium.br').equals(program)).toBe(true)
    expect(getFromTar(tar, 'package/package.json').toString()).toBe('{}')
    expect(getFromTar(tar, 'package/empty')).toHaveLength(0)
  })

  it.each(['chromium.br', 'package/bin', 'package/bin/chromium'])(
    'is not %s, which is no name in it',
    (name) => {
      expect(() => getFromTar(tar, name)).toThrow(`has no file ${name}`)
    },
  )

  it('is not half of it, when the archive was cut', () => {
    expect(() => getFromTar(tar.subarray(0, 3_000), 'package/bin/chromium.br')).toThrow('ends within')
  })

  it('is not found in what is no archive', () => {
    expect(() => getFromTar(Buffer.from('x'.repeat(2_000)), 'x')).toThrow('damaged')
    expect(() => getFromTar(Buffer.alloc(0), 'x')).toThrow('has no file')
  })
})

describe('the integrity of a package', () => {
  const bytes = randomBytes(64)
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`

  it('passes the very bytes', () => expect(() => checkIntegrity(bytes, integrity)).not.toThrow())

  it('refuses a bit that turned, a byte less, and another kind of hash', () => {
    const turned = Buffer.from(bytes)
    turned[7] = (turned[7] ?? 0) ^ 1
    expect(() => checkIntegrity(turned, integrity)).toThrow('is not what it was')
    expect(() => checkIntegrity(bytes.subarray(1), integrity)).toThrow('is not what it was')
    expect(() => checkIntegrity(bytes, 'sha1-abc')).toThrow('is not what it was')
  })
})
