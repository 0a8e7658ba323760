import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatBytes } from '#platform/web/format.ts'
import { Button, LinkButton } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { FileDrop } from '#platform/web/ui/file-drop.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { ProgressBar } from '#platform/web/ui/progress-bar.tsx'
import { documentStates } from '../domain/archive-api.ts'
import { documentKeys, documentsApi } from './api.ts'
import { addFiles, sendAgain, stopFile, useUploads, type UploadItem } from './upload-queue.ts'
import { stateTones } from './words.ts'
import './import-page.css'

/** Taking documents in: drag, watch, review. The queue goes on while the person looks elsewhere. */
const ImportPage = () => {
  const items = useUploads()
  const isSending = items.some((item) => item.state === 'sending' || item.state === 'waiting')
  useEffect(() => {
    if (!isSending) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isSending])

  return (
    <>
      <PageHeader
        title="Tiếp nhận văn bản"
        crumbs={[{ label: 'Kho văn bản', to: '/van-ban' }]}
        note="Tệp gốc được giữ nguyên từng byte. Bộ đọc đề xuất, người rà soát quyết định."
      />
      <FileDrop
        label="Kéo văn bản vào đây, hoặc chọn tệp"
        hint="Word (.docx, .doc), PDF có lớp chữ, .html, .md, .txt; nhiều tệp một lúc được. Không gửi văn bản có dấu mật."
        accept=".docx,.doc,.pdf,.html,.htm,.md,.txt"
        isMany
        onFiles={addFiles}
      />
      {items.length > 0 && (
        <ul className="imports" aria-label="Các tệp đã chọn">
          {items.map((item) => (
            <li key={item.id} className="imports__item">
              <div className="imports__name">
                <strong>{item.file.name}</strong> <span className="quiet">{formatBytes(item.file.size)}</span>
              </div>
              <ItemState item={item} onStop={() => stopFile(item.id)} onAgain={() => sendAgain(item.id)} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
export default ImportPage

const ItemState = ({
  item,
  onStop,
  onAgain,
}: {
  readonly item: UploadItem
  readonly onStop: () => void
  readonly onAgain: () => void
}) => {
  switch (item.state) {
    case 'queued':
      return <p className="quiet">Chờ gửi</p>
    case 'sending':
    case 'waiting':
      return (
        <div className="imports__line">
          <ProgressBar
            label={item.state === 'waiting' ? 'Mất kết nối, đang chờ để gửi tiếp' : 'Đang gửi'}
            share={item.share}
          />
          <Button isSmall onClick={onStop}>
            Dừng
          </Button>
        </div>
      )
    case 'stopped':
      return (
        <div className="imports__line">
          <span>Đã dừng</span>
          <Button isSmall onClick={onAgain}>
            Gửi lại
          </Button>
        </div>
      )
    case 'failed':
      return (
        <div className="imports__line">
          <span role="alert">
            <Chip tone="overdue">Không gửi được</Chip> {item.problem?.title} {item.problem?.detail}{' '}
            {item.problem?.action}
          </span>
          <Button isSmall onClick={onAgain}>
            Gửi lại
          </Button>
        </div>
      )
    case 'sent':
      return item.document === undefined ? (
        <p>Đã gửi</p>
      ) : (
        <Reading id={item.document} isDuplicate={item.isDuplicate === true} />
      )
  }
}

/** What became of a file that arrived: read, refused with its reason, or known before. */
const Reading = ({ id, isDuplicate }: { readonly id: string; readonly isDuplicate: boolean }) => {
  const { data } = useQuery({
    queryKey: documentKeys.one(id),
    queryFn: ({ signal }) => documentsApi.get(id, signal),
    refetchInterval: (query) => (query.state.data && query.state.data.state !== 'received' ? false : 700),
  })
  if (!data || data.state === 'received') return <p role="status">Đã gửi, đang đọc…</p>
  return (
    <div className="imports__line" role="status">
      <div>
        {isDuplicate && <Chip tone="info">Tệp này đã có trong kho</Chip>}{' '}
        <Chip tone={stateTones[data.state]}>{documentStates[data.state]}</Chip>{' '}
        {data.state !== 'secret' && (
          <Link to={`/van-ban/${id}` as never}>{data.subject ?? data.fileName}</Link>
        )}
        {data.refusedReason !== null && <p>{data.refusedReason}</p>}
        {data.duplicate && (
          <p>
            Trùng số với{' '}
            <Link to={`/van-ban/${data.duplicate.document.id}` as never}>
              {data.duplicate.document.number}
            </Link>
            : mở văn bản để ghi nhận là bản sửa đổi.
          </p>
        )}
        {data.state === 'read' && (
          <p className="quiet">
            {data.counts.open} mục đề xuất, {data.counts.unsure} mục cần xem
          </p>
        )}
      </div>
      {data.state === 'read' && (
        <LinkButton look="primary" to={`/van-ban/${id}/ra-soat`}>
          Rà soát
        </LinkButton>
      )}
    </div>
  )
}
