import type { Line } from './types.ts'

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
/** For whom and in whose place: "TM.", "T/M", "KT.", "TL.", "TUQ.", with or without blanks. */
const AUTHORITY = /^(TM|T\/M|T\.M|KT|K\.T|TL|T\.L|TUQ|T\.UQ)\s?[.,]?\s?(\p{Lu}[\p{Lu}\s,.-]{2,})$/u
const POSTS =
  'CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|BÍ THƯ|CỤC TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|VIỆN TRƯỞNG|CHÁNH ÁN|CHỈ HUY TRƯỞNG|TỔNG THANH TRA|TRƯỞNG TIỂU BAN|VỤ TRƯỞNG|CHÁNH THANH TRA|TRƯỞNG ĐOÀN|TỔNG BÍ THƯ|CHỦ NHIỆM|TỔNG KIỂM TOÁN|THỐNG ĐỐC|CHI CỤC TRƯỞNG|THỦ TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG|TỔNG BIÊN TẬP|TRƯỞNG CÔNG AN|TRƯỞNG KHOA|TRƯỞNG TRẠM|CHÍNH ỦY'
const POST = new RegExp(
  `^(?:Q\\.\\s?|QUYỀN )?(?:PHÓ )?(?:${POSTS})(?: (?:THƯỜNG TRỰC|TỈNH|BAN|SỞ|[\\p{Lu}]+))*$`,
  'u',
)
/** The right column, when the two columns of the foot stand on one line with only a space between. */
const RIGHT = new RegExp(
  `\\s+((?:TM|T\\/M|KT|TL|TUQ)\\s?\\.\\s?\\p{Lu}[\\p{Lu}\\s]+|(?:Q\\.\\s?)?(?:PHÓ )?(?:${POSTS})(?: [\\p{Lu}]+)*)\\s*$`,
  'u',
)
/** The name of the signer on the line of a recipient: `- UBND các huyện, thành phố; Nguyễn Văn Mẫu`. */
const SIGNED_BESIDE =
  /(?<=^[-+•*~].*;)\s+((?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Lương|Trương|Trịnh|Đào|Mai|Tô|Đoàn|Lâm|Tống|Cao|Hà)(?: \p{Lu}\p{Ll}+){1,3})$/u
const NAME =
  /^(?:(?:TS|ThS|PGS|GS|BS|BSCKI|BSCKII|Thiếu tướng|Đại tá|Trung tướng|Thượng tướng|Đại tướng|Thượng tá)\.?\s)*\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4}$/u
/** A name in capitals counts only when it begins with a family name. */
const NAME_CAPITALS =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐINH|LƯƠNG|TRƯƠNG|TRỊNH|ĐÀO|MAI|TÔ|ĐOÀN|LÂM|TỐNG|CAO|HÀ|CHU|TẠ|THÁI|LƯU|VƯƠNG|NÔNG|TRIỆU|VI|LÒ|VÀNG|GIÀNG|SÙNG|BẾ|LẠI|KIỀU|QUÁCH|THẠCH|ĐIỂU|LỤC|MA|MÙA|THÀO|HỨA|ÂU|LA|PHÙNG|TĂNG|CÙ|VĂN|ÔNG|DOÃN|NGHIÊM|KHUẤT)(?:\s\p{Lu}{2,7}){1,3}$/u
const NOT_A_NAME =
  /^(?:Nơi|Như|Lưu|Văn|Báo|Đài|Bộ|Sở|Ban|Ủy|Uỷ|Hội|Tỉnh|Thành|Các|Cục|Công|Chi|Thường|Phòng|Trung|Tòa|Viện|Đoàn|Ký|Đã|Phụ|Bản|Cổng|Người|Tổng|Quốc|Thủ|Chính|Mẫu|Biểu|Độc|Cộng)\s/u

/** Reads "Nơi nhận" and the signature, whatever columns they stand in. */
export const readFoot = (lines: readonly Line[]): Foot => {
  const left: FootPart[] = []
  const right: FootPart[] = []
  // A foot whose "Nơi nhận" is lost begins with its first item.
  let inRecipients = /^[-~+]/u.test(lines.find((line) => line.kind === 'text')?.text ?? '')
  for (const line of lines) {
    if (line.kind === 'blank' || line.kind === 'noise' || line.kind === 'rule' || line.kind === 'footnote')
      continue
    if (line.kind === 'pipe') {
      inRecipients = false
      continue
    }
    for (const column of toColumns(line)) {
      if (RECIPIENTS.test(column)) {
        inRecipients = true
        const rest = column.replace(RECIPIENTS, '')
        if (AUTHORITY.test(rest) || POST.test(rest)) right.push({ value: rest, line: line.index })
        else if (/^[-+]/u.test(rest)) left.push({ value: rest, line: line.index })
      } else if (continuesSigning(right.at(-1)?.value, column)) {
        const last = right.pop() as FootPart
        right.push({ ...last, value: `${last.value} ${column}` })
      } else if (isSigning(column) || isBrokenPost(column)) right.push({ value: column, line: line.index })
      else if (/^[-+•*~]/u.test(column) && inRecipients) left.push({ value: column, line: line.index })
      else if (inRecipients && left.length > 0 && goesOn(left.at(-1)?.value ?? '', column)) {
        const last = left.pop() as FootPart
        left.push({ ...last, value: `${last.value} ${column}` })
      }
    }
  }
  return { ...readSigning(right), recipients: left.map(toRecipient).filter((r) => r.value !== '') }
}

/** The columns of a foot line: cells, wide gaps, or a signature after a single space. */
const toColumns = (line: Line): string[] => {
  const cells =
    line.kind === 'row'
      ? line.text.split(/[|\t]/u)
      : line.text.replace(/^(\s*[-+•*~])\s{2,}/u, '$1 ').split(/\s{3,}/u)
  return cells.flatMap((cell) => {
    const text = cell
      .replace(/\s+/gu, ' ')
      .replace(/(?<=\p{Lu}{2})[\p{Ll}\])|^]{1,3}$/u, '')
      .trim()
    if (text === '') return []
    const match = isSigning(text) ? null : (RIGHT.exec(text) ?? SIGNED_BESIDE.exec(text))
    return match ? [text.slice(0, match.index).trim(), match[1] ?? ''].filter((t) => t !== '') : [text]
  })
}

/** `TM. ỦY BAN NHÂN` + `DÂN`, `PHÓ CHỦ` + `TỊCH`: an organ or a post that runs over two lines. */
const continuesSigning = (before: string | undefined, column: string): boolean =>
  before !== undefined &&
  /(?:BAN|NHÂN|HỘI|ĐỒNG|CHẤP|THƯỜNG|CHỦ|GIÁM|TRƯỞNG|MẶT|TRẬN|QUỐC|PHÓ|CỤC|VỤ|BỘ|THỦ|CHÍNH|ĐẢNG|DÂN)$/u.test(
    before,
  ) &&
  /^\p{Lu}+(?:\s\p{Lu}+){0,4}$/u.test(column) &&
  (isSigning(`${before} ${column}`) || isBrokenPost(`${before} ${column}`)) &&
  !POST.test(column)

const isBrokenPost = (text: string): boolean =>
  /^(?:PHÓ )?(?:CHỦ|GIÁM|TRƯỞNG|THỦ|BỘ|CHÁNH VĂN)$/u.test(text) || text === 'PHÓ'

/** `Phó Thủ tướng` in small letters is a post too when it stands alone. */
const isPost = (text: string): boolean =>
  POST.test(text) || (text.length < 40 && /^\p{Lu}\p{Ll}/u.test(text) && POST.test(text.toUpperCase()))

const isSigning = (text: string): boolean => AUTHORITY.test(text) || isPost(text) || isName(text)

const isName = (text: string): boolean =>
  text.length < 40 && (NAME.test(text) || NAME_CAPITALS.test(text)) && !NOT_A_NAME.test(text)

/** A recipient that runs on: the one before has not ended, or the line begins small. */
const goesOn = (before: string, text: string): boolean =>
  !/^\(?(?:Đã ký|đã ký|Ký tên)/u.test(text) &&
  (!/^[-+~*•]*\s?Lưu/u.test(before) || before.endsWith(',')) &&
  ((/^\p{Ll}|^\(/u.test(text) && text.length < 90) ||
    (!/[;.:]$/u.test(before) && /[;.]$/u.test(text) && text.length < 90))

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
    const match = AUTHORITY.exec(part.value)
    if (match) {
      // A second signature block (an attached plan) begins anew.
      if (name !== null) break
      authority.push(toAuthority(match[1] ?? '', match[2] ?? ''))
      authorityLine = part.line
    } else if (isPost(part.value)) {
      if (name !== null) break
      // Below the post for which he signs stands the office that he holds at home: the first counts.
      if (title === null || authority.length === 0) title = { value: toPost(part.value), line: part.line }
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

const SIGNS: Readonly<Record<string, string>> = {
  // As the Party prints it; committees of the people print TM.
  'T/M': 'T/M',
  'T.M': 'TM.',
  'K.T': 'KT.',
  'T.L': 'TL.',
  'T.UQ': 'TUQ.',
}

const toAuthority = (sign: string, whom: string): string => {
  const words = whom
    .replace(/\s+/gu, ' ')
    .replace(/[,.\s-]+$/u, '')
    .trim()
  const body = words.replace(/^(?:ỦY|UỶ) BAN NHÂN DÂN/u, 'UBND').replace(/^HỘI ĐỒNG NHÂN DÂN/u, 'HĐND')
  const [first, ...rest] = body.split(' ')
  const short = first === 'UBND' || first === 'HĐND'
  const text = short ? [first, ...rest.map((w) => w.toLowerCase())].join(' ') : toPost(body)
  const printed = sign === 'T/M' && short ? 'TM.' : (SIGNS[sign] ?? `${sign}.`)
  return `${printed} ${text}`
}

/** `PHÓ CHỦ TỊCH` → `Phó Chủ tịch`: the office after "Phó" keeps its capital. */
export const toPost = (capitals: string): string => {
  const text = capitals.replace(/\s+/gu, ' ').trim().toLowerCase()
  const cased = text.charAt(0).toUpperCase() + text.slice(1)
  return cased
    .replace(
      /^(Phó|Quyền|Q\.) (\p{Ll})/u,
      (_, sign: string, letter: string) => `${sign} ${letter.toUpperCase()}`,
    )
    .replace(
      / (chính phủ|quốc hội|đảng|thường trực|thường vụ|tiểu ban)/gu,
      (found) => ` ${found.charAt(1).toUpperCase()}${found.slice(2)}`,
    )
    .replace(/ Tiểu ban/u, ' tiểu ban')
}

const toPersonName = (text: string): string => {
  const plain = text.replace(
    /^(?:(?:TS|ThS|PGS|GS|BS|BSCKI|BSCKII|Thiếu tướng|Đại tá|Trung tướng|Thượng tướng|Đại tướng|Thượng tá)\.?\s)+/u,
    '',
  )
  return /\p{Ll}/u.test(plain)
    ? plain
    : plain
        .split(' ')
        .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
        .join(' ')
}
