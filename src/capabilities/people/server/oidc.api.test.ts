import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import {
  CLIENT,
  openProvider,
  type Claims,
  type Lie,
  type Provider,
} from '../../../../test/identity-provider.ts'
import { openWorld, START, type Person, type World } from '../../../../test/world.ts'
import type { Session } from '../contract.ts'

const configOf = (issuer: string, claim = 'email') => ({
  oidcIssuer: issuer,
  oidcClientId: CLIENT.id,
  oidcClientSecret: CLIENT.secret,
  oidcLinkClaim: claim,
})

/** A browser's cookies, as far as signing in needs them. */
class Browser {
  readonly #world: World
  readonly #cookies = new Map<string, string>()
  constructor(world: World) {
    this.#world = world
  }
  async get(url: string) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await this.#world.call({ url, headers: { cookie } })
    for (const { name, value } of reply.cookies) this.#cookies.set(name, value)
    return reply
  }
  /** To the provider and back, up to the address that the provider sends the browser to. */
  async goToProvider(): Promise<string> {
    const start = await this.get('/api/session/oidc')
    const answer = await fetch(String(start.headers['location']), { redirect: 'manual' })
    const back = new URL(answer.headers.get('location') ?? '')
    return `${back.pathname}${back.search}`
  }
  async signIn(): Promise<string> {
    return String((await this.get(await this.goToProvider())).headers['location'])
  }
  async whoAmI(): Promise<string | undefined> {
    return (await this.get('/api/session')).json<Session>().account?.login
  }
}

describe.each(testDatabases())('signing in by an identity provider on the $name database', ({ open }) => {
  let provider: Provider
  let world: World
  let lan: Person
  beforeAll(async () => {
    provider = await openProvider()
    world = await openWorld(await open(), { config: configOf(provider.issuer) })
    lan = await world.addPerson('lan', { email: 'Lan@so-a.example', posts: [{ role: 'viewer' }] })
    await world.addPerson('demo', { email: 'demo@so-a.example', demo: true })
    await world.addPerson('mot', { email: 'chung@so-a.example' })
    await world.addPerson('hai', { email: 'chung@so-a.example' })
  })
  afterAll(async () => {
    await world.close()
    await provider.close()
  })
  beforeEach(() => provider.setLie(undefined))

  const as = async (claims: Claims): Promise<{ browser: Browser; where: string }> => {
    provider.setClaims(claims)
    const browser = new Browser(world)
    return { browser, where: await browser.signIn() }
  }

  it('is offered on the sign-in page', async () => {
    const browser = new Browser(world)
    expect((await browser.get('/api/session')).json<Session>().signIn.oidc).toBe(true)
  })

  it.each<[string, Claims]>([
    ['an unknown address', { sub: 's1', email: 'la@so-a.example', email_verified: true }],
    ['an address that nobody verified', { sub: 's1', email: 'lan@so-a.example' }],
    [
      'an address that is said not to be verified',
      { sub: 's1', email: 'lan@so-a.example', email_verified: false },
    ],
    ['an address verified in words only', { sub: 's1', email: 'lan@so-a.example', email_verified: 'true' }],
    ['an address that two accounts share', { sub: 's1', email: 'chung@so-a.example', email_verified: true }],
    ['a user of the sample', { sub: 's1', email: 'demo@so-a.example', email_verified: true }],
    ['nothing but a subject', { sub: 's1' }],
  ])('lets nobody in by %s', async (_what, claims) => {
    const { browser, where } = await as(claims)
    expect(where).toBe('/dang-nhap?ly-do=khong-co-tai-khoan')
    expect(await browser.whoAmI()).toBeUndefined()
  })

  it('links a prepared account at the first time and knows its subject from then on', async () => {
    const first = await as({ sub: 's-lan', email: 'lan@so-a.example', email_verified: true })
    expect(first.where).toBe('/')
    expect(await first.browser.whoAmI()).toBe('lan')
    const again = await as({ sub: 's-lan' })
    expect(await again.browser.whoAmI()).toBe('lan')
    const other = await as({ sub: 's-other', email: 'lan@so-a.example', email_verified: true })
    expect(other.where).toBe('/dang-nhap?ly-do=khong-co-tai-khoan')
    const events = await world.services.database.db
      .selectFrom('journal')
      .select(['event', 'actor'])
      .where('subject', '=', `account:${lan.id}`)
      .orderBy('seq')
      .execute()
    expect(events).toEqual([
      { event: 'account.identity-linked', actor: lan.id },
      { event: 'session.started', actor: lan.id },
      { event: 'session.started', actor: lan.id },
    ])
  })

  it.each<Lie>([
    'other-key',
    'other-nonce',
    'no-nonce',
    'other-audience',
    'other-issuer',
    'expired',
    'no-signature',
  ])('believes no token with %s', async (lie) => {
    provider.setLie(lie)
    const { browser, where } = await as({ sub: 's-lan' })
    expect(where).toBe('/dang-nhap?ly-do=tu-choi')
    expect(await browser.whoAmI()).toBeUndefined()
  })

  it('takes an answer once, in the browser that asked, and in time', async () => {
    provider.setClaims({ sub: 's-lan' })
    const browser = new Browser(world)
    const back = await browser.goToProvider()
    const stranger = new Browser(world)
    expect((await stranger.get(back)).headers['location']).toBe('/dang-nhap?ly-do=tu-choi')
    const changed = back.replace(/state=[^&]+/u, 'state=other')
    const victim = new Browser(world)
    await victim.goToProvider()
    expect((await victim.get(changed)).headers['location']).toBe('/dang-nhap?ly-do=tu-choi')
    expect((await browser.get(back)).headers['location']).toBe('/')
    expect((await browser.get(back)).headers['location']).toBe('/dang-nhap?ly-do=tu-choi')

    const slow = new Browser(world)
    const late = await slow.goToProvider()
    world.setNow(new Date(Date.parse(START) + 11 * 60_000).toISOString())
    expect((await slow.get(late)).headers['location']).toBe('/dang-nhap?ly-do=tu-choi')
    world.setNow(START)
  })

  it('binds each sign-in by a state, a nonce and a challenge of its own', async () => {
    const asked = await Promise.all(
      [1, 2].map(async () => {
        const start = await new Browser(world).get('/api/session/oidc')
        return new URL(String(start.headers['location'])).searchParams
      }),
    )
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const values = asked.map((query) => query.get(name) ?? '')
      expect(values.every((value) => value.length >= 32)).toBe(true)
      expect(new Set(values).size).toBe(2)
    }
    expect(asked[0]?.get('code_challenge_method')).toBe('S256')
  })

  it('takes no code that was given for another sign-in, and none without its state', async () => {
    provider.setClaims({ sub: 's-lan' })
    const stolen = new URLSearchParams((await new Browser(world).goToProvider()).split('?')[1])
    const thief = new Browser(world)
    const own = new URLSearchParams((await thief.goToProvider()).split('?')[1])
    const injected = new URLSearchParams({ code: stolen.get('code') ?? '', state: own.get('state') ?? '' })
    const callback = '/api/session/oidc/callback'
    expect((await thief.get(`${callback}?${injected}`)).headers['location']).toBe('/dang-nhap?ly-do=tu-choi')
    expect(await thief.whoAmI()).toBeUndefined()
    for (const query of [`code=${own.get('code')}`, `code=${own.get('code')}&state=`, 'state=', '']) {
      const browser = new Browser(world)
      await browser.goToProvider()
      expect((await browser.get(`${callback}?${query}`)).headers['location']).toBe('/dang-nhap?ly-do=tu-choi')
      expect(await browser.whoAmI()).toBeUndefined()
    }
  })

  it('keeps a locked account out', async () => {
    const admin = await world.addPerson('quan-tri', { posts: [{ role: 'system-admin' }] })
    const url = `/api/accounts/${lan.id}`
    await world.call({ as: admin, method: 'PUT', url, body: { state: 'locked' }, version: 1 })
    expect((await as({ sub: 's-lan' })).where).toBe('/dang-nhap?ly-do=tai-khoan-khoa')
  })
})

describe('other settings of the identity provider', () => {
  const [database] = testDatabases()
  let world: World
  beforeAll(async () => {
    if (!database) throw new Error('there is always a database')
    world = await openWorld(await database.open())
  })
  afterAll(async () => await world.close())
  const start = async (config: object) => {
    Object.assign(world.services.config, config)
    return await world.call({ url: '/api/session/oidc' })
  }

  it('may be none', async () => {
    expect((await start({})).json()).toMatchObject({ code: 'people.oidc-off' })
  })

  it('say so when the provider is away', async () => {
    const reply = await start(configOf('http://127.0.0.1:1'))
    expect(reply.headers['location']).toBe('/dang-nhap?ly-do=khong-tra-loi')
  })

  it('never trust a provider without TLS on another machine', async () => {
    const reply = await start(configOf('http://binhan.invalid'))
    expect(reply.headers['location']).toBe('/dang-nhap?ly-do=khong-tra-loi')
  })

  it('match another claim with the login', async () => {
    const provider = await openProvider()
    Object.assign(world.services.config, configOf(provider.issuer, 'preferred_username'))
    await world.addPerson('minh')
    provider.setClaims({ sub: 's', preferred_username: 'MINH' })
    const browser = new Browser(world)
    expect(await browser.signIn()).toBe('/')
    expect(await browser.whoAmI()).toBe('minh')
    await provider.close()
  })
})
