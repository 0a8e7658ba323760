import { toNfc, toOldToneMarks } from '#kernel/vietnamese.ts'

/**
 * Printed names of agencies brought to one key: case, tone-mark spelling, signs, `và`/`&` and the offices'
 * abbreviations make no difference; letters and tone marks do, so that no name is taken for a like one.
 */

/** Abbreviation as printed (marks between the letters do not count) → the words. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ubnd: 'ủy ban nhân dân',
  hđnd: 'hội đồng nhân dân',
  ub: 'ủy ban',
  atgt: 'an toàn giao thông',
  atgtqg: 'an toàn giao thông quốc gia',
  ubatgtqg: 'ủy ban an toàn giao thông quốc gia',
  batgt: 'ban an toàn giao thông',
  ttatgt: 'trật tự an toàn giao thông',
  ttatxh: 'trật tự an toàn xã hội',
  gtvt: 'giao thông vận tải',
  csgt: 'cảnh sát giao thông',
  gdđt: 'giáo dục đào tạo',
  tttt: 'thông tin truyền thông',
  vhttdl: 'văn hóa thể thao du lịch',
  vhtt: 'văn hóa thông tin',
  lđtbxh: 'lao động thương binh xã hội',
  ldtbxh: 'lao động thương binh xã hội',
  nnptnt: 'nông nghiệp phát triển nông thôn',
  nnmt: 'nông nghiệp môi trường',
  tnmt: 'tài nguyên môi trường',
  khđt: 'kế hoạch đầu tư',
  khcn: 'khoa học công nghệ',
  chqs: 'chỉ huy quân sự',
  bchqs: 'bộ chỉ huy quân sự',
  bchqst: 'bộ chỉ huy quân sự tỉnh',
  bđbp: 'bộ đội biên phòng',
  mttq: 'mặt trận tổ quốc',
  mttqvn: 'mặt trận tổ quốc',
  tncs: 'thanh niên cộng sản',
  tnth: 'thanh niên tình nguyện',
  hcm: 'hồ chí minh',
  qltt: 'quản lý thị trường',
  qlđb: 'quản lý đường bộ',
  tand: 'tòa án nhân dân',
  vksnd: 'viện kiểm sát nhân dân',
  lhpn: 'liên hiệp phụ nữ',
  hlhpn: 'hội liên hiệp phụ nữ',
  ccb: 'cựu chiến binh',
  lđlđ: 'liên đoàn lao động',
  ldld: 'liên đoàn lao động',
  ctđ: 'chữ thập đỏ',
  ptth: 'phát thanh truyền hình',
  cthđnd: 'chủ tịch hội đồng nhân dân',
  qlda: 'quản lý dự án',
  đtxd: 'đầu tư xây dựng',
  kkt: 'khu kinh tế',
  kcn: 'khu công nghiệp',
  bhxh: 'bảo hiểm xã hội',
  ctxh: 'chính trị xã hội',
  vp: 'văn phòng',
  ca: 'công an',
}

/** Short forms that mean this only after `sở`: elsewhere `TP` is a city. */
const AFTER_DEPARTMENT: Readonly<Record<string, string>> = {
  tp: 'tư pháp',
  xd: 'xây dựng',
  tc: 'tài chính',
  nv: 'nội vụ',
  yt: 'y tế',
  ct: 'công thương',
}

/** Spelled apart with `và`, commas or strokes: `VH, TT và DL`, `GD - ĐT`, `Nông nghiệp và PTNT`. */
const APART: readonly (readonly [string, string])[] = [
  ['vh tt dl', 'văn hóa thể thao du lịch'],
  ['gd đt', 'giáo dục đào tạo'],
  ['tt tt', 'thông tin truyền thông'],
  ['lđ tb xh', 'lao động thương binh xã hội'],
  ['kh đt', 'kế hoạch đầu tư'],
  ['kh cn', 'khoa học công nghệ'],
  ['tn mt', 'tài nguyên môi trường'],
  ['nn mt', 'nông nghiệp môi trường'],
  ['nn ptnt', 'nông nghiệp phát triển nông thôn'],
  ['ptnt', 'phát triển nông thôn'],
  ['pt th', 'phát thanh truyền hình'],
  ['ct xh', 'chính trị xã hội'],
]

const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/gu

const toWord = (chunk: string, before: string | undefined): string => {
  const letters = chunk.replace(NOT_WORD, '')
  if (before === 'sở' && AFTER_DEPARTMENT[letters] !== undefined) return AFTER_DEPARTMENT[letters]
  return ABBREVIATIONS[letters] ?? chunk.replace(NOT_WORD, ' ').trim()
}

/** The key of a printed name: `Sở GD&ĐT`, `SỞ GIÁO DỤC VÀ ĐÀO TẠO` → `sở giáo dục đào tạo`. */
export const toAgencyKey = (printed: string): string => {
  const chunks = toOldToneMarks(toNfc(printed).toLowerCase()).split(/\s+/u)
  const words = chunks.map((chunk, i) => toWord(chunk, chunks[i - 1]))
  let key = ` ${words.join(' ').replace(/\s+/gu, ' ')} `
  // Twice, because two neighbours share the space between them.
  for (const filler of [' và ', ' và ', ' việt nam ']) key = key.replaceAll(filler, ' ')
  for (const [short, long] of APART) key = key.replaceAll(` ${short} `, ` ${long} `)
  return key.trim()
}

/** A province as documents print it: type word and name. */
export interface ProvinceName {
  readonly kind: 'tỉnh' | 'thành phố'
  readonly name: string
}

/** `Tỉnh Lạng Sơn` → its type word and its name. */
export const toProvinceName = (printed: string): ProvinceName => {
  const words = toOldToneMarks(toNfc(printed)).trim()
  const match = /^(tỉnh|thành phố)\s+(.+)$/iu.exec(words)
  if (!match) return { kind: 'tỉnh', name: words }
  return { kind: match[1]?.toLowerCase() === 'tỉnh' ? 'tỉnh' : 'thành phố', name: match[2] ?? '' }
}

/**
 * The key without what names the province at its end: `công an tỉnh lạng sơn` and `công an tỉnh` → `công an`.
 * A bare `thành phố` falls only where the province is a city: elsewhere it is the city of a district.
 */
export const withoutProvince = (key: string, provinces: readonly ProvinceName[]): string => {
  for (const { kind, name } of provinces) {
    const own = toAgencyKey(name)
    for (const tail of [` ${kind} ${own}`, ` ${own}`, ` ${kind}`]) {
      if (key.endsWith(tail)) return key.slice(0, -tail.length).replace(/ (?:của|cấp|trên địa bàn)$/u, '')
    }
  }
  return key
}

/** The key of a name that stands for many: `Các sở, ban, ngành của tỉnh` → `sở ban ngành`. */
export const toGroupKey = (printed: string, provinces: readonly ProvinceName[]): string => {
  const key = withoutProvince(toAgencyKey(printed), provinces)
  return key.replace(/^(?:(?:toàn thể|toàn bộ|tất cả|toàn) )?(?:các|những) /u, '')
}
