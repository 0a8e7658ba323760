import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { MAP_AGENCY_DIALOG } from '#capabilities/people/contract.ts'
import { parsePlainDate } from '#kernel/plain-date.ts'
import { LentDialog } from '#platform/web/lent-dialog.tsx'
import { Button, LinkButton } from '#platform/web/ui/button.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { useMay } from '#platform/web/session.ts'
import { usePathParam, useSetUrlValues, useUrlValue } from '#platform/web/url-state.ts'
import type { DocumentDetail } from '../domain/archive-api.ts'
import { mergeValues } from '../domain/merge-values.ts'
import type { Proposal, Review } from '../domain/review-api.ts'
import { AcceptDialog } from './accept-dialog.tsx'
import { useAgencyChoices } from './agencies.ts'
import { AmendmentNotice } from './amendment.tsx'
import { documentKeys, documentsApi } from './api.ts'
import { blankValue, ProposalEditor } from './proposal-editor.tsx'
import { MeaningsProvider } from './group-members.tsx'
import { ProposalList } from './proposal-list.tsx'
import { ReadingPane } from './reading-pane.tsx'
import { toMarks } from './review-marks.ts'
import { listKeys, useReviewKeys } from './review-keys.ts'
import { findAtHand, SideSwitch, type ReviewSide } from './review-pane.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { listOtherChanges, useReview } from './use-review.ts'
import './review-page.css'

/** The review: the paper on the left, what the reader proposes on the right, each answering to the other. */
const ReviewPage = () => {
  const id = usePathParam('id')
  const document = useQuery({
    queryKey: documentKeys.one(id),
    queryFn: ({ signal }) => documentsApi.get(id, signal),
  })
  return <Loaded query={document}>{(detail) => <ReviewOf key={detail.id} document={detail} />}</Loaded>
}
export default ReviewPage

const ReviewOf = ({ document }: { readonly document: DocumentDetail }) => {
  const text = useQuery({
    queryKey: documentKeys.text(document.id),
    queryFn: ({ signal }) => documentsApi.text(document.id, signal),
    staleTime: Infinity,
  })
  const session = useReview(document.id)
  return (
    <Loaded query={text} rows={20}>
      {(words) => (
        <Loaded query={session.query} rows={20}>
          {(review) => <Desk document={document} text={words} review={review} session={session} />}
        </Loaded>
      )}
    </Loaded>
  )
}

interface DeskProps {
  readonly document: DocumentDetail
  readonly text: string
  readonly review: Review
  readonly session: ReturnType<typeof useReview>
}

type Open =
  | { readonly kind: 'edit' | 'split'; readonly proposal: Proposal }
  | { readonly kind: 'merge'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'add' | 'accept' }
  | { readonly kind: 'map'; readonly printed: string }

const toTitle = (document: DocumentDetail): string => document.subject ?? document.fileName

const Desk = ({ document, text, review, session }: DeskProps) => {
  const { send, problem, clearProblem, isBusy } = session
  const client = useQueryClient()
  const navigate = useNavigate()
  const mayDecide = useMay('documents.review') && review.state !== 'accepted' && !document.withdrawn
  const mayAccept = useMay('documents.accept') && review.state !== 'accepted' && !document.withdrawn
  const mayMap = useMay('people.agency.edit') && mayDecide
  const choices = useAgencyChoices()
  const [active, setActive] = useState<string>()
  const [focused, setFocused] = useState<string>()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<Open>()
  const [kind, setKind] = useUrlValue('loai', 'task')
  const setUrl = useSetUrlValues()
  const [side, setSide] = useState<ReviewSide>('list')
  const list = useRef<HTMLDivElement>(null)
  /** The card that must come into sight. */
  const wanted = useRef<string>(undefined)

  const marks = useMemo(() => toMarks(review), [review])
  const meanings = useMemo(
    () => ({ parties: review.parties, on: parsePlainDate(document.issuedOn ?? '') }),
    [review.parties, document.issuedOn],
  )
  const show = useCallback((proposal: string) => {
    setActive(proposal)
    // A second press on the same item brings it into sight again.
    setFocused(undefined)
    requestAnimationFrame(() => setFocused(proposal))
  }, [])
  const showPaper = useCallback(
    (proposal: string) => {
      setSide('paper')
      show(proposal)
    },
    [show],
  )
  const choose = useCallback(
    (mark: string) => {
      const proposal = review.proposals.find((one) => one.id === mark)
      if (proposal) setKind(proposal.value.kind)
      else if (mark.startsWith('finding-')) setKind('finding')
      setSide('list')
      setActive(mark)
      wanted.current = mark
    },
    [review.proposals, setKind],
  )
  // The card may be on another tab or on the side that is not shown yet: it is there after some later painting.
  useEffect(() => {
    if (wanted.current === undefined) return
    const card = window.document.querySelector(`#muc-${CSS.escape(wanted.current)}`)
    if (!card) return
    card.scrollIntoView({ block: 'center' })
    wanted.current = undefined
  })
  const goTo = (next: ReviewSide): void => {
    const atHand = side === 'list' && list.current ? findAtHand(list.current, active) : active
    if (next === 'paper' && atHand !== undefined) showPaper(atHand)
    else {
      setSide(next)
      wanted.current = atHand
    }
  }
  const accept = useCallback((one: Proposal) => void send({ verb: 'accept', proposals: [one.id] }), [send])
  const drop = useCallback(
    (one: Proposal) => void send({ verb: 'drop', proposals: [one.id] }, 'Đã bỏ một mục.'),
    [send],
  )
  const actions = useMemo(
    () => ({
      onAccept: accept,
      onDrop: drop,
      onRestore: (one: Proposal) => void send({ verb: 'restore', proposals: [one.id] }),
      onEdit: (proposal: Proposal) => setOpen({ kind: 'edit', proposal }),
      onSplit: (proposal: Proposal) => setOpen({ kind: 'split', proposal }),
      onSelect: (one: Proposal, isSelected: boolean) =>
        setSelected((before) => {
          const next = new Set(before)
          if (isSelected) next.add(one.id)
          else next.delete(one.id)
          return next
        }),
      onPoint: setActive,
      onShow: showPaper,
      onMapAgency: (printed: string) => setOpen({ kind: 'map', printed }),
    }),
    [accept, drop, send, showPaper],
  )
  useReviewKeys({
    isOn: mayDecide && open === undefined,
    proposals: listKeys(review, kind),
    active,
    onMove: (one) => {
      show(one)
      window.document.querySelector(`#muc-${CSS.escape(one)}`)?.scrollIntoView({ block: 'nearest' })
    },
    onAccept: accept,
    onDrop: drop,
    onEdit: actions.onEdit,
  })
  const close = (): void => setOpen(undefined)
  const picked = review.proposals.filter((one) => selected.has(one.id) && one.state === 'open')
  const others = listOtherChanges(problem)

  return (
    <>
      <PageHeader
        title={toTitle(document)}
        crumbs={[
          { label: 'Kho văn bản', to: '/van-ban' },
          { label: document.number ?? document.fileName, to: `/van-ban/${document.id}` },
        ]}
        note={
          <>
            Rà soát: còn {review.counts.open} mục chưa quyết, trong đó {review.counts.unsure} mục cần xem; đã
            nhận {review.counts.accepted}, đã bỏ {review.counts.dropped}.
          </>
        }
        actions={
          <>
            {mayDecide && (
              <Button
                isBusy={isBusy}
                onClick={() => void send({ verb: 'accept-stated' }, 'Đã nhận mọi mục văn bản nêu rõ.')}
              >
                Nhận mọi mục nêu rõ
              </Button>
            )}
            {mayDecide && <Button onClick={() => setOpen({ kind: 'add' })}>Thêm mục</Button>}
            {mayAccept && (
              <Button look="primary" onClick={() => setOpen({ kind: 'accept' })}>
                Duyệt văn bản
              </Button>
            )}
            {review.state === 'accepted' && (
              <LinkButton look="primary" to={`/ke-hoach/van-ban/${document.id}`}>
                Mở kế hoạch
              </LinkButton>
            )}
          </>
        }
      />
      <AmendmentNotice document={document} version={review.version} />
      {problem !== undefined && (
        <ProblemNotice error={problem} actions={<Button onClick={clearProblem}>Đã hiểu</Button>} />
      )}
      {others.length > 0 && (
        <Notice tone="info">
          Người khác vừa quyết {others.length} mục trong lúc đang xem; danh sách đã được làm mới.
        </Notice>
      )}
      <div className="review" data-side={side}>
        <SideSwitch side={side} onSide={goTo} />
        <div className="review__paper">
          <ReadingPane
            text={text}
            marks={marks}
            active={active}
            focused={focused}
            onPoint={setActive}
            onChoose={choose}
          />
        </div>
        <div className="review__list" ref={list}>
          {mayDecide && picked.length > 0 && (
            <div className="review__bulk" role="group" aria-label="Việc với các mục đã chọn">
              <span>{picked.length} mục đã chọn</span>
              <Button
                isSmall
                onClick={() =>
                  void send(
                    { verb: 'accept', proposals: picked.map((one) => one.id) },
                    `Đã nhận ${picked.length} mục.`,
                  )
                }
              >
                Nhận
              </Button>
              <Button
                isSmall
                onClick={() =>
                  void send(
                    { verb: 'drop', proposals: picked.map((one) => one.id) },
                    `Đã bỏ ${picked.length} mục.`,
                  )
                }
              >
                Bỏ
              </Button>
              {picked.length > 1 && picked.every((one) => one.value.kind === picked[0]?.value.kind) && (
                <Button isSmall onClick={() => setOpen({ kind: 'merge', proposals: picked })}>
                  Gộp
                </Button>
              )}
              <Button isSmall look="quiet" onClick={() => setSelected(new Set())}>
                Bỏ chọn
              </Button>
            </div>
          )}
          <ProposalList
            review={review}
            kind={kind}
            onKind={setKind}
            active={active}
            selected={selected}
            mayDecide={mayDecide}
            mayMap={mayMap}
            actions={actions}
            onAcceptAll={(open) =>
              void send(
                { verb: 'accept', proposals: open.map((one) => one.id) },
                `Đã nhận ${open.length} mục.`,
              )
            }
          />
        </div>
      </div>
      <MeaningsProvider value={meanings}>
        {open?.kind === 'edit' && (
          <ProposalEditor
            title={`Sửa mục ${open.proposal.path}`}
            initial={open.proposal.value}
            choices={choices}
            confirmLabel="Lưu và nhận"
            onClose={close}
            onSave={(value) => {
              close()
              void send({ verb: 'edit', proposal: open.proposal.id, value }, 'Đã lưu mục vừa sửa.')
            }}
          />
        )}
        {open?.kind === 'add' && (
          <ProposalEditor
            title="Thêm mục bằng tay"
            initial={blankValue(kind === 'finding' ? 'task' : (kind as 'task'))}
            choices={choices}
            confirmLabel="Thêm"
            onClose={close}
            onSave={(value) => {
              close()
              void send({ verb: 'add', value }, 'Đã thêm một mục.')
            }}
          />
        )}
        {open?.kind === 'merge' && open.proposals[0] && (
          <ProposalEditor
            title={`Gộp ${open.proposals.length} mục`}
            initial={mergeValues(open.proposals.map((one) => one.value))}
            choices={choices}
            confirmLabel="Gộp"
            onClose={close}
            onSave={(value) => {
              close()
              setSelected(new Set())
              void send(
                { verb: 'merge', proposals: open.proposals.map((one) => one.id), value },
                'Đã gộp các mục.',
              )
            }}
          />
        )}
      </MeaningsProvider>
      {open?.kind === 'split' && (
        <SplitDialog
          proposal={open.proposal}
          onClose={close}
          onSplit={(into) => {
            close()
            void send(
              { verb: 'split', proposal: open.proposal.id, into },
              `Đã tách thành ${into.length} mục.`,
            )
          }}
        />
      )}
      {open?.kind === 'map' && (
        <LentDialog name={MAP_AGENCY_DIALOG} subject={open.printed} onClose={close} onDone={close} />
      )}
      {open?.kind === 'accept' && (
        <AcceptDialog
          document={document}
          review={review}
          onClose={close}
          onLook={(which) => {
            close()
            setUrl({ loai: which, loc: 'unsure' })
          }}
          onAccepted={() => {
            close()
            void client.invalidateQueries({ queryKey: documentKeys.all })
            void navigate({ to: `/ke-hoach/van-ban/${document.id}` as never })
          }}
        />
      )}
    </>
  )
}
