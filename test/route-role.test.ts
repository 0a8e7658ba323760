import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capabilities } from '#apps/server/capabilities.ts'
import { roleCodes, roleOf, type RoleCode } from '#capabilities/people/domain/roles.ts'
import { loadAgencies } from '#capabilities/people/server/load-pack.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import type { Endpoint } from '#platform/server/http/endpoint.ts'
import { agencyRow, openWorld, PROVINCE, type Person, type World } from './world.ts'

const endpoints: readonly Endpoint[] = capabilities.flatMap((capability) => capability.routes)
const declared = capabilities.flatMap((capability) => capability.permissions.map(({ name }) => name))
const granted = new Set(roleCodes.flatMap((role) => Object.keys(roleOf(role).grants)))

describe('the table of roles', () => {
  it('grants every permission that a capability declares', () => {
    expect(declared.filter((name) => !granted.has(name))).toEqual([])
  })

  it('grants nothing that no capability declares', () => {
    // A capability that is being built may already stand in the table; once it is joined, each name must be there.
    const joined = new Set(capabilities.map(({ name }) => name))
    const strange = [...granted].filter((name) => !declared.includes(name))
    expect(strange.filter((name) => joined.has(name.split('.')[0] ?? ''))).toEqual([])
  })

  it('names each permission after the capability that declares it, once', () => {
    expect(new Set(declared).size).toBe(declared.length)
    for (const { name, permissions } of capabilities) {
      expect(permissions.filter((one) => !one.name.startsWith(`${name}.`))).toEqual([])
    }
  })

  it('has no endpoint without access, and none that asks for an unknown permission', () => {
    const known = new Set(['public', 'signed-in', ...declared])
    expect(endpoints.length).toBeGreaterThan(40)
    expect(endpoints.filter(({ access }) => !known.has(access)).map(({ path }) => path)).toEqual([])
  })

  it('uses every permission somewhere', () => {
    const sources = new Set<string>(endpoints.map(({ access }) => access))
    // Asked inside a handler, because the endpoint itself is for everybody signed in.
    const inside = [
      'people.delegation.manage',
      'programmes.assignment.decide',
      'programmes.assignment.approve',
      'programmes.assignment.report',
    ]
    expect(declared.filter((name) => !sources.has(name) && !inside.includes(name))).toEqual([])
  })
})

/** An address that leads to nothing: the question is only whether one may ask. */
const toAddress = (path: string): string =>
  path
    .split('/')
    .map((part) => {
      if (!part.startsWith(':')) return part
      return part === ':code' ? 'khong-co' : '00000000-0000-4000-8000-000000000000'
    })
    .join('/')

/** What the table says: 401 to strangers, 403 without the permission, anything else with it. */
const expectedRefusal = ({ access }: Endpoint, role: RoleCode | undefined): 401 | 403 | undefined => {
  if (access === 'public') return undefined
  if (role === undefined) return 401
  if (access === 'signed-in') return undefined
  return access in roleOf(role).grants ? undefined : 403
}

for (const { name, open } of testDatabases()) {
  describe(`every route × every role on ${name}`, () => {
    let world: World
    const people = new Map<RoleCode | undefined, Person | undefined>([[undefined, undefined]])
    beforeAll(async () => {
      world = await openWorld(await open())
      await world.write(async (tx, append) => {
        const agencies = [agencyRow('so-a', 'Sở A'), agencyRow('so-b', 'Sở B')]
        await loadAgencies(tx, append, PROVINCE, { agencies, groups: [] })
      })
      for (const role of roleCodes) {
        people.set(role, await world.addPerson(role, { posts: [{ role, agency: 'so-a', area: '00001' }] }))
      }
    })
    afterAll(async () => await world.close())

    it.each(endpoints.map((endpoint) => ({ ...endpoint, title: `${endpoint.verb} ${endpoint.path}` })))(
      '$title',
      async (endpoint) => {
        for (const [role, person] of people) {
          // Signing out and the like would end the very session that the next routes are asked with.
          const as = person && endpoint.path.startsWith('/api/session') ? await renew(role, person) : person
          const reply = await world.call({
            as,
            method: endpoint.verb,
            url: toAddress(endpoint.path),
            ...(endpoint.verb === 'GET' || endpoint.verb === 'DELETE' ? {} : { body: {} }),
          })
          const refusal = expectedRefusal(endpoint, role)
          const answered = [401, 403].includes(reply.statusCode) ? reply.statusCode : undefined
          expect({ role, refusal: answered }).toEqual({ role, refusal })
          expect(reply.statusCode).toBeLessThan(500)
        }
      },
    )

    let count = 0
    const renew = async (role: RoleCode | undefined, person: Person): Promise<Person> =>
      role === undefined
        ? person
        : await world.addPerson(`${role}.${count++}`, { posts: [{ role, agency: 'so-a', area: '00001' }] })

    it('refuses before it reads what was sent', async () => {
      const viewer = people.get('viewer')
      const nonsense = { nonsense: true }
      const post = (as: Person | undefined) =>
        world.call({ as, method: 'POST', url: '/api/accounts', body: nonsense })
      expect((await post(undefined)).statusCode).toBe(401)
      expect((await post(viewer)).statusCode).toBe(403)
      expect((await post(people.get('system-admin'))).statusCode).toBe(400)
    })

    it('takes a made-up cookie for nobody', async () => {
      const headers = { cookie: `binhan_session=${'a'.repeat(43)}` }
      expect((await world.call({ url: '/api/accounts', headers })).statusCode).toBe(401)
    })
  })
}
