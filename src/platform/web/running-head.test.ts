import { describe, expect, it } from 'vitest'
import { toCssText, toPageRules } from './running-head.ts'

describe('the margins of a sheet', () => {
  it('bear the title from the second sheet on, the page and the number of pages on each', () => {
    const rules = toPageRules('Tỉnh Mẫu · Kế hoạch', 'In lúc 21/11/2026 09:30')
    expect(rules).toContain('@top-left { content: "Tỉnh Mẫu · Kế hoạch"')
    expect(rules).toContain('@bottom-left { content: "In lúc 21/11/2026 09:30"')
    expect(rules).toContain('"Trang " counter(page) "/" counter(pages)')
    expect(rules).toMatch(/@page :first \{ @top-left \{ content: none/u)
  })

  it('shorten what would not fit on a line', () => {
    expect(/"([^"]*)"/u.exec(toPageRules('Kế hoạch '.repeat(40), ''))?.[1]).toHaveLength(110)
  })

  it.each([
    ['Kế hoạch “Đã uống rượu bia - không lái xe”', '"Kế hoạch “Đã uống rượu bia - không lái xe”"'],
    ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
    ['hai\ndòng', '"hai dòng"'],
  ])('never end early: %j', (text, css) => expect(toCssText(text)).toBe(css))
})
