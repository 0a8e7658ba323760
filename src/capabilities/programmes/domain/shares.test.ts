import { describe, expect, it } from 'vitest'
import type { ResolvedParty } from '../contract.ts'
import type { ItemContent } from './item.ts'
import { toOutline } from './outline.ts'
import { concerns, toShares } from './shares.ts'

const agency = (code: string): ResolvedParty => ({
  printed: code,
  kind: 'agency',
  code,
  name: code,
  members: [code],
})
const group = (...members: string[]): ResolvedParty => ({
  printed: 'các sở',
  kind: 'group',
  code: 'cac-so',
  name: 'Các sở',
  members,
})
const unknown: ResolvedParty = {
  printed: 'Tổ liên ngành',
  kind: 'unknown',
  code: null,
  name: null,
  members: [],
}
const task = (lead: ResolvedParty[], partners: ResolvedParty[] = []): ItemContent => ({
  kind: 'task',
  text: 'x',
  lead,
  partners,
  due: null,
  recurrence: null,
  output: null,
})

describe('a plan as its agencies', () => {
  it('gives each member of a group its share, the busiest first, the unknown last', () => {
    const shares = toShares(
      [
        { id: '1', content: task([agency('y-te')], [group('y-te', 'xay-dung')]) },
        { id: '2', content: task([group('y-te', 'xay-dung')]) },
        { id: '3', content: task([unknown]) },
      ],
      (code) => `Sở ${code}`,
    )
    expect(shares.map(({ name, leads, partners }) => [name, leads, partners])).toEqual([
      ['Sở y-te', ['1', '2'], ['1']],
      ['Sở xay-dung', ['2'], ['1']],
      ['Tổ liên ngành', ['3'], []],
    ])
  })

  it.each([
    [['y-te'], true],
    [['xay-dung'], true],
    [['cac-so'], false],
    [[], false],
  ])('an item of a group concerns %j: %s', (agencies, expected) => {
    expect(concerns(task([group('y-te', 'xay-dung')]), agencies)).toBe(expected)
  })

  it('a target concerns nobody alone', () => {
    const target: ItemContent = {
      kind: 'target',
      indicator: 'x',
      comparator: '=',
      value: 0,
      unit: null,
      direction: null,
      baseline: null,
    }
    expect(concerns(target, ['y-te'])).toBe(false)
  })
})

describe('a plan as its outline', () => {
  const outline = [
    { path: 'V', heading: 'Tổ chức', depth: 1 },
    { path: 'V.2', heading: 'Sở Xây dựng', depth: 2 },
  ]
  it.each([
    ['V.2', 'V.2'],
    ['V.2.-3', 'V.2'],
    ['V.9', 'V'],
    ['PL.1', 'PL'],
    ['(closing)', '(closing)'],
    ['', ''],
  ])('what rests on %j stands under %j', (path, expected) => {
    const clauses = toOutline(outline, [
      { id: '1', kind: 'task', path },
      { id: '2', kind: 'deadline', path },
    ])
    const holder = clauses.find((clause) => clause.tasks.includes('1'))
    expect(holder).toMatchObject({ path: expected, deadlines: ['2'] })
    expect(clauses.flatMap((clause) => clause.tasks)).toEqual(['1'])
  })
})
