import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { noAgencies } from '../domain/agency-lookup.ts'
import { makeDocx, p, SAMPLE } from '../formats/testing.ts'
import { toReadingTask, type ReadingNote } from './reading-task.ts'

const read = toReadingTask(() => noAgencies)

const body = SAMPLE.split('\n')
  .map((line) => p(line))
  .join('')
const isSecret = async (part: string, inner: string): Promise<boolean> => {
  const bytes = makeDocx({ body, more: { [`word/${part}`]: strToU8(`<w:hdr>${inner}</w:hdr>`) } })
  const said: ReadingNote[] = []
  await read(
    { name: 'ke-hoach.docx', bytes, register: undefined, isIndexed: false, pdf: undefined },
    async (note) => {
      said.push(note)
    },
  )
  return said.some((one) => one.note === 'words' && one.facts.isSecret)
}
const drawn = (words: string): string =>
  `<w:p><w:r><w:pict><v:shape><v:textpath string="${words}"/></v:shape></w:pict></w:r></w:p>`

describe('a mark of secrecy outside the text of a Word document', () => {
  it.each([
    ['in the head of its pages', 'header1.xml', p('MẬT')],
    ['in their foot', 'footer2.xml', p('TỐI MẬT')],
    ['drawn behind the text', 'header1.xml', drawn('TUYỆT MẬT')],
  ])('keeps it out: %s', async (_where, part, inner) => {
    expect(await isSecret(part, inner)).toBe(true)
  })

  it.each([
    ['a page number', 'header1.xml', p('Trang 2')],
    ['words about secrets', 'footer1.xml', p('Công tác bảo vệ bí mật nhà nước')],
    ['another drawing', 'header1.xml', drawn('BẢN SAO')],
    ['a part that no page shows', 'comments1.xml', p('MẬT')],
  ])('lets others in: %s', async (_what, part, inner) => {
    expect(await isSecret(part, inner)).toBe(false)
  })
})
