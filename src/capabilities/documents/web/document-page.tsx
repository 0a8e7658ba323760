import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { documentLine } from '#kernel/document-line.ts'
import { formatBytes, formatInstant } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button, LinkButton } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { TextArea } from '#platform/web/ui/field.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { Tabs } from '#platform/web/ui/tabs.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { usePathParam, useUrlValue } from '#platform/web/url-state.ts'
import { documentStates, type DocumentDetail } from '../domain/archive-api.ts'
import { AmendmentNotice } from './amendment.tsx'
import { documentKeys, documentsApi } from './api.ts'
import { ChangesView } from './changes-view.tsx'
import { CitationsView } from './citations-view.tsx'
import { ReadingPane, type PaneMark } from './reading-pane.tsx'
import { RegisterForm } from './register-form.tsx'
import { stateTones } from './words.ts'

/** One document: its line in the register, its text, what it cites and who cites it, and what may be done with it. */
const DocumentPage = () => {
  const id = usePathParam('id')
  const query = useQuery({
    queryKey: documentKeys.one(id),
    queryFn: ({ signal }) => documentsApi.get(id, signal),
    refetchInterval: (one) => (one.state.data?.state === 'received' ? 1_000 : false),
  })
  return <Loaded query={query}>{(document) => <DocumentView document={document} />}</Loaded>
}
export default DocumentPage

const DocumentView = ({ document }: { readonly document: DocumentDetail }) => {
  const [tab, setTab] = useUrlValue('xem', 'thong-tin')
  const before = document.supersedes ?? document.amends ?? document.duplicate?.document ?? null
  const tabs = [
    { id: 'thong-tin', label: 'Thông tin' },
    { id: 'noi-dung', label: 'Nội dung' },
    { id: 'vien-dan', label: 'Viện dẫn' },
    ...(before ? [{ id: 'thay-doi', label: 'Thay đổi so với bản trước' }] : []),
  ]
  return (
    <>
      <PageHeader
        title={document.subject ?? document.fileName}
        crumbs={[{ label: 'Kho văn bản', to: '/van-ban' }]}
        note={
          <>
            <Chip tone={document.withdrawn ? 'plain' : stateTones[document.state]}>
              {document.withdrawn ? 'Đã thu hồi' : documentStates[document.state]}
            </Chip>{' '}
            {documentLine(document)}
          </>
        }
        actions={<Verbs document={document} />}
      />
      <StateNotices document={document} />
      <Tabs label="Phần của văn bản" tabs={tabs} chosen={tab} onChoose={setTab}>
        {tab === 'thong-tin' && <Facts document={document} />}
        {tab === 'noi-dung' && <TextView id={document.id} />}
        {tab === 'vien-dan' && <CitationsView id={document.id} />}
        {tab === 'thay-doi' && before && <ChangesView id={document.id} against={before.id} />}
      </Tabs>
    </>
  )
}

const Facts = ({ document }: { readonly document: DocumentDetail }) => (
  <>
    <RegisterForm key={document.version} document={document} />
    <KeyValue
      rows={[
        { label: 'Chủ đề', value: document.theme },
        { label: 'Năm thực hiện', value: document.years.join(', ') },
        {
          label: 'Người ký',
          value: [document.signatory.authority, document.signatory.title, document.signatory.name]
            .filter(Boolean)
            .join(' · '),
        },
        { label: 'Nơi nhận', value: document.recipients.length > 0 ? document.recipients.join('; ') : null },
        { label: 'Tệp gốc', value: <a href={`/api/documents/${document.id}/file`}>{document.fileName}</a> },
        { label: 'Dung lượng', value: formatBytes(document.size) },
        { label: 'Tiếp nhận lúc', value: formatInstant(document.receivedAt) },
        {
          label: 'Duyệt lúc',
          value: document.acceptedAt === null ? null : formatInstant(document.acceptedAt),
        },
        {
          label: 'Mã băm SHA-256',
          value: document.sha256 === null ? null : <code className="small">{document.sha256}</code>,
        },
      ]}
    />
  </>
)

const NO_MARKS: readonly PaneMark[] = []
const nothing = (): void => {}

const TextView = ({ id }: { readonly id: string }) => {
  const [place] = useUrlValue('vi')
  const query = useQuery({
    queryKey: documentKeys.text(id),
    queryFn: ({ signal }) => documentsApi.text(id, signal),
    staleTime: Infinity,
  })
  return (
    <Loaded query={query} rows={20}>
      {(text) => (
        <ReadingPane
          text={text}
          marks={NO_MARKS}
          active={undefined}
          place={/^\d+$/u.test(place) ? Number(place) : undefined}
          onPoint={nothing}
          onChoose={nothing}
        />
      )}
    </Loaded>
  )
}

const Neighbour = ({ of }: { readonly of: NonNullable<DocumentDetail['supersedes']> }) => (
  <Link to={`/van-ban/${of.id}` as never}>
    {of.number} {of.subject}
  </Link>
)

/** What a person must know of the state, each with what to do. */
const StateNotices = ({ document }: { readonly document: DocumentDetail }) => (
  <>
    {document.state === 'refused' && (
      <Notice title="Không đọc thành nhiệm vụ" tone="due">
        {document.refusedReason} Vẫn có thể mở trang rà soát để nhập nhiệm vụ bằng tay từ văn bản này.
      </Notice>
    )}
    {document.withdrawn && (
      <Notice title={`Đã thu hồi: ${document.withdrawnReason ?? ''}`}>
        {document.amends
          ? 'Những gì văn bản này sửa đổi trong kế hoạch đã trở lại như trước.'
          : 'Văn bản và kế hoạch đi kèm không còn hiệu lực theo dõi.'}
      </Notice>
    )}
    <AmendmentNotice document={document} />
    {document.amends && document.state === 'accepted' && (
      <Notice title="Sửa đổi, bổ sung">
        <Neighbour of={document.amends} />
      </Notice>
    )}
    {document.amendedBy.length > 0 && (
      <Notice title="Đã được sửa đổi, bổ sung">
        {document.amendedBy.map((one) => (
          <p key={one.id}>
            <Neighbour of={one} />
          </p>
        ))}
      </Notice>
    )}
    {document.supersededBy && (
      <Notice title="Đã có bản mới hơn">
        <Neighbour of={document.supersededBy} />
      </Notice>
    )}
  </>
)

/** What may be done with the document now. */
const Verbs = ({ document }: { readonly document: DocumentDetail }) => {
  const client = useQueryClient()
  const mayReview = useMay('documents.review')
  const mayWithdraw = useMay('documents.withdraw')
  const mayAccept = useMay('documents.accept')
  const [isAsking, setAsking] = useState(false)
  const done = (said: string) => () => {
    showToast(said)
    setAsking(false)
    void client.invalidateQueries({ queryKey: documentKeys.all })
  }
  const withdraw = useMutation({
    mutationFn: (reason: string) => documentsApi.withdraw(document, reason),
    onSuccess: done('Đã thu hồi văn bản.'),
  })
  const restore = useMutation({
    mutationFn: () => documentsApi.restore(document),
    onSuccess: done('Đã đưa văn bản trở lại.'),
  })
  const reopen = useMutation({
    mutationFn: () => documentsApi.reopen(document),
    onSuccess: done('Đã mở lại để rà soát.'),
  })
  const readAgain = useMutation({
    mutationFn: () => documentsApi.readAgain(document),
    onSuccess: done('Đang đọc lại văn bản.'),
  })
  const failed = [withdraw, restore, reopen, readAgain].find((one) => one.isError)
  return (
    <>
      {failed && !isAsking && <ProblemNotice error={failed.error} />}
      {document.state === 'accepted' && (
        <LinkButton to={`/ke-hoach/van-ban/${document.id}`}>Mở kế hoạch</LinkButton>
      )}
      {document.state === 'accepted' && mayAccept && !document.withdrawn && (
        <Button isBusy={reopen.isPending} onClick={() => reopen.mutate()}>
          Mở lại rà soát
        </Button>
      )}
      {mayReview && document.state !== 'accepted' && document.state !== 'secret' && !document.withdrawn && (
        <Button isBusy={readAgain.isPending} onClick={() => readAgain.mutate()}>
          Đọc lại
        </Button>
      )}
      {mayWithdraw && !document.withdrawn && document.state !== 'secret' && (
        <Button look="danger" onClick={() => setAsking(true)}>
          Thu hồi
        </Button>
      )}
      {mayWithdraw && document.withdrawn && (
        <Button isBusy={restore.isPending} onClick={() => restore.mutate()}>
          Đưa trở lại
        </Button>
      )}
      {(document.state === 'read' || document.state === 'refused' || document.state === 'accepted') && (
        <LinkButton
          look={document.state === 'read' ? 'primary' : 'plain'}
          to={`/van-ban/${document.id}/ra-soat`}
        >
          {document.state === 'accepted' ? 'Xem bản rà soát' : 'Rà soát'}
        </LinkButton>
      )}
      {isAsking && (
        <WithdrawDialog
          isAmendment={document.amends !== null}
          onClose={() => setAsking(false)}
          onSend={(reason) => withdraw.mutate(reason)}
          isBusy={withdraw.isPending}
          error={withdraw.error}
        />
      )}
    </>
  )
}

const WithdrawDialog = ({
  isAmendment,
  onSend,
  onClose,
  isBusy,
  error,
}: {
  readonly isAmendment: boolean
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
  readonly isBusy: boolean
  readonly error: unknown
}) => {
  const [reason, setReason] = useState('')
  const isShort = reason.trim().length < 3
  return (
    <Dialog
      title="Thu hồi văn bản"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="danger"
            isBusy={isBusy}
            aria-disabled={isShort}
            onClick={() => !isShort && onSend(reason.trim())}
          >
            Thu hồi
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <p>
        Văn bản vẫn ở trong kho cùng lý do;{' '}
        {isAmendment
          ? 'những gì văn bản này sửa đổi trong kế hoạch trở lại như trước.'
          : 'kế hoạch lập từ văn bản này ngừng theo dõi.'}{' '}
        Có thể đưa trở lại sau.
      </p>
      <TextArea label="Lý do thu hồi" hint="Được ghi vào nhật ký" value={reason} onChange={setReason} />
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </Dialog>
  )
}
