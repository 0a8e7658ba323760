import { expect, test } from 'vitest'
import { toFrame } from './frame.ts'
import { readTitle } from './header-title.ts'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'

const title = (text: string) => {
  const lines = toLines(normalise(text))
  const { type, subject } = readTitle(
    lines,
    toFrame(lines),
    () => new Map(),
    () => undefined,
  )
  return [type, subject]
}

test.each([
  // No title: a sentence, a heading, a word that only begins like a type.
  ['Căn cứ tình hình, đơn vị báo cáo như sau.', [undefined, null]],
  ['I. MỤC ĐÍCH\n1. Nâng cao nhận thức.', [undefined, null]],
  ['KẾ TOÁN TRƯỞNG\nLê Văn Mẫu', [undefined, null]],
  // A type without a subject makes up none.
  ['KẾ HOẠCH\n\nI. MỤC ĐÍCH\n\n1. Nâng cao nhận thức.', ['kế hoạch', null]],
  // "Của" stays where nothing else says what it is about.
  ['THÔNG BÁO\nCủa Ban Tổ chức\n\nI. NỘI DUNG\n\n1. Nâng cao nhận thức.', ['thông báo', 'Của Ban Tổ chức']],
  // A bracket in a subject is no mark of a draft.
  [
    'KẾ HOẠCH\nRà soát tài sản công (đợt 2)\n\nI. NỘI DUNG\n\n1. Nâng cao.',
    ['kế hoạch', 'Rà soát tài sản công (đợt 2)'],
  ],
])('%j', (text, expected) => expect(title(text)).toEqual(expected))
