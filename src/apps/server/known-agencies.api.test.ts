import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RaisedFinding } from '#capabilities/documents/contract.ts'
import type { AgencyShares, Task } from '#capabilities/programmes/contract.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { acceptAll, look, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type TestServer } from './testing.ts'

/** An agency that a document names and the register does not know is mapped once, and known wherever it was printed. */
describe.each(testDatabases())('agencies mapped on the $name database', (database) => {
  let server: TestServer
  let serial = 300
  beforeAll(async () => {
    server = await startTestServer(database)
  })
  afterAll(() => server.close())

  const get = async (url: string, as: 'lan' | 'minh' = 'lan') => (await server.call('GET', url, { as })).body
  /** A plan with two agencies that nobody knows, of names that no other test uses. */
  const plan = async (one: string, other: string) => {
    const duties = [
      `Chi cục ${one} kiểm tra các bến khách ngang sông trước ngày 31/8/2026.`,
      `Chi cục ${other} chủ trì, phối hợp với Chi cục ${one} cắm biển báo trước ngày 30/9/2026.`,
    ]
    return await takeIn(server, planText(duties, { number: `${serial++}/KH-UBND` }), `${one}.txt`)
  }
  const map = async (printed: string, agency: string) => {
    const reply = await server.call('POST', `/api/agencies/${agency}/aliases`, { body: { alias: printed } })
    expect(reply.status).toBe(200)
    await server.work()
  }
  const unknownIn = (findings: readonly RaisedFinding[]) =>
    findings.filter((one) => one.kind === 'agency-unknown').map((one) => one.agency)
  const accept = async (document: string) => {
    await acceptAll(server, document)
    await server.work()
    return (await get(`/api/programmes?document=${document}`)).items[0] as {
      id: string
      version: number
      counts: { findings: number }
    }
  }
  /** Those of the section with the duties: the plan's form has one more, for everybody. */
  const tasksOf = async (programme: string, as: 'lan' | 'minh' = 'lan'): Promise<Task[]> =>
    (await get(`/api/programmes/${programme}/tasks`, as)).items.filter((one: Task) =>
      one.path.startsWith('III.'),
    )
  const findingsOf = async (programme: string): Promise<RaisedFinding[]> =>
    (await get(`/api/programmes/${programme}/findings`)).items
  const countKnown = async (programme: string): Promise<number> => {
    const rows = await server.services.database.db
      .selectFrom('journal')
      .select('seq')
      .where('event', '=', 'programme.agencies-known')
      .where('subject', '=', `programme:${programme}`)
      .execute()
    return rows.length
  }

  it('settle the finding of the review that is about them, and no other', async () => {
    const id = await plan('Bến Một', 'Biển Một')
    const findings = async () => unknownIn((await look(server, id)).reply.body.findings)
    const nobody = (printed: string) => ({ printed, code: null, name: null })
    expect(await findings()).toEqual([nobody('Chi cục Bến Một'), nobody('Chi cục Biển Một')])
    await map('Chi cục Bến Một', 'so-xay-dung')
    expect(await findings()).toEqual([
      { printed: 'Chi cục Bến Một', code: 'so-xay-dung', name: 'Sở Xây dựng tỉnh Mẫu' },
      nobody('Chi cục Biển Một'),
    ])
  })

  it('are known in the plans that were laid out before, each item once', async () => {
    const programme = await accept(await plan('Bến Hai', 'Biển Hai'))
    const before = await tasksOf(programme.id)
    expect(before.flatMap((task) => task.lead.map((party) => party.code))).toEqual([null, null])
    await map('Chi cục Bến Hai', 'so-xay-dung')
    const known = {
      printed: 'Chi cục Bến Hai',
      kind: 'agency',
      code: 'so-xay-dung',
      members: ['so-xay-dung'],
    }
    const [first, second] = await tasksOf(programme.id)
    expect(first).toMatchObject({ lead: [known], version: (before[0]?.version ?? 0) + 1 })
    expect(second).toMatchObject({ lead: [{ code: null }], partners: [known] })
    expect(unknownIn(await findingsOf(programme.id)).map((agency) => agency?.code)).toEqual([
      'so-xay-dung',
      null,
    ])
    const shares = ((await get(`/api/programmes/${programme.id}/by-agency`)) as AgencyShares).items
    expect(shares.filter((share) => share.code === null).map((share) => share.name)).toEqual([
      'Chi cục Biển Hai',
    ])
    const after = await get(`/api/programmes/${programme.id}`)
    expect(after.counts.findings).toBe(programme.counts.findings - 1)
    expect(after.version).toBeGreaterThan(programme.version)
    expect(await countKnown(programme.id)).toBe(1)
    // Something else about the register changes: the plan has nothing to learn from it.
    await map('Chi cục Không Kế Hoạch Nào Nhắc', 'so-xay-dung')
    expect(await countKnown(programme.id)).toBe(1)
    expect((await tasksOf(programme.id))[0]?.version).toBe(first?.version)
  })

  const takeBack = async (printed: string, agency: string) => {
    const reply = await server.call(
      'DELETE',
      `/api/agencies/${agency}/aliases?alias=${encodeURIComponent(printed)}`,
    )
    expect(reply.status).toBe(200)
    await server.work()
    return reply
  }

  it('are unknown again when the mapping is taken back, wherever they came to be known by it', async () => {
    const document = await plan('Bến Năm', 'Biển Năm')
    const later = await plan('Bến Năm', 'Biển Sáu')
    const programme = await accept(document)
    const states = async () => ({
      review: unknownIn((await look(server, document)).reply.body.findings),
      findings: unknownIn(await findingsOf(programme.id)),
      parties: (await tasksOf(programme.id)).map(({ lead, partners }) => ({ lead, partners })),
      shares: (await get(`/api/programmes/${programme.id}/by-agency`)).items,
    })
    const before = await states()
    await map('Chi cục Bến Năm', 'so-y-te')
    // This one is accepted while the mapping stands: it never was unknown to it.
    const between = await accept(later)
    await map('Chi cục Biển Năm', 'so-y-te')
    const leadsOf = async (id: string) =>
      (await tasksOf(id)).flatMap((task) => task.lead.map((party) => party.code))
    expect(await leadsOf(programme.id)).toEqual(['so-y-te', 'so-y-te'])
    expect(await leadsOf(between.id)).toEqual(['so-y-te', null])

    const { body } = await takeBack('Chi cục Bến Năm', 'so-y-te')
    expect(body.aliases).not.toContain('Chi cục Bến Năm')
    // The other mapping to the same agency stands.
    expect(await leadsOf(programme.id)).toEqual([null, 'so-y-te'])
    expect(await leadsOf(between.id)).toEqual([null, null])
    expect(unknownIn(await findingsOf(between.id))).toEqual([
      { printed: 'Chi cục Bến Năm', code: null, name: null },
      { printed: 'Chi cục Biển Sáu', code: null, name: null },
    ])
    await takeBack('Chi cục Biển Năm', 'so-y-te')
    expect(await states()).toEqual(before)
    // Taken back twice, nothing happens twice.
    const { version } = (await server.call('GET', '/api/agencies/so-y-te')).body
    await takeBack('Chi cục Biển Năm', 'so-y-te')
    expect((await get('/api/agencies/so-y-te')).version).toBe(version)
  })

  it('are told apart from names that the agency had before', async () => {
    const add = async (alias: string) =>
      (await server.call('POST', '/api/agencies/so-xay-dung/aliases', { body: { alias } })).body
    expect(await add('Chi cục Bến Bảy')).toMatchObject({ isNew: true })
    expect(await add('chi cục bến bảy')).toMatchObject({ isNew: false })
    // Its own name is no alias and stays.
    const { name } = await get('/api/agencies/so-xay-dung')
    expect(await add(name)).toMatchObject({ isNew: false })
    expect((await takeBack(name, 'so-xay-dung')).body).toMatchObject({ name })
    const refused = await server.call('DELETE', '/api/agencies/so-xay-dung/aliases?alias=x', { as: 'minh' })
    expect(refused.status).toBe(403)
  })

  it('see and find from then on what is theirs', async () => {
    const programme = await accept(await plan('Bến Ba', 'Biển Ba'))
    const seen = async () => (await tasksOf(programme.id, 'minh')).length
    const found = async () =>
      (await get('/api/programmes/search?q=bi%E1%BB%83n%20b%C3%A1o', 'minh')).items.filter(
        (hit: { programme: string }) => hit.programme === programme.id,
      ).length
    expect([await seen(), await found()]).toEqual([0, 0])
    await map('Chi cục Biển Ba', 'cong-an-tinh')
    expect([await seen(), await found()]).toEqual([1, 1])
  })

  it('stay known when the document is accepted again', async () => {
    const document = await plan('Bến Bốn', 'Biển Bốn')
    const programme = await accept(document)
    await map('Chi cục Biển Bốn', 'so-y-te')
    const { version } = await server.call('GET', `/api/documents/${document}`)
    const reopened = await server.call('POST', `/api/documents/${document}/reopen`, {
      body: {},
      version: version ?? 0,
    })
    expect(reopened.status).toBe(200)
    await accept(document)
    const leads = (await tasksOf(programme.id)).flatMap((task) => task.lead.map((party) => party.code))
    expect(leads).toEqual([null, 'so-y-te'])
    expect(unknownIn(await findingsOf(programme.id)).map((agency) => agency?.code)).toEqual([null, 'so-y-te'])
  })
})
