import { describe, expect, it } from 'vitest'
import { toCellFilters, toRowFilter } from './board-rows.ts'

describe('a row of the board', () => {
  it('is a list of its own, whatever it is counted by', () => {
    expect(toRowFilter('agency', 'so-y-te')).toEqual({ lead: 'so-y-te' })
    expect(toRowFilter('commune', 'ubnd-xa-deo-gio')).toEqual({ doer: 'ubnd-xa-deo-gio' })
    expect(toRowFilter('programme', '')).toEqual({ byHand: 'yes' })
    expect(toRowFilter('section', 'p1 V')).toEqual({ programme: 'p1', section: 'V' })
    expect(toRowFilter('section', ' ')).toEqual({ byHand: 'yes' })
    expect(toRowFilter('timeliness', 'overdue')).toEqual({ timeliness: 'overdue' })
  })

  it('is none where no filter says the same', () => {
    expect(toRowFilter('agency', '')).toBeUndefined()
    expect(toRowFilter('section', 'p1 ')).toBeUndefined()
  })
})

describe('a number of the board', () => {
  it('is narrowed by the page, its row and its column', () => {
    expect(toCellFilters({ programme: 'p1' }, { lead: 'so-y-te' }, { attention: 'awaiting' })).toEqual({
      programme: 'p1',
      lead: 'so-y-te',
      attention: 'awaiting',
    })
    expect(toCellFilters({}, { timeliness: 'overdue' }, { timeliness: 'counted' })).toEqual({
      timeliness: 'overdue',
    })
    expect(toCellFilters({}, { timeliness: 'overdue' }, { attention: 'unopened' })).toEqual({
      timeliness: 'overdue',
      attention: 'unopened',
    })
  })

  it('has no list when its row and its column contradict each other', () => {
    expect(toCellFilters({}, { timeliness: 'overdue' }, { timeliness: 'not-due' })).toBeUndefined()
    expect(toCellFilters({}, undefined, { attention: 'awaiting' })).toBeUndefined()
  })
})
