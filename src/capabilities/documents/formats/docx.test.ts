import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { fromDocx } from './docx.ts'
import { isRefusal } from './extracted-text.ts'
import { makeDocx, p, type DocxParts } from './testing.ts'

const read = (bytes: Uint8Array): string => {
  const result = fromDocx(bytes)
  return isRefusal(result) ? result.code : result.text.trimEnd()
}
/** The lines that have words. */
const linesOf = (parts: DocxParts): string[] =>
  read(makeDocx(parts))
    .split('\n')
    .filter((line) => line !== '')

const level = (i: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const item = (text: string, numId: number, ilvl = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`)

/** What a plan has: I. → 1. → a) → -. */
const plan = abstract(
  0,
  level(0, 'upperRoman', '%1.'),
  level(1, 'decimal', '%2.'),
  level(2, 'lowerLetter', '%3)'),
  level(3, 'bullet', '-'),
)

describe('numbers that Word writes by itself', () => {
  it('are written out, level by level, beginning anew under each head', () => {
    const body = [
      item('MỤC ĐÍCH', 1),
      item('Mục đích', 1, 1),
      item('Yêu cầu', 1, 1),
      item('Chung', 1, 2),
      item('Riêng', 1, 2),
      item('nêu rõ', 1, 3),
      item('NHIỆM VỤ', 1),
      item('Sở Xây dựng', 1, 1),
      p('Không có số'),
      item('Công an tỉnh', 1, 1),
      item('Tuần tra', 1, 2),
    ].join('')
    expect(linesOf({ body, numbering: plan + num(1, 0) })).toEqual([
      'I. MỤC ĐÍCH',
      '1. Mục đích',
      '2. Yêu cầu',
      'a) Chung',
      'b) Riêng',
      '- nêu rõ',
      'II. NHIỆM VỤ',
      '1. Sở Xây dựng',
      'Không có số',
      '2. Công an tỉnh',
      'a) Tuần tra',
    ])
  })

  it('of several levels stand together', () => {
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', '%1.'),
        level(1, 'decimal', '%1.%2.', '<w:isLgl/>'),
        level(2, 'decimal', '%2.%3'),
      ) + num(1, 0)
    const body = item('A', 1) + item('B', 1) + item('C', 1, 1) + item('D', 1, 2) + item('E', 1, 2)
    expect(linesOf({ body, numbering })).toEqual(['I. A', 'II. B', '2.1. C', '1.1 D', '1.2 E'])
  })

  it('count on over lists that share their form, unless a list begins anew', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + num(1, 0) + num(2, 0) + num(3, 0, override)
    const body = item('a', 1) + item('b', 2) + item('c', 3) + item('d', 3) + item('e', 1)
    expect(linesOf({ body, numbering })).toEqual(['1. a', '2. b', '1. c', '2. d', '3. e'])
  })

  it('may start later, never restart, or be replaced in one list', () => {
    const levels = [
      '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>',
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="(%2)"/></w:lvl>',
    ]
    const replaced = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1.')}</w:lvlOverride>`
    const numbering = abstract(0, ...levels) + num(1, 0) + num(2, 0, replaced)
    const body = item('x', 1) + item('i', 1, 1) + item('y', 1) + item('j', 1, 1) + item('z', 2)
    expect(linesOf({ body, numbering })).toEqual(['Điều 4. x', '(1) i', 'Điều 5. y', '(2) j', 'F. z'])
  })

  it('come from a style, its parents, and a list bound to styles', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Khoan"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering =
      abstract(0, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%2.', '<w:pStyle w:val="Khoan"/>')) +
      num(1, 0)
    const body =
      p('A', '<w:pStyle w:val="Muc"/>') +
      p('B', '<w:pStyle w:val="Khoan"/>') +
      p('C', '<w:pStyle w:val="MucCon"/>') +
      p('D', '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(linesOf({ body, numbering, styles })).toEqual(['I. A', '1. B', 'II. C', 'D'])
  })

  it.each([
    ['decimal', '%1)', ['1) x', '2) x']],
    ['decimalZero', '%1.', ['01. x', '02. x']],
    ['lowerRoman', '(%1)', ['(i) x', '(ii) x']],
    ['upperLetter', '%1.', ['A. x', 'B. x']],
    ['none', '', ['x', 'x']],
    ['bullet', '-', ['- x', '- x']],
    ['bullet', '+', ['+ x', '+ x']],
    ['bullet', '\uf0b7', ['• x', '• x']],
    ['bullet', '\uf0a7', ['▪ x', '▪ x']],
    ['bullet', '\uf02d', ['- x', '- x']],
    ['bullet', '\uf0d8', ['• x', '• x']],
    ['a form of the future', '%1.', ['1. x', '2. x']],
  ])('%s %j', (format, text, lines) => {
    const numbering = abstract(0, level(0, format, text)) + num(1, 0)
    expect(linesOf({ body: item('x', 1) + item('x', 1), numbering })).toEqual(lines)
  })

  it('count paragraphs without words, as Word shows them; a bullet alone is not shown', () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1.')) + abstract(1, level(0, 'bullet', '-')) + num(1, 0) + num(2, 1)
    const body = item('a', 1) + item('', 1) + item('b', 1) + item('', 2)
    expect(linesOf({ body, numbering })).toEqual(['1. a', '2.', '3. b'])
  })

  it('ask nothing of a list that is not there', () => {
    expect(linesOf({ body: item('c', 9), numbering: num(1, 0) })).toEqual(['c'])
    expect(linesOf({ body: item('a', 1) })).toEqual(['a'])
  })

  it('are read from a file that another program wrote', async () => {
    const file = new Document({
      numbering: {
        config: [
          {
            reference: 'ke-hoach',
            levels: [
              { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.START },
              { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.START },
              { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)', alignment: AlignmentType.START },
            ],
          },
        ],
      },
      sections: [
        {
          children: [
            ...(
              ['0 MỤC ĐÍCH', '1 Mục đích', '1 Yêu cầu', '2 Cụ thể', '0 NHIỆM VỤ', '1 Sở Y tế'] as const
            ).map(
              (line) =>
                new Paragraph({
                  text: line.slice(2),
                  numbering: { reference: 'ke-hoach', level: Number(line.charAt(0)) },
                }),
            ),
            new Table({
              rows: [
                ['TT', 'Nhiệm vụ', 'Chủ trì'],
                ['1', 'Rà soát điểm đen', 'Sở Xây dựng'],
              ].map(
                (cells) =>
                  new TableRow({
                    children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
                  }),
              ),
            }),
            new Paragraph({ children: [new TextRun('Nơi'), new TextRun({ text: ' nhận:', bold: true })] }),
          ],
        },
      ],
    })
    const bytes = new Uint8Array(await Packer.toBuffer(file))
    expect(read(bytes).split('\n').filter(Boolean)).toEqual([
      'I. MỤC ĐÍCH',
      '1. Mục đích',
      '2. Yêu cầu',
      'a) Cụ thể',
      'II. NHIỆM VỤ',
      '1. Sở Y tế',
      '| TT | Nhiệm vụ | Chủ trì |',
      '| --- | --- | --- |',
      '| 1 | Rà soát điểm đen | Sở Xây dựng |',
      'Nơi nhận:',
    ])
  })
})

const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const para = (inner: string): string => `<w:p>${inner}</w:p>`

describe('what a paragraph shows', () => {
  it.each([
    [
      'insertions kept, deletions dropped',
      para(`${r('Sở ')}<w:ins>${r('Xây dựng')}</w:ins><w:del><w:r><w:delText>GTVT</w:delText></w:r></w:del>`),
      ['Sở Xây dựng'],
    ],
    ['moved text once', para(`<w:moveFrom>${r('cũ')}</w:moveFrom><w:moveTo>${r('mới')}</w:moveTo>`), ['mới']],
    [
      'a deleted end joins two paragraphs',
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>' + r('Một ') + '</w:p>' + para(r('hai')),
      ['Một hai'],
    ],
    [
      'hidden text not',
      para(r('Thấy') + r('ẩn', '<w:vanish/>') + r(' rõ', '<w:vanish w:val="0"/>')),
      ['Thấy rõ'],
    ],
    [
      'capitals as they are seen',
      para(r('Kế hoạch', '<w:caps/>') + r(' năm', '<w:caps w:val="false"/>')),
      ['KẾ HOẠCH năm'],
    ],
    [
      'links, fields and their results',
      para(
        `<w:hyperlink>${r('liên kết')}</w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r><w:fldSimple w:instr="DATE">${r(' 2026')}</w:fldSimple>`,
      ),
      ['liên kết 2026'],
    ],
    [
      'content controls',
      `<w:sdt><w:sdtContent>${para(`<w:sdt><w:sdtContent>${r('Ô nhập')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ['Ô nhập'],
    ],
    [
      'breaks and hyphens',
      para(
        '<w:r><w:t>Một</w:t><w:br/><w:t>Hai</w:t><w:noBreakHyphen/><w:t>Ba</w:t><w:softHyphen/><w:t>Bốn</w:t></w:r>',
      ),
      ['Một', 'Hai-BaBốn'],
    ],
    ['a soft hyphen inside a word not', para(r('giao\u00adthông')), ['giaothông']],
    [
      'a tab between columns',
      para('<w:r><w:t>UBND TỈNH MẪU</w:t><w:tab/><w:t>CỘNG HÒA</w:t></w:r>'),
      ['UBND TỈNH MẪU\tCỘNG HÒA'],
    ],
    [
      'a tab after a marker as a space',
      para('<w:r><w:t>1.</w:t><w:tab/><w:t>Mục đích</w:t></w:r>') +
        para('<w:r><w:tab/><w:t>-</w:t><w:tab/><w:t>Rà soát</w:t></w:r>'),
      ['1. Mục đích', '- Rà soát'],
    ],
    ['the five entities and numbers', para(r('A &amp; B &lt;C&gt; &#7911; &#x1EE7;')), ['A & B <C> ủ ủ']],
    [
      'a symbol of another font',
      para('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5%</w:t></w:r>'),
      ['≥ 5%'],
    ],
    [
      'a text box after its paragraph, once',
      para(
        `${r('Một')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${para(r('DỰ THẢO'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${para(r('DỰ THẢO'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) + para(r('Hai')),
      ['Một', 'DỰ THẢO', 'Hai'],
    ],
  ] as const)('%s', (_what, body, lines) => {
    expect(linesOf({ body })).toEqual(lines)
  })

  it('footnotes stand at the end under their marks', () => {
    const body = para(`${r('Theo quy định')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' của tỉnh')}`)
    const footnotes = `<w:footnote w:id="0">${para(r(''))}</w:footnote><w:footnote w:id="2">${para(r('Nghị định số 30'))}</w:footnote>`
    expect(linesOf({ body, footnotes })).toEqual(['Theo quy định[1] của tỉnh', '[1] Nghị định số 30'])
  })

  it('letters of an old font are turned, and the font of capitals is seen', () => {
    const style = (font: string): string => `<w:rFonts w:ascii="${font}"/>`
    const line = 'Các sở, ban, ngành và ủy ban nhân dân các xã phối hợp thực hiện nghiêm túc.'
    const coded = 'C¸c së, ban, ngµnh vµ ñy ban nh©n d©n c¸c x· phèi hîp thùc hiÖn nghiªm tóc.'
    const body = para(r('kÕ ho¹ch', style('.VnTimeH'))) + para(r(coded, style('.VnTime'))).repeat(3)
    expect(linesOf({ body }).slice(1)).toEqual([line, line, line])
  })
})

describe('tables', () => {
  const tc = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`

  it('keep their columns under merged cells', () => {
    const body = `<w:tbl>${tr(tc('TT', '<w:vMerge w:val="restart"/>'), tc('Thời gian', '<w:gridSpan w:val="2"/>'))}${tr(tc('', '<w:vMerge/>'), tc('Từ'), tc('Đến'))}${tr(tc('1'), tc('02/01'), tc('05/01'))}</w:tbl>`
    expect(linesOf({ body })).toEqual([
      '| TT | Thời gian |  |',
      '| --- | --- | --- |',
      '|  | Từ | Đến |',
      '| 1 | 02/01 | 05/01 |',
    ])
  })

  it('number their rows as Word does', () => {
    const numbering = abstract(0, level(0, 'decimal', '%1')) + num(1, 0)
    const cell = (inner: string): string => `<w:tc>${inner}</w:tc>`
    const body = `<w:tbl>${tr(tc('TT'), tc('Việc'))}${tr(cell(item('', 1)), tc('Một'))}</w:tbl>`
    expect(linesOf({ body, numbering }).at(-1)).toBe('| 1 | Một |')
  })

  it('leave out rows that were deleted', () => {
    const body = `<w:tbl>${tr(tc('A'), tc('B'))}<w:tr><w:trPr><w:del/></w:trPr>${tc('x')}${tc('y')}</w:tr>${tr(tc('1'), tc('2'))}</w:tbl>`
    expect(linesOf({ body })).toEqual(['| A | B |', '| --- | --- |', '| 1 | 2 |'])
  })
})
