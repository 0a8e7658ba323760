import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatPartialDate } from '#kernel/partial-date.ts'
import { toUrl } from '#platform/web/api.ts'
import { formatDay } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { InPeriod, useInPeriod } from '#platform/web/shell/in-period.tsx'
import { Button, LinkButton } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { Pagination } from '#platform/web/ui/pagination.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import {
  documentStates,
  type DocumentPage,
  type DocumentQuery,
  type DocumentState,
} from '../domain/archive-api.ts'
import { documentKeys, documentsApi } from './api.ts'
import { stateTones } from './words.ts'

type Row = DocumentPage['items'][number]
const SIZE = 50

/** Words around the hit, the hit itself marked. */
const Snippet = ({ snippet }: { readonly snippet: NonNullable<Row['snippet']> }) => {
  const parts: React.ReactNode[] = []
  let at = 0
  for (const mark of snippet.marks) {
    parts.push(
      snippet.text.slice(at, mark.start),
      <mark key={mark.start}>{snippet.text.slice(mark.start, mark.end)}</mark>,
    )
    at = mark.end
  }
  return (
    <p className="quiet small">
      …{parts}
      {snippet.text.slice(at)}…
    </p>
  )
}

const columns: readonly Column<Row>[] = [
  { id: 'den', header: 'Số đến', width: '84px', isNumeric: true, cell: (row) => row.register.number ?? '—' },
  { id: 'ngay-den', header: 'Ngày đến', width: '104px', cell: (row) => formatDay(row.register.arrivedOn) },
  {
    id: 'so',
    header: 'Số, ký hiệu',
    width: '168px',
    cell: (row) => row.number ?? <span className="quiet">không số</span>,
  },
  {
    id: 'ngay',
    header: 'Ngày văn bản',
    width: '120px',
    isWideOnly: true,
    cell: (row) =>
      row.issuedOn === null ? <span className="quiet">chưa rõ</span> : formatPartialDate(row.issuedOn),
  },
  {
    id: 'trich-yeu',
    header: 'Trích yếu',
    cell: (row) => (
      <>
        <Link to={`/van-ban/${row.id}` as never}>
          {row.type === null ? '' : `${row.type.slice(0, 1).toUpperCase()}${row.type.slice(1)}: `}
          {row.subject ?? row.fileName}
        </Link>
        <p className="quiet small">{row.issuer ?? row.register.sender}</p>
        {row.snippet && <Snippet snippet={row.snippet} />}
      </>
    ),
  },
  {
    id: 'do-khan',
    header: 'Độ khẩn',
    width: '112px',
    isWideOnly: true,
    cell: (row) =>
      row.register.urgency === 'thường' ? (
        <span className="quiet">thường</span>
      ) : (
        <Chip tone="due">{row.register.urgency}</Chip>
      ),
  },
  {
    id: 'trang-thai',
    header: 'Trạng thái',
    width: '168px',
    cell: (row) =>
      row.withdrawn ? (
        <Chip>Đã thu hồi</Chip>
      ) : (
        <Chip tone={stateTones[row.state]} title={row.refusedReason ?? ''}>
          {documentStates[row.state]}
        </Chip>
      ),
  },
]

/** Every filter of this list, as it stands when none is set. */
const noFilters = {
  q: undefined,
  'trang-thai': undefined,
  loai: undefined,
  nam: undefined,
  'trong-ky': undefined,
  trang: undefined,
}

/** The archive with the offices' register of incoming documents. */
const ArchivePage = () => {
  const url = useUrlValues()
  const set = useSetUrlValues()
  const mayUpload = useMay('documents.upload')
  const page = Number(url['trang'] ?? '1')
  const [period] = useInPeriod()
  const filter: DocumentQuery = {
    ...(url['q'] ? { q: url['q'] } : {}),
    ...(url['loai'] ? { type: url['loai'] } : {}),
    ...(url['nam'] ? { year: url['nam'] } : {}),
    ...(period ? { from: period.from, to: period.to } : {}),
    ...(url['trang-thai'] ? { state: url['trang-thai'] as DocumentState } : {}),
    ...(url['sap-xep'] === 'ngay' ? { sort: 'issued' as const } : {}),
  }
  const asked: DocumentQuery = { ...filter, page: String(page), size: String(SIZE) }
  const query = useQuery({
    queryKey: documentKeys.list(asked),
    queryFn: ({ signal }) => documentsApi.list(asked, signal),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.keys(noFilters).some((name) => (url[name] ?? '') !== '')
  const any = (label: string) => ({ value: '', label })
  return (
    <>
      <PageHeader
        title="Kho văn bản"
        note={query.data ? `${query.data.total} văn bản trong sổ đến` : 'Đang tải…'}
        actions={
          <>
            <a className="button button--plain" href={toUrl('/api/documents/export.xlsx', filter)} download>
              Xuất Excel
            </a>
            {mayUpload && (
              <LinkButton look="primary" to="/van-ban/tiep-nhan">
                Tiếp nhận văn bản
              </LinkButton>
            )}
          </>
        }
      />
      <Filters
        countMore={[url['nam'], url['sap-xep'], period].filter(Boolean).length}
        more={
          <>
            <Select
              label="Năm đến"
              value={url['nam'] ?? ''}
              options={[
                any('mọi năm'),
                ...(query.data?.years ?? []).map((year) => ({ value: String(year), label: String(year) })),
              ]}
              onChange={(value) => set({ nam: value, trang: undefined })}
            />
            <Select
              label="Sắp xếp"
              value={url['sap-xep'] ?? ''}
              options={[any('mới đến trước'), { value: 'ngay', label: 'ngày văn bản mới trước' }]}
              onChange={(value) => set({ 'sap-xep': value })}
            />
            <InPeriod what="Đến" />
          </>
        }
      >
        <SearchField
          label="Tìm trong văn bản"
          value={url['q'] ?? ''}
          onChange={(q) => set({ q, trang: undefined })}
        />
        <Select
          label="Trạng thái"
          value={url['trang-thai'] ?? ''}
          options={[
            any('mọi trạng thái'),
            ...Object.entries(documentStates).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(value) => set({ 'trang-thai': value, trang: undefined })}
        />
        <Select
          label="Loại"
          value={url['loai'] ?? ''}
          options={[
            any('mọi loại'),
            ...(query.data?.types ?? []).map((type) => ({ value: type, label: type })),
          ]}
          onChange={(value) => set({ loai: value, trang: undefined })}
        />
      </Filters>
      <Loaded query={query} rows={12}>
        {(found) => (
          <>
            {found.match === 'words' && (
              <p className="quiet">
                Không có văn bản nào có cụm từ này liền nhau; dưới đây là văn bản có đủ các từ.
              </p>
            )}
            <DataTable
              caption="Sổ văn bản đến"
              columns={columns}
              rows={found.items}
              rowKey={(row) => row.id}
              isRowQuiet={(row) => row.withdrawn}
              empty={
                <EmptyState
                  title="Không có văn bản nào"
                  action={
                    isFiltered ? (
                      <Button onClick={() => void set(noFilters)}>Bỏ mọi bộ lọc</Button>
                    ) : mayUpload ? (
                      <LinkButton to="/van-ban/tiep-nhan">Tiếp nhận văn bản</LinkButton>
                    ) : undefined
                  }
                >
                  {url['q']
                    ? 'Thử ít từ hơn, hoặc bỏ bớt bộ lọc.'
                    : isFiltered
                      ? 'Không có văn bản nào hợp với các bộ lọc đang đặt.'
                      : 'Kho còn trống.'}
                </EmptyState>
              }
            />
            <Pagination
              page={page}
              pageSize={SIZE}
              total={found.total}
              onPage={(next) => set({ trang: String(next) })}
            />
          </>
        )}
      </Loaded>
    </>
  )
}
export default ArchivePage
