import { describe, expect, it } from 'vitest'
import { configKeys, readConfig } from './config.ts'

describe('configuration', () => {
  it('works with nothing set', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: 'data',
      databaseUrl: undefined,
      trustProxy: false,
    })
  })
  it('takes an empty value for unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined })
  })
  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
  it.each([
    ['PORT', '80x'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '1.5'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['SESSION_HOURS', '0'],
    ['UPLOAD_LIMIT_MB', '1e9'],
  ])('refuses %s=%s and names the key', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })
  it('names every wrong key at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*LOG_LEVEL/u)
  })
  it('has a sentence for each key and no key twice', () => {
    const keys = Object.values(configKeys)
    expect(new Set(keys.map((key) => key.name)).size).toBe(keys.length)
    for (const key of keys) expect(key.sentence).toMatch(/^\p{Lu}.+\.$/u)
  })
})
