import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { cookieOf, openWorld, START, type Person, type World } from '../../../../test/world.ts'
import { findFirstAdminLink } from './one-time-link.ts'

const PASSWORD = 'mưa rơi trên mái'
const later = (minutes: number): string => new Date(Date.parse(START) + minutes * 60_000).toISOString()

for (const { name, open } of testDatabases()) {
  describe(`signing in on ${name}`, () => {
    let world: World
    let lan: Person
    beforeAll(async () => {
      world = await openWorld(await open())
      lan = await world.addPerson('lan', {
        name: 'Nguyễn Thị Lan',
        password: PASSWORD,
        posts: [{ role: 'committee-office' }],
      })
    })
    afterAll(async () => await world.close())

    const signIn = (login: string, password: string, headers: Record<string, string> = {}) =>
      world.call({ method: 'POST', url: '/api/session', body: { login, password }, headers })
    const whoIs = async (cookie: string) => {
      const reply = await world.call({ url: '/api/session', headers: { cookie } })
      return reply.json<{ account: { login: string } | null }>().account?.login
    }
    const journal = async (event: string) =>
      await world.services.database.db
        .selectFrom('journal')
        .selectAll()
        .where('event', '=', event)
        .orderBy('seq', 'desc')
        .execute()

    it('gives a cookie that no script reads and that ends at sign-out', async () => {
      const reply = await signIn('LAN ', PASSWORD)
      expect(reply.statusCode).toBe(200)
      expect(reply.json()).toMatchObject({
        account: { login: 'lan', name: 'Nguyễn Thị Lan' },
        acting: null,
        province: { code: '99', name: 'Tỉnh Mẫu', sample: false },
      })
      const set = String(reply.headers['set-cookie'])
      expect(set).toContain('HttpOnly')
      expect(set).toContain('SameSite=Lax')
      const cookie = cookieOf(reply)
      expect(await whoIs(cookie)).toBe('lan')
      await world.call({ method: 'DELETE', url: '/api/session', headers: { cookie } })
      expect(await whoIs(cookie)).toBeUndefined()
      const again = await world.call({ method: 'DELETE', url: '/api/session', headers: { cookie } })
      expect(again.statusCode).toBe(204)
    })

    it('takes the password however the keyboard composed it', async () => {
      expect((await signIn('lan', PASSWORD.normalize('NFD'))).statusCode).toBe(200)
    })

    it('keeps only the hash of a token, and gives a new one at each sign-in', async () => {
      const first = cookieOf(await signIn('lan', PASSWORD))
      const second = cookieOf(await signIn('lan', PASSWORD, { cookie: first }))
      expect(second).not.toBe(first)
      expect(await whoIs(first)).toBeUndefined()
      const rows = await world.services.database.db
        .withTables<{ session: { token_hash: string } }>()
        .selectFrom('session')
        .select('token_hash')
        .execute()
      expect(rows.some((row) => second.includes(row.token_hash))).toBe(false)
    })

    it('takes no token that somebody else laid into the browser', async () => {
      const planted = 'binhan_session=da-dat-san-mot-ma-phien-cho-nan-nhan-dung-chung'
      const own = cookieOf(await signIn('lan', PASSWORD, { cookie: planted }))
      expect(own).not.toBe(planted)
      expect(await whoIs(planted)).toBeUndefined()
      const strange = cookieOf(await signIn('lan', PASSWORD))
      const victim = cookieOf(await signIn('lan', PASSWORD, { cookie: strange }))
      expect(await whoIs(strange)).toBeUndefined()
      expect(await whoIs(victim)).toBe('lan')
    })

    it('says the same of an unknown login and of a wrong password', async () => {
      const wrong = await signIn('lan', 'sai mật khẩu rồi')
      const unknown = await signIn('khong-co-ai', 'sai mật khẩu rồi')
      expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
      const { requestId: _a, ...one } = wrong.json<Record<string, unknown>>()
      const { requestId: _b, ...other } = unknown.json<Record<string, unknown>>()
      expect(one).toEqual(other)
      expect((await journal('session.refused'))[0]?.subject).toBe(`account:${lan.id}`)
    })

    it('makes whoever fails wait longer and longer, the unknown login alike', async () => {
      for (const login of ['binh', 'khong-co-nguoi-nay']) {
        if (login === 'binh') await world.addPerson(login, { password: PASSWORD })
        for (let i = 0; i < 5; i++) expect((await signIn(login, 'sai mật khẩu')).statusCode).toBe(401)
        const blocked = await signIn(login, login === 'binh' ? PASSWORD : 'x')
        expect(blocked.statusCode).toBe(429)
        expect(blocked.json()).toMatchObject({ code: 'people.wait-before-sign-in', facts: { seconds: 5 } })
      }
      world.setNow(later(1))
      expect((await signIn('binh', PASSWORD)).statusCode).toBe(200)
      expect((await signIn('binh', 'sai mật khẩu')).statusCode).toBe(401)
      world.setNow(START)
    })

    it('counts attempts that come all at once', async () => {
      await world.addPerson('chi', { password: PASSWORD })
      const replies = await Promise.all(Array.from({ length: 12 }, () => signIn('chi', 'sai mật khẩu')))
      const refused = replies.filter((reply) => reply.statusCode === 401)
      expect(refused).toHaveLength(5)
    })

    it('lets a locked account in nowhere', async () => {
      const admin = await world.addPerson('quan-tri', { posts: [{ role: 'system-admin' }] })
      const dung = await world.addPerson('dung', { password: PASSWORD })
      expect(await whoIs(dung.cookie)).toBe('dung')
      const url = `/api/accounts/${dung.id}`
      const locked = await world.call({
        as: admin,
        method: 'PUT',
        url,
        body: { state: 'locked' },
        version: 1,
      })
      expect(locked.statusCode).toBe(200)
      expect(await whoIs(dung.cookie)).toBeUndefined()
      expect((await signIn('dung', PASSWORD)).statusCode).toBe(401)
    })

    it('ends a session that nobody used for its hours, and none that is in use', async () => {
      const cookie = cookieOf(await signIn('lan', PASSWORD))
      world.setNow(later(11 * 60))
      expect(await whoIs(cookie)).toBe('lan')
      await world.call({ url: '/api/sessions', headers: { cookie } })
      world.setNow(later(22 * 60))
      expect(await whoIs(cookie)).toBe('lan')
      world.setNow(later(36 * 60))
      expect(await whoIs(cookie)).toBeUndefined()
      world.setNow(START)
    })

    it('lists own sessions and ends them, never those of others', async () => {
      const cookie = cookieOf(await signIn('lan', PASSWORD))
      const other = cookieOf(await signIn('lan', PASSWORD))
      const em = await world.addPerson('em')
      const list = async (as: string) =>
        (await world.call({ url: '/api/sessions', headers: { cookie: as } })).json<{
          items: { id: string; current: boolean }[]
        }>().items
      const mine = await list(cookie)
      const current = mine.find((one) => one.current)
      expect(mine.length).toBeGreaterThan(1)
      const theft = await world.call({ as: em, method: 'DELETE', url: `/api/sessions/${current?.id}` })
      expect(theft.statusCode).toBe(404)
      await world.call({ method: 'DELETE', url: '/api/sessions', headers: { cookie } })
      expect(await list(cookie)).toHaveLength(1)
      expect(await whoIs(other)).toBeUndefined()
    })

    it('changes a password only with the old one, and ends the other sessions', async () => {
      const giang = await world.addPerson('giang', { password: PASSWORD })
      const other = cookieOf(await signIn('giang', PASSWORD))
      const change = (current: string, next: string) =>
        world.call({ as: giang, method: 'PUT', url: '/api/session/password', body: { current, next } })
      expect((await change('sai mật khẩu', 'nắng lên rồi đó')).json()).toMatchObject({
        code: 'people.wrong-password',
      })
      for (const weak of ['ngắn', 'Matkhau123', 'giang']) {
        expect((await change(PASSWORD, weak)).json()).toMatchObject({ code: 'people.weak-password' })
      }
      const changed = await change(PASSWORD, 'nắng lên rồi đó')
      expect(changed.statusCode).toBe(204)
      const renewed = cookieOf(changed)
      expect(await whoIs(renewed)).toBe('giang')
      for (const known of [giang.cookie, other]) expect(await whoIs(known)).toBeUndefined()
      expect((await signIn('giang', PASSWORD)).statusCode).toBe(401)
      expect((await signIn('giang', 'nắng lên rồi đó')).statusCode).toBe(200)
    })

    it('sets a password by a link that an administrator handed over, once', async () => {
      const admin = await world.addPerson('quan-tri-2', { posts: [{ role: 'system-admin' }] })
      const ha = await world.addPerson('ha')
      const make = async () =>
        (await world.call({ as: admin, method: 'POST', url: `/api/accounts/${ha.id}/reset-link` })).json<{
          link: string
        }>().link
      const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? ''
      const early = tokenOf(await make())
      const token = tokenOf(await make())
      const reset = (given: string, password: string) =>
        world.call({ method: 'POST', url: '/api/password-reset', body: { token: given, password } })
      expect((await reset(early, 'nắng lên rồi đó')).statusCode).toBe(410)
      expect((await reset(token, 'ngắn')).statusCode).toBe(422)
      const about = await world.call({ url: `/api/one-time-link?token=${token}` })
      expect(about.json()).toMatchObject({ purpose: 'reset', login: 'ha' })
      const done = await reset(token, 'nắng lên rồi đó')
      expect(done.statusCode).toBe(200)
      expect(await whoIs(cookieOf(done))).toBe('ha')
      expect(await whoIs(ha.cookie)).toBeUndefined()
      expect((await reset(token, 'nắng lên rồi đó')).statusCode).toBe(410)
      const stale = tokenOf(await make())
      world.setNow(later(24 * 60 + 1))
      expect((await reset(stale, 'nắng lên rồi đó')).statusCode).toBe(410)
      world.setNow(START)
    })

    it('never writes a name, a login or a secret into the journal', async () => {
      const rows = await world.services.database.db
        .selectFrom('journal')
        .select(['actor', 'subject', 'data'])
        .execute()
      const text = JSON.stringify(rows)
      expect(rows.length).toBeGreaterThan(20)
      for (const secret of ['lan"', 'Nguyễn', 'giang', PASSWORD, 'token']) expect(text).not.toContain(secret)
    })
  })

  describe(`the first administrator on ${name}`, () => {
    let world: World
    beforeAll(async () => {
      world = await openWorld(await open())
    })
    afterAll(async () => await world.close())

    it('is made once, by the link of the start', async () => {
      const before = await world.call({ url: '/api/session' })
      expect(before.json()).toMatchObject({ account: null, signIn: { firstAdminNeeded: true } })
      const made = await findFirstAdminLink(world.services, 'http://localhost:3000')
      const token = new URL(made?.link ?? '').searchParams.get('token') ?? ''
      const body = { token, login: 'goc', name: 'Trần Văn Gốc', password: 'nắng lên rồi đó' }
      const make = (rest: object) =>
        world.call({ method: 'POST', url: '/api/first-admin', body: { ...body, ...rest } })
      expect((await make({ token: 'x'.repeat(43) })).statusCode).toBe(410)
      expect((await make({ password: 'ngắn' })).statusCode).toBe(422)
      const replies = await Promise.all([make({}), make({ login: 'goc2' })])
      expect(replies.map((reply) => reply.statusCode).toSorted()).toEqual([200, 410])
      const done = replies.find((reply) => reply.statusCode === 200)
      expect(done?.json()).toMatchObject({ posts: [{ role: 'system-admin' }] })
      expect(await findFirstAdminLink(world.services, 'http://localhost:3000')).toBeUndefined()
      const after = await world.call({ url: '/api/session' })
      expect(after.json()).toMatchObject({ signIn: { firstAdminNeeded: false } })
    })
  })

  describe(`users of the sample on ${name}`, () => {
    let world: World
    beforeAll(async () => {
      world = await openWorld(await open(), { sample: true })
      await world.addPerson('mau.quantri', { demo: true, posts: [{ role: 'system-admin' }] })
      await world.addPerson('that', { posts: [{ role: 'viewer' }] })
    })
    afterAll(async () => await world.close())
    const signIn = (login: string, headers: Record<string, string> = {}) =>
      world.call({ method: 'POST', url: '/api/session/demo', body: { login }, headers })

    it('are enough on this machine, and not where others come in', async () => {
      const base = 'http://localhost:3000'
      expect(await findFirstAdminLink(world.services, base)).toBeUndefined()
      const open = { ...world.services, config: { ...world.services.config, host: '0.0.0.0' } }
      expect(await findFirstAdminLink(open, base)).toMatchObject({
        link: expect.stringContaining('/khoi-tao'),
      })
    })
    it('sign in without a password on this machine', async () => {
      const shown = await world.call({ url: '/api/session' })
      expect(shown.json()).toMatchObject({
        signIn: { demo: [{ login: 'mau.quantri', role: 'system-admin', agency: null }] },
      })
      expect((await signIn('mau.quantri')).statusCode).toBe(200)
    })
    it.each([
      ['a real user', 'that', {}],
      ['nobody', 'khong-co', {}],
      ['through a proxy', 'mau.quantri', { 'x-forwarded-for': '10.1.1.1' }],
      ['under a foreign name', 'mau.quantri', { host: 'binhan.example' }],
    ])('refuse %s', async (_who, login, headers) => {
      const reply = await signIn(login, headers)
      expect(reply.statusCode).toBe(403)
      expect(reply.json()).toMatchObject({ code: 'people.demo-refused' })
      const shown = await world.call({ url: '/api/session', headers })
      const { demo } = shown.json<{ signIn: { demo: unknown[] } }>().signIn
      expect(demo).toHaveLength('host' in headers || 'x-forwarded-for' in headers ? 0 : 1)
    })
  })
}
