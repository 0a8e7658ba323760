import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '#platform/server/config.ts'
import type { Database } from '#platform/server/db/db.ts'
import { testDatabases } from '#platform/server/db/testing.ts'
import type { Services } from '#platform/server/services.ts'
import { listUnits } from '#capabilities/places/server/store.ts'
import { listAllAgencies } from '#capabilities/people/server/agency-store.ts'
import { chooseFiles, describeStart, importSamples, openAsked } from './first-start.ts'
import { listPacks, readPack } from './pack-files.ts'
import { findOpened, openPack } from './packs.ts'
import { idleWorkers } from '#platform/server/workers/testing.ts'

const none = { empty: false, province: undefined }

describe.each(testDatabases())('opening a province on the $name database', ({ open }) => {
  let database: Database
  let services: Services
  const files = fs.mkdtempSync(path.join(tmpdir(), 'binhan-pack-files-'))
  afterAll(() => fs.rmSync(files, { recursive: true, force: true }))
  beforeEach(async () => {
    database = await open()
    services = {
      config: readConfig({}),
      clock: { now: () => '2026-11-21T03:00:00.000Z' },
      database,
      subscriptions: new Map(),
      log: pino({ level: 'silent' }),
      workers: idleWorkers(),
      filesDir: files,
      province: '',
    }
  })
  afterEach(async () => await database.close())

  it('opens the sample at the first start, with its users, and goes on with it at the second', async () => {
    const opened = await openAsked(services, none, chooseFiles(none))
    expect(opened).toMatchObject({ name: 'Tỉnh Mẫu', isNew: true, sample: true })
    expect(opened.services.province).toBe('99')
    const said = (await describeStart(opened, none, 'http://127.0.0.1:1')).join('\n')
    expect(said).toContain('dữ liệu mẫu')
    expect(said).toContain('vanphong')
    expect(said).not.toContain('token=')
    const events = await database.db.selectFrom('journal').select('event').orderBy('seq').execute()
    expect(events.map((row) => row.event)).toEqual([
      'installation.opened',
      'places.loaded',
      'agencies.loaded',
      'accounts.loaded',
    ])
    const again = await openAsked(services, none, chooseFiles(none))
    expect(again).toMatchObject({ name: 'Tỉnh Mẫu', isNew: false, sample: true })
  })

  it('hands the sample documents over once, whatever the number of starts', async () => {
    const opened = await openAsked(services, none, chooseFiles(none))
    expect(await importSamples(opened)).toBe(3)
    expect(await importSamples(opened)).toBe(0)
    const received = await database.db
      .selectFrom('journal')
      .select('subject')
      .where('event', '=', 'document.received')
      .execute()
    expect(received).toHaveLength(3)
    expect(await importSamples({ ...opened, sample: false })).toBe(0)
  })

  it.each(listPacks().map((pack) => [pack.id, pack]))(
    'opens %s without users and gives the link',
    async (id, pack) => {
      const request = { empty: true, province: id }
      const opened = await openAsked(services, request, chooseFiles(request))
      expect(opened).toMatchObject({ name: pack.name, sample: false, isNew: true })
      const units = await listUnits(database.db, pack.provinceCode)
      const read = readPack(id)
      expect(units).toHaveLength(read.units.units.length + read.unitsOld.units.length)
      const codes = new Set(units.map((unit) => unit.code))
      const agencies = await listAllAgencies(database.db, pack.provinceCode)
      expect(agencies).toHaveLength((read.agencies as unknown[]).length)
      expect(agencies.filter((one) => one.unitCode !== null && !codes.has(one.unitCode))).toEqual([])
      const said = (await describeStart(opened, request, 'http://127.0.0.1:1')).join('\n')
      expect(said).toMatch(/http:\/\/127\.0\.0\.1:1\/\S+token=/u)
    },
  )

  it('opens the bare installation with --empty alone', async () => {
    const request = { empty: true, province: undefined }
    const opened = await openAsked(services, request, chooseFiles(request))
    expect(opened).toMatchObject({ services: { province: '00' }, sample: false })
    const later = await findOpened(services)
    expect(later && (await describeStart(later, request, 'http://x')).join(' ')).toContain(
      'không có tác dụng',
    )
  })

  it('refuses a second province and leaves the first as it was', async () => {
    await openPack(services, readPack('lai-chau'), { sample: false })
    const request = { empty: false, province: 'lang-son' }
    await expect(openAsked(services, request, chooseFiles(request))).rejects.toMatchObject({
      kind: { code: 'pack.another' },
    })
    await expect(openPack(services, readPack('tinh-mau'), { sample: true })).rejects.toMatchObject({
      kind: { code: 'pack.another' },
    })
    expect((await findOpened(services))?.services.province).toBe('12')
    expect(await listUnits(database.db, '20')).toEqual([])
  })

  it('opens a pack from a folder of the person’s own', async () => {
    const own = fs.mkdtempSync(path.join(tmpdir(), 'binhan-own-pack-'))
    fs.cpSync('provinces/lai-chau', own, { recursive: true })
    const request = { empty: false, province: own }
    const opened = await openAsked(services, request, chooseFiles(request))
    expect(opened).toMatchObject({ name: 'Tỉnh Lai Châu', isNew: true, sample: false })
    fs.rmSync(own, { recursive: true, force: true })
  })

  it('leaves nothing when an agency stands for a unit that the pack does not have', async () => {
    const read = readPack('lai-chau')
    const agencies = (read.agencies as object[]).map((row, i) =>
      i === 2 ? { ...row, unitCode: '99999' } : row,
    )
    await expect(openPack(services, { ...read, agencies }, { sample: false })).rejects.toThrow(
      'agencies.json, mục 3',
    )
    expect(await findOpened(services)).toBeUndefined()
  })

  it('leaves nothing when a pack cannot be loaded', async () => {
    const faulty = { ...readPack('tinh-mau'), groups: [{ code: 'hong' }] }
    await expect(openPack(services, faulty, { sample: true })).rejects.toThrow('groups.json')
    expect(await findOpened(services)).toBeUndefined()
    expect(await database.db.selectFrom('journal').selectAll().execute()).toEqual([])
  })
})

describe('reading a pack', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-packs-'))
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('names the packs that are there when one is not', () => {
    expect(() => readPack('ha-noi')).toThrow(/lang-son \(Tỉnh Lạng Sơn\)/u)
    expect(() => readPack('')).toThrow('pack.unknown')
  })

  it('opens a folder of the person’s own by its path, whatever its name', () => {
    const own = path.join(folder, 'cua-toi')
    fs.cpSync('provinces/lang-son', own, { recursive: true })
    expect(readPack(own).pack.id).toBe('lang-son')
    expect(readPack(`${path.relative('.', own)}/`).pack.name).toBe('Tỉnh Lạng Sơn')
    expect(() => readPack(path.join(folder, 'khong-co'))).toThrow('pack.no-folder')
    expect(() => readPack('./cua-toi')).toThrow(path.resolve('cua-toi'))
    expect(() => readPack('..')).toThrow('pack.json: không có')
  })

  it('gives demo users to the sample of the product alone', () => {
    const own = path.join(folder, 'gia-mau')
    fs.cpSync('provinces/tinh-mau', own, { recursive: true })
    expect(() => readPack(own)).toThrow('fictional')
  })

  it.each([
    ['units.json', '{"source":"x","units":[{"code":"1","name":"A","kind":"xã"}]}', 'units, mục 1, code'],
    ['routes.json', '[', 'không phải JSON'],
    ['groups.json', undefined, 'không có'],
  ])('says which file is wrong, and where: %s', (name, text, words) => {
    const own = path.join(folder, 'tinh-mau')
    fs.rmSync(own, { recursive: true, force: true })
    fs.cpSync('provinces/tinh-mau', own, { recursive: true })
    if (text === undefined) fs.rmSync(path.join(own, name))
    else fs.writeFileSync(path.join(own, name), text)
    expect(() => readPack('tinh-mau', folder)).toThrow(name)
    expect(() => readPack('tinh-mau', folder)).toThrow(words)
  })
})
