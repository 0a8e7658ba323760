import { formatPlainDate, toDayNumber, type PlainDate } from '#kernel/plain-date.ts'
import { capacityWords, verbWords } from './assignment-words.ts'
import { DIGEST_GROUPS, type Digest, type DigestEntry, type DigestGroup, type Tidings } from './digest.ts'
import { toCount } from './late-duty.ts'
import type { RecipientRole } from './reminders.ts'

/** How people are told: in the bell, by letter, and as text for the groups in which the offices talk. */

export const recipientWords: Readonly<Record<RecipientRole, string>> = {
  focal: 'Đầu mối của cơ quan',
  head: 'Lãnh đạo cơ quan',
  office: 'Văn phòng Ban An toàn giao thông',
  leader: 'Lãnh đạo Ban An toàn giao thông',
}

export const digestWords: Readonly<Record<DigestGroup, string>> = {
  overdue: 'Quá hạn',
  today: 'Đến hạn hôm nay',
  soon: 'Sắp đến hạn',
  news: 'Thông tin mới',
}

/** How far a due day is on a day: “còn 07 ngày”, “quá hạn 03 ngày”. */
export const dueWords = (due: PlainDate, today: PlainDate): string => {
  const days = toDayNumber(today) - toDayNumber(due)
  if (days === 0) return 'đến hạn hôm nay'
  return days > 0 ? `quá hạn ${toCount(days)} ngày` : `còn ${toCount(-days)} ngày`
}

/** The rule of a stage in words: “Trước hạn 07 ngày”. */
export const stageWords = (stage: number): string => {
  if (stage === 0) return 'Vào ngày đến hạn'
  return stage < 0 ? `Trước hạn ${toCount(-stage)} ngày` : `Quá hạn ${toCount(stage)} ngày`
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const STAND_IN = 'cơ quan được giao chưa có người dùng đang hoạt động để nhận thông báo'

/** One line that says what there is to tell, as it was on a day. */
export const tidingsWords = (tidings: Tidings, on: PlainDate): string => {
  const said = saidWords(tidings, on)
  return tidings.isStandIn ? `${said} (${STAND_IN})` : said
}

const saidWords = (tidings: Tidings, on: PlainDate): string => {
  switch (tidings.kind) {
    case 'stage':
      return `${capital(dueWords(tidings.due, on))}, hạn ${formatPlainDate(tidings.due)}`
    case 'manual':
      return `${capacityWords.office} nhắc thực hiện${withWords(tidings.words)}`
    case 'event':
      return tidings.isConflict
        ? `Cần xem lại: thao tác “${verbWords[tidings.verb].done}” của ${inner(capacityWords[tidings.as])} đến sau khi nhiệm vụ đã sang bước khác`
        : `${capacityWords[tidings.as]} ${verbWords[tidings.verb].done}${withWords(tidings.words)}`
    default: {
      const never: never = tidings
      return never
    }
  }
}

/** A name of a post within a sentence: only its own first letter becomes small. */
const inner = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1)

const withWords = (words: string | null): string => (words === null ? '' : `: ${words}`)

const LONGEST = 240
const LONGEST_IN_CHAT = 80

/** The words of a duty, cut between words where they are long: the letter names it, the page shows it whole. */
const shorten = (text: string, longest = LONGEST): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`
}

/** As many duties as a letter lists in one group; the page lists them all. */
const LISTED = 50

const sourceOf = ({ duty: { plan, place } }: DigestEntry): string => {
  const source = [plan, place === '' ? null : `mục ${place}`].filter((part) => part !== null).join(', ')
  return source === '' ? 'nhiệm vụ ngoài kế hoạch' : source
}

const ROMAN = ['I', 'II', 'III', 'IV']

const listEntry = (entry: DigestEntry, number: number, today: PlainDate): readonly string[] => {
  const { duty, news, isStandIn } = entry
  const due = duty.due === null ? [] : [`hạn ${formatPlainDate(duty.due)} (${dueWords(duty.due, today)})`]
  const agency = duty.agencyName === null ? [] : [`chủ trì: ${duty.agencyName}`]
  return [
    `${number}. ${shorten(duty.text)}`,
    `   ${capital([sourceOf(entry), ...agency, ...due].join('; '))}.`,
    ...news.map((one) => `   - ${tidingsWords({ ...one, isStandIn: false }, today)}.`),
    ...(isStandIn ? [`   - Lưu ý: ${STAND_IN}.`] : []),
  ]
}

const listGroups = (digest: Digest, today: PlainDate): readonly string[] =>
  DIGEST_GROUPS.filter((group) => digest[group].length > 0).flatMap((group, i) => {
    const entries = digest[group]
    const rest = entries.length - LISTED
    return [
      '',
      `${ROMAN[i]}. ${digestWords[group].toUpperCase()}: ${toCount(entries.length)} NHIỆM VỤ`,
      ...entries.slice(0, LISTED).flatMap((entry, n) => listEntry(entry, n + 1, today)),
      ...(rest > 0 ? [`Và ${toCount(rest)} nhiệm vụ khác, xem đầy đủ trên hệ thống.`] : []),
    ]
  })

/** “03 nhiệm vụ quá hạn, 01 nhiệm vụ đến hạn hôm nay”. */
const countGroups = (digest: Digest): string =>
  DIGEST_GROUPS.filter((group) => digest[group].length > 0)
    .map((group) =>
      group === 'news'
        ? `${toCount(digest.news.length)} nhiệm vụ có thông tin mới`
        : `${toCount(digest[group].length)} nhiệm vụ ${digestWords[group].toLowerCase()}`,
    )
    .join(', ')

/** The letter of a day to one person. */
export const toLetterText = (
  digest: Digest,
  { name, today, address }: { readonly name: string; readonly today: PlainDate; readonly address?: string },
): { readonly subject: string; readonly text: string } => ({
  subject: `Nhiệm vụ an toàn giao thông ngày ${formatPlainDate(today)}: ${countGroups(digest)}`,
  text: [
    `Kính gửi: ${name}`,
    '',
    `Tính đến ngày ${formatPlainDate(today)}, có ${countGroups(digest)} thuộc trách nhiệm theo dõi, thực hiện của Quý vị:`,
    ...listGroups(digest, today),
    '',
    address === undefined
      ? 'Xem chi tiết và báo cáo kết quả trên hệ thống Bình An, mục Thông báo.'
      : `Xem chi tiết và báo cáo kết quả tại: ${address}/thong-bao`,
    'Thư do hệ thống gửi tự động, không trả lời vào địa chỉ này.',
    '',
  ].join('\n'),
})

/**
 * Short text to paste into the group in which an agency reads its messages. It names clauses and days: the order itself
 * is no matter for a chat, and only a duty that no document gave is told by its first words.
 */
export const toChatText = (
  digest: Digest,
  { agency, today }: { readonly agency: string; readonly today: PlainDate },
): string => {
  const counts = countGroups(digest)
  if (counts === '')
    return `Kính gửi: ${agency}\nTính đến ngày ${formatPlainDate(today)}, không có nhiệm vụ quá hạn hoặc sắp đến hạn.`
  return [
    `Kính gửi: ${agency}`,
    `Văn phòng Ban An toàn giao thông thông báo, tính đến ngày ${formatPlainDate(today)} cơ quan có ${counts}:`,
    ...DIGEST_GROUPS.flatMap((group) => {
      const entries = digest[group]
      if (entries.length === 0) return []
      return [
        `* ${digestWords[group]} (${toCount(entries.length)}):`,
        ...entries.slice(0, LISTED).map((entry, i) => {
          const { due, place, text } = entry.duty
          const what = place === '' ? shorten(text, LONGEST_IN_CHAT) : capital(sourceOf(entry))
          const day = due === null ? '' : ` – hạn ${formatPlainDate(due)}, ${dueWords(due, today)}`
          return `${i + 1}. ${what}${day}`
        }),
        ...(entries.length > LISTED ? [`Và ${toCount(entries.length - LISTED)} nhiệm vụ khác.`] : []),
      ]
    }),
    'Đề nghị cơ quan khẩn trương thực hiện và báo cáo kết quả trên hệ thống Bình An.',
  ].join('\n')
}
