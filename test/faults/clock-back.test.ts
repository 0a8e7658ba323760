import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { openWorld, PROVINCE, START, type World } from '../world.ts'

describe.each(testDatabases())('a clock that is moved back, on the $name database', (database) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(await database.open())
  })
  afterAll(() => world.close())
  const write = () => world.write(async () => {})
  const instants = async (): Promise<string[]> =>
    (await world.services.database.db.selectFrom('journal').select('at').orderBy('seq').execute()).map(
      (row) => row.at,
    )

  it('does not turn the journal back, and what people did stays valid', async () => {
    const lan = await world.addPerson('lan', { posts: [{ role: 'committee-office' }] })
    world.setNow('2020-01-01T00:00:00.000Z')
    await write()
    world.setNow('2026-11-21T02:59:59.999Z')
    await write()
    expect(new Set(await instants())).toEqual(new Set([START]))
    expect((await verifyJournal(world.services.database.db, PROVINCE)).faults).toEqual([])
    const reply = await world.call({ as: lan, url: '/api/documents' })
    expect(reply.statusCode).toBe(200)
  })

  it('lets the journal go on once it is right again', async () => {
    const later = '2026-11-21T04:00:00.000Z'
    world.setNow(later)
    await write()
    expect((await instants()).at(-1)).toBe(later)
    expect((await verifyJournal(world.services.database.db, PROVINCE)).faults).toEqual([])
  })
})
