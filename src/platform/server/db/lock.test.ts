import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { takeFolderLock } from './lock.ts'

describe('the lock of a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-lock-')), 'data')
  })
  afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }))
  const file = () => path.join(folder, 'binhan.lock')
  const leave = (owner: unknown) => {
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(file(), typeof owner === 'string' ? owner : JSON.stringify(owner))
  }
  const expectTaken = (unlock: () => void) => {
    expect(JSON.parse(fs.readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid })
    unlock()
    expect(fs.existsSync(file())).toBe(false)
  }
  const attempt = (take: () => unknown): string => {
    try {
      return typeof take()
    } catch {
      return 'refused'
    }
  }
  const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

  it('is free again after it was given back', () => {
    takeFolderLock(folder)()
    takeFolderLock(folder)()
    expect(fs.existsSync(file())).toBe(false)
  })

  it('refuses a second taker in Vietnamese', () => {
    const unlock = takeFolderLock(folder)
    expect(() => takeFolderLock(folder)).toThrow(Problem)
    expect(() => takeFolderLock(folder)).toThrow(/folder-in-use/u)
    unlock()
  })

  it('refuses while another living process owns it', () => {
    leave({ pid: process.ppid })
    expect(() => takeFolderLock(folder)).toThrow(/folder-in-use/u)
    expect(JSON.parse(fs.readFileSync(file(), 'utf8'))).toEqual({ pid: process.ppid })
  })

  it('takes over from a killed process', () => {
    leave({ pid: deadPid(), startedAt: '1' })
    expectTaken(takeFolderLock(folder))
  })

  it('is not fooled by a process number used again', () => {
    // The parent lives, but the lock was taken by an older process of that number.
    leave({ pid: process.ppid, startedAt: '1' })
    const takeNow = () => takeFolderLock(folder)
    // Linux tells when a process started, Windows holds a file; elsewhere the lock stays on the safe side.
    const sees = ['linux', 'win32'].includes(process.platform)
    expect(attempt(takeNow)).toBe(sees ? 'function' : 'refused')
  })

  it.each(['', 'x', '{"pid":"7"}'])('takes over an unreadable lock: %j', (content) => {
    leave(content)
    expectTaken(takeFolderLock(folder))
  })

  it('is not given back twice to the harm of the next owner', () => {
    const first = takeFolderLock(folder)
    first()
    const second = takeFolderLock(folder)
    first()
    expect(fs.existsSync(file())).toBe(true)
    second()
  })

  describe('where a file can be opened for one process alone', () => {
    /** Files that are open alone, as Windows keeps them for all processes. */
    const alone = new Set<string>()
    const openAlone = (place: string): number => {
      if (alone.has(place)) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
      return fs.openSync(place, 'a+')
    }
    afterEach(() => alone.clear())
    const heldFile = () => path.join(fs.realpathSync(folder), 'binhan.lock.held')

    it('is free again after it was given back', () => {
      expectTaken(takeFolderLock(folder, openAlone))
      expectTaken(takeFolderLock(folder, openAlone))
    })

    it('refuses while another process holds the file, and says which one', () => {
      leave({ pid: process.ppid })
      alone.add(heldFile())
      expect(() => takeFolderLock(folder, openAlone)).toThrow(`tiến trình số ${process.ppid}`)
      expect(JSON.parse(fs.readFileSync(file(), 'utf8'))).toEqual({ pid: process.ppid })
    })

    it('refuses when the file is held and nobody says by whom', () => {
      leave('x')
      alone.add(heldFile())
      expect(() => takeFolderLock(folder, openAlone)).toThrow(/folder-in-use/u)
    })

    it('is not fooled by the number of a dead process that a living one has now', () => {
      leave({ pid: process.ppid })
      expectTaken(takeFolderLock(folder, openAlone))
    })

    it('passes on what the disk refuses', () => {
      const full = (): number => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      }
      expect(() => takeFolderLock(folder, full)).toThrow('full')
      expect(fs.existsSync(file())).toBe(false)
    })
  })
})
