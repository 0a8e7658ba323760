import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInstant, formatNumber } from '../format.ts'
import { subjectName, useNames, type Named } from '../names.ts'
import { Button } from '../ui/button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Drawer } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Filters } from '../ui/filters.tsx'
import { KeyValue } from '../ui/key-value.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Notice, ProblemNotice } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useSetUrlValues, useUrlValues } from '../url-state.ts'
import { checkJournal, journalQuery, type JournalEntry, type JournalState } from './api.ts'
import './journal-page.css'

const JournalPage = () => {
  const values = useUrlValues()
  const setValues = useSetUrlValues()
  const [shown, setShown] = useState<JournalEntry>()
  const nameOf = useNames()
  const check = useMutation({ mutationFn: checkJournal })
  const { tu, den, viec, 'doi-tuong': subject, nguoi, truoc } = values
  const query = useQuery(
    journalQuery({ event: viec, subject, actor: nguoi, from: tu, to: den, before: truoc }),
  )
  const columns: readonly Column<JournalEntry>[] = [
    {
      id: 'so',
      header: 'Số',
      isNumeric: true,
      width: '80px',
      cell: (entry) => formatNumber(entry.seq),
    },
    { id: 'luc', header: 'Lúc', width: '150px', cell: (entry) => formatInstant(entry.at) },
    {
      id: 'viec',
      header: 'Việc',
      cell: (entry) => (
        <button type="button" className="text-button" onClick={() => setShown(entry)}>
          {entry.sentence}
        </button>
      ),
    },
    {
      id: 'doi-tuong',
      header: 'Đối tượng',
      width: '30%',
      cell: (entry) => (
        <button
          type="button"
          className="text-button text-button--quiet"
          title="Chỉ xem các dòng về đối tượng này"
          onClick={() => setValues({ 'doi-tuong': entry.subject, truoc: undefined })}
        >
          {describeSubject(entry.subject, nameOf)}
        </button>
      ),
    },
    {
      id: 'nguoi',
      header: 'Người thực hiện',
      width: '22%',
      cell: (entry) => (
        <button
          type="button"
          className="text-button text-button--quiet"
          title="Chỉ xem việc của người này"
          onClick={() => setValues({ nguoi: entry.actor, truoc: undefined })}
        >
          {describeActor(entry.actor, nameOf)}
        </button>
      ),
    },
  ]
  const isFiltered = [tu, den, viec, subject, nguoi].some((value) => value !== undefined)
  return (
    <>
      <PageHeader
        title="Nhật ký"
        note="Mọi thay đổi trong hệ thống, theo thứ tự đã xảy ra. Không sửa, không xóa được; mỗi dòng mang dấu của dòng trước."
        actions={
          <Button isBusy={check.isPending} onClick={() => check.mutate()}>
            Kiểm tra tính toàn vẹn
          </Button>
        }
      />
      <div className="stack">
        {check.isError && <ProblemNotice error={check.error} />}
        {check.data && <Verdict state={check.data} />}
        <div>
          <Filters>
            <DateField
              label="Từ ngày"
              value={tu}
              onChange={(day) => setValues({ tu: day, truoc: undefined })}
            />
            <DateField
              label="Đến hết ngày"
              value={den}
              onChange={(day) => setValues({ den: day, truoc: undefined })}
            />
            {isFiltered && (
              <Button
                look="quiet"
                onClick={() =>
                  setValues({
                    tu: undefined,
                    den: undefined,
                    viec: undefined,
                    'doi-tuong': undefined,
                    nguoi: undefined,
                    truoc: undefined,
                  })
                }
              >
                Bỏ lọc
                {subject === undefined ? '' : ` “${nameOf(subject)?.label ?? subjectName(subject)}”`}
                {nguoi === undefined ? '' : ` “${describeActor(nguoi, nameOf)}”`}
              </Button>
            )}
          </Filters>
          <Loaded query={query} rows={14}>
            {(page) => (
              <>
                <DataTable
                  caption="Nhật ký"
                  columns={columns}
                  rows={page.items}
                  rowKey={(entry) => String(entry.seq)}
                  empty={<EmptyState title="Không có dòng nhật ký nào khớp bộ lọc" />}
                />
                <nav className="cluster journal__pages no-print" aria-label="Các trang của nhật ký">
                  {truoc !== undefined && (
                    <Button isSmall onClick={() => setValues({ truoc: undefined })}>
                      Về các dòng mới nhất
                    </Button>
                  )}
                  {page.next !== null && (
                    <Button isSmall onClick={() => setValues({ truoc: String(page.next) })}>
                      Các dòng cũ hơn
                    </Button>
                  )}
                </nav>
              </>
            )}
          </Loaded>
        </div>
      </div>
      {shown && <EntryDrawer entry={shown} nameOf={nameOf} onClose={() => setShown(undefined)} />}
    </>
  )
}

const Verdict = ({ state }: { readonly state: JournalState }) =>
  state.faults.length === 0 ? (
    <Notice tone="done" title={`Nhật ký nguyên vẹn: ${formatNumber(state.entries)} dòng.`} isLive>
      <p>
        Dấu của dòng cuối ({formatNumber(state.head.seq)}), lúc {formatInstant(state.checkedAt)}:{' '}
        <code className="journal__hash">{state.head.hash}</code>
      </p>
    </Notice>
  ) : (
    <Notice tone="overdue" title={`Nhật ký có ${formatNumber(state.faults.length)} chỗ không khớp.`} isLive>
      <ul>
        {state.faults.slice(0, 20).map((fault) => (
          <li key={`${fault.kind}-${fault.seq}`}>{fault.message}</li>
        ))}
      </ul>
      <p>Giữ nguyên dữ liệu, báo ngay người vận hành; so với dấu niêm phong đã cất bên ngoài.</p>
    </Notice>
  )

type NameOf = ReturnType<typeof useNames>

/** `a for b`: someone acting for a person on leave; both are named. */
const describeActor = (actor: string, nameOf: NameOf): string => {
  if (actor === 'system') return 'Hệ thống'
  if (actor === 'cli') return 'Dòng lệnh'
  if (actor === 'sample') return 'Dữ liệu mẫu'
  const [first = actor, second] = actor.split(' for ').map((id) => nameOf(`account:${id}`)?.label ?? id)
  return second === undefined ? first : `${first} (thay ${second})`
}

const describeSubject = (subject: string, nameOf: NameOf): string =>
  subject === 'installation' ? 'Toàn hệ thống' : (nameOf(subject)?.label ?? subjectName(subject))

const Subject = ({ subject, named }: { readonly subject: string; readonly named: Named | undefined }) => (
  <>
    {named?.to === undefined ? named?.label : <Link to={named.to}>{named.label}</Link>}{' '}
    <code className="journal__hash quiet">{subject}</code>
  </>
)

const toText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const EntryDrawer = ({
  entry,
  nameOf,
  onClose,
}: {
  readonly entry: JournalEntry
  readonly nameOf: NameOf
  readonly onClose: () => void
}) => (
  <Drawer title={`Dòng ${formatNumber(entry.seq)}`} isOpen onClose={onClose}>
    <KeyValue
      rows={[
        { label: 'Việc', value: entry.sentence },
        { label: 'Lúc', value: formatInstant(entry.at) },
        {
          label: 'Người thực hiện',
          value: (
            <>
              {describeActor(entry.actor, nameOf)} <code className="journal__hash quiet">{entry.actor}</code>
            </>
          ),
        },
        { label: 'Đối tượng', value: <Subject subject={entry.subject} named={nameOf(entry.subject)} /> },
        { label: 'Tên sự kiện', value: <code className="journal__hash">{entry.event}</code> },
        ...Object.entries(entry.data).map(([label, value]) => ({
          label,
          value: <code className="journal__hash">{toText(value)}</code>,
        })),
      ]}
    />
  </Drawer>
)

export default JournalPage
