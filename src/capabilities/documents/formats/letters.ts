import { isGarbled, toHealth, toScore, type Health } from './garbled.ts'
import { fromDoubleUtf8, fromTcvn3, fromVni } from './legacy-letters.ts'

/** Text in Unicode, and what had to be done for it. */
export interface Letters {
  readonly text: string
  readonly note: string | undefined
}

interface Repair {
  readonly name: string
  readonly apply: (text: string) => string | undefined
  /** It works only on what truly is that; no comparison is needed. */
  readonly proves: boolean
}

const repairs: readonly Repair[] = [
  { name: 'TCVN3 (ABC)', apply: fromTcvn3, proves: false },
  { name: 'VNI', apply: fromVni, proves: false },
  { name: 'UTF-8 đọc nhầm thành windows-1252', apply: fromDoubleUtf8, proves: true },
]

/** Signs that an old letter set leaves in a text; without many of them there is nothing to repair. */
const LEGACY_SIGN = /[¡-¿×÷À-ÿ]/gu
const SURE = 0.85

/**
 * Brings a text in an old letter set to Unicode when the statistics of its letters leave no doubt: read that
 * way nearly every word is a Vietnamese syllable, read as it stands they are not. A file may mix fonts, so
 * each line is turned only when turning makes it better. Other text is returned as it is.
 */
export const toUnicode = (text: string): Letters => {
  const before = toHealth(text)
  if (before.broken < 3 || !isWorthTrying(text, before)) return { text, note: undefined }
  let best: { readonly text: string; readonly name: string; readonly score: number } | undefined
  for (const { name, apply, proves } of repairs) {
    const turned = turnLines(text, apply, proves)
    if (turned === text) continue
    const health = toHealth(turned)
    const score = toScore(health)
    if (!isGarbled(health) && score > (best?.score ?? SURE) && score > toScore(before) + 0.02)
      best = { text: turned, name, score }
  }
  return best
    ? { text: best.text, note: `Chữ Việt theo bảng mã ${best.name} đã được đổi sang Unicode.` }
    : { text, note: undefined }
}

const isWorthTrying = (text: string, { words, broken }: Health): boolean =>
  broken > words * 0.01 && (text.match(LEGACY_SIGN)?.length ?? 0) > words * 0.02

const turnLines = (text: string, apply: Repair['apply'], proves: boolean): string =>
  text
    .split('\n')
    .map((line) => {
      const turned = apply(line)
      if (turned === undefined || turned === line) return line
      if (proves) return turned
      const [before, after] = [toHealth(line), toHealth(turned)]
      return after.broken < before.broken || (after.broken === before.broken && after.sound > before.sound)
        ? turned
        : line
    })
    .join('\n')
