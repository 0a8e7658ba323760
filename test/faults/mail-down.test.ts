import net from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programmesOutside } from '#apps/server/plans.ts'
import { loadAgencies } from '#capabilities/people/server/load-pack.ts'
import { insertAssignments } from '#capabilities/programmes/server/assignments/assignment-store.ts'
import { sendLetters } from '#capabilities/programmes/server/notices/letters.ts'
import { makeMorning } from '#capabilities/programmes/server/notices/morning.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { agencyRow, openWorld, PROVINCE, type World } from '../world.ts'

/** A mail server that can be stopped and started again, and that knows nobody called `la`. */
const openMailServer = async () => {
  const received: string[] = []
  const server = net.createServer((socket) => {
    let data: string | undefined
    socket.on('error', () => {})
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      if (data !== undefined) {
        data += text
        if (!data.includes('\r\n.\r\n')) return
        received.push(/^To: (\S+)@/mu.exec(data)?.[1] ?? '')
        data = undefined
        socket.write('250 kept\r\n')
      } else if (text.startsWith('DATA')) {
        data = ''
        socket.write('354 go on\r\n')
      } else if (text.startsWith('RCPT TO:<la@')) socket.write('550 no such person\r\n')
      else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    })
  })
  const listen = async (port: number): Promise<void> =>
    await new Promise((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as net.AddressInfo
  return {
    port,
    received,
    stop: async () => await new Promise<void>((done) => server.close(() => done())),
    start: async () => await listen(port),
  }
}

describe.each(testDatabases())('a mail server that is down, on the $name database', (database) => {
  let world: World
  let mail: Awaited<ReturnType<typeof openMailServer>>
  beforeAll(async () => {
    mail = await openMailServer()
    const config = { smtpUrl: `smtp://127.0.0.1:${mail.port}`, mailFrom: 'binhan@mau.test' }
    world = await openWorld(await database.open(), { config })
    await world.write(async (tx, append) => {
      await loadAgencies(tx, append, PROVINCE, { agencies: [agencyRow('so-a', 'Sở An')], groups: [] })
      await insertAssignments(tx, [
        {
          assignment: {
            id: '00000000-0000-4000-8000-000000000001',
            province: PROVINCE,
            programme_id: null,
            item_id: null,
            place: '',
            section: '',
            text: 'Rà soát biển báo',
            output: null,
            source_note: 'Điện thoại',
            kind: 'once',
            member: 'so-a',
            occurrence: 'once',
            period: null,
            partners: [],
            review: null,
            calendar: 'administrative',
            batch: '00000000-0000-4000-8000-000000000002',
            made_at: '2026-11-02T02:00:00.000Z',
          },
          first: {
            id: 'a',
            after: null,
            at: '2026-11-02T02:00:00.000Z',
            by: 'lan',
            as: 'office',
            deed: { verb: 'assign', agency: 'so-a', due: '2026-11-23' as PlainDate, note: null },
          },
        },
      ])
    })
    const posts = [{ role: 'agency-focal', agency: 'so-a' }] as const
    for (const login of ['an', 'la', 'thao'])
      await world.addPerson(login, { posts, email: `${login}@mau.test` })
  })
  afterAll(async () => {
    await world.close()
    await mail.stop()
  })
  const send = async (instant: string): Promise<number> => {
    world.setNow(instant)
    return await sendLetters(world.services, programmesOutside)
  }
  const states = async (): Promise<string[]> => {
    const { rows } = await sql<{ line: string }>`
      select a.login || ' ' || n.stage || ' ' || n.mail as line from notice n
      join account a on a.id = n.account_id order by a.login, n.stage`.execute(world.services.database.db)
    return rows.map(({ line }) => line)
  }

  it('has its letters waiting and gets each of them once when it is back, days later as one', async () => {
    await mail.stop()
    // Monday 23 November 2026: due today.
    world.setNow('2026-11-23T01:00:00.000Z')
    expect(await makeMorning(world.services, programmesOutside)).toBe(3)
    // The first one fails, the others are not even tried.
    expect(await send('2026-11-23T01:00:00.000Z')).toBe(0)
    expect(await send('2026-11-23T09:00:00.000Z')).toBe(0)
    world.setNow('2026-11-24T01:00:00.000Z')
    expect(await makeMorning(world.services, programmesOutside)).toBe(3)
    expect(await send('2026-11-24T01:00:00.000Z')).toBe(0)
    expect(mail.received).toEqual([])
    expect((await states()).filter((line) => line.endsWith('waiting'))).toHaveLength(6)

    await mail.start()
    // One of the three is refused for good; that holds up nobody.
    expect(await send('2026-11-24T02:00:00.000Z')).toBe(3)
    expect(mail.received.toSorted()).toEqual(['an', 'thao'])
    expect(await states()).toEqual([
      'an 0 sent',
      'an 1 sent',
      'la 0 refused',
      'la 1 refused',
      'thao 0 sent',
      'thao 1 sent',
    ])
    expect(await send('2026-11-24T05:00:00.000Z')).toBe(0)
    expect(mail.received).toHaveLength(2)
  })

  it('gets a letter again that a server was sending when it ended', async () => {
    await sql`update notice set mail = 'sending', mail_next_at = '2026-11-24T05:05:00Z'
      where stage = 1 and account_id = (select id from account where login = 'an')`.execute(
      world.services.database.db,
    )
    expect(await send('2026-11-24T05:04:00.000Z')).toBe(0)
    expect(await send('2026-11-24T05:06:00.000Z')).toBe(1)
    expect(mail.received.filter((one) => one === 'an')).toHaveLength(2)
  })

  it('is asked again soon when the clock had run a year ahead', async () => {
    await sql`update notice set mail = 'waiting', mail_next_at = '2027-11-24T05:05:00Z'
      where stage = 1 and account_id = (select id from account where login = 'thao')`.execute(
      world.services.database.db,
    )
    expect(await send('2026-11-24T06:00:00.000Z')).toBe(1)
    expect(mail.received.filter((one) => one === 'thao')).toHaveLength(2)
  })
})
