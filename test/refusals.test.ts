import fc from 'fast-check'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capabilities } from '#apps/server/capabilities.ts'
import { roleCodes } from '#capabilities/people/domain/roles.ts'
import { loadAgencies } from '#capabilities/people/server/load-pack.ts'
import type { ProblemKind } from '#kernel/problem.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import type { Endpoint } from '#platform/server/http/endpoint.ts'
import { databaseProblems } from '#platform/server/db/problems.ts'
import { fileProblems } from '#platform/server/files/problems.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import type { ProblemBody } from '#platform/server/http/errors.ts'
import { agencyRow, openWorld, PROVINCE, type Person, type World } from './world.ts'

/** Whatever is wrong with a request, the answer is of the catalogue and every word in it is Vietnamese. */

const catalogue = new Map<string, ProblemKind>(
  [...capabilities.map(({ problems }) => problems), httpProblems, databaseProblems, fileProblems].flatMap(
    (problems) =>
      Object.values(problems as Record<string, ProblemKind>).map((kind) => [kind.code, kind] as const),
  ),
)

/** How a Vietnamese syllable is built, tone marks or none: English sentences have words that are not. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[\p{L}]{0,0}[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/iu
const withoutTones = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC')
/** Names of formats, units and abbreviations of the offices, which stay as they are in Vietnamese. */
const NAMES =
  /^(?:JSON|MB|byte|GB|KB|SHA|Excel|Word|PDF|JPG|PNG|xlsx|UTC|UBND|ATGT|URL|API|OpenID|Connect|application|octet|stream|KH|Bình|If|Match|Q\d|VNeID|PostgreSQL|cookie|binhan|doctor|migrations|DATA|DIR)$/u

/** The words of a sentence that are neither Vietnamese nor a name; what is quoted is what was sent. */
const strangeWords = (sentence: string): string[] =>
  [...sentence.replace(/“[^”]*”/gu, ' ').matchAll(/\p{L}[\p{L}\p{M}\d]*/gu)]
    .map(([word]) => word)
    .filter((word) => word.length > 1 && !NAMES.test(word) && !SYLLABLE.test(withoutTones(word)))

/** Every text in a reply but codes and names of fields. */
const textsIn = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string')
    return ['code', 'type', 'requestId', 'field', 'fields', 'column', 'verb', 'by', 'at'].includes(key)
      ? []
      : [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name))
}

const expectRefusal = (title: string, type: unknown, body: ProblemBody): void => {
  expect({ title, type }).toEqual({ title, type: expect.stringContaining('application/problem+json') })
  const kind = catalogue.get(body.code)
  expect({ title, said: body.title, action: body.action }).toEqual({
    title,
    said: kind?.title,
    action: kind?.action,
  })
  for (const text of textsIn(body))
    expect({ title, text, strange: strangeWords(text) }).toEqual({ title, text, strange: [] })
}

describe('the check of words', () => {
  it.each(['must have required property “x”', 'Body is not valid JSON', 'must NOT have fewer than 1 items'])(
    'finds the English in: %s',
    (text) => expect(strangeWords(text)).not.toEqual([]),
  )

  it('finds nothing in any sentence of the catalogue', () => {
    const sentences = [...catalogue.values()].flatMap(({ title, action }) => [title, action])
    expect(sentences.length).toBeGreaterThan(100)
    expect(sentences.flatMap(strangeWords)).toEqual([])
  })
})

const endpoints: readonly Endpoint[] = capabilities.flatMap((capability) => capability.routes)
const ID = '00000000-0000-4000-8000-000000000000'
const toAddress = (path: string, part: string): string =>
  path
    .split('/')
    .map((step) => (step.startsWith(':') ? part : step))
    .join('/')

interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly const?: unknown
}
const fit = (shape: Shape): unknown => {
  if (shape.const !== undefined) return shape.const
  if (shape.anyOf?.[0]) return fit(shape.anyOf[0])
  if (shape.type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, fit(inner)]),
    )
  if (shape.type === 'array') return shape.items ? [fit(shape.items)] : []
  if (shape.type === 'integer' || shape.type === 'number') return 1
  return shape.type === 'boolean' ? true : 'abc'
}
const WRONG: readonly unknown[] = [null, -1, 1.5, '', 'x'.repeat(20_000), '2026-02-30', [], {}, true, [1, 1]]

/** Bodies that a schema must refuse in as many ways as it has properties. */
const badBodies = (schema: Shape | undefined): unknown[] => {
  const all = schema?.anyOf ?? (schema ? [schema] : [])
  const single = all.flatMap((shape) => {
    const sound = fit(shape) as Readonly<Record<string, unknown>>
    return Object.keys(shape.properties ?? {}).flatMap((name) =>
      WRONG.map((wrong) => ({ ...sound, [name]: wrong })),
    )
  })
  return [{}, [], 'chữ', 5, null, { khongCo: 1 }, ...single]
}

for (const { name, open } of testDatabases().slice(0, 1)) {
  describe(`every refusal on ${name}`, () => {
    let world: World
    let person: Person
    beforeAll(async () => {
      world = await openWorld(await open())
      await world.write(async (tx, append) => {
        await loadAgencies(tx, append, PROVINCE, { agencies: [agencyRow('so-a', 'Sở A')], groups: [] })
      })
      person = await world.addPerson('moi-vai', {
        posts: roleCodes.map((role) => ({ role, agency: 'so-a', area: null })),
      })
    })
    afterAll(async () => await world.close())

    // A session that is signed out would answer nothing but that.
    const asked = endpoints.filter(
      ({ path, verb }) => !(path.startsWith('/api/session') && verb === 'DELETE'),
    )
    const expectVietnamese = async (
      endpoint: Endpoint,
      part: string,
      body: unknown,
      query = '',
      headers = {},
    ) => {
      const { verb, path } = endpoint
      const hasBody = verb !== 'GET' && verb !== 'DELETE' && body !== undefined
      const reply = await world.app.inject({
        method: verb,
        url: toAddress(path, part) + query,
        ...(hasBody ? { payload: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
        headers: {
          host: 'localhost:3000',
          cookie: person.cookie,
          'idempotency-key': 'thu-loi-tu-choi',
          'if-match': '"v1"',
          ...(hasBody ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
      })
      if (reply.statusCode >= 400)
        expectRefusal(`${verb} ${path}`, reply.headers['content-type'], reply.json())
      return reply.statusCode
    }

    it.each(asked.map((endpoint) => ({ endpoint, title: `${endpoint.verb} ${endpoint.path}` })))(
      '$title',
      async ({ endpoint }) => {
        const bodies = badBodies(endpoint.schemas.body as Shape | undefined)
        if (endpoint.verb === 'GET' || endpoint.verb === 'DELETE') {
          for (const part of [ID, 'khong-phai-ma', 'x'.repeat(90)])
            await expectVietnamese(endpoint, part, undefined)
          for (const query of ['?khongCo=1', '?page=-1&size=abc', '?year=abc&q=', `?q=${'x'.repeat(900)}`])
            await expectVietnamese(endpoint, ID, undefined, query)
        } else {
          for (const body of [...bodies, '{', '"', '']) await expectVietnamese(endpoint, ID, body)
          await expectVietnamese(endpoint, 'khong-phai-ma', bodies[0])
          await expectVietnamese(endpoint, ID, 'chữ', '', { 'content-type': 'text/plain' })
          await expectVietnamese(endpoint, ID, bodies[0], '', { 'if-match': 'abc', 'idempotency-key': 'x' })
        }
      },
      60_000,
    )

    it('is as Vietnamese for whatever else is sent', async () => {
      const writes = asked.filter(({ schemas }) => schemas.body !== undefined)
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...writes),
          fc.jsonValue({ maxDepth: 3 }),
          async (endpoint, body) => {
            await expectVietnamese(endpoint, ID, body)
          },
        ),
        { numRuns: 200 },
      )
    }, 60_000)

    it.each(['/api/%zz', '/%E0%A4%A', `/api/documents/${'x'.repeat(300)}`, '/api/khong-co', '/khong-co?'])(
      'is of the catalogue for the address %s',
      async (url) => {
        const reply = await world.app.inject({ method: 'GET', url, headers: { cookie: person.cookie } })
        expect(reply.statusCode).toBeGreaterThanOrEqual(400)
        expect(reply.statusCode).toBeLessThan(500)
        expectRefusal(url, reply.headers['content-type'], reply.json())
      },
    )

    it.each([
      ['no HTTP at all', 'XIN CHAO\r\n\r\n'],
      ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`],
    ])('is of the catalogue for %s on the line', async (_, bytes) => {
      if (!world.app.server.listening) await world.app.listen({ host: '127.0.0.1', port: 0 })
      const address = world.app.server.address() as net.AddressInfo
      const said = await new Promise<string>((resolve, reject) => {
        let text = ''
        const socket = net.connect(address.port, address.address, () => socket.write(bytes))
        socket.on('data', (piece) => (text += piece.toString('utf8')))
        socket.on('end', () => resolve(text))
        socket.on('error', reject)
      })
      const [head = '', body = ''] = said.split('\r\n\r\n')
      expectRefusal(head.split('\r\n')[0] ?? '', /content-type: (.*)/iu.exec(head)?.[1], JSON.parse(body))
    })
  })
}
