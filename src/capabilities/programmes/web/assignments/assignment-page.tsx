import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { formatDay, formatInstant } from '#platform/web/format.ts'
import type { Versioned } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { Notice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { AssignmentDetail } from '../../domain/assignment-schemas.ts'
import type { Verb } from '../../domain/assignment.ts'
import { verbWords } from '../../domain/assignment-words.ts'
import { ClauseLink } from '../clause-link.tsx'
import { ActDialog } from './act-dialog.tsx'
import { actOnMany, assignmentKeys, assignmentQuery, toAction } from './api.ts'
import { listFields, toDeed, toFirstAnswers } from './deed-form.ts'
import { LIST } from './filters.ts'
import { sendDeed } from './send-deed.ts'
import { DueDay, StateChip, TimelinessChip } from './state-chips.tsx'
import { Story } from './story.tsx'
import { kindWords } from './words.ts'
import './assignment-page.css'

/** One duty: what, who, by when, how it stands, what may be done now, and all that happened to it. */
const AssignmentPage = () => {
  const id = usePathParam('id')
  const query = useQuery(assignmentQuery(id))
  useOpening(query.data?.value)
  return <Loaded query={query}>{(duty) => <Duty duty={duty} />}</Loaded>
}
export default AssignmentPage

/** The agency's person has it before their eyes: the duty is told so, once. */
const useOpening = (duty: AssignmentDetail | undefined): void => {
  const client = useQueryClient()
  const told = useRef<string>(undefined)
  const isUnseen = duty !== undefined && duty.openedAt === null && duty.verbs.includes('open')
  const id = duty?.id
  useEffect(() => {
    if (!isUnseen || id === undefined || told.current === id) return
    told.current = id
    // Not by version: whatever else happened meanwhile, it has been seen.
    void actOnMany([{ assignment: id, ...toAction({ verb: 'open' }) }]).then(
      () => client.invalidateQueries({ queryKey: assignmentKeys.all }),
      // Not worth a word: the next visit says it again.
      () => undefined,
    )
  }, [isUnseen, id, client])
}

const SHORT = 110

const toTitle = (text: string): string => {
  if (text.length <= SHORT) return text
  const cut = text.slice(0, SHORT)
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`
}

const Duty = ({ duty }: { readonly duty: Versioned<AssignmentDetail> }) => {
  const { value } = duty
  return (
    <>
      <PageHeader
        title={toTitle(value.text)}
        crumbs={[
          { label: 'Danh sách nhiệm vụ', to: LIST },
          ...(value.programme === null
            ? []
            : [
                {
                  label: `Kế hoạch ${value.programmeNumber ?? 'không số'}`,
                  to: `/ke-hoach/${value.programme}`,
                },
              ]),
        ]}
        note={
          <span className="cluster">
            <TimelinessChip {...value} />
            <StateChip state={value.state} />
          </span>
        }
        actions={<Button onClick={() => print()}>In</Button>}
      />
      <div className="duty">
        <Actions duty={duty} />
        <div className="stack duty__main">
          {value.text.length > SHORT && <p className="duty__words">{value.text}</p>}
          <Facts duty={value} />
          <section aria-labelledby="dien-bien">
            <h2 id="dien-bien">Diễn biến</h2>
            <Story duty={value} />
          </section>
        </div>
      </div>
    </>
  )
}

const Facts = ({ duty }: { readonly duty: AssignmentDetail }) => {
  const agency = (code: string, name: string | null) => (
    <Link to={`/co-quan/${code}` as never}>{name ?? code}</Link>
  )
  const rows = [
    {
      label: 'Căn cứ',
      value:
        duty.programme === null ? (
          duty.sourceNote
        ) : (
          <>
            <ClauseLink document={duty.document} path={duty.place} start={duty.spans[0]?.start} />{' '}
            <span>{duty.programmeNumber ?? 'kế hoạch không số'}</span>
          </>
        ),
    },
    {
      label: 'Cơ quan chủ trì',
      value: duty.agency === null ? null : agency(duty.agency, duty.agencyName),
    },
    ...(duty.delegate === null
      ? []
      : [{ label: 'Đơn vị thực hiện', value: agency(duty.delegate, duty.delegateName) }]),
    ...(duty.partners.length === 0
      ? []
      : [{ label: 'Phối hợp', value: duty.partners.map((partner) => partner.name).join('; ') }]),
    {
      label: 'Hạn hoàn thành',
      value: (
        <>
          <DueDay duty={duty} />
          {duty.firstDue !== null && duty.due !== duty.firstDue && (
            <span className="quiet">
              {' '}
              (hạn đầu {formatDay(duty.firstDue)}, đã gia hạn {duty.extensions} lần)
            </span>
          )}
        </>
      ),
    },
    {
      label: 'Loại',
      value: [kindWords[duty.kind], duty.period].filter((part) => part !== null).join(', '),
    },
    ...(duty.output === null ? [] : [{ label: 'Kết quả phải có', value: duty.output }]),
    ...(duty.percent === null ? [] : [{ label: 'Mức hoàn thành', value: `${duty.percent}%` }]),
    {
      label: 'Cơ quan mở xem',
      value: duty.openedAt === null ? <span className="quiet">chưa</span> : formatInstant(duty.openedAt),
    },
  ]
  return <KeyValue rows={rows} />
}

/** What the duty waits for from whoever may do it. */
const onward: readonly Verb[] = ['accept', 'verify', 'approve', 'grant-extension', 'submit', 'give-opinion']

/** The order in which the verbs stand: what brings the duty on first, what ends it otherwise last. */
const order: readonly Verb[] = [
  'accept',
  'verify',
  'approve',
  'grant-extension',
  'submit',
  'report',
  'return',
  'deny-extension',
  'give-opinion',
  'instruct',
  'ask-extension',
  'delegate',
  'assign',
  'close',
  'move',
  'refuse',
  'reopen',
  'set-aside',
  'withdraw',
]

const Actions = ({ duty }: { readonly duty: Versioned<AssignmentDetail> }) => {
  const [verb, setVerb] = useState<Verb>()
  const { value } = duty
  const client = useQueryClient()
  // What asks for nothing is done at once; when it does not go through, the dialog says why.
  const quick = useMutation({
    mutationFn: async (one: Verb) => await sendDeed(duty, toAction(toDeed(one, toFirstAnswers(one, value)))),
    onSuccess: async ({ isDone }, one) => {
      await client.invalidateQueries({ queryKey: assignmentKeys.all })
      if (isDone) showToast(`Đã ${verbWords[one].done}.`)
      else setVerb(one)
    },
    onError: (_, one) => setVerb(one),
  })
  const begin = (one: Verb): void => {
    if (listFields(one).length === 0) quick.mutate(one)
    else setVerb(one)
  }
  const verbs = order.filter((one) => value.verbs.includes(one))
  if (verbs.length === 0 && value.extension === null && value.conflicts === 0) return null
  const wordOf = (one: Verb): string =>
    one === 'assign' && value.agency !== null ? 'Giao lại, đổi hạn' : verbWords[one].button
  return (
    <aside className="duty__side no-print" aria-label="Việc làm được bây giờ">
      {value.extension && (
        <Notice tone="due" title={`Xin gia hạn đến ${formatDay(value.extension.until)}`}>
          {value.extension.reason}
        </Notice>
      )}
      {value.conflicts > 0 && (
        <Notice tone="due" title={`${value.conflicts} thao tác cần xem lại`}>
          Thao tác đến sau khi nhiệm vụ đã sang bước khác; xem ở phần Diễn biến.
        </Notice>
      )}
      {verbs.map((one, i) => (
        <Button
          key={one}
          look={i === 0 && onward.includes(one) ? 'primary' : 'plain'}
          isBusy={quick.isPending && quick.variables === one}
          onClick={() => begin(one)}
        >
          {wordOf(one)}
        </Button>
      ))}
      {verb && <ActDialog key={verb} duty={duty} verb={verb} onClose={() => setVerb(undefined)} />}
    </aside>
  )
}
