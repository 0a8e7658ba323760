import { describe, expect, it } from 'vitest'
import { VERBS } from '../../domain/assignment-verbs.ts'
import { findFaults, listFields, toDeed, toFirstAnswers, type Answers } from './deed-form.ts'

const blank: Answers = {
  words: '',
  percent: '',
  until: undefined,
  due: undefined,
  agency: undefined,
  evidence: [],
}
const duty = { due: '2026-11-30', extension: { until: '2026-12-15', reason: 'Mưa lũ' }, agency: 'so-y-te' }

describe('the form of a verb', () => {
  it('is there for every verb, and makes a deed of that verb', () => {
    const full = { ...blank, words: 'Đã xong', until: '2026-12-31', agency: 'so-y-te' }
    for (const verb of VERBS) {
      expect(findFaults(verb, full)).toEqual({})
      expect(toDeed(verb, full).verb).toBe(verb)
    }
  })

  it('begins with what the duty says', () => {
    expect(toFirstAnswers('grant-extension', duty).until).toBe('2026-12-15')
    expect(toFirstAnswers('ask-extension', duty).until).toBeUndefined()
    expect(toFirstAnswers('assign', duty)).toMatchObject({ agency: 'so-y-te', due: '2026-11-30' })
    expect(toFirstAnswers('move', duty).agency).toBeUndefined()
  })

  it('says what is missing', () => {
    expect(findFaults('refuse', blank)).toHaveProperty('words')
    expect(findFaults('refuse', { ...blank, words: ' a ' })).toHaveProperty('words')
    expect(Object.keys(findFaults('ask-extension', blank))).toEqual(['until', 'words'])
    expect(findFaults('move', { ...blank, words: 'Sai cơ quan' })).toEqual({ agency: 'Chọn một cơ quan.' })
    expect(findFaults('verify', blank)).toEqual({})
    for (const percent of ['101', '-1', '5,5', 'một nửa'])
      expect(findFaults('report', { ...blank, words: 'Đang làm', percent })).toHaveProperty('percent')
  })

  it('sends nothing where nothing was typed', () => {
    expect(toDeed('report', { ...blank, words: ' Đang làm ', percent: ' 60 ' })).toEqual({
      verb: 'report',
      words: 'Đang làm',
      percent: 60,
      evidence: [],
    })
    expect(toDeed('report', { ...blank, words: 'Đang làm' })).toHaveProperty('percent', null)
    expect(toDeed('verify', blank)).toEqual({ verb: 'verify', note: null })
  })

  it('asks for no more than the verb takes', () => {
    expect(listFields('accept')).toEqual([])
    expect(listFields('delegate').map(({ name }) => name)).toEqual(['agency', 'words'])
  })
})
