import { describe, expect, it } from 'vitest'
import { isRefusal } from './extracted-text.ts'
import { toPdfRunByLibrary } from './pdf-library.ts'
import { drawTable, LEFT, makePdf, type DrawnPage } from './pdf-testing.ts'
import { fromPdf, type PdfReader } from './pdf.ts'
import { runPdftotext } from './pdftotext.ts'
import { SAMPLE } from './testing.ts'

/** Poppler is tried where it is installed; the library everywhere. */
const isInstalled = (await runPdftotext(makePdf([['A']]))).kind !== 'missing'
const ways: readonly (readonly [name: string, read: PdfReader])[] = [
  ['by the library', toPdfRunByLibrary],
  ...(isInstalled ? ([['by Poppler', (bytes: Uint8Array) => runPdftotext(bytes)]] as const) : []),
]

const before = SAMPLE.split('\n').slice(0, 12)
const COLUMNS = [20, 45, 190, 290, 390, 480, 570]
const HEADER = ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời hạn']

/** Pages joined: what stands on each, one table below the other. */
const onPage = (...parts: readonly DrawnPage[]): DrawnPage => ({
  words: parts.flatMap((part) => part.words),
  lines: parts.flatMap((part) => part.lines),
})
const says = (x: number, y: number, text: string): DrawnPage => ({ words: [[x, y, text]], lines: [] })

describe.each(ways)('a table drawn in a PDF, read %s', (_name, read) => {
  const textOf = async (drawn: readonly DrawnPage[]): Promise<string> => {
    const result = await fromPdf(makePdf([before], { drawn }), [read])
    return isRefusal(result) ? result.code : result.text
  }
  const rowsOf = async (drawn: readonly DrawnPage[]): Promise<string[]> =>
    (await textOf(drawn)).split('\n').filter((line) => line.startsWith('|') && !line.startsWith('| ---'))

  it('has its rows on lines, however many lines a cell has', async () => {
    const page = drawTable(COLUMNS, 800, [
      HEADER,
      [
        '1',
        'Lắp đèn tín hiệu',
        'Sở Nông nghiệp và\nMôi trường',
        'Công an thành phố,\nUBND các xã,\nphường',
        'Đèn',
        '30/8/2031',
      ],
      ['2', 'Sơn kẻ vạch trên các\ntuyến đường huyện', 'Sở Xây dựng', '', '- Vạch sơn;\n- Biên bản', ''],
    ])
    expect(await rowsOf([page])).toEqual([
      '| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm | Thời hạn |',
      '| 1 | Lắp đèn tín hiệu | Sở Nông nghiệp và Môi trường | Công an thành phố, UBND các xã, phường | Đèn | 30/8/2031 |',
      '| 2 | Sơn kẻ vạch trên các tuyến đường huyện | Sở Xây dựng |  | - Vạch sơn; - Biên bản |  |',
    ])
  })

  it('has a cell over several rows at the first, and a ditto at the others', async () => {
    const page = drawTable(COLUMNS, 800, [
      HEADER,
      ['', 'Làm sạch dữ liệu', '', 'Sở Xây dựng', 'Kho dữ liệu', '30/8/2031'],
      ['1', 'Dữ liệu xe', 'Công an tỉnh', undefined, undefined, undefined],
      ['2', 'Dữ liệu đường', 'Sở Tài chính', undefined, undefined, undefined],
    ])
    expect((await rowsOf([page])).slice(1)).toEqual([
      '|  | Làm sạch dữ liệu |  | Sở Xây dựng | Kho dữ liệu | 30/8/2031 |',
      '| 1 | Dữ liệu xe | Công an tỉnh | ″ | ″ | ″ |',
      '| 2 | Dữ liệu đường | Sở Tài chính | ″ | ″ | ″ |',
    ])
  })

  it('goes on over pages: the header once, the broken row whole, page numbers outside', async () => {
    const first = onPage(
      says(200, 820, 'PHỤ LỤC'),
      drawTable(COLUMNS, 800, [
        HEADER,
        ['1', 'Lắp đèn', 'Sở Xây dựng', '', '', ''],
        ['2', 'Tập huấn', 'Sở Y tế', '', 'Giảm tối thiểu', 'Quý I/2031'],
      ]),
    )
    const second = onPage(
      says(290, 820, '2'),
      drawTable(COLUMNS, 800, [
        HEADER,
        ['', '', '', '', 'năm điểm đen', ''],
        ['3', 'Tổng kết', 'Sở Nội vụ', '', '', ''],
      ]),
      says(40, 600, 'Hết phụ lục.'),
    )
    expect(await rowsOf([first, second])).toEqual([
      '| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm | Thời hạn |',
      '| 1 | Lắp đèn | Sở Xây dựng |  |  |  |',
      '| 2 | Tập huấn | Sở Y tế |  | Giảm tối thiểu năm điểm đen | Quý I/2031 |',
      '| 3 | Tổng kết | Sở Nội vụ |  |  |  |',
    ])
    const text = await textOf([first, second])
    expect(text.split('\f')).toHaveLength(3 + (text.endsWith('\f') ? 1 : 0))
    expect(text.indexOf('PHỤ LỤC')).toBeLessThan(text.indexOf('| TT'))
    expect(text.indexOf('| 3')).toBeLessThan(text.indexOf('Hết phụ lục.'))
  })

  it('keeps a row that the page broke between two items of a cell, and a new row without a number', async () => {
    const first = drawTable(COLUMNS, 800, [HEADER, ['1', 'Lắp đèn', 'Sở Xây dựng', '', '- Đèn;', '']])
    const second = drawTable(COLUMNS, 800, [
      HEADER,
      ['', '', '', '', '- Biên bản', ''],
      ['', 'Nhóm tập huấn', '', '', '', ''],
      ['2', 'Tập huấn', 'Sở Y tế', '', '', ''],
    ])
    expect((await rowsOf([first, second])).slice(1)).toEqual([
      '| 1 | Lắp đèn | Sở Xây dựng |  | - Đèn; |  |',
      '|  |  |  |  | - Biên bản |  |',
      '|  | Nhóm tập huấn |  |  |  |  |',
      '| 2 | Tập huấn | Sở Y tế |  |  |  |',
    ])
    const third = drawTable(COLUMNS, 800, [
      ['', '', '', '', '- Biên bản', ''],
      ['2', 'Tập huấn', 'Sở Y tế', '', '', ''],
    ])
    expect((await rowsOf([first, third])).slice(1)).toEqual([
      '| 1 | Lắp đèn | Sở Xây dựng |  | - Đèn; - Biên bản |  |',
      '| 2 | Tập huấn | Sở Y tế |  |  |  |',
    ])
  })

  it('names each column once under a header of two rows', async () => {
    const page = drawTable(COLUMNS, 800, [
      ['TT', 'Nội dung', 'Phân công thực hiện', LEFT, 'Sản phẩm', 'Thời hạn'],
      [undefined, undefined, 'Chủ trì', 'Phối hợp', undefined, undefined],
      ['1', 'Lắp đèn', 'Sở Xây dựng', 'Sở Y tế', '', ''],
    ])
    expect(await rowsOf([page])).toEqual([
      '| TT | Nội dung | Phân công thực hiện - Chủ trì | Phân công thực hiện - Phối hợp | Sản phẩm | Thời hạn |',
      '| 1 | Lắp đèn | Sở Xây dựng | Sở Y tế |  |  |',
    ])
  })

  it('parts the bodies that a cell names each on a line of its own', async () => {
    const page = drawTable(COLUMNS, 800, [
      HEADER,
      ['1', 'Lắp đèn', 'Sở Y tế\nCông an tỉnh\nBan An toàn giao\nthông thành phố', '', '', ''],
    ])
    expect((await rowsOf([page]))[1]).toBe(
      '| 1 | Lắp đèn | Sở Y tế; Công an tỉnh; Ban An toàn giao thông thành phố |  |  |  |',
    )
  })
})
