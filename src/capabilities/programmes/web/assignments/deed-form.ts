import type { Assignment, SentDeed } from '../../domain/assignment-schemas.ts'
import type { Evidence, Verb } from '../../domain/assignment.ts'

/** What a verb asks of the person, and what is made of the answers. */
export type FieldName = 'words' | 'percent' | 'until' | 'due' | 'agency' | 'evidence'

interface Form {
  /** In this order on the page; `?` behind a name: it may stay empty. */
  readonly fields: readonly (FieldName | `${FieldName}?`)[]
  /** What the words are called. */
  readonly words?: string
  readonly hint?: string
}

const forms: Readonly<Record<Verb, Form>> = {
  open: { fields: [] },
  accept: { fields: [] },
  approve: { fields: [] },
  close: { fields: [] },
  assign: { fields: ['agency', 'due?', 'words?'], words: 'Ghi chú' },
  refuse: {
    fields: ['words'],
    words: 'Lý do từ chối',
    hint: 'Văn phòng đọc lý do này để giao lại cho đúng cơ quan.',
  },
  delegate: { fields: ['agency', 'words?'], words: 'Ghi chú' },
  report: {
    fields: ['words', 'percent?', 'evidence'],
    words: 'Kết quả đến nay',
    hint: 'Đã làm gì, được bao nhiêu, vướng mắc gì.',
  },
  submit: {
    fields: ['words', 'evidence'],
    words: 'Kết quả đã hoàn thành',
    hint: 'Nêu kết quả cụ thể; gửi kèm văn bản, ảnh, số liệu làm minh chứng.',
  },
  return: {
    fields: ['words'],
    words: 'Cần bổ sung gì',
    hint: 'Cơ quan đọc câu này để biết còn thiếu gì.',
  },
  verify: { fields: ['words?'], words: 'Ghi chú' },
  'ask-extension': { fields: ['until', 'words'], words: 'Lý do xin gia hạn' },
  'grant-extension': { fields: ['until', 'words?'], words: 'Ghi chú' },
  'deny-extension': { fields: ['words'], words: 'Lý do không gia hạn' },
  'give-opinion': { fields: ['words', 'evidence'], words: 'Ý kiến phối hợp' },
  instruct: { fields: ['words'], words: 'Ý kiến chỉ đạo' },
  move: { fields: ['agency', 'words'], words: 'Lý do chuyển' },
  withdraw: { fields: ['words'], words: 'Lý do thu hồi' },
  'set-aside': { fields: ['words'], words: 'Lý do không còn phải thực hiện' },
  reopen: { fields: ['words'], words: 'Lý do mở lại' },
}

/** What the person has typed; kept whatever the server answers. */
export interface Answers {
  readonly words: string
  readonly percent: string
  readonly until: string | undefined
  readonly due: string | undefined
  readonly agency: string | undefined
  readonly evidence: readonly Evidence[]
}

export interface Asked {
  readonly name: FieldName
  readonly isOptional: boolean
}

/** The fields of a verb's form. */
export const listFields = (verb: Verb): readonly Asked[] =>
  forms[verb].fields.map((field) => ({
    name: field.replace('?', '') as FieldName,
    isOptional: field.endsWith('?'),
  }))

export const wordsLabel = (verb: Verb): string => forms[verb].words ?? 'Ghi chú'
export const wordsHint = (verb: Verb): string | undefined => forms[verb].hint

/** What a form begins with: what the duty already says. */
export const toFirstAnswers = (
  verb: Verb,
  duty: Pick<Assignment, 'due' | 'extension' | 'agency'>,
): Answers => ({
  words: '',
  percent: '',
  until: verb === 'grant-extension' ? duty.extension?.until : undefined,
  due: verb === 'assign' ? (duty.due ?? undefined) : undefined,
  agency: verb === 'assign' ? (duty.agency ?? undefined) : undefined,
  evidence: [],
})

export type Faults = Partial<Readonly<Record<FieldName, string>>>

/** What is missing or impossible; nothing when the form can be sent. */
export const findFaults = (verb: Verb, answers: Answers): Faults => {
  const faults: { [K in FieldName]?: string } = {}
  for (const { name, isOptional } of listFields(verb)) {
    if (name === 'words' && !isOptional && answers.words.trim().length < 3)
      faults.words = `${wordsLabel(verb)}: ghi ít nhất vài chữ.`
    if (
      name === 'percent' &&
      answers.percent.trim() !== '' &&
      !/^(?:\d{1,2}|100)$/u.test(answers.percent.trim())
    )
      faults.percent = 'Ghi một số từ 0 đến 100.'
    if (name === 'until' && answers.until === undefined) faults.until = 'Ghi ngày xin hoặc cho gia hạn đến.'
    if (name === 'agency' && !isOptional && answers.agency === undefined) faults.agency = 'Chọn một cơ quan.'
  }
  return faults
}

/** The deed as it is sent; ask {@link findFaults} first. */
export const toDeed = (verb: Verb, answers: Answers): SentDeed => {
  const words = answers.words.trim()
  const note = words === '' ? null : words
  const evidence = [...answers.evidence]
  const [agency = '', until = ''] = [answers.agency, answers.until]
  switch (verb) {
    case 'open':
    case 'accept':
    case 'approve':
    case 'close':
      return { verb }
    case 'assign':
      return { verb, agency, due: answers.due ?? null, note }
    case 'delegate':
      return { verb, to: agency, note }
    case 'report': {
      const percent = answers.percent.trim()
      return { verb, words, percent: percent === '' ? null : Number(percent), evidence }
    }
    case 'submit':
    case 'give-opinion':
      return { verb, words, evidence }
    case 'instruct':
      return { verb, words }
    case 'verify':
      return { verb, note }
    case 'ask-extension':
      return { verb, until, reason: words }
    case 'grant-extension':
      return { verb, until, note }
    case 'move':
      return { verb, agency, reason: words }
    case 'refuse':
    case 'return':
    case 'deny-extension':
    case 'withdraw':
    case 'set-aside':
    case 'reopen':
      return { verb, reason: words }
    default: {
      const never: never = verb
      return never
    }
  }
}
