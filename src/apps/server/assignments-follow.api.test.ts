import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assignment } from '#capabilities/programmes/domain/assignment-schemas.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { acceptAll, planText, takeIn } from './plan-testing.ts'
import { startTestServer, type TestServer } from './testing.ts'

const duties = [
  'Công an tỉnh chủ trì tăng cường tuần tra, kiểm soát; hoàn thành trước ngày 31/12/2026.',
  'Sở Y tế tổ chức trực cấp cứu tai nạn giao thông; hoàn thành trước ngày 31/12/2026.',
  'Sở Xây dựng chủ trì rà soát điểm đen; hoàn thành trước ngày 31/12/2026.',
]

describe.each(testDatabases())(
  'duties follow their plan and their agencies on the $name database',
  (test) => {
    let server: TestServer
    let programme = ''
    beforeAll(async () => {
      server = await startTestServer(test)
      const text = planText(duties).replace(/IV\. TỔ CHỨC THỰC HIỆN\n.*\n/u, '')
      const document = await takeIn(server, text)
      await acceptAll(server, document)
      await server.work()
      programme = (await get(`/api/programmes?document=${document}`)).items[0].id
      const making = { calendar: 'administrative', from: '2026-11-21', until: '2026-12-31', review: null }
      await server.call('POST', `/api/programmes/${programme}/assignments`, {
        body: { ...making, items: null },
      })
    })
    afterAll(() => server.close())

    const get = async (url: string) => (await server.call('GET', url)).body
    const list = async (): Promise<Assignment[]> => (await get('/api/assignments?size=500')).items
    const end = async (code: string, successors: readonly string[], validTo = '2026-11-20') => {
      const { body, version } = await server.call('GET', `/api/agencies/${code}`)
      const { name, shortName, kind, level, parent, aliases, validFrom, unitCode, source } = body
      const edit = { name, shortName, kind, level, parent, aliases, validFrom, unitCode, source }
      const reply = await server.call('PUT', `/api/agencies/${code}`, {
        version: version ?? 0,
        body: { ...edit, validTo, successors },
      })
      expect(reply.status).toBe(200)
      await server.work()
    }
    const holders = async (): Promise<readonly (readonly [string, string | null, string])[]> =>
      (await list()).map((one) => [one.text.slice(0, 12), one.agency, one.state] as const).toSorted()

    it('to the one agency that took the work over, with a note', async () => {
      await end('so-y-te', ['so-xay-dung'])
      const moved = (await list()).find((one) => one.text.startsWith('Sở Y tế'))
      expect(moved).toMatchObject({ agency: 'so-xay-dung', state: 'assigned', openedAt: null })
      const { story } = await get(`/api/assignments/${moved?.id}`)
      expect(story.at(-1)).toMatchObject({ verb: 'move', as: 'system', agency: 'so-xay-dung' })
      expect(story.at(-1).words).toContain('tiếp nhận nhiệm vụ')
      // The news are heard again: nothing moves twice.
      await end('so-y-te', ['so-xay-dung'], '2026-11-19')
      expect((await get(`/api/assignments/${moved?.id}`)).story).toHaveLength(story.length)
    })

    it('nowhere while the agency is still there, or nobody is known to follow it', async () => {
      await end('so-xay-dung', ['cong-an-tinh'], '2026-12-31')
      const before = await holders()
      expect(before.filter(([, agency]) => agency === 'so-xay-dung')).toHaveLength(2)
      await end('so-xay-dung', [], '2026-11-20')
      expect(await holders()).toEqual(before)
    })

    it('to several successors only when a person says so, for all at once', async () => {
      const communes: string[] = (await get('/api/agencies?level=commune&state=current&size=500')).items
        .slice(0, 3)
        .map((one: { code: string }) => one.code)
      await end('cong-an-tinh', communes)
      const left = (await get('/api/assignments/left-behind')).items
      expect(left).toHaveLength(1)
      expect(left[0].successors.map((one: { code: string }) => one.code).toSorted()).toEqual(
        communes.toSorted(),
      )
      const id = left[0].assignment.id
      const wrong = await server.call('POST', '/api/assignments/fan-out', {
        body: { assignments: [id], agencies: ['so-y-te'] },
      })
      expect([wrong.status, wrong.body.code]).toEqual([422, 'assignments.no-successors'])
      const done = await server.call('POST', '/api/assignments/fan-out', {
        body: { assignments: [id], agencies: null },
      })
      expect([done.status, done.body.made]).toEqual([201, 3])
      expect((await get(`/api/assignments/${id}`)).state).toBe('not-applicable')
      const fresh = (await list()).filter((one) => communes.includes(one.agency ?? ''))
      expect(fresh.map((one) => [one.state, one.due])).toEqual(communes.map(() => ['assigned', '2026-12-31']))
      expect((await get('/api/assignments/left-behind')).items).toEqual([])
      const seen = await server.call('GET', '/api/assignments/left-behind', { as: 'thao' })
      expect(seen.status).toBe(403)
    })

    it('out of sight when a person ends the task, with the reason', async () => {
      const task = (await get(`/api/programmes/${programme}/tasks`)).items.find((one: { text: string }) =>
        one.text.startsWith('Sở Xây dựng'),
      )
      const ended = await server.call('POST', `/api/programmes/${programme}/tasks/${task.id}/end`, {
        version: task.version,
        body: { reason: 'Đã giao trong kế hoạch khác' },
      })
      expect(ended.status).toBe(200)
      await server.work()
      const [one] = (await list()).filter(({ item }) => item === task.id)
      expect([one?.state, one?.timeliness]).toEqual(['not-applicable', 'not-counted'])
      const { story } = await get(`/api/assignments/${one?.id}`)
      expect(story.at(-1)).toMatchObject({
        verb: 'set-aside',
        as: 'system',
        words: 'Đã giao trong kế hoạch khác',
      })
    })
  },
)
