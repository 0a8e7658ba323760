import { toNumeral } from './list-marker.ts'

/**
 * The counting of lists as Word does it (ECMA-376 part 1, 17.9; [MS-DOC] 2.4.6.3 counts alike): an abstract list
 * says how its levels look, lists use it, a paragraph names a list and a level. All lists over one abstract
 * list count on together, unless a list says that it begins anew.
 */
export interface Level {
  readonly start: number
  readonly format: string
  /** `%1.%2.` */
  readonly text: string
  readonly suffix: string
  /** All numbers of the marker in plain digits. */
  readonly legal: boolean
  /** After which level it begins anew; 0 never. */
  readonly restart: number | undefined
  readonly style: string | undefined
}

export interface List {
  readonly abstractId: string
  readonly overrides: ReadonlyMap<
    number,
    { readonly start: number | undefined; readonly level: Level | undefined }
  >
}

export interface Numbering {
  /** The marker of the next paragraph of this list, with its space; counts on. Empty when there is none. */
  readonly next: (numId: string, level: number) => string
  /** The level at which a list carries a paragraph style. */
  readonly levelOfStyle: (numId: string, style: string) => number | undefined
}

const LEVELS = 9

export const createNumbering = (
  abstracts: ReadonlyMap<string, ReadonlyMap<number, Level>>,
  lists: ReadonlyMap<string, List>,
): Numbering => {
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const levelOf = (list: List, level: number): Level | undefined =>
    list.overrides.get(level)?.level ?? abstracts.get(list.abstractId)?.get(level)

  return {
    levelOfStyle: (numId, style) => {
      const list = lists.get(numId)
      for (let i = 0; list && i < LEVELS; i++) if (levelOf(list, i)?.style === style) return i
      return undefined
    },
    next: (numId, level) => {
      const list = lists.get(numId)
      const own = list && levelOf(list, level)
      if (!list || !own) return ''
      const values = counters.get(list.abstractId) ?? []
      counters.set(list.abstractId, values)
      const override = list.overrides.get(level)?.start
      const anew = override !== undefined && !begun.has(`${numId}/${level}`)
      begun.add(`${numId}/${level}`)
      values[level] = anew ? override : values[level] === undefined ? own.start : (values[level] ?? 0) + 1
      for (let deeper = level + 1; deeper < LEVELS; deeper++) {
        const restart = levelOf(list, deeper)?.restart
        if (restart === undefined || (restart !== 0 && level < restart)) values[deeper] = undefined
      }
      return toMarker(own, (i) => {
        const upper = levelOf(list, i)
        return { value: values[i] ?? upper?.start ?? 1, format: upper?.format ?? 'decimal' }
      })
    },
  }
}

/**
 * A marker and its words. Word numbers empty paragraphs too, which is how the first column of a table counts
 * its rows; a bullet without words says nothing.
 */
export const joinMarker = (marker: string, words: string): string => {
  if (words.trim() !== '') return marker + words
  return /[\p{L}\p{N}]/u.test(marker) ? marker.trimEnd() : ''
}

const toMarker = (
  level: Level,
  at: (index: number) => { readonly value: number; readonly format: string },
): string => {
  if (level.format === 'none') return ''
  const text =
    level.format === 'bullet'
      ? toBullet(level.text)
      : level.text.replace(/%([1-9])/gu, (_, digit: string) => {
          const { value, format } = at(Number(digit) - 1)
          return toNumeral(level.legal ? 'decimal' : format, value)
        })
  if (text === '') return ''
  return level.suffix === 'nothing' && !/[-–+•]$/u.test(text) ? text : `${text} `
}

/** The signs of Symbol and Wingdings have no letters of their own; as they look: a dot, a dash, a plus. */
const toBullet = (sign: string): string => {
  const mark = sign.trim()
  if (mark === '') return ''
  if (/^[-–—\uf02d\uf0be]$/u.test(mark)) return '-'
  if (/^[+\uf02b]$/u.test(mark)) return '+'
  if (/^[*\uf02a]$/u.test(mark)) return '*'
  if (/^[o○◦\uf06f\uf0a1]$/u.test(mark)) return '◦'
  if (/^[▪■\uf0a7\uf06e]$/u.test(mark)) return '▪'
  return /^[\p{L}\p{N}\p{P}]+$/u.test(mark) ? mark : '•'
}
