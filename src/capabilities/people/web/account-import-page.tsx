import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant, formatNumber } from '#platform/web/format.ts'
import { createKey } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { FileDrop } from '#platform/web/ui/file-drop.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { ProgressBar } from '#platform/web/ui/progress-bar.tsx'
import type { ImportIssue, ImportReply } from '../contract.ts'
import { importAccounts, TEMPLATE_PATH } from './api.ts'
import { roleName } from './words.ts'

type Row = ImportReply['rows'][number]
type LinkRow = ImportReply['links'][number]

const rowColumns: readonly Column<Row>[] = [
  { id: 'dong', header: 'Dòng', isNumeric: true, width: '80px', cell: (row) => row.row },
  { id: 'ten', header: 'Họ và tên', cell: (row) => row.name },
  { id: 'dang-nhap', header: 'Tên đăng nhập', cell: (row) => row.login },
  { id: 'vai-tro', header: 'Vai trò', cell: (row) => (row.role === null ? '' : roleName(row.role)) },
  { id: 'noi', header: 'Cơ quan, địa bàn', cell: (row) => [row.agency, row.area].filter(Boolean).join(', ') },
]

const issueColumns: readonly Column<ImportIssue>[] = [
  { id: 'dong', header: 'Dòng', isNumeric: true, width: '80px', cell: (issue) => issue.row },
  { id: 'cot', header: 'Cột', width: '180px', cell: (issue) => issue.column },
  { id: 'loi', header: 'Nội dung cần sửa', cell: (issue) => issue.message },
]

const linkColumns: readonly Column<LinkRow>[] = [
  { id: 'dang-nhap', header: 'Tên đăng nhập', width: '200px', cell: (row) => row.login },
  { id: 'link', header: 'Đường dẫn đặt mật khẩu', cell: (row) => row.link },
  { id: 'han', header: 'Có hiệu lực đến', width: '170px', cell: (row) => formatInstant(row.expiresAt) },
]

/** Accounts in bulk: read the sheet, show what it would do, then do all of it or nothing. */
const AccountImportPage = () => {
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [key, setKey] = useState(createKey)
  const [share, setShare] = useState(0)
  const preview = useMutation({
    mutationFn: async (chosen: File) => await importAccounts(chosen, 'preview', { onProgress: setShare }),
  })
  const apply = useMutation({
    mutationFn: async (chosen: File) => await importAccounts(chosen, 'apply', { key, onProgress: setShare }),
    onSuccess: async () => await client.invalidateQueries({ queryKey: ['people', 'accounts'] }),
  })
  const isWorking = preview.isPending || apply.isPending
  const begin = (): void => {
    setFile(undefined)
    setKey(createKey())
    preview.reset()
    apply.reset()
  }
  return (
    <>
      <PageHeader
        title="Nhập người dùng từ bảng tính"
        crumbs={[{ label: 'Người dùng', to: '/nguoi-dung' }]}
        actions={
          <a className="button button--plain" href={TEMPLATE_PATH} download>
            Tải mẫu .xlsx
          </a>
        }
      />
      <div className="stack">
        {apply.data?.applied ? (
          <Applied reply={apply.data} onAgain={begin} />
        ) : (
          <>
            <FileDrop
              label={file ? `Đã chọn: ${file.name}` : 'Kéo tệp .xlsx vào đây'}
              hint="Theo đúng mẫu; mỗi dòng một người, tối đa 1.000 người. Chưa tạo tài khoản nào cho đến khi xác nhận."
              accept=".xlsx"
              isDisabled={isWorking}
              onFiles={([chosen]) => {
                if (!chosen) return
                begin()
                setFile(chosen)
                preview.mutate(chosen)
              }}
            />
            {isWorking && <ProgressBar label="Đang gửi tệp" share={share} />}
            {(preview.isError || apply.isError) && <ProblemNotice error={preview.error ?? apply.error} />}
            {preview.data && file && (
              <Preview
                reply={apply.data ?? preview.data}
                isBusy={isWorking}
                onApply={() => apply.mutate(file)}
              />
            )}
          </>
        )}
      </div>
    </>
  )
}

const Preview = ({
  reply,
  isBusy,
  onApply,
}: {
  readonly reply: ImportReply
  readonly isBusy: boolean
  readonly onApply: () => void
}) => (
  <>
    {reply.issues.length > 0 ? (
      <>
        <Notice
          tone="overdue"
          title={`Bảng tính còn ${formatNumber(reply.issues.length)} chỗ cần sửa.`}
          isLive
        >
          <p>Sửa trong tệp rồi kéo lại vào đây. Chưa có tài khoản nào được tạo.</p>
        </Notice>
        <DataTable
          caption="Chỗ cần sửa"
          columns={issueColumns}
          rows={reply.issues}
          rowKey={(issue) => `${issue.row}-${issue.column}-${issue.message}`}
          empty={null}
        />
      </>
    ) : (
      <Notice
        tone="info"
        title={`Sẽ tạo ${formatNumber(reply.rows.length)} tài khoản.`}
        isLive
        actions={
          <Button look="primary" isBusy={isBusy} disabled={reply.rows.length === 0} onClick={onApply}>
            Tạo {formatNumber(reply.rows.length)} tài khoản
          </Button>
        }
      >
        <p>Xem lại danh sách dưới đây trước khi tạo.</p>
      </Notice>
    )}
    <DataTable
      caption="Người dùng đọc được từ bảng tính"
      columns={rowColumns}
      rows={reply.rows}
      rowKey={(row) => String(row.row)}
      empty={<EmptyState title="Không đọc được dòng nào" />}
    />
  </>
)

const Applied = ({ reply, onAgain }: { readonly reply: ImportReply; readonly onAgain: () => void }) => (
  <>
    <Notice
      tone="done"
      title={`Đã tạo ${formatNumber(reply.rows.length)} tài khoản.`}
      isLive
      actions={
        <>
          <Button onClick={() => print()}>In danh sách đường dẫn</Button>
          <Button onClick={onAgain}>Nhập tệp khác</Button>
        </>
      }
    >
      <p>Chuyển cho từng người đường dẫn của họ. Danh sách này chỉ hiện một lần.</p>
    </Notice>
    <DataTable
      caption="Đường dẫn đặt mật khẩu"
      columns={linkColumns}
      rows={reply.links}
      rowKey={(row) => row.login}
      empty={null}
    />
  </>
)

export default AccountImportPage
