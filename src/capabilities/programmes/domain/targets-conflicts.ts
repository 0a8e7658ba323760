import { toOldToneMarks } from '#kernel/vietnamese.ts'
import type { RaisedFinding, Target } from '../contract.ts'

/** A target with the plan that states it. */
export interface StatedTarget {
  readonly target: Pick<
    Target,
    'id' | 'programme' | 'path' | 'spans' | 'indicator' | 'comparator' | 'value' | 'unit' | 'direction'
  >
  readonly years: readonly number[]
}

/** Targets that are to be looked at side by side. */
export interface TargetConflict {
  /** `contradiction`: one plan says two things of it; `levels`: several plans of one year ask for different levels. */
  readonly kind: 'contradiction' | 'levels'
  readonly indicator: string
  readonly message: string
  readonly targets: readonly string[]
}

/** Words that say nothing of what is counted. */
const IDLE = new Set(
  [
    'tỷ',
    'tỉ',
    'lệ',
    'đạt',
    'được',
    'các',
    'số',
    'có',
    'của',
    'và',
    'vì',
    'do',
    'trên',
    'địa',
    'bàn',
    'là',
  ].concat(['trong', 'phấn', 'đấu', 'tỉnh', 'xảy', 'ra']),
)

/** The same indicator in whatever words: `số người chết do TNGT`, `số người chết vì tai nạn giao thông`. */
export const indicatorKey = (indicator: string): string =>
  [
    ...new Set(
      toOldToneMarks(indicator.normalize('NFC').toLowerCase())
        .replace(/(?<!\p{L})tngt(?!\p{L})/gu, 'tai nạn giao thông')
        .replace(/(?<!\p{L})atgt(?!\p{L})/gu, 'an toàn giao thông')
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .filter((word) => word !== '' && !IDLE.has(word)),
    ),
  ]
    .sort()
    .join(' ')

const levelOf = ({ target }: StatedTarget): string => JSON.stringify([target.comparator, target.value])

/** The targets that a finding of contradiction is about, by clause and place in the text. */
const findNamed = (finding: RaisedFinding, targets: readonly StatedTarget[]): readonly StatedTarget[] => {
  const starts = new Set(finding.spans.map(({ start }) => start))
  const here = targets.filter(({ target }) => finding.paths.includes(target.path))
  const exact = here.filter(({ target }) => target.spans.some(({ start }) => starts.has(start)))
  return exact.length > 1 ? exact : here
}

/** What contradicts itself inside a plan, as the reader found it. */
export const listContradictions = (
  findings: readonly RaisedFinding[],
  targets: readonly StatedTarget[],
): readonly TargetConflict[] =>
  findings
    .filter(({ kind }) => kind === 'contradictory-targets')
    .flatMap((finding) => {
      const named = findNamed(finding, targets)
      return named.length < 2
        ? []
        : [
            {
              kind: 'contradiction' as const,
              indicator: named[0]?.target.indicator ?? '',
              message: finding.message,
              targets: named.map(({ target }) => target.id),
            },
          ]
    })

/** The same indicator in several plans of a year, with different levels. */
export const listDifferentLevels = (targets: readonly StatedTarget[]): readonly TargetConflict[] => {
  const groups = new Map<string, StatedTarget[]>()
  for (const one of targets) {
    const words = indicatorKey(one.target.indicator)
    if (words.split(' ').length < 2) continue
    for (const year of one.years) {
      const key = JSON.stringify([year, words, one.target.unit, one.target.direction])
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
  }
  const told = new Set<string>()
  return [...groups].flatMap(([key, group]) => {
    const plans = new Set(group.map(({ target }) => target.programme))
    const ids = group.map(({ target }) => target.id)
    const name = [...ids].sort().join(' ')
    if (plans.size < 2 || new Set(group.map(levelOf)).size < 2 || told.has(name)) return []
    told.add(name)
    const [year] = JSON.parse(key) as [number]
    const indicator = group[0]?.target.indicator ?? ''
    return [
      {
        kind: 'levels' as const,
        indicator,
        message: `Chỉ tiêu “${indicator}” năm ${year} có mức khác nhau trong ${plans.size} kế hoạch.`,
        targets: ids,
      },
    ]
  })
}
