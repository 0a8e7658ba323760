import { formatInstant } from '#platform/web/format.ts'
import { Notice } from '#platform/web/ui/notice.tsx'
import type { StoryEntry } from '../../domain/assignment-schemas.ts'
import { capacityWords, verbWords } from '../../domain/assignment-words.ts'

/** Somebody else acted while this person was typing: who did what, and whether this can still be sent. */
export const ChangedNotice = ({
  news,
  isPossible,
}: {
  readonly news: readonly StoryEntry[]
  readonly isPossible: boolean
}) => (
  <Notice tone="due" title="Nhiệm vụ vừa thay đổi trong lúc Quý vị nhập" isLive>
    <ul>
      {news.map((entry) => (
        <li key={entry.id}>
          {formatInstant(entry.at)}: {capacityWords[entry.as]} {verbWords[entry.verb].done}
          {entry.words !== null && ` — “${entry.words}”`}
        </li>
      ))}
    </ul>
    <p>
      {isPossible
        ? 'Nội dung đã nhập vẫn còn. Xem lại rồi bấm gửi lần nữa nếu vẫn đúng.'
        : 'Nhiệm vụ không còn ở bước cho phép thao tác này. Nội dung đã nhập vẫn còn để sao chép.'}
    </p>
  </Notice>
)
