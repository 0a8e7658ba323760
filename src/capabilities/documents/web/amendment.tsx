import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip, SourceChip, type ChipTone } from '#platform/web/ui/chip.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { AmendmentClause, AmendmentReply, AmendmentScope, Effect } from '../domain/amendment-api.ts'
import type { DocumentDetail } from '../domain/archive-api.ts'
import { documentKeys, documentsApi } from './api.ts'
import { kindWords } from './words.ts'
import './amendment.css'

/** What a document does to an earlier plan: which plan, whether as a whole or in parts, and what follows from it. */
export const useAmendment = (id: string, version?: number) =>
  useQuery({
    // What follows changes with every decision of the review.
    queryKey: documentKeys.amendment(id, version),
    queryFn: ({ signal }) => documentsApi.amendment(id, signal),
    placeholderData: keepPreviousData,
  })

/** `alone`: the document is a plan of its own, whatever it looks like. */
export type Choice = { readonly base: string; readonly scope: AmendmentScope } | 'alone'

/** What is recorded; else what the document says; else the answer that ends nothing. */
export const toChoice = (found: AmendmentReply): Choice | undefined => {
  if (found.base && found.scope) return { base: found.base.id, scope: found.scope }
  const [likeliest] = found.candidates
  return likeliest && { base: likeliest.id, scope: found.stated?.scope ?? 'parts' }
}

export const useSetBase = (document: DocumentDetail) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (choice: Choice) =>
      documentsApi.setBase(
        document,
        choice === 'alone' ? null : choice.base,
        choice === 'alone' ? 'parts' : choice.scope,
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: documentKeys.all }),
  })
}

const nameOf = (plan: { readonly type: string | null; readonly number: string | null } | null): string =>
  plan === null ? 'kế hoạch trước' : `${plan.type ?? 'văn bản'} ${plan.number ?? ''}`.trim()

const answers: readonly { readonly value: AmendmentScope | 'alone'; readonly label: string; hint: string }[] =
  [
    {
      value: 'parts',
      label: 'Chỉ sửa đổi, bổ sung',
      hint: 'Mục nào văn bản không nêu thì giữ nguyên.',
    },
    {
      value: 'whole',
      label: 'Thay thế toàn bộ',
      hint: 'Mục nào không còn trong văn bản này thì kết thúc.',
    },
    { value: 'alone', label: 'Không liên quan', hint: 'Lập một kế hoạch riêng.' },
  ]

/** The question that only a person can answer when the document does not. */
export const ScopeChoice = ({
  found,
  choice,
  onChoose,
}: {
  readonly found: AmendmentReply
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
}) => {
  const name = useId()
  const base = choice === 'alone' ? (found.candidates[0]?.id ?? '') : choice.base
  const chosen = choice === 'alone' ? 'alone' : choice.scope
  return (
    <>
      {found.candidates.length > 1 && (
        <Select
          label="Kế hoạch được sửa đổi hoặc thay thế"
          value={base}
          options={found.candidates.map((one) => ({
            value: one.id,
            label: `${nameOf(one)} ${one.subject ?? ''}`.slice(0, 120),
          }))}
          onChange={(value) => onChoose({ base: value, scope: chosen === 'alone' ? 'parts' : chosen })}
        />
      )}
      <fieldset className="answers">
        <legend>Thay thế toàn bộ hay chỉ sửa đổi, bổ sung?</legend>
        {answers.map(({ value, label, hint }) => (
          <div key={value} className="answers__one">
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              checked={chosen === value}
              aria-describedby={`${name}-${value}-hint`}
              onChange={() => onChoose(value === 'alone' ? 'alone' : { base, scope: value })}
            />
            <label htmlFor={`${name}-${value}`}>{label}</label>
            <span id={`${name}-${value}-hint`} className="answers__hint">
              {hint}
            </span>
          </div>
        ))}
      </fieldset>
    </>
  )
}

const verbs: Readonly<Record<AmendmentClause['verb'], { label: string; tone: ChipTone }>> = {
  replace: { label: 'Viết lại', tone: 'due' },
  revise: { label: 'Sửa một phần', tone: 'due' },
  add: { label: 'Bổ sung', tone: 'done' },
  end: { label: 'Bãi bỏ', tone: 'overdue' },
  reword: { label: 'Đổi từ ngữ', tone: 'due' },
  note: { label: 'Cần tự sửa', tone: 'doubtful' },
}

const toFate = (clause: AmendmentClause): string => {
  if (clause.reason !== null) return clause.reason
  if (clause.verb === 'note') return 'chỉ đổi từ ngữ hoặc một phần câu: mục cũ giữ nguyên, sửa tay nếu cần'
  if (clause.targets.length === 0)
    return 'không tìm thấy mục này trong kế hoạch: mục cũ giữ nguyên, cần xem lại'
  return `mục ${clause.targets.join(', ')}`
}

const ClauseList = ({ clauses }: { readonly clauses: readonly AmendmentClause[] }) =>
  clauses.length === 0 ? null : (
    <>
      <h3 className="amendment__head">Văn bản nêu</h3>
      <ul className="amendment__list">
        {clauses.map((clause, i) => (
          <li key={i}>
            <Chip tone={verbs[clause.verb].tone}>{verbs[clause.verb].label}</Chip> {clause.words}{' '}
            <span className="quiet">→ {toFate(clause)}</span>
          </li>
        ))}
      </ul>
    </>
  )

const changes: Readonly<Record<Effect['change'], { label: string; tone: ChipTone }>> = {
  ended: { label: 'Kết thúc', tone: 'overdue' },
  changed: { label: 'Sửa', tone: 'due' },
  added: { label: 'Thêm', tone: 'done' },
}
const ORDER = ['ended', 'changed', 'added'] as const

const countWords = ({ effects, kept }: AmendmentReply): string => {
  const count = (change: Effect['change']): number => effects.filter((one) => one.change === change).length
  return `sửa ${count('changed')}, thêm ${count('added')}, kết thúc ${count('ended')}; ${kept} mục giữ nguyên`
}

const EffectList = ({ effects }: { readonly effects: readonly Effect[] }) => (
  <ul className="amendment__list">
    {ORDER.flatMap((change) => effects.filter((one) => one.change === change)).map((effect, i) => (
      <li key={i}>
        <Chip tone={changes[effect.change].tone}>{changes[effect.change].label}</Chip>{' '}
        <SourceChip>{effect.place === '(amended)' ? 'ngoài các mục' : effect.place}</SourceChip>{' '}
        <span className="quiet">{kindWords[effect.kind]}:</span>{' '}
        {effect.before !== null && effect.before !== effect.after && <del>{effect.before}</del>}{' '}
        {effect.after !== null &&
          (effect.before !== null && effect.before !== effect.after ? (
            <ins>{effect.after}</ins>
          ) : (
            effect.after
          ))}
      </li>
    ))}
  </ul>
)

/** What accepting would do to the plan that is followed; nothing is done before. */
export const AmendmentEffects = ({ found }: { readonly found: AmendmentReply }) => (
  <>
    <ClauseList clauses={found.clauses} />
    {found.base && found.isFollowed && (
      <>
        <h3 className="amendment__head">Khi duyệt, kế hoạch đang theo dõi sẽ: {countWords(found)}</h3>
        <EffectList effects={found.effects} />
      </>
    )}
  </>
)

/** Above the review and on the document's page: what is recorded, or the question. */
export const AmendmentNotice = ({
  document,
  version,
}: {
  readonly document: DocumentDetail
  /** Of the review, where it is open. */
  readonly version?: number
}) => {
  const query = useAmendment(document.id, version)
  const mayReview = useMay('documents.review') && document.state !== 'accepted' && !document.withdrawn
  const [isOpen, setOpen] = useState(false)
  const found = query.data
  if (!found || document.state === 'accepted') return null
  const { base, scope, stated, candidates } = found
  if (!base && !stated && candidates.length === 0) return null
  const say = (title: ReactNode, words: ReactNode, tone: 'info' | 'due', action?: string) => (
    <>
      <Notice
        tone={tone}
        title={title}
        actions={
          mayReview &&
          action !== undefined && (
            <Button isSmall onClick={() => setOpen(true)}>
              {action}
            </Button>
          )
        }
      >
        {words}
      </Notice>
      {isOpen && <AmendmentDialog document={document} found={found} onClose={() => setOpen(false)} />}
    </>
  )
  if (base) {
    const link = <Link to={`/van-ban/${base.id}` as never}>{nameOf(base)}</Link>
    if (!found.isFollowed)
      return say(
        <>
          {scope === 'parts' ? 'Sửa đổi, bổ sung' : 'Thay thế'} {link}
        </>,
        'Kế hoạch đó chưa được duyệt: duyệt kế hoạch đó trước.',
        'due',
        'Chọn lại',
      )
    return say(
      <>
        {scope === 'parts' ? 'Sửa đổi, bổ sung' : 'Thay thế toàn bộ'} {link}
      </>,
      `Khi duyệt, kế hoạch đang theo dõi sẽ: ${countWords(found)}.`,
      'info',
      'Xem từng thay đổi',
    )
  }
  if (candidates.length > 0)
    return say(
      'Thay thế toàn bộ hay chỉ sửa đổi, bổ sung?',
      stated
        ? `Văn bản nêu: “${stated.words}”.`
        : `Trong kho đã có ${nameOf(candidates[0] ?? null)} cùng số, cùng cơ quan ban hành.`,
      'due',
      'Chọn cách thay đổi',
    )
  return say(
    'Văn bản thay đổi một kế hoạch chưa có trong kho',
    `Văn bản nêu: “${stated?.words ?? ''}”. Tiếp nhận và duyệt kế hoạch đó trước; nếu duyệt ngay, văn bản này thành một kế hoạch riêng.`,
    'due',
  )
}

const AmendmentDialog = ({
  document,
  found,
  onClose,
}: {
  readonly document: DocumentDetail
  readonly found: AmendmentReply
  readonly onClose: () => void
}) => {
  const recorded = toChoice(found) ?? 'alone'
  const [choice, setChoice] = useState<Choice>(recorded)
  const set = useSetBase(document)
  const isSame =
    found.base !== null && choice !== 'alone' && choice.base === found.base.id && choice.scope === found.scope
  return (
    <Dialog
      title="Thay đổi kế hoạch trước"
      isOpen
      onClose={onClose}
      actions={
        <>
          {!isSame && (
            <Button
              look="primary"
              isBusy={set.isPending}
              onClick={() =>
                set.mutate(choice, { onSuccess: () => showToast('Đã ghi nhận cách thay đổi kế hoạch.') })
              }
            >
              Ghi nhận
            </Button>
          )}
          <Button onClick={onClose}>Đóng</Button>
        </>
      }
    >
      {found.stated && <p>Văn bản nêu: “{found.stated.words}”.</p>}
      <ScopeChoice found={found} choice={choice} onChoose={setChoice} />
      {set.isError && <ProblemNotice error={set.error} />}
      {isSame ? (
        <AmendmentEffects found={found} />
      ) : (
        <p className="quiet">Ghi nhận để xem từng mục sẽ thay đổi ra sao; chưa có gì đổi trước khi duyệt.</p>
      )}
    </Dialog>
  )
}
