import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPack } from '#apps/server/pack-files.ts'
import { readConfig } from '#platform/server/config.ts'
import { dataCommands } from './data-commands.ts'
import { dispatch } from './dispatch.ts'
import { parseCsv } from './province/csv.ts'

/** An invented province: a district that gave way to two communes, one road, one department of its own. */
const tables = {
  'don-vi.csv': [
    'Mã,Tên,Mã cấp trên,Từ ngày,Đến ngày',
    '97,Tỉnh Thử Nghiệm,,,',
    '97001,Xã An Thượng,,,',
    '97002,Phường Bến Đò,,01/7/2025,',
    '971,Huyện An,97,,30/6/2025',
    '97001,Xã An,971,,30/6/2025',
    '97009,Thị trấn Bến,971,,2025-06-30',
  ],
  'ke-tuc.csv': ['Mã cũ,Mã mới,Phần', '97001,97001,toàn bộ', '97009,97002,Toàn bộ'],
  'co-quan.csv': [
    'Mã,Tên,Loại,Cấp,Tên viết tắt,Mã cấp trên,Tên khác',
    'so-xay-dung,Sở Xây dựng,Sở và cơ quan ngang sở,Cấp tỉnh,Sở XD,ubnd-tinh,"Sở XD tỉnh; Sở Xây dựng, tỉnh"',
  ],
  'tuyen-duong.csv': ['Ký hiệu,Tên,Loại,Chiều dài (km)', 'QL.9,Quốc lộ 9,Quốc lộ,"12,5"'],
}
type Tables = Record<string, readonly string[]>

describe('binhan province', () => {
  let folder: string
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-province-'))
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

  const put = (files: Tables, sign = '\r\n'): void => {
    fs.mkdirSync(path.join(folder, 'bang'), { recursive: true })
    for (const [name, lines] of Object.entries(files))
      fs.writeFileSync(path.join(folder, 'bang', name), `\u{feff}${lines.join(sign)}${sign}`)
  }
  const change = (file: keyof typeof tables, row: number, text: string): Tables => ({
    ...tables,
    [file]: tables[file].map((line, i) => (i === row - 1 ? text : line)),
  })
  /** Runs without any installation: making a pack needs no data. */
  const run = async (...argv: string[]) => {
    const [out, err, steps]: [string[], string[], string[]] = [[], [], []]
    const io = {
      cwd: folder,
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
      progress: (label: string, done: number, total: number) => void steps.push(`${label} ${done}/${total}`),
    }
    const code = await dispatch(dataCommands, ['province', ...argv], io, readConfig({}), {
      services: () => Promise.reject(new Error('no data is needed')),
      address: async () => undefined,
    })
    return { code, out: out.join('\n'), err: err.join('\n'), steps }
  }
  const make = async (...more: string[]) => await run('make', 'bang', '--out', 'goi', ...more)

  it('makes a pack of the tables, with the bodies that every commune has', async () => {
    put(tables)
    const made = await make('--json')
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.steps.at(-1)).toBe('Ghi gói 3/3')
    expect(JSON.parse(made.out)).toMatchObject({
      name: 'Tỉnh Thử Nghiệm',
      units: 3,
      unitsOld: 3,
      succession: 2,
      routes: 1,
      // One of the table, four of every province, three for each commune of today, four for the old district.
      agencies: 1 + 4 + 2 * 3 + 4,
    })
    const { pack, units, routes, agencies, groups, calendar } = readPack(path.join(folder, 'goi'))
    expect(pack).toMatchObject({ id: 'thu-nghiem', provinceCode: '97', unitsFrom: '2025-07-01' })
    expect(units.units[2]).toMatchObject({ code: '97002', kind: 'ward', name: 'Bến Đò' })
    expect(routes).toMatchObject([{ code: 'QL.9', class: 'national', lengthKm: 12.5 }])
    expect(agencies).toContainEqual(
      expect.objectContaining({ code: 'so-xay-dung', aliases: ['Sở XD tỉnh', 'Sở Xây dựng, tỉnh'] }),
    )
    expect(agencies).toContainEqual(
      expect.objectContaining({ code: 'ubnd-phuong-ben-do', unitCode: '97002', parent: 'ubnd-tinh' }),
    )
    expect(agencies).toContainEqual(
      expect.objectContaining({
        code: 'ubnd-huyen-an',
        successors: ['ubnd-xa-an-thuong', 'ubnd-phuong-ben-do'],
      }),
    )
    expect((groups as unknown[]).length).toBeGreaterThan(5)
    expect(calendar.length).toBeGreaterThan(0)
    expect(await run('check', './goi')).toMatchObject({ code: 0, err: '' })
  })

  it('reads what Excel writes in a Vietnamese Windows: semicolons, and a table alone', async () => {
    put({ 'don-vi.csv': tables['don-vi.csv'].map((line) => line.replaceAll(',', ';')) }, '\n')
    const made = await make()
    expect(made.out).toContain('Đã lập gói Tỉnh Thử Nghiệm')
    expect(made.out).toContain('npm start -- --province')
  })

  it('renews the places of a pack and keeps what a person wrote, when asked', async () => {
    put(tables)
    await make()
    const agencies = path.join(folder, 'goi', 'agencies.json')
    const text = fs
      .readFileSync(agencies, 'utf8')
      .replace('"aliases":[],"source"', '"aliases":["Tên thêm"],"source"')
    fs.writeFileSync(agencies, text)
    const refused = await make()
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('đã có tệp')
    put(change('don-vi.csv', 3, '97001,Xã An Hạ,,,'))
    expect(await make('--update')).toMatchObject({ code: 0, err: '' })
    const { units, agencies: after } = readPack(path.join(folder, 'goi'))
    expect(units.units[1]?.name).toBe('An Hạ')
    expect(JSON.stringify(after)).toContain('Tên thêm')
  })

  it.each([
    ['a missing file', { 'ke-tuc.csv': tables['ke-tuc.csv'] }, 'don-vi.csv: không có tệp này'],
    ['a bad code', change('don-vi.csv', 3, '9700x,Xã An,,,'), 'don-vi.csv, dòng 3: mã “9700x” không đúng'],
    ['a code of four digits', change('don-vi.csv', 3, '9700,Xã An,,,'), 'don-vi.csv, dòng 3: mã “9700”'],
    [
      'an unknown parent',
      change('don-vi.csv', 6, '97001,Xã An,972,,30/6/2025'),
      'don-vi.csv, dòng 6: Xã An (97001): không có đơn vị cấp trên mang mã 972',
    ],
    [
      'a code twice',
      change('don-vi.csv', 4, '97001,Phường Bến Đò,,,'),
      'don-vi.csv, dòng 3: Xã An Thượng (97001): trùng mã với Phường Bến Đò',
    ],
    ['no kind before a name', change('don-vi.csv', 3, '97001,An Thượng,,,'), 'dòng 3: tên “An Thượng”'],
    ['a kind of another tier', change('don-vi.csv', 3, '97001,Huyện An,,,'), 'dòng 3: tên “Huyện An”'],
    ['a day that is none', change('don-vi.csv', 5, '971,Huyện An,97,,31/6/2025'), 'dòng 5: cột “Đến ngày”'],
    ['no province', change('don-vi.csv', 2, ''), 'don-vi.csv: không có dòng nào là tỉnh'],
    ['two provinces', change('don-vi.csv', 3, '98,Tỉnh Khác,,,'), 'có nhiều tỉnh'],
    ['a column less', change('don-vi.csv', 1, 'Mã,Mã cấp trên'), 'don-vi.csv, dòng 1: thiếu cột “Tên”'],
    [
      'a strange column',
      change('don-vi.csv', 1, 'Mã,Tên,Mã cấp trên,Từ ngày,Hết ngày'),
      'dòng 1: cột “Hết ngày” không dùng',
    ],
    ['a quote left open', change('don-vi.csv', 4, '97002,"Phường Bến'), 'don-vi.csv, dòng 4: dấu nháy'],
    [
      'an unknown heir',
      change('ke-tuc.csv', 3, '97009,97005,toàn bộ'),
      'ke-tuc.csv, dòng 3: Kế tục 97009 → 97005: không có đơn vị 97005',
    ],
    ['a share in other words', change('ke-tuc.csv', 3, '97009,97002,nửa'), 'ke-tuc.csv, dòng 3: cột “Phần”'],
    [
      'an agency of a strange kind',
      change('co-quan.csv', 2, 'so-xay-dung,Sở Xây dựng,Câu lạc bộ,Cấp tỉnh'),
      'co-quan.csv, dòng 2: loại “Câu lạc bộ”',
    ],
    [
      'an agency under nobody',
      change('co-quan.csv', 2, 'so-xay-dung,Sở Xây dựng,department,province,,so-la'),
      'co-quan.csv, dòng 2: so-xay-dung: không có cơ quan “so-la”',
    ],
    [
      'an agency twice',
      { ...tables, 'co-quan.csv': [...tables['co-quan.csv'], tables['co-quan.csv'][1] ?? ''] },
      'co-quan.csv, dòng 3: so-xay-dung: mã “so-xay-dung” đã có ở trên',
    ],
    [
      'a bad agency code',
      change('co-quan.csv', 2, 'Sở XD,Sở Xây dựng,department,province'),
      'dòng 2: mã “Sở XD”',
    ],
    [
      'a road of no class',
      change('tuyen-duong.csv', 2, 'QL.9,Quốc lộ 9,Đường mòn,'),
      'dòng 2: loại “Đường mòn”',
    ],
    ['a bad road sign', change('tuyen-duong.csv', 2, '9,Quốc lộ 9,Quốc lộ,'), 'dòng 2: ký hiệu “9”'],
  ] as [string, Tables, string][])(
    'with %s writes nothing and names file and row',
    async (_what, files, words) => {
      put(files)
      const refused = await make()
      expect(refused).toMatchObject({ code: 1, out: '' })
      expect(refused.err).toContain(words)
      expect(fs.existsSync(path.join(folder, 'goi'))).toBe(false)
    },
  )

  it('refuses a table that is not UTF-8', async () => {
    put(tables)
    fs.writeFileSync(path.join(folder, 'bang', 'don-vi.csv'), Buffer.from('4dc32c54ea6e', 'hex'))
    expect((await make()).err).toContain('don-vi.csv: không phải UTF-8')
  })

  it('says as JSON what is wrong, too', async () => {
    put({})
    const refused = await make('--json')
    expect(JSON.parse(refused.out)).toMatchObject({ error: 'pack.wrong-tables' })
  })

  it.each([
    [['make']],
    [['make', 'bang']],
    [['make', 'bang', '--out', 'goi', '--from', '2025-07-32']],
    [['check']],
  ])('explains itself when used wrongly: %j', async (argv) => {
    expect((await run(...argv)).code).toBe(2)
  })

  it.each([
    [
      'units.json',
      '{"source":"x","units":[{"code":"97","name":"Thử","kind":"làng"}]}',
      'units, mục 1, kind: “làng”',
    ],
    ['agencies.json', '[{"code":"a"}]', 'agencies.json, mục 1: thiếu trường'],
    [
      'succession.json',
      '{"source":"x","on":"2025-07-01","rows":[["97001","97005","whole"]]}',
      'mục 1: Kế tục',
    ],
    ['calendar.json', undefined, 'calendar.json: không có'],
  ])('checks a pack of files, names file and entry: %s', async (name, text, words) => {
    put(tables)
    await make()
    const file = path.join(folder, 'goi', name)
    if (text === undefined) fs.rmSync(file)
    else fs.writeFileSync(file, text)
    const refused = await run('check', './goi')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(name)
    expect(refused.err).toContain(words)
  })

  it('cuts a province out of the national lists', async () => {
    const list = (name: string, value: object): void =>
      fs.writeFileSync(path.join(folder, 'bang', name), JSON.stringify(value))
    put({})
    list('units_new.json', {
      asOf: '2026-01-01',
      provinces: [{ code: '97', name: 'Tỉnh Thử' }],
      units: [{ code: '97001', name: 'Xã An', type: 'Xã', province: '97' }],
    })
    list('units_old.json', {
      asOf: '2025-01-01',
      provinces: [{ code: '97', name: 'Tỉnh Thử' }],
      districts: [{ code: '971', name: 'Huyện An', province: '97' }],
      communes: [{ code: '97001', name: 'Xã An', type: 'Xã', district: '971' }],
    })
    expect((await make()).code).toBe(2)
    expect((await make('--code', '97')).err).toContain('succession.json: không có tệp này')
    list('succession.json', { source: 'thử', rows: [['97001', '97001', 'whole']] })
    expect((await make('--code', '96')).err).toContain('units_new.json: không có tỉnh, thành phố mang mã 96')
    expect(await make('--code', '97')).toMatchObject({ code: 0, err: '' })
  })
})

describe('a table', () => {
  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n\r\n"1,1","2""2"\r\n',
      [
        ['a', 'b'],
        ['1,1', '2"2'],
      ],
    ],
    [
      'a;b\n"1\n1";2',
      [
        ['a', 'b'],
        ['1\n1', '2'],
      ],
    ],
    [
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['', []],
  ])('%j', (text, cells) => {
    const rows = parseCsv(text)
    expect('unclosedAt' in rows ? rows : rows.map((row) => row.cells)).toEqual(cells)
  })

  it('counts lines as an editor does, and says where a quote stays open', () => {
    expect(parseCsv('a,b\n"1\n1",2\n3,4')).toMatchObject([{ line: 1 }, { line: 2 }, { line: 4 }])
    expect(parseCsv('a,b\n1,2\n"3,4\n5,6')).toEqual({ unclosedAt: 3 })
  })
})
