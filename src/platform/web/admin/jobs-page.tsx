import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInstant, formatNumber } from '../format.ts'
import { subjectName, useNames, type Named } from '../names.ts'
import { useMay } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { TextField } from '../ui/field.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ProblemNotice } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { showToast } from '../ui/toast.tsx'
import { giveUpJob, jobsQuery, retryJob, type QuarantinedJob } from './api.ts'
import './jobs-page.css'

/** Work of the machine that failed five times and now waits for a person to look. */
const JobsPage = () => {
  const query = useQuery({ ...jobsQuery, refetchInterval: 30_000 })
  const client = useQueryClient()
  const mayRetry = useMay('admin.jobs.retry')
  const [givingUp, setGivingUp] = useState<QuarantinedJob>()
  const retry = useMutation({
    mutationFn: retryJob,
    onSuccess: async () => {
      showToast('Đã xếp chạy lại.')
      await client.invalidateQueries(jobsQuery)
    },
  })
  const nameOf = useNames()
  const columns: readonly Column<QuarantinedJob>[] = [
    { id: 'viec', header: 'Việc', cell: (job) => <HeldJob job={job} /> },
    {
      id: 've',
      header: 'Liên quan đến',
      width: '200px',
      cell: (job) => <Concerned subject={job.subject} named={nameOf(job.subject)} />,
    },
    { id: 'luc', header: 'Xếp lúc', width: '128px', cell: (job) => formatInstant(job.at) },
    {
      id: 'lan',
      header: 'Đã thử',
      unit: 'lần',
      isNumeric: true,
      width: '112px',
      cell: (job) => formatNumber(job.attempts),
    },
    ...(mayRetry
      ? [
          {
            id: 'thao-tac',
            header: 'Thao tác',
            isScreenOnly: true,
            width: '184px',
            cell: (job: QuarantinedJob) => (
              <span className="cluster">
                <Button
                  isSmall
                  isBusy={retry.isPending && retry.variables === job.id}
                  onClick={() => retry.mutate(job.id)}
                >
                  Chạy lại
                </Button>
                <Button isSmall look="danger" onClick={() => setGivingUp(job)}>
                  Bỏ qua
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader
        title="Việc bị giữ lại"
        note={
          query.data
            ? `Việc tự động đã thử năm lần không xong, chờ người xem. Đang xếp hàng: ${formatNumber(query.data.waiting)} việc.`
            : '\u00A0'
        }
      />
      <div className="stack">
        {retry.isError && <ProblemNotice error={retry.error} />}
        <Loaded query={query} rows={6}>
          {(jobs) => (
            <DataTable
              caption="Việc bị giữ lại"
              columns={columns}
              rows={jobs.items}
              rowKey={(job) => String(job.id)}
              empty={
                <EmptyState title="Không có việc nào bị giữ lại">
                  <p>Mọi việc tự động đều chạy xong hoặc đang xếp hàng.</p>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </div>
      {givingUp && <GiveUpDialog job={givingUp} onClose={() => setGivingUp(undefined)} />}
    </>
  )
}

/** What did not get done and what to do about it; how it broke is folded below, for whoever runs the server. */
const HeldJob = ({ job }: { readonly job: QuarantinedJob }) => (
  <div className="held-job">
    <p className="held-job__title">{job.title}</p>
    <p>{job.missing}</p>
    <p className="held-job__advice">{job.advice}</p>
    <details className="no-print">
      <summary>Chi tiết kỹ thuật</summary>
      <dl className="held-job__detail">
        <dt>Lỗi lần cuối</dt>
        <dd>
          <code>{job.lastError ?? 'không ghi được'}</code>
        </dd>
        <dt>Tên việc</dt>
        <dd>
          <code>{job.job}</code>
        </dd>
        <dt>Do sự kiện</dt>
        <dd>
          {job.sentence} <code>{job.event}</code>, dòng {formatNumber(job.seq)} của nhật ký
        </dd>
        <dt>Đối tượng</dt>
        <dd>
          <code>{job.subject}</code>
        </dd>
      </dl>
    </details>
  </div>
)

/** Goes to the thing itself where the person may see it, else to what the journal says of it. */
const Concerned = ({ subject, named }: { readonly subject: string; readonly named: Named | undefined }) => {
  const mayJournal = useMay('admin.journal.view')
  if (subject === 'installation') return <>Toàn hệ thống</>
  const label = named?.label ?? subjectName(subject)
  if (named?.to !== undefined) return <Link to={named.to}>{label}</Link>
  return mayJournal ? (
    <Link to={'/nhat-ky' as never} search={{ 'doi-tuong': subject } as never}>
      {label}
    </Link>
  ) : (
    <>{label}</>
  )
}

const GiveUpDialog = ({ job, onClose }: { readonly job: QuarantinedJob; readonly onClose: () => void }) => {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const giveUp = useMutation({
    mutationFn: async () => await giveUpJob(job.id, reason.trim()),
    onSuccess: async () => {
      showToast('Đã bỏ qua việc; lý do được ghi vào nhật ký.')
      await client.invalidateQueries(jobsQuery)
      onClose()
    },
  })
  return (
    <Dialog
      title="Bỏ qua việc này"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="give-up-form" look="danger" isBusy={giveUp.isPending}>
            Bỏ qua việc
          </Button>
          <Button onClick={onClose}>Giữ lại</Button>
        </>
      }
    >
      <form
        id="give-up-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!giveUp.isPending && reason.trim().length >= 3) giveUp.mutate()
        }}
      >
        {giveUp.isError && <ProblemNotice error={giveUp.error} />}
        <p>
          Việc “{job.title}” sẽ không chạy nữa. {job.missing}
        </p>
        <TextField
          label="Lý do"
          hint="Ghi vào nhật ký."
          required
          minLength={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </form>
    </Dialog>
  )
}

export default JobsPage
