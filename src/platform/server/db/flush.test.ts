import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

// Plain JavaScript, which the compiler does not look into; the thread that uses it is too.
const { flush } = (await import(new URL('./flush.mjs', import.meta.url).href)) as {
  readonly flush: (descriptor: number | undefined, pathOf: () => string, disk?: typeof fs) => void
}

const fault = (code: string) => Object.assign(new Error(`${code}: the disk refuses`), { code })

describe('a flush that PostgreSQL asks for', () => {
  let folder: string
  let file: string
  /** What reached the disk: the mode of each descriptor that was flushed. */
  let flushed: string[]
  let modes: Map<number, string>
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-flush-'))
    file = path.join(folder, '112')
    fs.writeFileSync(file, 'a page')
    flushed = []
    modes = new Map()
  })
  afterEach(() => {
    for (const descriptor of modes.keys()) fs.closeSync(descriptor)
    fs.rmSync(folder, { recursive: true, force: true })
  })

  const open = (place: string, mode: string): number => {
    const descriptor = fs.openSync(place, mode)
    modes.set(descriptor, mode)
    return descriptor
  }

  /** The real disk, but with a rule of its own about which descriptors may be flushed. */
  const diskThat = (refuse: (mode: string, isFolder: boolean) => string | undefined) => {
    const sync = (descriptor: number): void => {
      const mode = modes.get(descriptor) ?? 'unknown'
      const code = refuse(mode, fs.fstatSync(descriptor).isDirectory())
      if (code !== undefined) throw fault(code)
      fs.fsyncSync(descriptor)
      flushed.push(mode)
    }
    return {
      ...fs,
      openSync: open,
      closeSync: (descriptor: number) => {
        modes.delete(descriptor)
        fs.closeSync(descriptor)
      },
      fsyncSync: sync,
      fdatasyncSync: sync,
    } as unknown as typeof fs
  }
  const windows = () => diskThat((mode, isFolder) => (isFolder || mode === 'r' ? 'EPERM' : undefined))
  const linux = () => diskThat(() => undefined)

  it('goes through the descriptor that it was given', () => {
    flush(open(file, 'r'), () => expect.fail('the path is not needed'), linux())
    flush(open(file, 'r+'), () => expect.fail('the path is not needed'), windows())
    expect(flushed).toEqual(['r', 'r+'])
  })

  it('opens the file to write where a descriptor that only reads is refused', () => {
    const descriptor = open(file, 'r')
    flush(descriptor, () => file, windows())
    expect(flushed).toEqual(['r+'])
    expect([...modes.keys()]).toEqual([descriptor])
    expect(fs.readFileSync(file, 'utf8')).toBe('a page')
  })

  it('of a folder happens where the system can', () => {
    flush(undefined, () => folder, linux())
    flush(undefined, () => folder, windows())
    expect(flushed).toEqual(['r'])
    expect(modes.size).toBe(0)
  })

  it.each(['EIO', 'ENOSPC'])('that fails with %s is never passed over', (code) => {
    const broken = diskThat(() => code)
    expect(() => flush(open(file, 'r+'), () => file, broken)).toThrow(code)
    expect(() => flush(undefined, () => folder, broken)).toThrow(code)
    expect(flushed).toEqual([])
  })

  it('that is refused to write as well is an error', () => {
    const locked = diskThat(() => 'EPERM')
    expect(() => flush(open(file, 'r'), () => file, locked)).toThrow('EPERM')
  })
})
