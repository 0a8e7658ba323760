import { opensPredicate } from './agencies.ts'
import { findSubject } from './subjects.ts'
import { foldText, lowerFirst } from './words.ts'

/** Whether a member of a list inside running text is a duty: it says who does it, or what has to be done. */
export const isDutyInList = (words: string): boolean => namesItsDoer(words) || tellsWhatToDo(words)

/** `Sở Y tế bố trí xe cứu thương …`: somebody, and what he does. */
export const namesItsDoer = (words: string): boolean => {
  const subject = findSubject(words)
  if (!subject) return false
  const rest = foldText(words.slice(subject.end)).replace(/^[\s:,]+/u, '')
  // A body that opens the sentence does what follows, though the vocabulary may lack its verb.
  const opens = subject.place === 'start' && subject.agencies.every(({ kind }) => kind === 'body')
  return (
    rest.length > 12 && (opens || opensPredicate(lowerFirst(rest))) && !/^(?:đã|là|có|được|đang) /u.test(rest)
  )
}

/** Small words with which a phrase goes on, though a predicate may begin with them. */
const ONLY_GOES_ON =
  /^(?:được|đã|đang|sẽ|để|về|tại|theo|với|cho|đến|từ|khi|nếu|không|do|bằng|như|trong|trước|sau|qua|thông qua|cùng|nhất là|đặc biệt|là|có|nhằm|tự|hoạt động|quy định|quy trình|quy hoạch|cấp|thường trực|tổ chức (?:đảng|chính trị|xã hội|của))(?![\p{L}\p{M}])/u

const tellsWhatToDo = (words: string): boolean => {
  const text = lowerFirst(foldText(words).trim())
  return text.length >= 20 && opensPredicate(text) && !ONLY_GOES_ON.test(text)
}
