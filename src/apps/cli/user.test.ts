import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { jsonOf, runCommand, type Said } from './testing.ts'

describe.each(testDatabases())('accounts from the command line on the $name database', (database) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(await database.open(), { config: { publicUrl: 'https://binhan.mau.gov.vn' } })
    await world.addPerson('quantri', { posts: [{ role: 'system-admin' }] })
  })
  afterAll(() => world.close())
  const run = (...argv: string[]): Promise<Said> => runCommand(world.services, argv)
  const listed = async () => jsonOf(await run('user', 'list', '--json'))
  const tokenOf = (said: Said): string =>
    new URL(jsonOf(said)[0].link as string).searchParams.get('token') ?? ''
  const setPassword = async (token: string): Promise<number> =>
    (
      await world.call({
        method: 'POST',
        url: '/api/password-reset',
        body: { token, password: 'Đèo Mẫu 2026 xanh' },
      })
    ).statusCode

  it('adds one, whose link sets the password once', async () => {
    const said = await run('user', 'add', 'lan.vp', '--name', 'Trần Thị Lan', '--role', 'viewer', '--json')
    expect(said.code).toBe(0)
    expect(jsonOf(said)).toMatchObject([{ login: 'lan.vp' }])
    expect(jsonOf(said)[0].link).toMatch(/^https:\/\/binhan\.mau\.gov\.vn\//u)
    const added = (await listed()).find((one) => one.login === 'lan.vp')
    expect(added).toMatchObject({ name: 'Trần Thị Lan', state: 'active', posts: [{ role: 'viewer' }] })
    expect(added).not.toHaveProperty('phone')
    const token = tokenOf(said)
    expect(await setPassword(token)).toBe(200)
    expect(await setPassword(token)).toBeGreaterThanOrEqual(400)
  })

  it('prints a link that sets a new password', async () => {
    const said = await run('user', 'reset', 'lan.vp', '--json')
    expect(said.code).toBe(0)
    expect(await setPassword(tokenOf(said))).toBe(200)
    expect((await run('user', 'reset', 'lan.vp')).out[0]).toContain('dùng một lần')
  })

  describe('the address in a link', () => {
    const reset = async (config: object, address?: string) => {
      const { services } = world
      const odd = { ...services, config: { ...services.config, publicUrl: undefined, ...config } }
      const said = await runCommand(odd, ['user', 'reset', 'lan.vp', '--json'], process.cwd(), address)
      return { base: new URL(jsonOf(said)[0].link as string).origin, err: said.err.join('') }
    }
    it('is the public one before all', async () => {
      const given = { publicUrl: 'https://binhan.mau.gov.vn/' }
      expect(await reset(given, 'http://127.0.0.1:41999')).toEqual({
        base: 'https://binhan.mau.gov.vn',
        err: '',
      })
    })
    it('is where the server listens, whatever the configuration says', async () => {
      const running = 'http://127.0.0.1:41999'
      expect(await reset({ port: 0 }, running)).toEqual({ base: running, err: '' })
      expect(await reset({ port: 3000 }, running)).toEqual({ base: running, err: '' })
    })
    it('is the configured one while no server runs, and the person hears it', async () => {
      const { base, err } = await reset({ port: 8080 })
      expect(base).toBe('http://localhost:8080')
      expect(err).toContain('Máy chủ chưa chạy')
      expect((await reset({ port: 0 })).err).toContain('chưa biết cổng')
    })
  })

  it('ends one with the sessions that are open', async () => {
    const minh = await world.addPerson('minh', { posts: [{ role: 'viewer' }] })
    const look = async () => (await world.call({ as: minh, url: '/api/documents' })).statusCode
    expect(await look()).toBe(200)
    expect(await run('user', 'end', 'minh')).toMatchObject({ code: 0, err: [] })
    expect(await look()).toBe(401)
    expect((await listed()).find((one) => one.login === 'minh')).toMatchObject({ state: 'locked' })
    const reset = await run('user', 'reset', 'minh', '--json')
    expect(reset.code).toBe(1)
    expect(jsonOf(reset)).toMatchObject([{ error: 'cli.locked-account' }])
  })

  it('does not end the last administrator', async () => {
    const said = await run('user', 'end', 'quantri', '--json')
    expect(said.code).toBe(1)
    expect(jsonOf(said)).toMatchObject([{ error: 'people.last-admin' }])
    expect((await listed()).find((one) => one.login === 'quantri')).toMatchObject({ state: 'active' })
  })

  it('leaves what was done in the journal, by the command line', async () => {
    const rows = await world.services.database.db
      .selectFrom('journal')
      .select(['event', 'data'])
      .where('actor', '=', 'cli')
      .orderBy('seq')
      .execute()
    expect(rows.map((row) => row.event)).toEqual(
      expect.arrayContaining(['account.added', 'account.link-made', 'account.changed', 'account.post-ended']),
    )
    expect(JSON.stringify(rows)).not.toContain('Lan')
  })

  const add = (...rest: string[]) => ['user', 'add', ...rest]
  const refused: [string, string[], number, string][] = [
    ['a login that is taken', add('quantri', '--name', 'Ai', '--role', 'viewer'), 1, 'đã có người dùng'],
    ['a login with tone marks', add('lân', '--name', 'Lân', '--role', 'viewer'), 2, 'chữ thường không dấu'],
    ['no name', add('an', '--role', 'viewer'), 2, '--name'],
    ['an unknown role', add('an', '--name', 'An', '--role', 'vua'), 2, '--role'],
    ['a head of no agency', add('an', '--name', 'An', '--role', 'agency-head'), 1, 'cơ quan'],
    [
      'an unknown agency',
      add('an', '--name', 'An', '--role', 'agency-head', '--agency', 'khong-co'),
      1,
      'khong-co',
    ],
    [
      'an unknown area',
      add('an', '--name', 'An', '--role', 'commune-focal', '--area', 'Xã Nào'),
      1,
      'Xã Nào',
    ],
    ['a reset of nobody', ['user', 'reset', 'khong-ai'], 1, 'user list'],
    ['an end of nobody', ['user', 'end', 'khong-ai'], 1, 'user list'],
    ['a reset without a login', ['user', 'reset'], 2, 'tên đăng nhập'],
    ['a word that is no command', ['user', 'xoa', 'quantri'], 2, 'Không có lệnh'],
  ]
  for (const [what, argv, code, words] of refused) {
    it(`refuses ${what}`, async () => {
      const before = await listed()
      const said = await run(...argv)
      expect(said).toMatchObject({ code, out: [] })
      expect(said.err.join('\n')).toContain(words)
      expect(await listed()).toEqual(before)
    })
  }

  it('works only where a province is open', async () => {
    const said = await runCommand({ ...world.services, province: '' }, ['user', 'list', '--json'])
    expect(said.code).toBe(1)
    expect(jsonOf(said)).toMatchObject([{ error: 'cli.no-province' }])
  })
})
