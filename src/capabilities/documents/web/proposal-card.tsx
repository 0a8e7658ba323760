import { Check, Pencil, RotateCcw, X } from 'lucide-react'
import { memo } from 'react'
import { formatRecurrences, formatWhen } from '#kernel/recurrence.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip, SourceChip } from '#platform/web/ui/chip.tsx'
import { ActionMenu } from '#platform/web/ui/menu.tsx'
import { deadlineWords } from '../contract.ts'
import type { Party, PartyValue, Proposal } from '../domain/review-api.ts'
import { toTargetWords } from '../domain/target-words.ts'
import { certaintyWords } from './words.ts'
import './proposal-card.css'

export interface CardActions {
  readonly onAccept: (proposal: Proposal) => void
  readonly onEdit: (proposal: Proposal) => void
  readonly onDrop: (proposal: Proposal) => void
  readonly onRestore: (proposal: Proposal) => void
  readonly onSplit: (proposal: Proposal) => void
  readonly onSelect: (proposal: Proposal, isSelected: boolean) => void
  readonly onPoint: (id: string | undefined) => void
  readonly onShow: (id: string) => void
  readonly onMapAgency: (printed: string) => void
}

interface CardProps {
  readonly proposal: Proposal
  readonly parties: ReadonlyMap<string, Party>
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly mayDecide: boolean
  readonly mayMap: boolean
  readonly actions: CardActions
}

const stateWords = {
  open: undefined,
  accepted: { label: 'Đã nhận', tone: 'done' },
  dropped: { label: 'Đã bỏ', tone: 'plain' },
  replaced: { label: 'Đã tách hoặc gộp', tone: 'plain' },
  undone: { label: 'Đã hoàn tác', tone: 'plain' },
} as const

/** One proposal: what it says, from where, how sure, and what may be done with it. */
export const ProposalCard = memo(
  ({ proposal, parties, isActive, isSelected, mayDecide, mayMap, actions }: CardProps) => {
    const { value, state } = proposal
    const certainty = certaintyWords[proposal.certainty]
    const decided = stateWords[state]
    const isOpen = state === 'open'
    return (
      <li
        id={`muc-${proposal.id}`}
        className={`proposal proposal--${state}${isActive ? ' proposal--active' : ''}`}
        onMouseEnter={() => actions.onPoint(proposal.id)}
        onMouseLeave={() => actions.onPoint(undefined)}
        onFocus={() => actions.onPoint(proposal.id)}
      >
        <div className="proposal__top">
          {mayDecide && isOpen && (
            <input
              type="checkbox"
              className="proposal__select"
              aria-label={`Chọn mục ${proposal.path}`}
              checked={isSelected}
              onChange={(event) => actions.onSelect(proposal, event.target.checked)}
            />
          )}
          <button type="button" className="proposal__path" onClick={() => actions.onShow(proposal.id)}>
            <SourceChip title="Xem trong văn bản">
              {proposal.path === '' ? 'nhập tay' : proposal.path}
            </SourceChip>
          </button>
          {proposal.origin === 'hand' ? (
            <Chip>Nhập tay</Chip>
          ) : (
            proposal.certainty !== 'stated' && (
              <Chip tone={certainty.tone} title={certainty.why}>
                {certainty.label}
              </Chip>
            )
          )}
          {proposal.edited && <Chip tone="info">Đã sửa</Chip>}
          {decided && <Chip tone={decided.tone}>{decided.label}</Chip>}
        </div>
        <ValueView value={value} parties={parties} onMapAgency={mayMap ? actions.onMapAgency : undefined} />
        {mayDecide && (
          <div className="proposal__actions">
            {isOpen && (
              <Button
                isSmall
                onClick={() => actions.onAccept(proposal)}
                aria-label={`Nhận mục ${proposal.path}`}
              >
                <Check className="icon" aria-hidden="true" /> Nhận
              </Button>
            )}
            {(isOpen || state === 'accepted') && (
              <Button
                isSmall
                look="quiet"
                onClick={() => actions.onEdit(proposal)}
                aria-label={`Sửa mục ${proposal.path}`}
              >
                <Pencil className="icon" aria-hidden="true" /> Sửa
              </Button>
            )}
            {isOpen && (
              <Button
                isSmall
                look="quiet"
                onClick={() => actions.onDrop(proposal)}
                aria-label={`Bỏ mục ${proposal.path}`}
              >
                <X className="icon" aria-hidden="true" /> Bỏ
              </Button>
            )}
            {(state === 'accepted' || state === 'dropped' || state === 'replaced') && (
              <Button
                isSmall
                look="quiet"
                onClick={() => actions.onRestore(proposal)}
                aria-label={`Xét lại mục ${proposal.path}`}
              >
                <RotateCcw className="icon" aria-hidden="true" /> Xét lại
              </Button>
            )}
            {isOpen && (
              <ActionMenu
                label={`Việc khác với mục ${proposal.path}`}
                actions={[
                  { id: 'split', label: 'Tách thành nhiều mục', onAction: () => actions.onSplit(proposal) },
                ]}
              />
            )}
          </div>
        )}
      </li>
    )
  },
)

const Line = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <p className="proposal__line">
    <span className="proposal__label">{label}</span> {children}
  </p>
)

interface ValueViewProps {
  readonly value: Proposal['value']
  readonly parties: ReadonlyMap<string, Party>
  readonly onMapAgency?: ((printed: string) => void) | undefined
}

const ValueView = ({ value, parties, onMapAgency }: ValueViewProps) => {
  const names = (list: readonly PartyValue[]) => (
    <PartyNames list={list} parties={parties} onMapAgency={onMapAgency} />
  )
  switch (value.kind) {
    case 'task':
      return (
        <>
          <p className="proposal__text">{value.text}</p>
          <Line label="Chủ trì">
            {value.lead.length > 0 ? names(value.lead) : <span className="quiet">chưa rõ</span>}
          </Line>
          {value.partners.length > 0 && <Line label="Phối hợp">{names(value.partners)}</Line>}
          {(value.due !== null || value.recurrence !== null) && (
            <Line label="Hạn">{formatWhen(value.due, value.recurrence)}</Line>
          )}
          {value.output !== null && <Line label="Kết quả">{value.output}</Line>}
        </>
      )
    case 'target':
      return (
        <>
          <p className="proposal__text">{value.indicator}</p>
          <Line label="Mức">{toTargetWords(value)}</Line>
        </>
      )
    case 'deadline':
      return (
        <>
          <p className="proposal__text">{value.what}</p>
          <Line label={deadlineWords[value.deadline]}>{formatWhen(value.on, value.recurrence)}</Line>
          {value.who.length > 0 && <Line label="Ai">{names(value.who)}</Line>}
        </>
      )
    case 'reporting':
      return (
        <>
          <p className="proposal__text">Báo cáo {formatRecurrences(value.frequency)}</p>
          <Line label="Ai báo cáo">
            {value.from.length > 0 ? names(value.from) : <span className="quiet">chưa rõ</span>}
          </Line>
          <Line label="Gửi">{value.to ?? <span className="quiet">chưa rõ</span>}</Line>
        </>
      )
    case 'trigger':
      return (
        <>
          <p className="proposal__text">{value.must}</p>
          <Line label="Khi">{value.when}</Line>
        </>
      )
  }
}

const partyNote = (party: Party | undefined): string | undefined => {
  if (!party) return undefined
  if (party.state === 'abolished') return 'đã giải thể'
  if (party.state === 'renamed') return 'đã đổi tên'
  return party.members.length > 1 ? `${party.members.length} cơ quan` : undefined
}

/** Names as printed; what the register does not know can be mapped from here. */
const PartyNames = ({
  list,
  parties,
  onMapAgency,
}: {
  readonly list: readonly PartyValue[]
  readonly parties: ReadonlyMap<string, Party>
  readonly onMapAgency: ((printed: string) => void) | undefined
}) => (
  <>
    {list.map((one, i) => {
      const party = parties.get(one.printed)
      const isUnknown = one.code === undefined && party !== undefined && party.code === null
      const note = one.members ? `${one.members.length} cơ quan đã chọn` : partyNote(party)
      return (
        <span key={i} className="proposal__party">
          {one.printed}
          {note !== undefined && <span className="quiet"> ({note})</span>}
          {isUnknown &&
            (onMapAgency ? (
              <button type="button" className="proposal__map" onClick={() => onMapAgency(one.printed)}>
                gán cơ quan
              </button>
            ) : (
              <span className="quiet"> (chưa có trong danh bạ)</span>
            ))}
          {i < list.length - 1 ? '; ' : ''}
        </span>
      )
    })}
  </>
)
