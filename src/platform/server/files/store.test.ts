import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { listFiles, sweepParts, verifyFile, verifyStore } from './audit.ts'
import { openFile, storeFile, toPlace } from './store.ts'

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-files-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'no refusal'
  } catch (error) {
    return error instanceof Problem ? error.kind.code : String(error)
  }
}
const partsIn = (): string[] => {
  const incoming = path.join(folder, 'incoming')
  return fs.existsSync(incoming) ? fs.readdirSync(incoming) : []
}

const plan = 'Kế hoạch bảo đảm trật tự, an toàn giao thông tỉnh Mẫu'

describe('a file that comes in', () => {
  it('lies under its hash, whole, and comes out the same', async () => {
    const stored = await storeFile(folder, [
      bytesOf('Kế hoạch bảo đảm '),
      bytesOf('trật tự, an toàn giao thông tỉnh Mẫu'),
    ])
    const sha256 = hashOf(plan)
    expect(stored).toEqual({ sha256, size: bytesOf(plan).byteLength, existed: false, repaired: false })
    expect(fs.readFileSync(path.join(folder, sha256.slice(0, 2), sha256), 'utf8')).toBe(plan)
    const { size, stream } = await openFile(folder, sha256)
    expect(size).toBe(stored.size)
    expect((await buffer(stream)).toString('utf8')).toBe(plan)
    expect(partsIn()).toEqual([])
  })

  it('is kept as it is when it comes again', async () => {
    const { sha256 } = await storeFile(folder, [bytesOf(plan)])
    const before = fs.statSync(toPlace(folder, sha256))
    expect(await storeFile(folder, [bytesOf(plan)])).toMatchObject({ existed: true, repaired: false })
    const after = fs.statSync(toPlace(folder, sha256))
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
  })

  it('may come many times at once and lies there once', async () => {
    const stored = await Promise.all(Array.from({ length: 12 }, () => storeFile(folder, [bytesOf(plan)])))
    expect(new Set(stored.map((one) => one.sha256)).size).toBe(1)
    expect(stored.filter((one) => !one.existed)).toHaveLength(1)
    expect(await listFiles(folder)).toEqual([hashOf(plan)])
    expect(partsIn()).toEqual([])
  })

  it('may be empty', async () => {
    expect(await storeFile(folder, [])).toMatchObject({ sha256: hashOf(''), size: 0 })
  })

  it('may be as long as the limit, to the byte', async () => {
    expect(
      await storeFile(folder, [new Uint8Array(60), new Uint8Array(40)], { limitBytes: 100 }),
    ).toMatchObject({
      size: 100,
    })
  })

  it('takes the place of one that rotted, which is set aside', async () => {
    const { sha256 } = await storeFile(folder, [bytesOf(plan)])
    fs.writeFileSync(toPlace(folder, sha256), 'hỏng')
    expect(await codeOf(verifyFile(folder, sha256))).toBe('files.damaged')
    expect(await storeFile(folder, [bytesOf(plan)])).toMatchObject({ repaired: true })
    expect(await verifyFile(folder, sha256)).toEqual({ size: bytesOf(plan).byteLength })
    const shelf = fs.readdirSync(path.dirname(toPlace(folder, sha256)))
    expect(shelf.filter((name) => name.includes('.damaged-'))).toHaveLength(1)
    expect(await listFiles(folder)).toEqual([sha256])
  })
})

describe('a file that is refused leaves nothing behind', () => {
  it('one byte over the limit', async () => {
    const work = storeFile(folder, [new Uint8Array(60), new Uint8Array(41)], { limitBytes: 100 })
    expect(await codeOf(work)).toBe('files.too-large')
    expect([await listFiles(folder), partsIn()]).toEqual([[], []])
  })

  it('an endless stream is read no further than the limit', async () => {
    let given = 0
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        given++
        yield new Uint8Array(1024)
      }
    }
    expect(await codeOf(storeFile(folder, endless(), { limitBytes: 10 * 1024 }))).toBe('files.too-large')
    expect(given).toBe(11)
  })

  it('a sender that goes away', async () => {
    const torn = async function* (): AsyncGenerator<Uint8Array> {
      yield bytesOf('Kế hoạch')
      throw new Error('socket hang up')
    }
    expect(await codeOf(storeFile(folder, torn()))).toBe('files.interrupted')
    expect([await listFiles(folder), partsIn()]).toEqual([[], []])
  })

  it('a disk that is full: files stored before are untouched', async () => {
    const { sha256 } = await storeFile(folder, [bytesOf(plan)])
    // The system's own full device answers each write as a full disk does.
    const openPart = (): Promise<fs.promises.FileHandle> => fs.promises.open('/dev/full', 'w')
    expect(await codeOf(storeFile(folder, [bytesOf('mới')], { openPart }))).toBe('files.disk-full')
    expect(await verifyStore(folder)).toEqual({ sound: 1, damaged: [] })
    expect(await listFiles(folder)).toEqual([sha256])
  })

  it('a store that is a file and no folder', async () => {
    const place = path.join(folder, 'a-file')
    fs.writeFileSync(place, '')
    expect(await codeOf(storeFile(path.join(place, 'files'), [bytesOf(plan)]))).toBe('files.not-writable')
  })
})

describe('a hash that is asked for', () => {
  it.each([
    '../../etc/passwd',
    '..',
    '',
    'ABCDEF',
    `${'a'.repeat(63)}/`,
    `${'a'.repeat(64)}\n`,
    `../${'a'.repeat(64)}`,
    'A'.repeat(64),
  ])('is refused when it is none: %j', async (name) => {
    expect(await codeOf(openFile(folder, name))).toBe('files.not-found')
    expect(() => toPlace(folder, name)).toThrow(Problem)
  })

  it('is refused when nothing lies there', async () => {
    expect(await codeOf(openFile(folder, hashOf('nothing')))).toBe('files.not-found')
    expect(await codeOf(verifyFile(folder, hashOf('nothing')))).toBe('files.not-found')
  })
})

describe('the audit', () => {
  it('names what no longer fits its hash, to the bit', async () => {
    const sound = await storeFile(folder, [bytesOf(plan)])
    const other = await storeFile(folder, [bytesOf('Phụ lục')])
    expect(await verifyStore(folder)).toEqual({ sound: 2, damaged: [] })
    const bytes = fs.readFileSync(toPlace(folder, other.sha256))
    bytes[0] = (bytes[0] ?? 0) ^ 1
    fs.writeFileSync(toPlace(folder, other.sha256), bytes)
    expect(await verifyStore(folder)).toEqual({ sound: 1, damaged: [other.sha256] })
    expect(await verifyFile(folder, sound.sha256)).toBeDefined()
  })

  it('finds nothing in a store that does not exist yet', async () => {
    expect(await verifyStore(path.join(folder, 'none'))).toEqual({ sound: 0, damaged: [] })
    expect(await sweepParts(path.join(folder, 'none'))).toBe(0)
  })

  it('sweeps what a killed process left, and nothing else', async () => {
    const { sha256 } = await storeFile(folder, [bytesOf(plan)])
    fs.writeFileSync(path.join(folder, 'incoming', `${randomUUID()}.part`), 'half')
    fs.writeFileSync(path.join(folder, 'incoming', 'note.txt'), 'not ours')
    expect(await sweepParts(folder)).toBe(1)
    expect(partsIn()).toEqual(['note.txt'])
    expect(await listFiles(folder)).toEqual([sha256])
  })
})
