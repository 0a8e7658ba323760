import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '#platform/server/db/testing.ts'
import { agencyRow, openWorld, PROVINCE, type Person, type World } from '../../../../test/world.ts'
import type { AgencyDetail, AgencyPage } from '../contract.ts'
import { loadAgencies } from './load-pack.ts'

const pack = {
  agencies: [
    agencyRow('so-giao-thong-van-tai', 'Sở Giao thông vận tải', {
      aliases: ['Sở GTVT'],
      validTo: '2025-02-28',
      successors: ['so-xay-dung'],
    }),
    agencyRow('so-xay-dung', 'Sở Xây dựng'),
    agencyRow('so-y-te', 'Sở Y tế'),
    agencyRow('cong-an-tinh', 'Công an tỉnh', { kind: 'police' }),
    agencyRow('ubnd-huyen-hoa-lac', 'Ủy ban nhân dân huyện Hòa Lạc', {
      kind: 'peoples-committee',
      level: 'district',
      validTo: '2025-06-30',
      successors: ['ubnd-xa-an', 'ubnd-xa-binh'],
    }),
    agencyRow('ubnd-xa-an', 'Ủy ban nhân dân xã An', {
      kind: 'peoples-committee',
      level: 'commune',
      validFrom: '2025-07-01',
    }),
    agencyRow('ubnd-xa-binh', 'Ủy ban nhân dân xã Bình', {
      kind: 'peoples-committee',
      level: 'commune',
      validFrom: '2025-07-01',
    }),
  ],
  groups: [{ code: 'cac-so', name: 'các sở, ban, ngành', aliases: [], members: { kinds: ['department'] } }],
}

describe.each(testDatabases())('agencies on the $name database', ({ open }) => {
  let world: World
  let office: Person
  let viewer: Person
  beforeAll(async () => {
    world = await openWorld(await open())
    await world.write(async (tx, append) => await loadAgencies(tx, append, PROVINCE, pack))
    office = await world.addPerson('van-phong', { posts: [{ role: 'committee-office' }] })
    viewer = await world.addPerson('nguoi-xem', { posts: [{ role: 'viewer' }] })
  })
  afterAll(async () => await world.close())

  const read = async <T>(url: string): Promise<T> => (await world.call({ as: viewer, url })).json<T>()
  const codes = async (query: string): Promise<string[]> =>
    (await read<AgencyPage>(`/api/agencies?${query}`)).items.map(({ code }) => code)
  const search = async (q: string): Promise<string[]> => await codes(`q=${encodeURIComponent(q)}`)

  it.each([
    ['so xay dung', ['so-xay-dung']],
    ['Sở GTVT', ['so-giao-thong-van-tai']],
    ['gtvt', ['so-giao-thong-van-tai']],
    ['GIAO THÔNG', ['so-giao-thong-van-tai']],
    ['hoà lạc', ['ubnd-huyen-hoa-lac']],
    ['UBND xã', ['ubnd-xa-an', 'ubnd-xa-binh']],
    ['không có', []],
    ['100%', []],
  ])('are found by "%s"', async (q, expected) => {
    expect(await search(q)).toEqual(expected)
  })

  it('are filtered by kind, level, day and state, and paged', async () => {
    expect(await codes('kind=police')).toEqual(['cong-an-tinh'])
    expect(await codes('level=district')).toEqual(['ubnd-huyen-hoa-lac'])
    expect(await codes('state=ended')).toEqual(['so-giao-thong-van-tai', 'ubnd-huyen-hoa-lac'])
    expect(await codes('kind=peoples-committee&on=2024-01-17')).toEqual(['ubnd-huyen-hoa-lac'])
    expect(await codes('kind=peoples-committee&on=2025-07-01')).toEqual(['ubnd-xa-an', 'ubnd-xa-binh'])
    const page = await read<AgencyPage>('/api/agencies?page=2&size=3')
    expect(page).toMatchObject({ total: 7, page: 2, size: 3 })
    expect(page.items).toHaveLength(3)
  })

  it.each(['on=2025-02-30', 'kind=club', 'page=x', 'page=1&page=2', 'q=a&strange=1'])(
    'refuse a question that makes no sense: %s',
    async (query) => {
      expect((await world.call({ as: viewer, url: `/api/agencies?${query}` })).statusCode).toBe(400)
    },
  )

  it('know who came before and after', async () => {
    const agency = await read<AgencyDetail>('/api/agencies/ubnd-xa-an')
    expect(agency.predecessors).toEqual(['ubnd-huyen-hoa-lac'])
    const lookup = async (name: string, on: string) =>
      await read<{ agency: unknown; group: unknown }>(
        `/api/agency-lookup?name=${encodeURIComponent(name)}&on=${on}`,
      )
    expect(await lookup('Sở GTVT tỉnh Mẫu', '2026-01-01')).toMatchObject({
      agency: { id: 'so-giao-thong-van-tai', state: 'abolished', successors: ['so-xay-dung'] },
      group: null,
    })
    expect(await lookup('UBND huyện Hòa Lạc', '2026-01-01')).toMatchObject({
      agency: { successors: ['ubnd-xa-an', 'ubnd-xa-binh'] },
    })
    expect(await lookup('Các Sở, ban, ngành', '2026-01-01')).toMatchObject({
      agency: null,
      group: { code: 'cac-so', members: ['so-xay-dung', 'so-y-te'] },
    })
    expect(await lookup('Sở Lạ', '2026-01-01')).toEqual({ agency: null, group: null })
  })

  const edit = async (code: string, change: object, version: number) => {
    const {
      code: _code,
      version: _version,
      predecessors: _before,
      ...agency
    } = await read<AgencyDetail>(`/api/agencies/${code}`)
    const body = { ...agency, ...change }
    return await world.call({ as: office, method: 'PUT', url: `/api/agencies/${code}`, body, version })
  }

  it('are edited by one person at a time', async () => {
    const done = await edit('so-y-te', { shortName: 'SYT' }, 1)
    expect(done.statusCode).toBe(200)
    expect(done.headers['etag']).toBe('"v2"')
    const late = await edit('so-y-te', { shortName: 'Y tế' }, 1)
    expect(late.json()).toMatchObject({ status: 412, code: 'http.changed-meanwhile' })
    expect(await read<AgencyDetail>('/api/agencies/so-y-te')).toMatchObject({ shortName: 'SYT', version: 2 })
  })

  it.each([
    ['an unknown parent', { parent: 'khong-co' }, 'people.unknown-agency'],
    ['itself as parent', { parent: 'cong-an-tinh' }, 'people.own-parent'],
    ['an unknown successor', { successors: ['khong-co'] }, 'people.unknown-agency'],
    ['itself as successor', { successors: ['cong-an-tinh'] }, 'people.own-parent'],
    ['days that run backwards', { validFrom: '2026-02-01', validTo: '2026-01-01' }, 'people.wrong-days'],
    ['a day that is none', { validTo: '2026-02-30' }, 'http.invalid-request'],
    ['no name', { name: '' }, 'http.invalid-request'],
  ])('refuse %s', async (_what, change, code) => {
    expect((await edit('cong-an-tinh', change, 1)).json()).toMatchObject({ code })
    expect(await read<AgencyDetail>('/api/agencies/cong-an-tinh')).toMatchObject({ version: 1 })
  })

  it('are added once', async () => {
    const {
      version: _version,
      predecessors: _before,
      ...like
    } = await read<AgencyDetail>('/api/agencies/cong-an-tinh')
    const body = { ...like, code: 'so-moi', name: '  Sở   Mới '.normalize('NFD') }
    const add = async () => await world.call({ as: office, method: 'POST', url: '/api/agencies', body })
    const added = await add()
    expect(added.statusCode).toBe(201)
    expect(added.json()).toMatchObject({ name: 'Sở Mới', version: 1 })
    expect((await add()).json()).toMatchObject({ status: 409, code: 'people.agency-taken' })
  })

  it('learn a printed name once and for all', async () => {
    const url = '/api/agencies/so-xay-dung/aliases'
    const add = async (alias: string) =>
      (await world.call({ as: office, method: 'POST', url, body: { alias } })).json<AgencyDetail>()
    const known = async () =>
      (
        await read<{ agency: { id: string } | null }>(
          `/api/agency-lookup?name=${encodeURIComponent('Sở GT-XD')}&on=2026-01-01`,
        )
      ).agency?.id
    expect(await known()).toBeUndefined()
    expect(await add('Sở GT-XD')).toMatchObject({ aliases: ['Sở GT-XD'], version: 2 })
    expect(await known()).toBe('so-xay-dung')
    expect(await add('SỞ GT - XD')).toMatchObject({ aliases: ['Sở GT-XD'], version: 2 })
    const empty = await world.call({ as: office, method: 'POST', url, body: { alias: ' - ' } })
    expect(empty.statusCode).toBe(400)
  })

  it('gather in groups that are edited and expand to the day', async () => {
    const group = {
      code: 'hai',
      name: 'Hai cơ quan',
      aliases: [],
      members: { codes: ['ubnd-huyen-hoa-lac'] },
    }
    const add = async (rest: object = {}) =>
      await world.call({ as: office, method: 'POST', url: '/api/agency-groups', body: { ...group, ...rest } })
    expect((await add({ members: { codes: ['la'] } })).json()).toMatchObject({
      code: 'people.unknown-agency',
    })
    expect((await add()).json()).toMatchObject({ current: ['ubnd-xa-an', 'ubnd-xa-binh'] })
    expect((await add()).json()).toMatchObject({ code: 'people.group-taken' })
    const members = async (on: string) =>
      (await read<{ members: { code: string }[] }>(`/api/agency-groups/hai/members?on=${on}`)).members.map(
        ({ code }) => code,
      )
    expect(await members('2024-01-17')).toEqual(['ubnd-huyen-hoa-lac'])
    const { code: _code, ...body } = { ...group, members: { codes: ['so-y-te'] } }
    const url = '/api/agency-groups/hai'
    const put = async (version: number) =>
      (await world.call({ as: office, method: 'PUT', url, body, version })).statusCode
    expect([await put(1), await put(1)]).toEqual([200, 412])
    expect(await members('2024-01-17')).toEqual(['so-y-te'])
    expect((await world.call({ as: viewer, url })).headers['etag']).toBe('"v2"')
  })

  it('leave a trace of every change', async () => {
    const rows = await world.services.database.db
      .selectFrom('journal')
      .select(['event', 'actor', 'data'])
      .where('subject', '=', 'agency:so-y-te')
      .execute()
    expect(rows).toEqual([
      { event: 'agency.changed', actor: office.id, data: { fields: ['shortName'], version: 2 } },
    ])
  })
})
