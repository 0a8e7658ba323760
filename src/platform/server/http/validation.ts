/** What a request has that its schema does not allow, in words for the person who sent it. */

export interface ValidationIssue {
  readonly keyword?: string
  readonly instancePath?: string
  readonly schemaPath?: string
  readonly params?: Readonly<Record<string, unknown>>
}

const PLACES: Readonly<Record<string, string>> = {
  body: 'nội dung gửi lên',
  params: 'đường dẫn',
  querystring: 'điều kiện tìm trên đường dẫn',
  headers: 'tiêu đề của yêu cầu',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'chữ',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'đúng hoặc sai',
  array: 'danh sách',
  object: 'một nhóm mục',
  null: 'để trống',
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'không đúng dạng mã',
  date: 'không phải ngày dạng 2026-06-30',
  'date-time': 'không phải thời điểm dạng 2026-06-30T09:00:00Z',
  email: 'không phải địa chỉ thư điện tử',
  uri: 'không phải địa chỉ trang mạng',
}

/** A choice has more values than anybody reads. */
const SHOWN_VALUES = 20
const SHOWN_ISSUES = 5

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const toChoice = (values: readonly unknown[]): string => {
  const shown = values.slice(0, SHOWN_VALUES).map((value) => `“${String(value)}”`)
  return `phải là ${shown.length === 1 ? '' : 'một trong: '}${shown.join(', ')}${values.length > SHOWN_VALUES ? '…' : ''}`
}

/** What is wrong at a place, by the keyword of JSON Schema that says so. */
const toFault = ({ keyword = '', params = {} }: ValidationIssue): string => {
  const limit = String(params['limit'])
  switch (keyword) {
    case 'required':
      return 'còn thiếu'
    case 'additionalProperties':
      return 'không dùng ở đây, cần bỏ đi'
    case 'type':
      return `phải là ${list(params['type'])
        .map((type) => TYPES[String(type)] ?? 'kiểu khác')
        .join(' hoặc ')}`
    case 'enum':
      return toChoice(list(params['allowedValues']))
    case 'const':
      return toChoice([params['allowedValue']])
    case 'minLength':
      return limit === '1' ? 'không được để trống' : `cần ít nhất ${limit} ký tự`
    case 'maxLength':
      return `dài quá ${limit} ký tự`
    case 'minItems':
    case 'minProperties':
      return `cần ít nhất ${limit} mục`
    case 'maxItems':
    case 'maxProperties':
      return `có quá ${limit} mục`
    case 'uniqueItems':
      return 'có mục lặp lại'
    case 'minimum':
      return `không được nhỏ hơn ${limit}`
    case 'maximum':
      return `không được lớn hơn ${limit}`
    case 'format':
      return FORMATS[String(params['format'])] ?? 'không đúng dạng'
    default:
      return 'không đúng dạng'
  }
}

const CHOICES: ReadonlySet<string> = new Set(['const', 'enum', 'type'])

/** Several kinds of one thing that are allowed, as one issue. */
const mergeChoices = (issues: readonly ValidationIssue[]): ValidationIssue => {
  const [first = {}] = issues
  const values = issues.flatMap(({ keyword, params = {} }) =>
    keyword === 'const' ? [params['allowedValue']] : keyword === 'enum' ? list(params['allowedValues']) : [],
  )
  if (values.length > 0) return { ...first, keyword: 'enum', params: { allowedValues: [...new Set(values)] } }
  const types = issues.flatMap(({ params = {} }) => list(params['type']))
  return { ...first, keyword: 'type', params: { type: [...new Set(types)] } }
}

/** Of a choice between shapes: what is wrong with the one that was meant, or which there are. */
const resolveChoice = (branches: readonly (readonly ValidationIssue[])[]): readonly ValidationIssue[] => {
  const firsts = branches.flatMap((branch) => (branch.length === 1 ? branch : []))
  const isFlat = firsts.every(
    (issue) => CHOICES.has(issue.keyword ?? '') && issue.instancePath === firsts[0]?.instancePath,
  )
  if (isFlat && firsts.length === branches.length) return [mergeChoices(firsts)]
  const meant = branches.filter((branch) => !branch.some((issue) => issue.keyword === 'const'))
  if (meant.length > 0) return meant.toSorted((a, b) => a.length - b.length)[0] ?? []
  const named = branches.flatMap((branch) => branch.find((issue) => issue.keyword === 'const') ?? [])
  return [mergeChoices(named)]
}

/** Without the noise of unions: each choice says what it wants once, the innermost first. */
const resolveUnions = (issues: readonly ValidationIssue[]): readonly ValidationIssue[] => {
  let left = [...issues]
  const unions = issues
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .toSorted((a, b) => (b.schemaPath ?? '').length - (a.schemaPath ?? '').length)
  for (const union of unions) {
    const within = `${union.schemaPath}/`
    const isWithin = (issue: ValidationIssue): boolean =>
      (issue.schemaPath ?? '').startsWith(within) &&
      (issue.instancePath ?? '').startsWith(union.instancePath ?? '')
    const branches = new Map<string, ValidationIssue[]>()
    for (const issue of left.filter(isWithin)) {
      const branch = (issue.schemaPath ?? '').slice(within.length).split('/')[0] ?? ''
      branches.set(branch, [...(branches.get(branch) ?? []), issue])
    }
    if (branches.size === 0) continue
    const resolved = resolveChoice([...branches.values()]).map((issue) => ({
      ...issue,
      schemaPath: union.schemaPath ?? '',
    }))
    left = [...left.filter((issue) => issue !== union && !isWithin(issue)), ...resolved]
  }
  return left
}

const toWhere = ({ instancePath = '', params = {} }: ValidationIssue, place: string): string => {
  const inner = params['missingProperty'] ?? params['additionalProperty']
  const steps = [...instancePath.split('/').slice(1), ...(typeof inner === 'string' ? [inner] : [])]
  // People count from one.
  const names = steps.map((step) => (/^\d+$/u.test(step) ? String(Number(step) + 1) : step.slice(0, 60)))
  return names.length === 0 ? `toàn bộ ${place}` : `mục “${names.join(' → ')}” trong ${place}`
}

/** Where a request failed its schema and what to send instead: `Mục “due” trong nội dung gửi lên phải là chữ …`. */
export const toValidationDetail = (issues: readonly ValidationIssue[], context: string): string => {
  const place = PLACES[context] ?? 'yêu cầu'
  const parts = [
    ...new Set(resolveUnions(issues).map((issue) => `${toWhere(issue, place)} ${toFault(issue)}`)),
  ]
  const more = parts.length > SHOWN_ISSUES ? `; và ${parts.length - SHOWN_ISSUES} chỗ khác` : ''
  const said = parts.slice(0, SHOWN_ISSUES).join('; ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${more}.`
}
