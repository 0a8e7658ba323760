/** Names of document types and the short forms that numbers carry (Decree 30/2020, appendix III; party forms). */

/** Short form in a number → the Vietnamese name in lower case. */
const BY_SHORT_FORM: Readonly<Record<string, string>> = {
  KH: 'kế hoạch',
  CT: 'chỉ thị',
  QĐ: 'quyết định',
  NQ: 'nghị quyết',
  NĐ: 'nghị định',
  CĐ: 'công điện',
  TB: 'thông báo',
  KL: 'kết luận',
  HD: 'hướng dẫn',
  BC: 'báo cáo',
  TTr: 'tờ trình',
  CTr: 'chương trình',
  CTHĐ: 'chương trình hành động',
  CTrHĐ: 'chương trình hành động',
  KHHĐ: 'kế hoạch hành động',
  NQLT: 'nghị quyết liên tịch',
  PL: 'pháp lệnh',
  CTrPH: 'chương trình phối hợp',
  CtrPH: 'chương trình phối hợp',
  CTPH: 'chương trình phối hợp',
  TT: 'thông tư',
  TTLT: 'thông tư liên tịch',
  PA: 'phương án',
  ĐA: 'đề án',
  PĐ: 'phát động',
  QC: 'quy chế',
  QyĐ: 'quy định',
  QĐi: 'quy định',
  QH13: 'luật',
  CV: 'công văn',
  VBHN: 'văn bản',
  HĐ: 'hợp đồng',
  BB: 'biên bản',
  TL: 'thông lệnh',
}

/** The type that a number's tail tells: `11/KH-UBND` → kế hoạch. */
export const findTypeOfNumber = (number: string): string | undefined => {
  const forms = number.split(/[/-]/u).map((part) => part.trim())
  for (const form of forms) {
    const type = BY_SHORT_FORM[form]
    if (type !== undefined) return type
    if (/^QH\d{1,2}$/u.test(form)) return 'luật'
  }
  return undefined
}

/** Types as texts name them, the longer before the shorter; the value is the name that the contract uses. */
export const TYPE_NAMES: readonly (readonly [string, string])[] = [
  ['chương trình phối hợp', 'chương trình phối hợp'],
  ['kế hoạch phối hợp', 'kế hoạch'],
  ['quy chế phối hợp', 'quy chế phối hợp'],
  ['thông tư liên tịch', 'thông tư liên tịch'],
  ['chương trình hành động', 'chương trình hành động'],
  ['kế hoạch hành động', 'kế hoạch hành động'],
  ['nghị quyết liên tịch', 'nghị quyết liên tịch'],
  ['thông báo kết luận', 'thông báo'],
  ['kế hoạch', 'kế hoạch'],
  ['chỉ thị', 'chỉ thị'],
  ['quyết định', 'quyết định'],
  ['nghị quyết', 'nghị quyết'],
  ['nghị định', 'nghị định'],
  ['công điện', 'công điện'],
  ['công văn', 'công văn'],
  ['thông báo', 'thông báo'],
  ['kết luận', 'kết luận'],
  ['chương trình', 'chương trình'],
  ['hướng dẫn', 'hướng dẫn'],
  ['thông tư', 'thông tư'],
  ['thông tri', 'thông tri'],
  ['báo cáo', 'báo cáo'],
  ['tờ trình', 'tờ trình'],
  ['đề án', 'đề án'],
  ['phương án', 'phương án'],
  ['quy định', 'quy định'],
  ['quy chế', 'quy chế'],
  ['bộ luật', 'luật'],
  ['luật', 'luật'],
  ['pháp lệnh', 'pháp lệnh'],
  ['phát động', 'phát động'],
  ['lời kêu gọi', 'lời kêu gọi'],
  ['hợp đồng', 'hợp đồng'],
  ['biên bản', 'biên bản'],
  ['giấy mời', 'giấy mời'],
  ['chiến lược', 'chiến lược'],
  ['văn bản', 'văn bản'],
  ['lệnh', 'lệnh'],
]

/** The type whose name opens the words; undefined when none does. */
export const findTypeAtStart = (words: string): { type: string; length: number } | undefined => {
  const low = words.slice(0, 40).toLowerCase()
  for (const [name, type] of TYPE_NAMES) {
    if (low.startsWith(name) && !/^\p{L}/u.test(low.slice(name.length))) return { type, length: name.length }
  }
  return undefined
}
