import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { agencyRow, openWorld, PROVINCE, START, type Person, type World } from '../../../../test/world.ts'
import type { AccountPage, Delegation, Session } from '../contract.ts'
import { loadAgencies } from './load-pack.ts'

const agencies = [agencyRow('so-a', 'Sở An'), agencyRow('so-b', 'Sở Bình')]
const inDays = (count: number): string => new Date(Date.parse(START) + count * 86_400_000).toISOString()
const dayIn = (count: number): string => inDays(count).slice(0, 10)

describe.each(testDatabases())('delegation during leave on the $name database', ({ open }) => {
  let world: World
  let an: Person
  let binh: Person
  let admin: Person
  beforeAll(async () => {
    world = await openWorld(await open(), { config: { sessionHours: 720 } })
    await world.write(
      async (tx, append) => await loadAgencies(tx, append, PROVINCE, { agencies, groups: [] }),
    )
    an = await world.addPerson('an', {
      name: 'Lê Văn An',
      posts: [{ role: 'agency-head', agency: 'so-a' }, { role: 'committee-leader' }],
    })
    binh = await world.addPerson('binh', { posts: [{ role: 'agency-focal', agency: 'so-b' }] })
    admin = await world.addPerson('quan-tri', { posts: [{ role: 'system-admin' }] })
  })
  afterAll(async () => await world.close())

  const ask = async (as: Person, rest: object = {}) =>
    await world.call({
      as,
      method: 'POST',
      url: '/api/delegations',
      body: {
        to: binh.id,
        posts: [an.posts[0]],
        validFrom: dayIn(0),
        validTo: dayIn(5),
        reason: 'Nghỉ phép năm',
        ...rest,
      },
    })
  const session = async (as: Person): Promise<Session> =>
    (await world.call({ as, url: '/api/session' })).json<Session>()
  const act = async (as: Person, delegation: string | null) =>
    await world.call({ as, method: 'PUT', url: '/api/session/acting', body: { delegation } })
  const seen = async (as: Person): Promise<string[]> =>
    (await world.call({ as, url: '/api/accounts' })).json<AccountPage>().items.map(({ login }) => login)

  it.each([
    ['to oneself', () => ({ to: an.id })],
    ['of a post that one does not hold', () => ({ posts: binh.posts })],
    ['backwards', () => ({ validFrom: dayIn(3), validTo: dayIn(1) })],
    ['of the past', () => ({ validFrom: dayIn(-9), validTo: dayIn(-1) })],
  ])('is refused %s', async (_what, rest) => {
    expect((await ask(an, rest())).json()).toMatchObject({ code: 'people.delegation-refused' })
  })

  it('is refused for somebody else, unless an administrator makes it', async () => {
    expect((await ask(binh, { from: an.id, to: admin.id })).statusCode).toBe(403)
    expect((await ask(an, { to: '00000000-0000-4000-8000-000000000000' })).statusCode).toBe(404)
    const made = await ask(admin, { from: an.id, validFrom: dayIn(20), validTo: dayIn(21) })
    expect(made.statusCode).toBe(201)
    const url = `/api/delegations/${made.json<Delegation>().id}/end`
    expect((await world.call({ as: an, method: 'POST', url })).statusCode).toBe(200)
  })

  it('gives the delegated posts and nothing else, only while acting, and the journal names both', async () => {
    const made = (await ask(an)).json<Delegation>()
    expect(await seen(binh)).toEqual(['binh'])
    expect((await session(binh)).offers).toMatchObject([{ delegation: made.id, name: 'Lê Văn An' }])

    const acting = (await act(binh, made.id)).json<Session>()
    expect(acting).toMatchObject({
      account: { login: 'binh' },
      acting: { account: an.id, name: 'Lê Văn An' },
      posts: [{ role: 'agency-head', agency: 'so-a' }],
    })
    // One post was delegated, the other (leader of the committee) was not.
    expect(await seen(binh)).toEqual(['an'])
    expect((await world.call({ as: binh, url: '/api/admin/journal' })).statusCode).toBe(403)

    await act(binh, null)
    expect(await seen(binh)).toEqual(['binh'])
    const trace = await world.services.database.db
      .selectFrom('journal')
      .select(['event', 'actor'])
      .where('event', 'like', 'delegation.%')
      .where('subject', '=', `delegation:${made.id}`)
      .orderBy('seq')
      .execute()
    expect(trace).toEqual([
      { event: 'delegation.made', actor: an.id },
      { event: 'delegation.taken-up', actor: `${binh.id} for ${an.id}` },
      { event: 'delegation.laid-down', actor: `${binh.id} for ${an.id}` },
    ])
    const url = `/api/admin/journal?actor=${an.id}&event=delegation.taken-up`
    expect((await world.call({ as: admin, url })).json<{ items: unknown[] }>().items).toHaveLength(1)
  })

  it('journals what is done meanwhile as one for the other', async () => {
    const made = (await ask(an, { posts: an.posts })).json<Delegation>()
    await act(binh, made.id)
    const contact = await world.call({ as: binh, url: `/api/accounts/${admin.id}/contact` })
    expect(contact.statusCode).toBe(200)
    const [entry] = await world.services.database.db
      .selectFrom('journal')
      .select('actor')
      .where('event', '=', 'account.contact-read')
      .execute()
    expect(entry?.actor).toBe(`${binh.id} for ${an.id}`)
    await act(binh, null)
  })

  it('stops on its last day, when ended, and when the giver is locked', async () => {
    const made = (await ask(an, { validTo: dayIn(1) })).json<Delegation>()
    await act(binh, made.id)
    expect(await seen(binh)).toEqual(['an'])
    const url = `/api/delegations/${made.id}/end`
    expect((await world.call({ as: admin, method: 'POST', url })).json()).toMatchObject({ version: 2 })
    expect(await seen(binh)).toEqual(['binh'])
    expect((await act(binh, made.id)).statusCode).toBe(404)

    const second = (await ask(an, { validTo: dayIn(1) })).json<Delegation>()
    await act(binh, second.id)
    const lock = async (state: string, version: number) =>
      await world.call({
        as: admin,
        method: 'PUT',
        url: `/api/accounts/${an.id}`,
        body: { state },
        version,
      })
    await lock('locked', 1)
    expect(await seen(binh)).toEqual(['binh'])
    await lock('active', 2)
    expect(await seen(binh)).toEqual(['an'])
    world.setNow(inDays(2))
    expect(await session(binh)).toMatchObject({ account: { login: 'binh' }, acting: null })
    expect((await session(binh)).offers.map((offer) => offer.delegation)).not.toContain(second.id)
    world.setNow(START)
  })

  it('is seen by giver, receiver and administrators alone', async () => {
    const count = async (as: Person) =>
      (await world.call({ as, url: '/api/delegations' })).json<{ items: unknown[] }>().items.length
    const chi = await world.addPerson('chi', { posts: [{ role: 'viewer' }] })
    expect(await count(chi)).toBe(0)
    const dung = await world.addPerson('dung', { posts: [{ role: 'agency-head', agency: 'so-b' }] })
    await ask(dung, { posts: dung.posts })
    expect(await count(dung)).toBe(1)
    expect(await count(binh)).toBe(await count(admin))
    const [first] = (await world.call({ as: dung, url: '/api/delegations' })).json<{ items: Delegation[] }>()
      .items
    const end = await world.call({ as: chi, method: 'POST', url: `/api/delegations/${first?.id}/end` })
    expect(end.statusCode).toBe(404)
  })
})
