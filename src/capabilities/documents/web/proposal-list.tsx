import { useMemo } from 'react'
import { formatClauses } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Tabs } from '#platform/web/ui/tabs.tsx'
import { useUrlValue } from '#platform/web/url-state.ts'
import { isSettled, type RaisedFinding } from '../contract.ts'
import { proposalKinds, type Proposal, type Review } from '../domain/review-api.ts'
import { ProposalCard, type CardActions } from './proposal-card.tsx'
import { findingWords, kindWords } from './words.ts'

const filters = {
  all: { label: 'Tất cả', keep: (one: Proposal) => one.state !== 'undone' },
  open: { label: 'Chưa quyết', keep: (one: Proposal) => one.state === 'open' },
  unsure: { label: 'Cần xem', keep: (one: Proposal) => one.state === 'open' && one.certainty !== 'stated' },
  accepted: { label: 'Đã nhận', keep: (one: Proposal) => one.state === 'accepted' },
  dropped: { label: 'Đã bỏ', keep: (one: Proposal) => one.state === 'dropped' },
} as const
type FilterName = keyof typeof filters

interface ListProps {
  readonly review: Review
  readonly kind: string
  readonly onKind: (kind: string) => void
  readonly active: string | undefined
  readonly selected: ReadonlySet<string>
  readonly mayDecide: boolean
  readonly mayMap: boolean
  readonly actions: CardActions
  readonly onAcceptAll: (proposals: readonly Proposal[]) => void
}

/** The proposals by kind, each kind with its count, and what a careful clerk would raise. */
export const ProposalList = ({
  review,
  kind,
  onKind,
  active,
  selected,
  mayDecide,
  mayMap,
  actions,
  onAcceptAll,
}: ListProps) => {
  const [given, setFilter] = useUrlValue('loc', 'all')
  const filter: FilterName = given in filters ? (given as FilterName) : 'all'
  const parties = useMemo(
    () => new Map(review.parties.map((party) => [party.printed, party])),
    [review.parties],
  )
  const counted = proposalKinds.map((id) => ({
    id,
    label: kindWords[id],
    count: review.proposals.filter((one) => one.value.kind === id && filters.all.keep(one)).length,
  }))
  const tabs = [...counted, { id: 'finding', label: 'Phát hiện', count: countOpen(review.findings) }]
  const shown = review.proposals.filter((one) => one.value.kind === kind && filters[filter].keep(one))
  const open = shown.filter((one) => one.state === 'open')
  return (
    <Tabs label="Loại mục" tabs={tabs} chosen={kind} onChoose={onKind}>
      {kind === 'finding' ? (
        <Findings review={review} active={active} mayMap={mayMap} actions={actions} />
      ) : (
        <>
          <div className="review__filter">
            <Select
              label="Lọc"
              isLabelHidden
              value={filter}
              options={Object.entries(filters).map(([value, one]) => ({ value, label: one.label }))}
              onChange={setFilter}
            />
            {mayDecide && open.length > 0 && (
              <Button isSmall onClick={() => onAcceptAll(open)}>
                Nhận {open.length} mục đang hiện
              </Button>
            )}
          </div>
          {shown.length === 0 ? (
            <EmptyState title="Không có mục nào">
              {filter === 'all'
                ? 'Bộ đọc không tìm thấy mục loại này; có thể thêm bằng tay.'
                : 'Không có mục nào hợp với bộ lọc.'}
            </EmptyState>
          ) : (
            <ol className="review__cards">
              {shown.map((proposal) => (
                <ProposalCard
                  key={proposal.id}
                  proposal={proposal}
                  parties={parties}
                  isActive={active === proposal.id}
                  isSelected={selected.has(proposal.id)}
                  mayDecide={mayDecide}
                  mayMap={mayMap}
                  actions={actions}
                />
              ))}
            </ol>
          )}
        </>
      )}
    </Tabs>
  )
}

const countOpen = (findings: Review['findings']): number =>
  findings.filter((finding) => !isSettled(finding)).length

const Findings = ({
  review,
  active,
  mayMap,
  actions,
}: Pick<ListProps, 'review' | 'active' | 'mayMap' | 'actions'>) => {
  if (review.findings.length === 0) {
    return (
      <EmptyState title="Không có gì bất thường">Ngày, số, chỉ tiêu và đánh số mục đều khớp nhau.</EmptyState>
    )
  }
  return (
    <ol className="review__cards">
      {review.findings.map((finding, i) => (
        <FindingCard
          key={i}
          id={`finding-${i}`}
          finding={finding}
          isActive={active === `finding-${i}`}
          onMapAgency={mayMap ? actions.onMapAgency : undefined}
          actions={actions}
        />
      ))}
    </ol>
  )
}

const FindingCard = ({
  id,
  finding,
  isActive,
  onMapAgency,
  actions,
}: {
  readonly id: string
  readonly finding: RaisedFinding
  readonly isActive: boolean
  readonly onMapAgency: CardActions['onMapAgency'] | undefined
  readonly actions: CardActions
}) => {
  const { agency } = finding
  return (
    <li
      id={`muc-${id}`}
      className={`proposal${isActive ? ' proposal--active' : ''}`}
      onMouseEnter={() => actions.onPoint(id)}
      onMouseLeave={() => actions.onPoint(undefined)}
    >
      <div className="proposal__top">
        <Chip tone={isSettled(finding) ? 'plain' : 'due'}>{findingWords[finding.kind]}</Chip>
        {isSettled(finding) && <Chip tone="done">Đã gán</Chip>}
      </div>
      <p className="proposal__text">{finding.message}</p>
      {agency?.name != null && <p className="quiet">Nay hiểu là {agency.name}.</p>}
      <div className="proposal__actions">
        {agency && agency.code === null && onMapAgency && (
          <Button isSmall onClick={() => onMapAgency(agency.printed)}>
            Gán cơ quan
          </Button>
        )}
        {finding.spans.length > 0 && (
          <Button isSmall look="quiet" onClick={() => actions.onShow(id)}>
            Xem trong văn bản{finding.paths.length > 0 ? ` (${formatClauses(finding.paths)})` : ''}
          </Button>
        )}
      </div>
    </li>
  )
}
