import { formatDay, formatInstant } from '#platform/web/format.ts'
import { useNames } from '#platform/web/names.ts'
import { Chip } from '#platform/web/ui/chip.tsx'
import type { AssignmentDetail, StoryEntry } from '../../domain/assignment-schemas.ts'
import { capacityWords, verbWords } from '../../domain/assignment-words.ts'
import type { Evidence } from '../../domain/assignment.ts'
import { evidenceUrl } from './api.ts'
import { isPicture, nameEvidence } from './evidence-words.ts'
import './story.css'

/** What happened to a duty, the last first: who, in what capacity, what, with which words and evidence. */
export const Story = ({ duty }: { readonly duty: AssignmentDetail }) => {
  const nameOf = useNames()
  return (
    <ol className="duty-story" reversed>
      {duty.story.toReversed().map((entry) => (
        <Entry key={entry.id} entry={entry} assignment={duty.id} name={toName(entry.by, nameOf)} />
      ))}
    </ol>
  )
}

/** Who acted, and for whom where somebody stood in; undefined when the reader may not see their accounts. */
const toName = (by: string, nameOf: ReturnType<typeof useNames>): string | undefined => {
  const [name, other] = by.split(' for ').map((id) => nameOf(`account:${id}`)?.label)
  return name === undefined || other === undefined ? name : `${name} (thay ${other})`
}

/** Without a name for who may not see the accounts of others: then in what capacity it was done. */
const Entry = ({
  entry,
  assignment,
  name,
}: {
  readonly entry: StoryEntry
  readonly assignment: string
  readonly name: string | undefined
}) => (
  <li className="duty-story__one">
    <p className="duty-story__head">
      <strong>{name ?? capacityWords[entry.as]}</strong> {describe(entry)}{' '}
      {entry.fate === 'conflict' && <Chip tone="doubtful">Cần xem lại</Chip>}
      {entry.fate === 'waiting' && <Chip tone="plain">Chờ thao tác trước đó</Chip>}
    </p>
    <p className="quiet small">
      {formatInstant(entry.at)}
      {name !== undefined && ` · ${capacityWords[entry.as]}`}
      {isLater(entry) && ` · nhận lúc ${formatInstant(entry.receivedAt)}`}
    </p>
    {entry.words !== null && <p className="duty-story__words">{entry.words}</p>}
    {entry.evidence.length > 0 && <EvidenceList assignment={assignment} evidence={entry.evidence} />}
    {entry.fate === 'conflict' && (
      <p className="small quiet">
        Khi thao tác này đến, nhiệm vụ đã sang bước khác; thao tác được giữ lại để người có trách nhiệm xem.
      </p>
    )}
  </li>
)

/** More than a minute apart: it was done without a connection. */
const isLater = ({ at, receivedAt }: StoryEntry): boolean => Date.parse(receivedAt) - Date.parse(at) > 60_000

const describe = ({ verb, agencyName, day, percent }: StoryEntry): string =>
  [
    verbWords[verb].done,
    agencyName === null ? '' : verb === 'assign' ? `cho ${agencyName}` : `: ${agencyName}`,
    day === null ? '' : verb === 'assign' ? `, hạn ${formatDay(day)}` : ` đến ngày ${formatDay(day)}`,
    percent === null ? '' : `, đạt ${percent}%`,
  ]
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(' ,', ',')
    .replaceAll(' :', ':')

const EvidenceList = ({
  assignment,
  evidence,
}: {
  readonly assignment: string
  readonly evidence: readonly Evidence[]
}) => (
  <ul className="evidence" aria-label="Minh chứng">
    {evidence.map((one, i) => (
      <li key={i}>
        <Shown assignment={assignment} one={one} />
      </li>
    ))}
  </ul>
)

const Shown = ({ assignment, one }: { readonly assignment: string; readonly one: Evidence }) => {
  if (one.kind === 'figure') return <span>{nameEvidence(one)}</span>
  if (one.kind === 'link')
    return (
      <a href={one.url} target="_blank" rel="noreferrer">
        {nameEvidence(one)}
      </a>
    )
  const url = evidenceUrl(assignment, one.sha256)
  return isPicture(one.name) ? (
    <a href={url} target="_blank" rel="noreferrer" className="evidence__picture">
      <img src={url} alt={`Ảnh minh chứng ${one.name}`} loading="lazy" />
      <span className="small">{one.name}</span>
    </a>
  ) : (
    <a href={url} download={one.name}>
      {one.name}
    </a>
  )
}
