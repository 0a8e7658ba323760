import { describe, expect, it } from 'vitest'
import { isRefusal } from './extracted-text.ts'
import { fromHtml } from './html.ts'
import { SAMPLE } from './testing.ts'

const textOf = (html: string | Uint8Array): string => {
  const result = fromHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html)
  return isRefusal(result) ? result.code : result.text.trimEnd()
}

describe('blocks and lines', () => {
  it.each([
    ['paragraphs stand apart', '<p>Một</p><p>Hai</p>', 'Một\n\nHai'],
    ['a break is a line', 'Một<br>Hai<br/>Ba', 'Một\nHai\nBa'],
    ['spaces and line ends of the source are one space', '<p>Kế\n   hoạch&nbsp;năm</p>', 'Kế hoạch\u00a0năm'],
    ['inline elements make no space', '<p><b>I. MỤC</b> <i>ĐÍ</i>CH</p>', 'I. MỤC ĐÍCH'],
    ['entities by name and number', '<p>&#7910;y ban &amp; s&#x1EDF; &ecirc;</p>', 'Ủy ban & sở ê'],
    ['what is hidden is not there', '<p>Một</p><p style="display:none">Ẩn</p><script>x()</script>', 'Một'],
    ['preformatted text keeps its lines', '<pre>Một\n  Hai</pre>', 'Một\n  Hai'.replace('  ', '')],
    ['a footnote’s mark stands in brackets', '<p>theo quy định<sup>1</sup></p>', 'theo quy định[1]'],
    ['unclosed elements', '<p>Một<p>Hai<div>Ba', 'Một\n\nHai\nBa'],
  ])('%s', (_what, html, text) => {
    expect(textOf(html)).toBe(text)
  })
})

describe('lists show their markers', () => {
  it.each([
    ['numbers', '<ol><li>A</li><li>B</li></ol>', '1. A\n2. B'],
    ['roman, from three', '<ol type="I" start="3"><li>A<li>B</ol>', 'III. A\nIV. B'],
    ['letters by style', '<ol style="list-style-type: lower-alpha"><li>A<li>B</ol>', 'a. A\nb. B'],
    ['a value of its own', '<ol><li>A<li value="7">B<li>C</ol>', '1. A\n7. B\n8. C'],
    ['bullets, one in another', '<ul><li>A<ul><li>B</ul><li>C</ul>', '• A\n◦ B\n• C'],
    ['numbers with bullets under them', '<ol><li>A<ul><li>x</ul><li>B</ol>', '1. A\n• x\n2. B'],
    [
      'before a paragraph of its own',
      '<ol><li><p>A</p><p>B</p></li><li><div>C</div></ol>',
      '1. A\n\nB\n2. C',
    ],
    ['none when the page shows none', '<ul style="list-style:none"><li>- A</ul>', '- A'],
  ])('%s', (_what, html, text) => {
    expect(textOf(html)).toBe(text)
  })
})

describe('tables', () => {
  it('of data are rows with bars', () => {
    const html =
      '<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr><tr><td>1</td><td><p>Rà soát</p><p>điểm đen</p></td><td>Sở Xây dựng</td></tr></table>'
    expect(textOf(html)).toBe(
      '| TT | Nhiệm vụ | Chủ trì |\n| --- | --- | --- |\n| 1 | Rà soát điểm đen | Sở Xây dựng |',
    )
  })

  it('keep their columns when cells reach over several', () => {
    const html =
      '<table><tr><td rowspan="2">TT</td><td colspan="2">Thời gian</td></tr><tr><td>Từ</td><td>Đến</td></tr><tr><td>1</td><td>02/01</td><td>05/01</td></tr></table>'
    expect(textOf(html)).toBe(
      '| TT | Thời gian |  |\n| --- | --- | --- |\n|  | Từ | Đến |\n| 1 | 02/01 | 05/01 |',
    )
  })

  it('that only place the head and the foot are lines', () => {
    const html =
      '<table><tr><td><p>UBND TỈNH MẪU</p><p>Số: 27/KH-UBND</p></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table>'
    expect(textOf(html)).toBe(
      'UBND TỈNH MẪU\nSố: 27/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    )
  })

  it('within cells give their words to the cell; a bar in a cell is no bar of the table', () => {
    const html =
      '<table><tr><td>A|B</td><td><table><tr><td>x</td><td>y</td></tr></table></td></tr><tr><td>1</td><td>2</td></tr></table>'
    expect(textOf(html)).toBe('| A¦B | x y |\n| --- | --- |\n| 1 | 2 |')
  })

  it('without words leave nothing', () => {
    expect(textOf('<p>Một</p><table><tr><td> </td><td></td></tr></table>')).toBe('Một')
  })
})

describe('a whole page', () => {
  const article = SAMPLE.split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')
  const links = Array.from({ length: 12 }, (_, i) => `<li><a href="/${i}">Tin tức số ${i}</a></li>`).join('')

  it('gives the article without what stands around it', () => {
    const page = `<!doctype html><html><head><title>Cổng thông tin</title></head><body><header><ul>${links}</ul></header><nav>Trang chủ</nav><div id="wrap"><div class="side"><ul>${links}</ul></div><div class="main"><article>${article}</article></div></div><footer>Bản quyền</footer></body></html>`
    const text = textOf(page)
    expect(text).toContain('1. Sở Xây dựng chủ trì')
    expect(text).not.toMatch(/Tin tức|Trang chủ|Bản quyền|Cổng thông tin/u)
    expect(text.startsWith('ỦY BAN NHÂN DÂN TỈNH MẪU')).toBe(true)
  })

  it('of Word is taken whole', () => {
    const page = `<html><body><div class=WordSection1>${article}</div><div class=WordSection2><p class=MsoNormal>PHỤ LỤC</p></div></body></html>`
    expect(textOf(page).endsWith('PHỤ LỤC')).toBe(true)
  })

  it('of Word in windows-1252 with numbers for the rest', () => {
    const coded = [...article]
      .map((sign) => ((sign.codePointAt(0) ?? 0) > 255 ? `&#${sign.codePointAt(0)};` : sign))
      .join('')
    const page = `<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"></head><body><div class=Section1>${coded}</div></body></html>`
    expect(textOf(Uint8Array.from(Buffer.from(page, 'latin1'))).replaceAll('\n\n', '\n')).toBe(
      SAMPLE.trimEnd().replaceAll('\n\n', '\n'),
    )
  })

  it('that is a template gives its words, not its commands', () => {
    const template = `@extends('layouts.master')\n@section('content')\n<div class="container"><h3>{{ $title }}</h3><b>I. MỤC ĐÍCH</b> <br>- Nâng cao nhận thức <br></div>\n@include('menu')\n@endsection`
    expect(textOf(template)).toBe('I. MỤC ĐÍCH\n- Nâng cao nhận thức')
  })
})

describe('a page that means harm', () => {
  it.each([
    ['ten thousand elements in each other', '<div>'.repeat(10_000) + 'sâu'],
    ['ten thousand tables in each other', '<table><tr><td>'.repeat(10_000)],
    [
      'a cell over a million columns',
      '<table><tr><td colspan="1000000">A</td></tr><tr><td>B</td><td>C</td></tr></table>',
    ],
    ['a cell over a million rows', '<table><tr><td rowspan="1000000">A</td><td>B</td></tr></table>'],
    ['an end that never comes', '<p>' + '<'.repeat(50_000)],
    ['nothing', ''],
    ['a list item without a list', '<li>A'],
    ['a list that counts from far away', '<ol type="i" start="99999999999999999999"><li>A</ol>'],
  ])('is read to some text: %s', (_what, html) => {
    expect(textOf(html)).toBeTypeOf('string')
  })
})
