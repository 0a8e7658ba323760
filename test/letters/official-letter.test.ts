import { beforeAll, describe, expect, it } from 'vitest'
import {
  childOf,
  childrenOf,
  isOn,
  isXml,
  type XmlElement,
} from '#capabilities/documents/formats/office-xml.ts'
import type { OfficialLetter } from '#platform/server/word/letter.ts'
import { writeOfficialLetter } from '#platform/server/word/official-letter.ts'
import { sampleLetter } from '#platform/server/word/testing.ts'
import { everyElement, linesOf, listAll, numberOf, openDocx, wordsOf, type DocxParts } from './docx-parts.ts'

const DOCUMENT = 'word/document.xml'
const write = async (changes: Partial<OfficialLetter> = {}): Promise<DocxParts> =>
  openDocx(await writeOfficialLetter(sampleLetter(changes)))

const TABLE = {
  kind: 'table',
  columns: [
    { title: 'TT', share: 1, align: 'centre' },
    { title: 'Nhiệm vụ', share: 4, align: 'left' },
  ],
  rows: Array.from({ length: 200 }, (_, i) => [String(i + 1), `Việc ${i + 1}`]),
} as const

const REPORT: Partial<OfficialLetter> = {
  kind: 'Báo cáo',
  subject: 'Kết quả công tác tháng 10',
  number: '112',
  symbol: 'BC-BATGT',
  date: { year: 2026, month: 2, day: 5 },
  addressees: ['Ủy ban nhân dân tỉnh Mẫu', 'Ủy ban An toàn giao thông Quốc gia'],
  body: [
    { kind: 'heading', level: 1, words: 'Tình hình' },
    { kind: 'heading', level: 2, words: 'Tai nạn' },
    { kind: 'heading', level: 3, words: 'Đường bộ' },
    { kind: 'heading', level: 3, words: 'Đường sắt' },
    { kind: 'heading', level: 2, words: 'Ùn tắc' },
    { kind: 'heading', level: 1, words: 'Kết quả' },
    { kind: 'heading', level: 2, words: 'Tuyên truyền' },
    { kind: 'paragraph', words: 'Đã tổ chức 05 buổi.\nĐã phát 1.200 tờ rơi.' },
    TABLE,
  ],
  annexes: [
    { title: 'Số liệu', landscape: false, body: [TABLE] },
    { title: 'Danh mục', landscape: true, body: [TABLE, { kind: 'paragraph', words: 'Hết.' }] },
  ],
}

describe('a letter in the layout of Decree 30/2020/NĐ-CP', () => {
  let letter: DocxParts
  let report: DocxParts
  beforeAll(async () => {
    letter = await write()
    report = await write(REPORT)
  })

  it('has A4 pages and the margins of the decree', () => {
    const mm = (twips: number): number => (twips / 1440) * 25.4
    const sections = listAll(report.part(DOCUMENT), 'w:sectPr')
    expect(sections.map((one) => childOf(one, 'w:pgSz')?.attributes['w:orient'])).toEqual([
      'portrait',
      'portrait',
      'landscape',
    ])
    for (const section of sections) {
      const size = childOf(section, 'w:pgSz')
      const sides = [mm(numberOf(size, 'w:w')), mm(numberOf(size, 'w:h'))].toSorted((a, b) => a - b)
      expect(sides[0]).toBeCloseTo(210, 1)
      expect(sides[1]).toBeCloseTo(297, 1)
      const margin = childOf(section, 'w:pgMar')
      for (const [side, least, most] of [
        ['w:top', 20, 25],
        ['w:bottom', 20, 25],
        ['w:left', 30, 35],
        ['w:right', 15, 20],
      ] as const) {
        expect(mm(numberOf(margin, side)), side).toBeGreaterThanOrEqual(least)
        expect(mm(numberOf(margin, side)), side).toBeLessThanOrEqual(most)
      }
    }
  })

  it('is in Times New Roman and Vietnamese throughout', () => {
    const styles = report.part('word/styles.xml')
    const [fonts] = listAll(childOf(styles, 'w:docDefaults') as XmlElement, 'w:rFonts')
    for (const script of ['w:ascii', 'w:hAnsi', 'w:cs', 'w:eastAsia'])
      expect(fonts?.attributes[script]).toBe('Times New Roman')
    expect(listAll(styles, 'w:lang')[0]?.attributes['w:val']).toBe('vi-VN')
    for (const name of report.names.filter((one) => /document|header/u.test(one) && one.endsWith('.xml')))
      expect(listAll(report.part(name), 'w:rFonts'), name).toEqual([])
  })

  /** Sizes in points, decree 30/2020/NĐ-CP, annex I, part I, II and III. */
  it.each<['letter' | 'report', string, readonly [number, number], 'bold' | '', 'italics' | '']>([
    ['letter', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', [12, 13], 'bold', ''],
    ['letter', 'Độc lập - Tự do - Hạnh phúc', [13, 14], 'bold', ''],
    ['letter', 'BAN AN TOÀN GIAO THÔNG', [12, 13], '', ''],
    ['letter', 'TỈNH MẪU', [12, 13], '', ''],
    ['letter', 'VĂN PHÒNG', [12, 13], 'bold', ''],
    ['letter', `Số: ${'\u00a0'.repeat(8)}/VPATGT-TH`, [13, 13], '', ''],
    ['letter', 'V/v phối hợp kiểm tra bến xe trước Tết', [12, 13], '', ''],
    [
      'letter',
      `Mẫu, ngày ${'\u00a0'.repeat(6)} tháng ${'\u00a0'.repeat(6)} năm 2026`,
      [13, 14],
      '',
      'italics',
    ],
    ['letter', 'Kính gửi: Công an tỉnh Mẫu.', [13, 14], '', ''],
    ['letter', 'Nơi nhận:', [12, 12], 'bold', 'italics'],
    ['letter', '- Như trên;', [11, 11], '', ''],
    ['letter', '- Lưu: VT, TH.', [11, 11], '', ''],
    ['letter', 'KT. CHÁNH VĂN PHÒNG', [13, 14], 'bold', ''],
    ['letter', 'PHÓ CHÁNH VĂN PHÒNG', [13, 14], 'bold', ''],
    ['letter', 'Lê Thị Hoa', [13, 14], 'bold', ''],
    ['report', 'Số: 112/BC-BATGT', [13, 13], '', ''],
    ['report', 'Mẫu, ngày 05 tháng 02 năm 2026', [13, 14], '', 'italics'],
    ['report', 'BÁO CÁO', [13, 14], 'bold', ''],
    ['report', 'Kết quả công tác tháng 10', [13, 14], 'bold', ''],
    ['report', 'Kính gửi:', [13, 14], '', ''],
    ['report', '- Ủy ban nhân dân tỉnh Mẫu;', [13, 14], '', ''],
    ['report', '- Ủy ban An toàn giao thông Quốc gia.', [13, 14], '', ''],
    ['report', 'Phụ lục II', [14, 14], 'bold', ''],
    ['report', 'DANH MỤC', [13, 14], 'bold', ''],
    ['report', '(Kèm theo Báo cáo số 112/BC-BATGT ngày 05 tháng 02 năm 2026', [13, 14], '', 'italics'],
    ['report', 'của Văn phòng Ban An toàn giao thông tỉnh Mẫu)', [13, 14], '', 'italics'],
  ])('%s: %s', (which, words, [least, most], bold, italics) => {
    const paragraphs = listAll((which === 'letter' ? letter : report).part(DOCUMENT), 'w:p')
    const found = paragraphs.find((one) => wordsOf(one) === words)
    expect(found, words).toBeDefined()
    for (const run of listAll(found as XmlElement, 'w:rPr')) {
      const points = numberOf(childOf(run, 'w:sz'), 'w:val') / 2
      expect(points).toBeGreaterThanOrEqual(least)
      expect(points).toBeLessThanOrEqual(most)
      expect(childOf(run, 'w:b') !== undefined).toBe(bold === 'bold')
      expect(childOf(run, 'w:i') !== undefined).toBe(italics === 'italics')
    }
  })

  it.each([
    ['7', 'Số: 07/VPATGT-TH'],
    ['12', 'Số: 12/VPATGT-TH'],
    ['07', 'Số: 07/VPATGT-TH'],
    ['7a', 'Số: 7a/VPATGT-TH'],
  ])('writes the number %s as "%s"', async (number, words) => {
    expect(linesOf((await write({ number })).part(DOCUMENT))).toContain(words)
  })

  it.each([
    ['Ủy ban nhân dân tỉnh Mẫu', ['ỦY BAN NHÂN DÂN TỈNH MẪU']],
    ['Ban An toàn giao thông tỉnh Mẫu', ['BAN AN TOÀN GIAO THÔNG', 'TỈNH MẪU']],
    ['Bảo hiểm xã hội cơ sở thành phố Mẫu', ['BẢO HIỂM XÃ HỘI CƠ SỞ', 'THÀNH PHỐ MẪU']],
    ['Ủy ban nhân dân phường Mẫu Sơn Đông, tỉnh Mẫu', ['ỦY BAN NHÂN DÂN PHƯỜNG MẪU SƠN ĐÔNG,', 'TỈNH MẪU']],
    ['Ban Chỉ đạo phát triển kinh tế và xã hội', ['BAN CHỈ ĐẠO PHÁT TRIỂN KINH TẾ VÀ XÃ HỘI']],
    ['Văn phòng\nBan Chỉ đạo', ['VĂN PHÒNG', 'BAN CHỈ ĐẠO']],
  ])('parts %s before its place where it is too long', async (issuingBody, lines) => {
    const written = linesOf((await write({ governingBody: null, issuingBody })).part(DOCUMENT))
    expect(written.slice(0, lines.length)).toEqual(lines)
    expect(written[lines.length]).toMatch(/^CỘNG HÒA/u)
  })

  it('lets no line of an addressee begin with the dash of its name', async () => {
    const addressees = ['Các tổ chức chính trị - xã hội', 'Các sở - ngành']
    expect(linesOf((await write({ addressees })).part(DOCUMENT))).toEqual(
      expect.arrayContaining(['- Các tổ chức chính trị\u00a0- xã hội;', '- Các sở\u00a0- ngành.']),
    )
  })

  it('sets the body justified, 13 to 14 points, with an indented first line, at least 6 points apart', () => {
    const found = listAll(letter.part(DOCUMENT), 'w:p').find((one) => wordsOf(one).endsWith('./.'))
    const properties = childOf(found, 'w:pPr')
    expect(childOf(properties, 'w:jc')?.attributes['w:val']).toBe('both')
    expect((numberOf(childOf(properties, 'w:ind'), 'w:firstLine') / 1440) * 25.4).toBeCloseTo(10, 1)
    const spacing = childOf(properties, 'w:spacing')
    expect(numberOf(spacing, 'w:after')).toBeGreaterThanOrEqual(120)
    expect(spacing?.attributes['w:lineRule']).toBe('auto')
    expect(numberOf(spacing, 'w:line') / 240).toBeGreaterThanOrEqual(1)
    expect(numberOf(spacing, 'w:line') / 240).toBeLessThanOrEqual(1.5)
  })

  it('numbers headings as offices do and makes them findable', () => {
    const headings = listAll(report.part(DOCUMENT), 'w:p').filter(
      (one) => listAll(one, 'w:outlineLvl').length > 0,
    )
    expect(headings.map(wordsOf)).toEqual([
      'I. Tình hình',
      '1. Tai nạn',
      'a) Đường bộ',
      'b) Đường sắt',
      '2. Ùn tắc',
      'II. Kết quả',
      '1. Tuyên truyền',
    ])
  })

  it('makes a paragraph of each line', () => {
    expect(linesOf(report.part(DOCUMENT))).toEqual(
      expect.arrayContaining(['Đã tổ chức 05 buổi.', 'Đã phát 1.200 tờ rơi.']),
    )
  })

  it('shows the number of the page above the text, not on the first page', () => {
    const [first, ...annexes] = listAll(report.part(DOCUMENT), 'w:sectPr')
    expect(childOf(first, 'w:titlePg')?.attributes['w:val'] ?? 'on').toBe('on')
    for (const annex of annexes) expect(childOf(annex, 'w:titlePg')?.attributes['w:val']).toBe('false')
    const targets = new Map(
      childrenOf(report.part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
        attributes['Id'],
        attributes['Target'],
      ]),
    )
    const headers = [first, ...annexes].flatMap((section) =>
      childrenOf(section, 'w:headerReference').map(({ attributes }) => ({
        kind: attributes['w:type'],
        head: report.part(`word/${targets.get(attributes['r:id'])}`),
      })),
    )
    expect(headers.map(({ kind }) => kind)).toEqual(['default', 'first', 'default', 'default'])
    for (const { kind, head } of headers) {
      const fields = listAll(head, 'w:instrText').map((one) => one.children.join('').trim())
      expect(fields).toEqual(kind === 'first' ? [] : ['PAGE'])
      const aligned = listAll(head, 'w:jc')[0]?.attributes['w:val']
      expect(aligned).toBe(kind === 'first' ? undefined : 'center')
    }
  })

  it('repeats the headings of a table, parts no row and fills every cell', () => {
    const tables = listAll(report.part(DOCUMENT), 'w:tbl').filter((one) => wordsOf(one).startsWith('TTNhiệm'))
    expect(tables).toHaveLength(3)
    for (const table of tables) {
      const rows = childrenOf(table, 'w:tr')
      expect(rows).toHaveLength(201)
      expect(rows.map((row) => isOn(childOf(row, 'w:trPr'), 'w:tblHeader'))).toEqual([
        true,
        ...Array(200).fill(false),
      ])
      expect(rows.every((row) => isOn(childOf(row, 'w:trPr'), 'w:cantSplit'))).toBe(true)
    }
  })

  it('parts a row that may be higher than a page', async () => {
    const rows = [['1', 'Nội dung rất dài. '.repeat(400)]]
    const part = (await write({ body: [{ ...TABLE, rows }] })).part(DOCUMENT)
    const row = listAll(part, 'w:tr').find((one) => wordsOf(one).startsWith('1Nội dung'))
    expect(isOn(childOf(row, 'w:trPr'), 'w:cantSplit')).toBe(false)
  })
})

/** The order in which ECMA-376, part 1, wants the properties; Word mends or refuses a file that has another. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['keepNext', 'pBdr', 'spacing', 'ind', 'jc', 'outlineLvl', 'rPr', 'sectPr'],
  'w:rPr': ['rFonts', 'b', 'bCs', 'i', 'iCs', 'sz', 'szCs', 'lang'],
  'w:tblPr': ['tblW', 'tblBorders', 'tblLayout', 'tblCellMar'],
  'w:tblBorders': ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'],
  'w:tblCellMar': ['top', 'left', 'bottom', 'right'],
  'w:tcPr': ['tcW', 'tcBorders', 'vAlign'],
  'w:tcBorders': ['top', 'left', 'bottom', 'right'],
  'w:tc': ['tcPr', 'p'],
  'w:tr': ['trPr', 'tc'],
  'w:tbl': ['tblPr', 'tblGrid', 'tr'],
  'w:sectPr': ['headerReference', 'pgSz', 'pgMar', 'pgNumType', 'titlePg', 'docGrid'],
}

describe('a file that Word opens without mending', () => {
  it.each(['letter', 'report'] as const)('%s', async (which) => {
    const file = await write(which === 'letter' ? {} : REPORT)
    const parts = ['word/document.xml', ...file.names.filter((name) => name.startsWith('word/header'))]
    const disordered = parts
      .flatMap((part) => everyElement(file.part(part)))
      .filter((element) => {
        const order = ORDERS[element.name]
        const places = element.children.filter(isXml).map(({ name }) => order?.indexOf(name.slice(2)) ?? 0)
        return places.some((place, i) => place === -1 || place < (places[i - 1] ?? 0))
      })
    expect(disordered).toEqual([])
    // A cell ends with a paragraph, the document too; a row has a cell for each column, as wide as the table.
    const document = file.part(DOCUMENT)
    const cells = listAll(document, 'w:tc')
    expect(cells.filter((cell) => cell.children.filter(isXml).at(-1)?.name !== 'w:p')).toEqual([])
    const body = childOf(document, 'w:body') as XmlElement
    expect(
      body.children
        .filter(isXml)
        .slice(-2)
        .map(({ name }) => name),
    ).toEqual(['w:p', 'w:sectPr'])
    for (const table of listAll(document, 'w:tbl')) {
      const widths = listAll(table, 'w:gridCol').map((one) => numberOf(one, 'w:w'))
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(numberOf(listAll(table, 'w:tblW')[0], 'w:w'))
      const rows = childrenOf(table, 'w:tr').map((row) =>
        childrenOf(row, 'w:tc').map((cell) => numberOf(childOf(childOf(cell, 'w:tcPr'), 'w:tcW'), 'w:w')),
      )
      expect(rows).toEqual(rows.map(() => widths))
    }
  })

  it('has a type for every part and a part for every relation', async () => {
    const file = await write(REPORT)
    const types = file.part('[Content_Types].xml')
    const byName = new Set(childrenOf(types, 'Override').map(({ attributes }) => attributes['PartName']))
    const byEnding = new Set(childrenOf(types, 'Default').map(({ attributes }) => attributes['Extension']))
    for (const name of file.names.filter((one) => one !== '[Content_Types].xml')) {
      expect(byName.has(`/${name}`) || byEnding.has(name.split('.').at(-1)), name).toBe(true)
      expect(everyElement(file.part(name)).length, name).toBeGreaterThan(0)
    }
    for (const relations of file.names.filter((name) => name.endsWith('.rels'))) {
      const folder = relations.replace(/_rels\/[^/]+$/u, '')
      const entries = childrenOf(file.part(relations), 'Relationship').map(({ attributes }) => attributes)
      expect(new Set(entries.map((one) => one['Id'])).size).toBe(entries.length)
      for (const { Target: target, TargetMode: mode } of entries) {
        expect(mode).not.toBe('External')
        expect(file.names, `${relations} → ${target}`).toContain(`${folder}${target}`)
      }
    }
    const known = new Set(
      childrenOf(file.part('word/_rels/document.xml.rels'), 'Relationship').map(
        (one) => one.attributes['Id'],
      ),
    )
    const used = everyElement(file.part(DOCUMENT)).flatMap(({ attributes }) => attributes['r:id'] ?? [])
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((id) => !known.has(id))).toEqual([])
  })

  it('says what it is about', async () => {
    const properties = (await write()).part('docProps/core.xml')
    expect(childOf(properties, 'dc:title')?.children).toEqual(['phối hợp kiểm tra bến xe trước Tết'])
    expect(childOf(properties, 'dc:creator')?.children).toEqual(['Văn phòng Ban An toàn giao thông tỉnh Mẫu'])
  })
})
