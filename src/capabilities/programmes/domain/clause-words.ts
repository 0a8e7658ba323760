/** One step of a clause's path in the words of an office. */
const toStep = (step: string): string => {
  if (/^[IVXLC]+$/u.test(step)) return `mục ${step}`
  if (/^\d+(?:\.\d+)*$/u.test(step)) return `khoản ${step}`
  if (/^\p{Ll}$/u.test(step)) return `điểm ${step}`
  const dash = /^[-+](\d+)$/u.exec(step)
  if (dash) return `gạch đầu dòng thứ ${dash[1]}`
  return /^PL\d*$/u.test(step) ? `Phụ lục ${step.slice(2)}`.trim() : step
}

/**
 * A clause as a letter names it, from the smallest part to the greatest (Decree 30/2020/NĐ-CP, annex I): `III.2.a` →
 * `điểm a khoản 2 mục III`; a row of an annex: `PL.4` → `số thứ tự 4 Phụ lục`. Null for the document as a whole.
 */
export const toClauseWords = (path: string): string | null => {
  if (path === '' || path === '(closing)') return null
  const row = /^(PL\d*)\.(\d+)(?:#\d+)?$/u.exec(path)
  if (row) return `số thứ tự ${row[2]} ${toStep(row[1] ?? '')}`
  const steps = path.match(/(?:[^.()]|\([^)]*\))+/gu) ?? []
  return steps
    .map((step) => toStep(step.replace(/#\d+$/u, '')))
    .toReversed()
    .join(' ')
}
