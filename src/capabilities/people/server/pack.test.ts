import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import { agencyRow, openWorld, PROVINCE, START, type World } from '../../../../test/world.ts'
import type { AgencyRow } from '../contract.ts'
import { findAgency, findGroup, toAgencyIndex } from '../domain/agency-index.ts'
import { openAgencyIndex } from './agency-handlers.ts'
import { listDemoAccounts } from './account-store.ts'
import { loadAgencies, loadSampleAccounts, toAgencies } from './load-pack.ts'

const read = (pack: string, file: string): unknown =>
  JSON.parse(fs.readFileSync(path.join('provinces', pack, file), 'utf8'))
/** The packs that the repository carries; those still without agencies come later. */
const packs = fs
  .readdirSync('provinces', { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && fs.existsSync(path.join('provinces', entry.name, 'agencies.json')),
  )
  .map((entry) => entry.name)

const author = { province: PROVINCE, actor: 'system', now: START }
const small = {
  agencies: [
    agencyRow('so-giao-thong-van-tai', 'Sở Giao thông vận tải', {
      validTo: '2025-02-28',
      successors: ['so-xay-dung'],
    }),
    agencyRow('so-xay-dung', 'Sở Xây dựng'),
  ],
  groups: [{ code: 'cac-so', name: 'các sở', aliases: [], members: { kinds: ['department'] } }],
}

describe.each(testDatabases())('a province pack on the $name database', ({ open }) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(await open())
  })
  afterAll(async () => await world.close())

  const load = async (pack: { agencies: unknown; groups: unknown }) =>
    await world.write(async (tx, append) => await loadAgencies(tx, append, PROVINCE, pack))

  it.each([
    ['a code twice', { ...small, agencies: [...small.agencies, small.agencies[0]] }, 'agencies.json, mục 3'],
    ['a successor that nobody is', { ...small, agencies: small.agencies.slice(0, 1) }, 'so-xay-dung'],
    ['a strange kind', { ...small, agencies: [agencyRow('a', 'A', { kind: 'club' })] }, 'agencies.json'],
    [
      'a day that is none',
      { ...small, agencies: [agencyRow('a', 'A', { validFrom: '2025-02-30' })] },
      'mục 1',
    ],
    [
      'days that run backwards',
      { ...small, agencies: [agencyRow('a', 'A', { validFrom: '2025-02-01', validTo: '2025-01-01' })] },
      'ngày kết thúc',
    ],
    ['itself as parent', { ...small, agencies: [agencyRow('a', 'A', { parent: 'a' })] }, 'chính mình'],
    ['something else than a list', { ...small, agencies: {} }, 'toàn tệp'],
    [
      'a group with a stranger',
      { ...small, groups: [{ code: 'g', name: 'G', aliases: [], members: { codes: ['la'] } }] },
      'groups.json',
    ],
  ])('with %s loads nothing and says where', async (_what, pack, where) => {
    await expect(load(pack)).rejects.toThrow(where)
    expect((await openAgencyIndex(world.services.database.db, PROVINCE)).byCode.size).toBe(0)
  })

  it('loads once, and a second time leaves what people changed', async () => {
    expect(await load(small)).toEqual({ agencies: 2, groups: 1 })
    expect(await load(small)).toEqual({ agencies: 0, groups: 0 })
    const index = await openAgencyIndex(world.services.database.db, PROVINCE)
    expect(findAgency(index, 'Sở GTVT tỉnh Mẫu', '2026-01-01' as PlainDate)).toMatchObject({
      state: 'abolished',
      successors: [{ code: 'so-xay-dung' }],
    })
  })

  it('gives users to the sample', async () => {
    const load = async (rows: unknown) =>
      await world.write(async (tx, append) => await loadSampleAccounts(tx, append, author, rows))
    const row = { login: 'lan', name: 'Nguyễn Thị Lan', role: 'agency-focal', agency: 'so-xay-dung' }
    await expect(load([{ ...row, agency: undefined }])).rejects.toThrow('cơ quan')
    await expect(load([{ ...row, role: 'boss' }])).rejects.toThrow('accounts.json')
    expect(await load([row])).toBe(1)
    expect(await load([row])).toBe(0)
    expect(await listDemoAccounts(world.services.database.db, PROVINCE)).toMatchObject([{ login: 'lan' }])
  })
})

describe('the packs of the repository', () => {
  it.each(packs)('%s holds together', (pack) => {
    const agencies = toAgencies(read(pack, 'agencies.json') as AgencyRow[])
    const { name } = read(pack, 'pack.json') as { name: string }
    const index = toAgencyIndex(agencies, read(pack, 'groups.json') as never, [{ kind: 'tỉnh', name }])
    const today = parsePlainDate('2026-11-21')
    // Whoever is there today is found by the own name and by no other's.
    const lost = agencies
      .filter((agency) => agency.validTo === null)
      .filter((agency) => findAgency(index, agency.name, today)?.agency.code !== agency.code)
    expect(lost.map((agency) => agency.name)).toEqual([])
    // The empty pack begins with no agency and so with no group.
    const common = agencies.length === 0 ? [] : ['các sở, ban, ngành', 'UBND các xã, phường']
    for (const group of common) {
      expect(findGroup(index, group)?.code).toBeTypeOf('string')
    }
  })
})
