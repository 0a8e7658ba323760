import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPartialDate } from '#kernel/partial-date.ts'
import { mergeValues } from './merge-values.ts'
import { mainText } from './proposals.ts'
import { action, reading, seed, task } from './review-testing.ts'
import type { PartyValue, ProposalValue } from './review-api.ts'
import { foldReview } from './review.ts'
import { toTargetWords } from './target-words.ts'

type Target = ProposalValue & { readonly kind: 'target' }
const target = (indicator: string, change: Partial<Target> = {}): Target => ({
  kind: 'target',
  indicator,
  comparator: '>=',
  value: 5,
  unit: '%',
  direction: 'decrease',
  baseline: null,
  ...change,
})

describe('merging', () => {
  it('writes tasks one under the other, with a day that only one can have behind its words', () => {
    const merged = mergeValues([
      task('Rà soát điểm đen', { due: '2026-06-30', output: 'Danh mục' }),
      task('Xử lý điểm đen', { due: '2026-09', partners: [{ printed: 'Công an tỉnh' }], output: 'Báo cáo' }),
    ])
    expect(merged).toEqual(
      task('Rà soát điểm đen\nXử lý điểm đen (hạn: tháng 9/2026)', {
        due: '2026-06-30',
        partners: [{ printed: 'Công an tỉnh' }],
        output: 'Danh mục; Báo cáo',
      }),
    )
  })

  it('keeps the figure of each target', () => {
    const merged = mergeValues([
      target('Số vụ', { value: null, unit: null, direction: null }),
      target('Số người chết'),
      target('Số người bị thương', { value: 10 }),
    ])
    expect(merged).toEqual(target('Số vụ\nSố người chết\nSố người bị thương (giảm ít nhất 10%)'))
  })

  it('keeps the day of each deadline and who is meant', () => {
    const deadline = { kind: 'deadline', deadline: 'due', recurrence: null } as const
    const merged = mergeValues([
      { ...deadline, on: '2026-06-30', what: 'Hoàn thành rà soát', who: [{ printed: 'Sở Xây dựng' }] },
      {
        ...deadline,
        deadline: 'report',
        on: '2026-07-15',
        what: 'Báo cáo',
        who: [{ printed: 'Công an tỉnh' }],
      },
    ])
    expect(merged).toEqual({
      ...deadline,
      on: '2026-06-30',
      what: 'Hoàn thành rà soát\nBáo cáo (Hạn báo cáo: 15/07/2026)',
      who: [{ printed: 'Sở Xây dựng' }, { printed: 'Công an tỉnh' }],
    })
  })

  it('keeps every rhythm, sender and receiver of reports', () => {
    expect(
      mergeValues([
        { kind: 'reporting', frequency: ['monthly'], from: [{ printed: 'Các sở' }], to: 'Ban ATGT tỉnh' },
        { kind: 'reporting', frequency: ['monthly', 'yearly'], from: [], to: 'UBND tỉnh' },
      ]),
    ).toEqual({
      kind: 'reporting',
      frequency: ['monthly', 'yearly'],
      from: [{ printed: 'Các sở' }],
      to: 'Ban ATGT tỉnh; UBND tỉnh',
    })
  })

  it('keeps both sides of each condition', () => {
    expect(
      mergeValues([
        { kind: 'trigger', when: 'số người chết tăng', must: 'kiểm điểm' },
        { kind: 'trigger', when: 'xảy ra tai nạn nghiêm trọng', must: 'kiểm điểm' },
      ]),
    ).toEqual({
      kind: 'trigger',
      when: 'số người chết tăng\nxảy ra tai nạn nghiêm trọng',
      must: 'kiểm điểm',
    })
  })

  it('says once what is said twice', () => {
    expect(mergeValues([target('Số vụ'), target('Số vụ')])).toEqual(target('Số vụ'))
  })

  it('keeps the choice that a person made for a name', () => {
    const chosen: PartyValue = { printed: 'Công an', code: 'cong-an-tinh' }
    const merged = mergeValues([
      task('a', { lead: [{ printed: 'Công an' }] }),
      task('b', { lead: [chosen] }),
      task('c', { lead: [chosen, { printed: 'Công an', code: 'cong-an-xa' }] }),
    ])
    expect(merged).toMatchObject({ lead: [chosen, { printed: 'Công an', code: 'cong-an-xa' }] })
  })

  it('does not take a task and a target for one', () => {
    expect(() => mergeValues([task('a'), target('b')])).toThrow('nothing that can be merged')
    expect(() => mergeValues([])).toThrow('nothing that can be merged')
  })
})

const words = fc.constantFrom('rà soát', 'tuần tra', 'số vụ', 'số người chết', 'báo cáo', 'kiểm điểm')
const day = fc.option(fc.constantFrom('2026', '2026-Q2', '2026-06', '2026-06-30', '2026-01-01/2026-06-30'), {
  nil: null,
})
const rhythm = fc.option(fc.constantFrom('monthly 18', 'quarterly', 'every 6 months', 'yearly 11-30'), {
  nil: null,
})
const parties = fc.array(
  fc.record(
    {
      printed: fc.constantFrom('Sở Xây dựng', 'Công an tỉnh', 'UBND cấp xã'),
      code: fc.constantFrom('so-xay-dung', 'cong-an-tinh'),
    },
    { requiredKeys: ['printed'] },
  ),
  { maxLength: 3 },
)
const kinds: Record<ProposalValue['kind'], fc.Arbitrary<ProposalValue>> = {
  task: fc.record({
    kind: fc.constant('task' as const),
    text: words,
    lead: parties,
    partners: parties,
    due: day,
    recurrence: rhythm,
    output: fc.option(words, { nil: null }),
  }),
  target: fc.record({
    kind: fc.constant('target' as const),
    indicator: words,
    comparator: fc.constantFrom('>=' as const, '=' as const, '<' as const),
    value: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    unit: fc.option(fc.constantFrom('%', 'vụ'), { nil: null }),
    direction: fc.option(fc.constantFrom('increase' as const, 'decrease' as const), { nil: null }),
    baseline: fc.option(fc.constantFrom(2024, 2025), { nil: null }),
  }),
  deadline: fc.record({
    kind: fc.constant('deadline' as const),
    deadline: fc.constantFrom('due' as const, 'report' as const),
    on: day,
    recurrence: rhythm,
    what: words,
    who: parties,
  }),
  reporting: fc.record({
    kind: fc.constant('reporting' as const),
    frequency: fc.uniqueArray(fc.constantFrom('monthly' as const, 'yearly' as const), { minLength: 1 }),
    from: parties,
    to: fc.option(words, { nil: null }),
  }),
  trigger: fc.record({ kind: fc.constant('trigger' as const), when: words, must: words }),
}

/** Everything that a value states, as words that a merged value must still hold somewhere. */
const statements = (value: ProposalValue): string[] => {
  const day = (on: string | null) => (on === null ? [] : [formatPartialDate(on)])
  const names = (list: readonly PartyValue[]) => list.map((party) => party.printed)
  switch (value.kind) {
    case 'task':
      return [
        value.text,
        ...day(value.due),
        ...names(value.lead),
        ...names(value.partners),
        value.output ?? '',
      ]
    case 'target':
      return [value.indicator, value.value === null ? '' : toTargetWords(value)]
    case 'deadline':
      return [value.what, ...day(value.on), ...names(value.who)]
    case 'reporting':
      return [...value.frequency, ...names(value.from), value.to ?? '']
    case 'trigger':
      return [value.when, value.must]
  }
}
const everythingIn = (value: ProposalValue): string => [mainText(value), ...statements(value)].join('\n')

describe.each(Object.entries(kinds))('merging any %s', (_, one) => {
  it('loses nothing that any of them states', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (values) => {
        const all = everythingIn(mergeValues(values))
        for (const statement of values.flatMap(statements)) expect(all).toContain(statement)
      }),
    )
  })

  it('still has both when it is merged once more', () => {
    fc.assert(
      fc.property(one, one, (a, b) => {
        const all = everythingIn(mergeValues([mergeValues([a, b]), b]))
        for (const statement of [a, b].flatMap(statements)) expect(all).toContain(statement)
      }),
    )
  })

  it('keeps every place in the document, in whichever order two are merged', () => {
    const span = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 80 })).map(([start, length]) => ({
      start,
      end: start + length,
    }))
    const spans = fc.array(span, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(one, one, spans, spans, (a, b, left, right) => {
        const merge = (ids: readonly string[], values: readonly ProposalValue[]) =>
          foldReview(
            [
              reading([
                seed('1', 'a', { value: a, spans: left }),
                seed('2', 'b', { value: b, spans: right }),
              ]),
              { verb: 'merge' as const, proposals: ids, value: mergeValues(values) },
            ].map((deed, i) => action(i + 1, deed)),
          ).proposals.get('a2-1')?.spans
        const there = merge(['1', '2'], [a, b])
        expect(merge(['2', '1'], [b, a])).toEqual(there)
        for (const place of [...left, ...right]) expect(there).toContainEqual(place)
      }),
    )
  })
})
