import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { agencyRow, openWorld, PROVINCE, type Person, type World } from '../../../../test/world.ts'
import type { AccountDetail, AccountPage, ImportReply } from '../contract.ts'
import { accountColumns } from '../domain/account-sheet.ts'
import { readCells } from './account-sheet.ts'
import { loadAgencies } from './load-pack.ts'

const agencies = [
  agencyRow('so-a', 'Sở An', { aliases: ['Sở A'] }),
  agencyRow('so-b', 'Sở Bình'),
  agencyRow('so-cu', 'Sở Cũ', { validTo: '2025-02-28', successors: ['so-a'] }),
]

describe.each(testDatabases())('accounts on the $name database', ({ open }) => {
  let world: World
  let admin: Person
  let headOfA: Person
  let focalOfB: Person
  let leader: Person
  beforeAll(async () => {
    world = await openWorld(await open())
    await world.write(async (tx, append) => {
      await loadAgencies(tx, append, PROVINCE, { agencies, groups: [] })
      await tx
        .withTables<{ unit: Record<string, unknown> }>()
        .insertInto('unit')
        .values({
          province: PROVINCE,
          code: '00001',
          name: 'Hòa Lạc',
          kind: 'commune',
          search: 'xa hoa lac',
          source: 'thử',
        })
        .execute()
    })
    admin = await world.addPerson('quan-tri', { posts: [{ role: 'system-admin' }] })
    headOfA = await world.addPerson('truong-a', {
      name: 'Lê Văn An',
      email: 'an@so-a.example',
      phone: '0912 345 678',
      posts: [{ role: 'agency-head', agency: 'so-a' }],
    })
    focalOfB = await world.addPerson('dau-moi-b', { posts: [{ role: 'agency-focal', agency: 'so-b' }] })
    leader = await world.addPerson('lanh-dao', { posts: [{ role: 'committee-leader' }] })
  })
  afterAll(async () => await world.close())

  const logins = async (as: Person, query = ''): Promise<string[]> =>
    (await world.call({ as, url: `/api/accounts?${query}` }))
      .json<AccountPage>()
      .items.map(({ login }) => login)
      .toSorted()

  it('are seen as far as one reaches', async () => {
    expect(await logins(headOfA)).toEqual(['truong-a'])
    expect(await logins(focalOfB)).toEqual(['dau-moi-b'])
    expect(await logins(admin)).toEqual(['dau-moi-b', 'lanh-dao', 'quan-tri', 'truong-a'])
    const one = async (as: Person, person: Person) =>
      (await world.call({ as, url: `/api/accounts/${person.id}` })).statusCode
    expect(await one(headOfA, headOfA)).toBe(200)
    expect(await one(headOfA, focalOfB)).toBe(403)
    expect(await one(leader, focalOfB)).toBe(200)
    const posts = await world.call({ as: headOfA, url: `/api/accounts/${focalOfB.id}/posts` })
    expect(posts.statusCode).toBe(403)
  })

  it('are found without marks, by role, agency and state', async () => {
    expect(await logins(admin, 'q=le%20van')).toEqual(['truong-a'])
    expect(await logins(admin, 'q=dau-moi')).toEqual(['dau-moi-b'])
    expect(await logins(admin, 'q=dau%20moi')).toEqual(['dau-moi-b'])
    expect(await logins(admin, 'role=agency-focal')).toEqual(['dau-moi-b'])
    expect(await logins(admin, 'agency=so-a')).toEqual(['truong-a'])
    expect(await logins(admin, 'state=locked')).toEqual([])
  })

  it('mask contact, and journal whoever looks behind the mask', async () => {
    const shown = await world.call({ as: admin, url: `/api/accounts/${headOfA.id}` })
    expect(shown.json()).toMatchObject({ email: 'a***@so-a.example', phone: '09*****678' })
    const url = `/api/accounts/${headOfA.id}/contact`
    expect((await world.call({ as: headOfA, url })).statusCode).toBe(403)
    const full = await world.call({ as: leader, url })
    expect(full.json()).toEqual({ email: 'an@so-a.example', phone: '0912 345 678' })
    const trace = await world.services.database.db
      .selectFrom('journal')
      .select(['actor', 'subject'])
      .where('event', '=', 'account.contact-read')
      .execute()
    expect(trace).toEqual([{ actor: leader.id, subject: `account:${headOfA.id}` }])
  })

  const add = async (body: object) =>
    await world.call({ as: admin, method: 'POST', url: '/api/accounts', body })

  it('are made with posts that make sense', async () => {
    const person = { login: 'moi', name: 'Người Mới' }
    const refused = async (post: object) =>
      (await add({ ...person, posts: [post] })).json<{ code: string }>().code
    expect(await refused({ role: 'agency-focal' })).toBe('people.post-incomplete')
    expect(await refused({ role: 'agency-focal', agency: 'so-la' })).toBe('people.unknown-agency')
    expect(await refused({ role: 'commune-focal', area: '99999' })).toBe('people.unknown-area')
    expect(await refused({ role: 'boss' })).toBe('http.invalid-request')
    const made = await add({ ...person, posts: [{ role: 'commune-focal', area: 'xã Hoà Lạc' }] })
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ login: 'moi', hasPassword: false, posts: [{ area: '00001' }] })
    expect((await add({ ...person, posts: [] })).json()).toMatchObject({ code: 'people.login-taken' })
    expect((await add({ ...person, login: 'Có Dấu', posts: [] })).statusCode).toBe(400)
  })

  it('take and lose posts, each change on the version that was seen', async () => {
    const { id } = (await add({ login: 'nhieu-vai', name: 'Nhiều Vai', posts: [] })).json<AccountDetail>()
    const url = `/api/accounts/${id}/posts`
    const body = { role: 'agency-focal', agency: 'so-a' }
    const given = await world.call({ as: admin, method: 'POST', url, body })
    expect(given.json()).toMatchObject({ version: 2, posts: [{ role: 'agency-focal', agency: 'so-a' }] })
    const twice = await world.call({ as: admin, method: 'POST', url, body })
    expect(twice.json()).toMatchObject({ code: 'people.post-taken' })
    const post = given.json<AccountDetail>().posts[0]?.id
    const end = async (version: number) =>
      await world.call({
        as: admin,
        method: 'PATCH',
        url: `${url}/${post}`,
        body: { validTo: '2026-11-20' },
        version,
      })
    expect((await end(1)).statusCode).toBe(412)
    expect((await end(2)).json()).toMatchObject({ posts: [{ validTo: '2026-11-20' }] })
    expect(await logins(headOfA)).toEqual(['truong-a'])
  })

  it('keep at least one administrator', async () => {
    const url = `/api/accounts/${admin.id}`
    const lock = await world.call({ as: admin, method: 'PUT', url, body: { state: 'locked' }, version: 1 })
    expect(lock.json()).toMatchObject({ status: 409, code: 'people.last-admin' })
    const end = await world.call({
      as: admin,
      method: 'PATCH',
      url: `${url}/posts/${admin.posts[0]}`,
      body: { validTo: '2026-11-20' },
      version: 1,
    })
    expect(end.json()).toMatchObject({ code: 'people.last-admin' })
    expect((await world.call({ as: admin, url })).json()).toMatchObject({ state: 'active', version: 1 })
  })

  it('keep one administrator even when two lock each other at once', async () => {
    const second = await world.addPerson('quan-tri-2', { posts: [{ role: 'system-admin' }] })
    const lock = async (as: Person, whom: Person) =>
      (
        await world.call({
          as,
          method: 'PUT',
          url: `/api/accounts/${whom.id}`,
          body: { state: 'locked' },
          version: 1,
        })
      ).statusCode
    const [one, other] = await Promise.all([lock(admin, second), lock(second, admin)])
    // Whoever comes second finds the own session gone, or is told that nobody would be left.
    expect([one, other].filter((status) => status === 200)).toHaveLength(1)
    if (one !== 200) await restore(admin)
  })

  /** Unlocks the first administrator again, for the tests that follow. */
  const restore = async (person: Person): Promise<void> => {
    await world.services.database.db
      .withTables<{ account: { id: string; state: string } }>()
      .updateTable('account')
      .set({ state: 'active' })
      .where('id', '=', person.id)
      .execute()
    admin = await world.addPerson('quan-tri-3', { posts: [{ role: 'system-admin' }] })
  }

  describe('from a spreadsheet', () => {
    const good = ['Trần Thị Hoa', 'hoa.tt', 'Sở A', 'Đầu mối của cơ quan', '', 'hoa@so-a.example', '']
    const send = async (mode: string, rows: readonly (readonly string[])[] | Uint8Array, as = admin) => {
      const body =
        rows instanceof Uint8Array
          ? rows
          : await writeXlsx({
              sheets: [{ name: 'x', rows: [[...accountColumns], ...rows.map((row) => [...row])] }],
            })
      return await world.call({
        as,
        method: 'POST',
        url: `/api/accounts/import?mode=${mode}`,
        body: Buffer.from(body),
        headers: { 'content-type': 'application/octet-stream' },
      })
    }
    const bad = good.with(1, 'x').with(2, 'Sở Cũ')

    it('are previewed with the row and column of every issue, and nothing happens', async () => {
      const reply = (await send('preview', [good, bad])).json<ImportReply>()
      expect(reply).toMatchObject({
        applied: false,
        links: [],
        rows: [{ row: 2, login: 'hoa.tt', agency: 'so-a' }],
      })
      expect(reply.issues.map(({ row, column }) => [row, column])).toEqual([
        [3, 'Tên đăng nhập'],
        [3, 'Cơ quan'],
      ])
      expect(await logins(admin, 'q=hoa')).toEqual([])
    })
    it('are made all or none', async () => {
      const refused = await send('apply', [good, bad])
      expect(refused.json()).toMatchObject({
        code: 'people.sheet-faulty',
        facts: {
          issues: [
            { row: 3, column: 'Tên đăng nhập' },
            { row: 3, column: 'Cơ quan' },
          ],
        },
      })
      expect(await logins(admin, 'q=hoa')).toEqual([])
      const done = (await send('apply', [good])).json<ImportReply>()
      expect(done).toMatchObject({ applied: true, links: [{ login: 'hoa.tt' }] })
      expect(done.links[0]?.link).toMatch(/^http:\/\/localhost:3000\/dat-mat-khau\?token=/u)
      expect(await logins(headOfA)).toEqual(['hoa.tt', 'truong-a'])
      expect((await send('preview', [good])).json<ImportReply>().issues).toHaveLength(1)
    })
    it.each([
      ['no workbook', new TextEncoder().encode('Họ và tên;Tên đăng nhập')],
      ['an empty file', new Uint8Array()],
      ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ])('refuse %s', async (_what, bytes) => {
      expect((await send('preview', bytes)).json<{ code: string }>().code).toMatch(
        /^people\.not-a-sheet$|^http\.unsupported-type$/u,
      )
    })
    it('offer a template that the same reader takes', async () => {
      const reply = await world.call({ as: admin, url: '/api/accounts/import/template' })
      expect(reply.headers['content-disposition']).toContain('mau-tai-khoan.xlsx')
      const cells = await readCells(new Uint8Array(reply.rawPayload))
      expect(cells?.[0]).toEqual([...accountColumns])
    })
  })
})
