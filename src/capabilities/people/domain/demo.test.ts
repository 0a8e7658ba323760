import { describe, expect, it } from 'vitest'
import { isDemoOpen, type DemoConditions } from './demo.ts'

const open: DemoConditions = {
  sample: true,
  trustProxy: false,
  publicUrl: undefined,
  listensOn: '127.0.0.1',
  address: '127.0.0.1',
  host: 'localhost:3000',
  forwarded: false,
}

describe('users of the sample', () => {
  it.each<Partial<DemoConditions>>([
    {},
    { host: '127.0.0.1' },
    { host: '[::1]:3000', address: '::1', listensOn: '::1' },
    { address: '::ffff:127.0.0.1' },
  ])('may sign in on this machine: %o', (rest) => {
    expect(isDemoOpen({ ...open, ...rest })).toBe(true)
  })
  it.each<Partial<DemoConditions>>([
    { sample: false },
    { trustProxy: true },
    { publicUrl: 'https://binhan.example' },
    { listensOn: '0.0.0.0' },
    { address: '10.0.0.7' },
    { address: '127.0.0.1.example' },
    { host: 'binhan.example' },
    { host: 'localhost.example:3000' },
    { host: undefined },
    { forwarded: true },
  ])('may not with %o', (rest) => {
    expect(isDemoOpen({ ...open, ...rest })).toBe(false)
  })
})
