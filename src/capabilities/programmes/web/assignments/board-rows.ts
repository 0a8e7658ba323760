import type { Board, boardGroups } from '../../domain/assignment-schemas.ts'
import type { Timeliness } from '../../domain/timeliness.ts'
import type { Filters } from './filters.ts'

export type Grouping = Exclude<keyof typeof boardGroups, 'day'>
export type Row = Board['rows'][number]

/** What narrows the list to one row of the board; undefined where no filter says the same. */
export const toRowFilter = (by: Grouping, key: string): Filters | undefined => {
  switch (by) {
    case 'agency':
      return key === '' ? undefined : { lead: key }
    case 'commune':
      return key === '' ? undefined : { doer: key }
    case 'programme':
      return key === '' ? { byHand: 'yes' } : { programme: key }
    case 'section': {
      const [programme = '', section = ''] = key.split(' ')
      if (programme === '') return { byHand: 'yes' }
      return section === '' ? undefined : { programme, section }
    }
    case 'timeliness':
      return { timeliness: key as Timeliness }
    default: {
      const never: never = by
      return never
    }
  }
}

/**
 * The filters of a cell: those of the page, of its row and of its column. Undefined when the row and the column both
 * speak of how a duty stands and mean different things, or when the page is already narrowed by what the row says.
 */
export const toCellFilters = (
  page: Filters,
  row: Filters | undefined,
  column: Filters,
): Filters | undefined => {
  if (row === undefined) return undefined
  // All that count and stand so are those that stand so.
  if (row.timeliness !== undefined && column.timeliness !== undefined)
    return column.timeliness === 'counted' || column.timeliness === row.timeliness
      ? { ...page, ...row }
      : undefined
  return { ...page, ...row, ...column }
}
