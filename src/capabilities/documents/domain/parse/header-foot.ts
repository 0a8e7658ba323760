import {
  findAuthority,
  isName,
  isPost,
  isPrintedPost,
  SIGN,
  SIGNING_POSTS,
  toAuthority,
  toPersonName,
  toPost,
} from './signing.ts'
import type { Line } from './types.ts'
import { listMatches } from './words.ts'

export interface Foot {
  readonly name: FootPart | null
  readonly title: FootPart | null
  readonly authority: FootPart | null
  readonly recipients: readonly FootPart[]
}

export interface FootPart {
  readonly value: string
  readonly line: number
}

const RECIPIENTS =
  /^(?:[*.]\s*)?(?:Nơi nhận|[NV][oơó]i nh[aâậ]n|NƠI NHẬN|Nơi nhân|Noi nhận|Nơi gửi)\s?[:.;]?\s*/u
/** The right column, when the two columns of the foot stand on one line with only a space between. */
const RIGHT = new RegExp(
  `\\s+((?:${SIGN})\\s?[./]\\s?\\p{Lu}[\\p{Lu}\\s]+|(?:Q\\.\\s?)?(?:PHÓ )?(?:${SIGNING_POSTS})(?: [\\p{Lu}]+)*)\\s*$`,
  'u',
)
/** The name of the signer on the line of a recipient: `- UBND các huyện, thành phố; Nguyễn Văn Mẫu`. */
const SIGNED_BESIDE =
  /(?<=^[-+•*~].*;)\s+((?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Lương|Trương|Trịnh|Đào|Mai|Tô|Đoàn|Lâm|Tống|Cao|Hà)(?: \p{Lu}\p{Ll}+){1,3})$/u
/** A signature in one line begins so: `KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Nguyễn Văn Mẫu`. */
const SIGNING = new RegExp(
  `^(?:(?:${SIGN})\\s?[.,:/]?\\s?(?=\\p{Lu}{2})|(?:Q\\. ?)?(?:PHÓ )?(?:${SIGNING_POSTS})(?!\\p{L}))`,
  'u',
)
const POSTS = new RegExp(
  `(?<!\\p{L})(?:(?:${SIGN})\\s?[./]\\s?)?(?:PHÓ )?(?:${SIGNING_POSTS})(?!\\p{L})`,
  'gu',
)
const SIGN_BEHIND = new RegExp(`(?<=[.;)])\\s+(?=(?:${SIGN})\\s?[./]\\s?\\p{Lu}{2})`, 'u')
const NEXT_NAME = /\s+(?=[([]?(?:Đã|đã|ĐÃ) (?:ký|KÝ))|(?<=\p{Lu}{2}|[Kk]ý[)\]]?)\s+(?=\p{Lu}\p{Ll})/u
const SIGNED = /^[([]?\s?(?:[ĐđDd]ã ký|ĐÃ KÝ|[Kk]ý tên)\s?[)\]]?\s*[:.-]?\s*/u

/** Reads "Nơi nhận" and the signature, whatever columns they stand in. */
export const readFoot = (lines: readonly Line[]): Foot => {
  const left: FootPart[] = []
  const right: FootPart[] = []
  // A foot whose "Nơi nhận" is lost begins with its first item.
  let inRecipients = /^[-~+]/u.test(lines.find((line) => line.kind === 'text')?.text ?? '')
  let approving: number | undefined
  for (const line of lines) {
    if (line.kind === 'blank' || line.kind === 'noise' || line.kind === 'rule' || line.kind === 'footnote')
      continue
    if (line.kind === 'pipe') {
      inRecipients = false
      continue
    }
    const cells = toCells(line)
    // Who approves stands beside who signs: `DUYỆT CỦA HIỆU TRƯỞNG` and `TỔ TRƯỞNG`.
    if (cells.length > 1) approving ??= cells.findIndex((cell) => APPROVES.test(cell)) + 1 || undefined
    const own = cells.length > 1 ? cells.filter((_, i) => i + 1 !== approving) : cells
    for (const column of toColumns(own)) {
      if (RECIPIENTS.test(column)) {
        inRecipients = true
        const rest = column.replace(RECIPIENTS, '')
        if (findAuthority(rest) || isPrintedPost(rest)) right.push({ value: rest, line: line.index })
        else if (/\p{L}{3}.*[;,.]|^[-+]/u.test(rest))
          left.push(
            ...rest.split(/(?<=[;,]) (?=[-+])|(?<=;) /u).map((value) => ({ value, line: line.index })),
          )
      } else if (continuesSigning(right.at(-1)?.value, column)) {
        const last = right.pop() as FootPart
        right.push({ ...last, value: `${last.value} ${column}` })
      } else if (isSigning(column) || isBrokenPost(column)) right.push({ value: column, line: line.index })
      else if (/^[-+•*~]/u.test(column) && inRecipients) left.push({ value: column, line: line.index })
      else if (inRecipients && left.length > 0 && goesOn(left.at(-1)?.value ?? '', column)) {
        const last = left.pop() as FootPart
        left.push({ ...last, value: `${last.value} ${column}` })
      } else if (inRecipients && isBareRecipient(left, column)) left.push({ value: column, line: line.index })
    }
  }
  return { ...readSigning(right), recipients: left.map(toRecipient).filter((r) => r.value !== '') }
}

const APPROVES = /^(?:(?:PHÊ )?DUYỆT|XÁC NHẬN|Ý KIẾN)(?!\p{L})/u

/** Cells of a table, or what wide gaps hold apart. */
const toCells = (line: Line): string[] =>
  (line.kind === 'row' || line.text.includes('|')
    ? line.text.split(/[|\t]/u)
    : line.text.replace(/^(\s*[-+•*~])\s{2,}/u, '$1 ').split(/\s{3,}/u)
  )
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')

/** The columns of a foot line: its cells, or a signature after a single space. */
const toColumns = (cells: readonly string[]): string[] => {
  // A list of recipients in one paragraph, and the signature right behind it.
  const parts = cells.flatMap((cell) => cell.split(SIGN_BEHIND))
  return parts.flatMap((cell) => {
    const text = cell
      .replace(/\s+/gu, ' ')
      .replace(/(?<=\p{Lu}{2})[\p{Ll}\])|^]{1,3}$/u, '')
      .trim()
    if (text === '' || SIGNED.exec(text)?.[0] === text) return []
    const pieces = splitSigning(text)
    if (pieces[0] !== text) return pieces
    const match = isSigning(text) ? null : (RIGHT.exec(text) ?? SIGNED_BESIDE.exec(text))
    return match ? [text.slice(0, match.index).trim(), match[1] ?? ''].filter((t) => t !== '') : [text]
  })
}

/** Authority, post and name of a signature that stands in one line; other text stays whole. */
const splitSigning = (text: string): string[] => {
  if (SIGNED.test(text)) return [text.replace(SIGNED, '')].filter(isName)
  if (!SIGNING.test(text)) return [text]
  const [posts = '', ...rest] = text.split(NEXT_NAME).map((part) => part.replace(SIGNED, ''))
  return [...splitPosts(posts), ...rest].filter((part) => part !== '')
}

/** Each post begins a piece, but for the one that the sign of authority or a comma joins to what stands before. */
const splitPosts = (text: string): string[] => {
  const starts = listMatches(text, POSTS)
    .map((match) => match.index)
    .filter((at) => /\p{L}{3} $/u.test(text.slice(0, at)))
  return [0, ...starts].map((at, i, all) => text.slice(at, all[i + 1]).trim())
}

/** `TM. ỦY BAN NHÂN` + `DÂN`, `PHÓ CHỦ` + `TỊCH`: an organ or a post that runs over two lines. */
const continuesSigning = (before: string | undefined, column: string): boolean =>
  before !== undefined &&
  // Two posts of one person: `KT. BỘ TRƯỞNG,` + `CHỦ NHIỆM`.
  ((findAuthority(before) !== undefined &&
    ((before.endsWith(',') && isPrintedPost(column)) ||
      // The place of the body: `TM. ỦY BAN MTTQ VIỆT NAM` + `XÃ MẪU`.
      /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN) \p{Lu}[\p{Lu} ]+$/u.test(column))) ||
    runsOver(before, column))

const runsOver = (before: string, column: string): boolean =>
  /(?:BAN|NHÂN|HỘI|ĐỒNG|CHẤP|THƯỜNG|CHỦ|GIÁM|TRƯỞNG|MẶT|TRẬN|QUỐC|PHÓ|CỤC|VỤ|BỘ|THỦ|CHÍNH|ĐẢNG|DÂN|CHÁNH|VĂN|TỔNG|BÍ|HIỆU|VIỆN)$/u.test(
    before,
  ) &&
  /^\p{Lu}+(?:\s\p{Lu}+){0,4}$/u.test(column) &&
  (isSigning(`${before} ${column}`) || isBrokenPost(`${before} ${column}`)) &&
  !isPrintedPost(column)

const isBrokenPost = (text: string): boolean =>
  /^(?:PHÓ )?(?:CHỦ|GIÁM|TRƯỞNG|THỦ|BỘ|CHÁNH VĂN)$/u.test(text) || text === 'PHÓ'

const isSigning = (text: string): boolean => findAuthority(text) !== undefined || isPost(text) || isName(text)

/** A recipient that runs on: the one before has not ended, or the line begins small. */
const goesOn = (before: string, text: string): boolean =>
  !/^\(?(?:Đã ký|đã ký|Ký tên)/u.test(text) &&
  (!/^[-+~*•]*\s?Lưu/u.test(before) || before.endsWith(',')) &&
  ((/^\p{Ll}|^\(/u.test(text) && text.length < 90) ||
    (!/[;.:]$/u.test(before) && /[;.]$/u.test(text) && text.length < 90))

/** A list whose items have no sign before them: each line ends as an item does. */
const isBareRecipient = (left: readonly FootPart[], column: string): boolean =>
  !left.some((part) => /^[-+•*~]/u.test(part.value)) &&
  /^\p{Lu}/u.test(column) &&
  column.length < 90 &&
  (/[;,.]$/u.test(column) || /^Lưu(?:\s|:|$)/u.test(column))

const toRecipient = (part: FootPart): FootPart => ({
  ...part,
  value: part.value
    .replace(/^[-+•*~]+\s*/u, '')
    .replace(/\s*[;.,:/]+\s*$/u, '')
    .replace(/\s*\((?:b\/c|bc|báo cáo|b\/cáo|để b\/c|để báo cáo)\)$/iu, '')
    .replace(/\s*[;.,:]+$/u, '')
    .trim(),
})

const readSigning = (parts: readonly FootPart[]): Omit<Foot, 'recipients'> => {
  let title: FootPart | null = null
  let name: FootPart | null = null
  const authority: string[] = []
  let authorityLine = 0
  for (const part of parts) {
    const authorised = findAuthority(part.value)
    if (authorised) {
      // A second signature block (an attached plan) begins anew.
      if (name !== null) break
      authority.push(toAuthority(authorised.sign, authorised.whom))
      authorityLine = part.line
    } else if (isPost(part.value)) {
      if (name !== null) break
      // Below the post for which he signs stands the office that he holds at home: the first counts.
      title ??= { value: toPost(part.value), line: part.line }
    } else if (isName(part.value) && (title !== null || authority.length > 0)) {
      name ??= { value: toPersonName(part.value), line: part.line }
    }
  }
  // The seal hides the post, the name below it is left.
  const last = parts.at(-1)
  if (name === null && last && isName(last.value)) name = { value: toPersonName(last.value), line: last.line }
  return {
    name,
    title,
    authority: authority.length > 0 ? { value: authority.join('; '), line: authorityLine } : null,
  }
}
