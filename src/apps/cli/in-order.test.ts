import { describe, expect, it } from 'vitest'
import { inOrder } from './in-order.ts'

/** Work that ends when it is told to. */
const open = () => {
  const ends = new Map<string, (result: string) => void>()
  const begun: string[] = []
  const shown: string[] = []
  const work = (item: string): Promise<string> => {
    begun.push(item)
    return new Promise((resolve) => ends.set(item, resolve))
  }
  const end = async (item: string): Promise<void> => {
    ends.get(item)?.(item.toUpperCase())
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { begun, shown, work, end, show: (item: string, result: string) => shown.push(`${item}${result}`) }
}

describe('work in order', () => {
  it('is done several at once and shown in the order in which it was asked', async () => {
    const { begun, shown, work, end, show } = open()
    const whole = inOrder(['a', 'b', 'c', 'd'], 2, work, show)
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect([begun, shown]).toEqual([['a', 'b', 'c'], []])
    await end('a')
    expect([begun, shown]).toEqual([
      ['a', 'b', 'c', 'd'],
      ['aA', 'bB'],
    ])
    await end('d')
    await end('c')
    await whole
    expect(shown).toEqual(['aA', 'bB', 'cC', 'dD'])
  })

  it('of nothing is done', async () => {
    const { begun, work, show } = open()
    await inOrder([], 2, work, show)
    expect(begun).toEqual([])
  })

  it('ends with its first failure', async () => {
    const fail = async (item: string): Promise<string> => {
      if (item === 'b') throw new Error('hỏng')
      return item
    }
    const shown: string[] = []
    await expect(inOrder(['a', 'b', 'c'], 1, fail, (item) => shown.push(item))).rejects.toThrow('hỏng')
    expect(shown).toEqual(['a'])
  })
})
