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
    const take = () => takeFolderLock(folder)
    // Only Linux tells when a process started; elsewhere the lock stays on the safe side.
    expect(process.platform === 'linux' ? typeof take() : attempt(take)).toBe(
      process.platform === 'linux' ? 'function' : 'refused',
    )
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
})
