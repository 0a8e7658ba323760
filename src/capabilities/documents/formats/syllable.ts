/**
 * The shape of a Vietnamese syllable: onset, rime, tone. Source: the national orthography as taught in school
 * (onsets and rimes of quốc ngữ); rimes are written here without tone, shape marks kept.
 */

const ONSETS = [
  'ngh',
  'ng',
  'nh',
  'gh',
  'gi',
  'kh',
  'ph',
  'th',
  'tr',
  'ch',
  'qu',
  ...'bcdđghklmnprstvx',
  '',
] as const

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôp uôt up ut uy uya uych uynh uyp uyt uyu uyên uyêt ' +
    'ư ưa ưc ưi ưm ưn ưng ưt ưu ươ ươc ươi ươm ươn ương ươp ươt ươu ' +
    'y yêm yên yêng yêt yêu yt ynh'
  ).split(' '),
)

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
const ACUTE = '\u0301'
const DOT = '\u0323'
/** Syllables that end in a stop carry the sharp or the heavy tone only. */
const STOP = /(?:c|ch|p|t)$/u

export type SyllableKind =
  | 'sound' // a possible syllable
  | 'bare' // would be possible with a tone; what plain ASCII spelling leaves
  | 'impossible'

/** Judges one word in any case and either normal form. */
export const toSyllableKind = (word: string): SyllableKind => {
  const spread = word.toLowerCase().normalize('NFD')
  const tones = spread.match(TONES) ?? []
  if (tones.length > 1) return 'impossible'
  const plain = spread.replace(TONES, '').normalize('NFC')
  const rime = findRime(plain)
  if (rime === undefined) return 'impossible'
  if (!STOP.test(rime)) return 'sound'
  const tone = tones[0]
  if (tone === ACUTE || tone === DOT) return 'sound'
  return tone === undefined ? 'bare' : 'impossible'
}

const findRime = (plain: string): string | undefined => {
  for (const onset of ONSETS) {
    if (!plain.startsWith(onset)) continue
    const rime = plain.slice(onset.length)
    if (RIMES.has(rime)) return rime
    // "gì", "gìn", "giếng": the i of gi- belongs to the rime as well; "quý", "quốc": the u of qu- likewise.
    if (onset === 'gi' && (RIMES.has(`i${rime}`) || rime === '')) return `i${rime}`
    if (onset === 'qu' && RIMES.has(`u${rime}`)) return `u${rime}`
  }
  return undefined
}
