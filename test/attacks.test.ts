import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { openWorld, type Person, type World } from './world.ts'

describe.each(testDatabases())('a key of a create on the $name database', (database) => {
  let world: World
  let lan: Person
  let tuan: Person
  beforeAll(async () => {
    world = await openWorld(await database.open())
    lan = await world.addPerson('lan', { posts: [{ role: 'committee-office' }] })
    tuan = await world.addPerson('tuan', { posts: [{ role: 'committee-office' }] })
  })
  afterAll(() => world.close())

  const open = async (as: Person | undefined, key: string, name = 'ke-hoach.txt') => {
    const headers = { 'idempotency-key': key }
    const body = { name, size: 10 }
    const reply = await world.call({ as, method: 'POST', url: '/api/uploads', body, headers })
    const { id, code } = reply.json<{ id?: string; code?: string }>()
    return { status: reply.statusCode, id, code, replayed: reply.headers['idempotency-replayed'] }
  }

  it('never gives one person the answer of another', async () => {
    const key = randomUUID()
    const first = await open(lan, key)
    const other = await open(tuan, key)
    expect([first.status, other.status]).toEqual([201, 201])
    expect(other.replayed).toBeUndefined()
    expect(other.id).not.toBe(first.id)
    expect(await open(lan, key)).toEqual({ ...first, replayed: 'true' })
    expect(await open(tuan, key)).toEqual({ ...other, replayed: 'true' })
  })

  it('tells nothing to a stranger, nor whether it was ever used', async () => {
    const key = randomUUID()
    await open(lan, key)
    const used = await open(undefined, key)
    expect(used).toEqual(await open(undefined, randomUUID()))
    expect(used).toMatchObject({ status: 401, replayed: undefined })
  })

  it('does not let one person use up the key of another', async () => {
    const key = randomUUID()
    await open(tuan, key, 'khac.txt')
    expect(await open(lan, key)).toMatchObject({ status: 201, replayed: undefined })
    expect(await open(lan, key, 'khac.txt')).toMatchObject({
      status: 422,
      code: 'http.idempotency-key-reused',
    })
  })

  it('leaves what one person sends closed to the other', async () => {
    const { id } = await open(lan, randomUUID())
    const look = async (as: Person) => (await world.call({ as, url: `/api/uploads/${id}` })).statusCode
    expect([await look(lan), await look(tuan)]).toEqual([200, 404])
  })
})
