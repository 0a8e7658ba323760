import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AGENCY_ALIASES, addAlias } from './alias-testing.ts'
import type { Party, Proposal, TaskValue } from '#capabilities/documents/domain/review-api.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { act, acceptAll, duties, look, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type TestServer } from './testing.ts'

const isTask = (one: Proposal): one is Proposal & { value: TaskValue } => one.value.kind === 'task'
const named = (proposals: readonly Proposal[], words: string): Proposal & { value: TaskValue } => {
  const found = proposals.filter(isTask).find((one) => one.value.text.includes(words))
  if (!found) throw new Error(`no task speaks of “${words}”`)
  return found
}

describe.each(testDatabases())('a review on the $name database', (database) => {
  let server: TestServer
  let serial = 20
  beforeAll(async () => {
    server = await startTestServer(database)
  })
  afterAll(() => server.close())
  const fresh = () => takeIn(server, planText(duties, { number: `${serial++}/KH-UBND` }))

  it('keeps what the reader said beside what people decided', async () => {
    const id = await fresh()
    const { version, proposals } = await look(server, id)
    const task = named(proposals, 'tuần tra')
    const value = { ...task.value, due: '2026-06-15', output: 'Báo cáo' }
    const edited = await act(server, id, version, { verb: 'edit', proposal: task.id, value })
    expect(edited.status).toBe(200)
    expect(edited.body.changed).toHaveLength(1)
    expect(edited.body.changed[0]).toMatchObject({
      state: 'accepted',
      edited: true,
      value: { due: '2026-06-15' },
      source: { due: '2026-06-30', output: null },
      decidedBy: server.people.lan.id,
    })
  })

  it('shows a duty as long as the document makes it', async () => {
    const long = `Sở Xây dựng chủ trì rà soát ${'các đoạn đường đèo dốc, nút giao, khu đông dân cư; '.repeat(300)}xong trước ngày 30/6/2026.`
    const id = await takeIn(server, planText([...duties, long], { number: `${serial++}/KH-UBND` }))
    const { proposals } = await look(server, id)
    const longest = Math.max(...proposals.filter(isTask).map((one) => one.value.text.length))
    expect(longest).toBeGreaterThan(10_000)
  })

  it('refuses a second officer what the first has changed, and says what; elsewhere both go on', async () => {
    const id = await fresh()
    const { version, proposals } = await look(server, id)
    const [one, two] = [named(proposals, 'tuần tra'), named(proposals, 'điểm đen')]
    await act(server, id, version, { verb: 'drop', proposals: [one.id] })
    const late = await act(server, id, version, { verb: 'accept', proposals: [one.id] }, 'tuan')
    expect(late.status).toBe(412)
    expect(late.body).toMatchObject({
      code: 'http.changed-meanwhile',
      facts: {
        version: version + 1,
        changes: [{ proposal: one.id, verb: 'drop', version: version + 1, by: server.people.lan.id }],
      },
    })
    const elsewhere = await act(server, id, version, { verb: 'accept', proposals: [two.id] }, 'tuan')
    expect(elsewhere.status).toBe(200)
    // The reply brings the other's work along.
    expect(
      elsewhere.body.changed.map((proposal: Proposal) => [proposal.id, proposal.state]).toSorted(),
    ).toEqual(
      [
        [one.id, 'dropped'],
        [two.id, 'accepted'],
      ].toSorted(),
    )
  })

  it('does once what is sent twice, also at the same moment', async () => {
    const id = await fresh()
    const { version, proposals } = await look(server, id)
    const command = { id: randomUUID(), verb: 'drop', proposals: [named(proposals, 'tuần tra').id] }
    const replies = await Promise.all([1, 2, 3].map(() => act(server, id, version, command)))
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200])
    expect(replies.map((reply) => reply.version)).toEqual([version + 1, version + 1, version + 1])
    expect((await look(server, id)).version).toBe(version + 1)
  })

  it('splits, merges, and takes both back', async () => {
    const id = await fresh()
    const { version, proposals } = await look(server, id)
    const task = named(proposals, 'điểm đen')
    const part = (text: string) => ({ ...task.value, text })
    const split = await act(server, id, version, {
      verb: 'split',
      proposal: task.id,
      into: [part('Rà soát điểm đen'), part('Xử lý điểm đen')],
    })
    const pieces = (split.body.changed as Proposal[]).filter((one) => one.state === 'accepted')
    expect(pieces.map((piece) => [piece.from, piece.spans, piece.path])).toEqual([
      [[task.id], task.spans, task.path],
      [[task.id], task.spans, task.path],
    ])
    const merged = await act(server, id, split.version ?? 0, {
      verb: 'merge',
      proposals: pieces.map((piece) => piece.id),
      value: part('Rà soát và xử lý điểm đen'),
    })
    expect(merged.status).toBe(200)
    const tooEarly = await act(server, id, merged.version ?? 0, { verb: 'restore', proposals: [task.id] })
    expect(tooEarly.body.code).toBe('documents.inner-first')
    const [first] = pieces
    const back = await act(server, id, merged.version ?? 0, { verb: 'restore', proposals: [first?.id] })
    const whole = await act(server, id, back.version ?? 0, { verb: 'restore', proposals: [task.id] })
    const end = await look(server, id)
    expect(whole.status).toBe(200)
    expect(end.proposals.find((one) => one.id === task.id)).toMatchObject({
      state: 'open',
      value: task.value,
    })
    expect(end.reply.body.counts).toMatchObject({ accepted: 0, dropped: 0 })
    const gone = await act(server, id, end.version, { verb: 'accept', proposals: [first?.id] })
    expect(gone.body.code).toBe('documents.proposal-gone')
  })

  it.each([
    ['a day that no calendar has', { due: '2026-02-30' }],
    ['a rhythm that nobody knows', { recurrence: 'thỉnh thoảng' }],
  ])('refuses %s', async (_, change) => {
    const id = await fresh()
    const { version, proposals } = await look(server, id)
    const task = named(proposals, 'điểm đen')
    const value = { ...task.value, ...change }
    const reply = await act(server, id, version, { verb: 'edit', proposal: task.id, value })
    expect(reply.status).toBe(422)
    expect(reply.body.facts.issues).toHaveLength(1)
    expect((await look(server, id)).version).toBe(version)
  })

  it('refuses who may not review, a command without a version, and a proposal that is not there', async () => {
    const id = await fresh()
    const { version } = await look(server, id)
    const command = { verb: 'drop', proposals: ['r9-task-9'] }
    expect((await act(server, id, version, command, 'minh')).status).toBe(403)
    expect((await act(server, id, version, command)).body.code).toBe('documents.proposal-unknown')
    const bare = await server.call('POST', `/api/documents/${id}/review`, {
      body: { id: randomUUID(), ...command },
    })
    expect(bare.status).toBe(428)
  })

  it('knows an agency everywhere as soon as its alias is in the register', async () => {
    const id = await fresh()
    const party = async () =>
      ((await look(server, id)).reply.body.parties as Party[]).find(
        (one) => one.printed === AGENCY_ALIASES.printed,
      )
    expect(await party()).toMatchObject({ kind: 'unknown', code: null, members: [] })
    await addAlias(server)
    expect(await party()).toMatchObject({ kind: 'agency', code: 'so-xay-dung', members: ['so-xay-dung'] })
  })

  it('expands groups to their members on the day of the document, and lets a person choose', async () => {
    const id = await fresh()
    const { version, reply, proposals } = await look(server, id)
    const group = (reply.body.parties as Party[]).find((one) => one.kind === 'group')
    expect(group?.members).toContain('so-y-te')
    // Abolished on 28/02/2025, before the day of the document.
    expect(group?.members).not.toContain('so-giao-thong-van-tai')
    const task = named(proposals, 'tuần tra')
    const partners = [{ printed: group?.printed ?? '', members: ['so-y-te'] }]
    await act(server, id, version, { verb: 'edit', proposal: task.id, value: { ...task.value, partners } })
    await acceptAll(server, id)
    await server.work()
    const [programme] = (await server.call('GET', `/api/programmes?document=${id}`)).body.items
    const { items } = (await server.call('GET', `/api/programmes/${programme.id}/tasks?agency=so-y-te`)).body
    expect(items.map((item: { text: string }) => item.text)).toContain(task.value.text)
  })

  it('takes tasks typed by hand into a document that assigns no work', async () => {
    const id = await takeIn(server, `Bản tin ngày ${serial++}: trời nắng, đường khô ráo.`, 'ban-tin.txt')
    expect((await server.call('GET', `/api/documents/${id}`)).body.state).toBe('refused')
    const value = {
      kind: 'task',
      text: 'Cắm biển báo đoạn đường trơn',
      lead: [{ printed: 'Sở Xây dựng' }],
      partners: [],
      due: '2026-12-31',
      recurrence: null,
      output: null,
    }
    const { version } = await look(server, id)
    const added = await act(server, id, version, { verb: 'add', value })
    expect(added.body.changed[0]).toMatchObject({ origin: 'hand', state: 'accepted', source: null })
    const accepted = await server.call('POST', `/api/documents/${id}/accept`, {
      body: {},
      version: added.version ?? 0,
    })
    expect(accepted.body).toMatchObject({ accepted: 1 })
  })

  it('reads again without losing what people decided', async () => {
    const id = await fresh()
    const { version, proposals } = await look(server, id)
    const task = named(proposals, 'điểm đen')
    const value = { ...task.value, due: '2026-10-01' }
    await act(server, id, version, { verb: 'edit', proposal: task.id, value })
    const document = await server.call('GET', `/api/documents/${id}`)
    const again = await server.call('POST', `/api/documents/${id}/read-again`, {
      version: document.version ?? 0,
    })
    expect(again.body.state).toBe('received')
    const closed = await act(server, id, version + 1, { verb: 'accept-stated' })
    expect(closed.body.code).toBe('documents.wrong-state')
    await server.work()
    const after = await look(server, id)
    const live = after.proposals.filter((one) => one.state === 'open' || one.state === 'accepted')
    expect(live).toHaveLength(proposals.length)
    expect(live.find((one) => one.id === task.id)).toMatchObject({
      state: 'accepted',
      value: { due: '2026-10-01' },
    })
  })
})
