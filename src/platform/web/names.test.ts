import { describe, expect, it } from 'vitest'
import { subjectName } from './names.ts'

describe('the name of a subject that nobody lends a name to', () => {
  it('says the kind in Vietnamese and enough of the code', () => {
    expect(subjectName('document:42926b8c-3e2e-42c2-8a66-bc83c709571f')).toBe('Văn bản 42926b8c')
    expect(subjectName('programme:e25e2f96-b2b7-47a1-b06a-84b632e020c2')).toBe('Kế hoạch e25e2f96')
  })

  it('keeps a readable code whole', () => {
    expect(subjectName('agency:so-xay-dung')).toBe('Cơ quan so-xay-dung')
  })

  it('leaves alone what it does not know', () => {
    expect(subjectName('installation')).toBe('installation')
    expect(subjectName('kite:1')).toBe('kite:1')
    expect(subjectName(':1')).toBe(':1')
  })
})
