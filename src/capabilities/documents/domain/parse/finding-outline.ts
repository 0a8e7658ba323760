import type { Finding } from '../../contract.ts'
import { datesOf } from './known-dates.ts'
import { listPassages, sayPaths, spanIn, unique } from './finding-texts.ts'
import { toRomanValue } from './markers.ts'
import type { Draft, Section } from './types.ts'
import { foldText, listMatches } from './words.ts'

/** Two sections with one number. */
export const findDuplicates = (draft: Draft): readonly Finding[] =>
  listSiblings(draft.body.sections).flatMap((siblings) =>
    siblings.flatMap((section) => {
      const first = /^(.+)#\d+$/u.exec(section.label)?.[1]
      const original = first === undefined ? undefined : siblings.find((other) => other.label === first)
      if (!original || section.kind === 'dash' || section.kind === 'plus' || section.kind === 'bullet')
        return []
      return [
        {
          kind: 'duplicated-section-number' as const,
          message: `Số mục “${section.marker}” được dùng hai lần (mục ${original.path} và ${section.path}).`,
          paths: [original.path, section.path],
          spans: [markerSpan(original), markerSpan(section)],
        },
      ]
    }),
  )

/** A number left out between two sections, or before the first one. */
export const findSkips = (draft: Draft): readonly Finding[] =>
  listSiblings(draft.body.sections).flatMap((siblings) => {
    const findings: Finding[] = []
    let previous: { section: Section; value: number; repeats?: boolean } | undefined
    for (const section of siblings) {
      const value = toValue(section)
      if (value === undefined) continue
      if (section.label.includes('#')) {
        previous = { section, value, repeats: value === previous?.value }
        continue
      }
      const expected = previous && previous.section.kind === section.kind ? previous.value + 1 : 1
      const gap = value - expected
      // I, II, II, IV: the second II is the III, one misprint and not two.
      if (gap === 1 && previous?.repeats === true) {
        previous = { section, value }
        continue
      }
      if (gap > 0 && gap <= 8 && (previous?.section.kind === section.kind || isFirst(siblings, section))) {
        const paths = unique([
          previous?.section.kind === section.kind ? previous.section.path : undefined,
          section.path,
        ])
        const from =
          paths.length > 1 ? `sau mục ${paths[0]} là mục ${section.path}` : `mục đầu tiên là ${section.path}`
        findings.push({
          kind: 'skipped-section-number',
          message: `Số mục không liên tục: ${from}; có thể thiếu một mục hoặc đánh số nhầm.`,
          paths,
          spans: [markerSpan(section)],
        })
      }
      previous = { section, value }
    }
    return findings
  })

const isFirst = (siblings: readonly Section[], section: Section): boolean =>
  siblings.find((other) => other.kind === section.kind) === section

const listSiblings = (sections: readonly Section[]): readonly (readonly Section[])[] => [
  sections,
  ...sections.flatMap((section) => (section.children.length > 0 ? listSiblings(section.children) : [])),
]

/** Letters are not counted: offices leave out `đ`, `f`, `j` as they please. */
const toValue = (section: Section): number | undefined => {
  const label = section.label.replace(/#\d+$/u, '')
  if (section.kind === 'roman') return toRomanValue(label)
  if (
    section.kind === 'arabic' ||
    section.kind === 'paren' ||
    section.kind === 'arabic-paren' ||
    section.kind === 'decimal'
  ) {
    const value = Number(/(\d+)\D*$/u.exec(label)?.[1])
    return Number.isInteger(value) && value > 0 && value < 100 ? value : undefined
  }
  return undefined
}

const markerSpan = (section: Section): { start: number; end: number } => ({
  start: section.span.start,
  end: Math.min(section.span.end, section.span.start + section.marker.length),
})

/** A day that the calendar does not have. */
export const findImpossibleDates = (draft: Draft): readonly Finding[] =>
  listPassages(draft.body).flatMap((passage) => {
    const text = foldText(passage.block.text)
    return datesOf(text).flatMap((mention) => {
      const printed = passage.block.text.slice(mention.start, mention.end).trim()
      if (!mention.impossible || !/\d\s?[/.-]\s?\d|tháng/u.test(printed)) return []
      return [
        {
          kind: 'impossible-date' as const,
          message: `Ngày “${printed}” không có trong lịch; cần kiểm tra lại với bản gốc.`,
          paths: unique([passage.path]),
          spans: [spanIn(passage, mention.start, mention.end)],
        },
      ]
    })
  })

const PROMISE =
  /(?:phụ lục|biểu|danh mục|bảng|đề cương|lịch|sơ đồ)(?![\p{L}])(?! (?:ban hành )?(?:kèm theo )?(?:quyết định|nghị quyết|nghị định|thông tư|kế hoạch số|chỉ thị số))[^.;:()]{0,70}(?:kèm theo|đính kèm|gửi kèm)(?! (?:quyết định|nghị quyết|nghị định|thông tư|công văn|kế hoạch số))/gu

/** The text promises an annex that the file does not hold. */
export const findMissingAnnex = (draft: Draft): readonly Finding[] => {
  const { body, frame } = draft
  if (body.annexes.length > 0 || body.tables.length > 0 || frame.attachments.length > 0) return []
  const hits = listPassages(body).flatMap((passage) => {
    const text = foldText(passage.block.text)
    if (!/kèm/iu.test(text)) return []
    return listMatches(text.toLowerCase(), PROMISE).map((match) => ({
      path: passage.path,
      span: spanIn(passage, match.index, match.index + match[0].length),
    }))
  })
  if (hits.length === 0) return []
  const paths = unique(hits.map((hit) => hit.path))
  return [
    {
      kind: 'missing-annex',
      message: `Văn bản nói có biểu, phụ lục kèm theo${paths.length > 0 ? ` (mục ${sayPaths(paths)})` : ''} nhưng tệp không có phần này.`,
      paths,
      spans: hits.map((hit) => hit.span),
    },
  ]
}

/** Page numbers and running heads that the scanner left between the lines of the text. */
export const findPageNoise = (draft: Draft): readonly Finding[] => {
  const inside = draft.lines.slice(draft.frame.bodyStart, draft.frame.bodyEnd)
  const noise = inside.filter(
    (line) => line.kind === 'noise' && /^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$|công báo\s*\/\s*số/iu.test(line.text),
  )
  const spans = noise.flatMap((line) => {
    const text = line.text
    const from = text.search(/\S/u)
    const start = line.map[Math.max(0, from)]
    const end = line.map[text.trimEnd().length - 1]
    return start === undefined || end === undefined ? [] : [{ start, end: end + 1 }]
  })
  if (spans.length === 0) return []
  const numbers = unique(noise.map((line) => /^\D{0,3}(\d{1,3})\D{0,3}$/u.exec(line.text.trim())?.[1]))
  const what = numbers.length > 0 ? `Số trang (${numbers.slice(0, 12).join(', ')})` : 'Tiêu đề đầu trang'
  return [
    {
      kind: 'page-number-noise',
      message: `${what} nằm lẫn giữa các dòng của văn bản; phần mềm đã bỏ qua khi đọc.`,
      paths: [],
      spans,
    },
  ]
}
