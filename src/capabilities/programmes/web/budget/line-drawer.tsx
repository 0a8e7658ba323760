import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createKey } from '#platform/web/api.ts'
import { formatDay, formatInstant, todayInVietnam } from '#platform/web/format.ts'
import { useNames } from '#platform/web/names.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Drawer } from '#platform/web/ui/dialog.tsx'
import { Select, TextField } from '#platform/web/ui/field.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { Task } from '../../contract.ts'
import { formatDong, readDong } from '../../domain/budget-amount.ts'
import type { BudgetEntry, BudgetLineDetail, NewBudgetEntry } from '../../domain/budget-schemas.ts'
import { budgetSources, MONEY_KINDS, moneyWords, type MoneyKind } from '../../domain/budget.ts'
import { addEntry, endLine, lineQuery } from './api.ts'
import { Marks } from './budget-marks.tsx'
import { amountError, amountHint, LineDialog } from './line-dialog.tsx'
import './budget.css'

/** One line of the budget over the list: what it is for, every entry, and the next one. */
export const LineDrawer = ({
  line,
  tasks,
  onClose,
}: {
  readonly line: string
  readonly tasks: readonly Task[]
  readonly onClose: () => void
}) => {
  const query = useQuery(lineQuery(line))
  return (
    <Drawer title={query.data?.value.what ?? 'Khoản kinh phí'} isOpen onClose={onClose}>
      <Loaded query={query}>
        {({ value, version }) => <Line line={value} version={version} tasks={tasks} onClose={onClose} />}
      </Loaded>
    </Drawer>
  )
}

const Line = ({
  line,
  version,
  tasks,
  onClose,
}: {
  readonly line: BudgetLineDetail
  readonly version: string | undefined
  readonly tasks: readonly Task[]
  readonly onClose: () => void
}) => {
  const [isEditing, setEditing] = useState(false)
  const [isEnding, setEnding] = useState(false)
  return (
    <>
      <KeyValue
        rows={[
          ...MONEY_KINDS.map((kind) => ({
            label: moneyWords[kind],
            value: `${formatDong(line.sums[kind])} đồng`,
          })),
          { label: 'Nguồn', value: budgetSources[line.source] },
          { label: 'Cơ quan sử dụng', value: line.agencyName },
          { label: 'Mục', value: line.place },
          ...(line.itemText === null ? [] : [{ label: 'Nhiệm vụ', value: line.itemText }]),
        ]}
      />
      <Marks marks={line.marks} />
      {line.mayEdit && (
        <p className="cluster">
          <Button isSmall onClick={() => setEditing(true)}>
            Sửa khoản này
          </Button>
          <Button isSmall onClick={() => setEnding(!isEnding)} aria-expanded={isEnding}>
            Ngừng theo dõi
          </Button>
        </p>
      )}
      {isEnding && <EndForm line={line} version={version} onDone={onClose} />}
      {line.mayEdit && <EntryForm line={line} />}
      <h3>Các bút toán</h3>
      <Entries line={line} />
      {isEditing && (
        <LineDialog
          programme={line.programme}
          tasks={tasks}
          edited={line}
          version={version}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}

/** Sends an entry and lets every list of money be read anew. */
const useEntry = (line: string, onDone: () => void) => {
  const client = useQueryClient()
  const [key, setKey] = useState(createKey)
  return useMutation({
    mutationFn: async (entry: NewBudgetEntry) => await addEntry(line, entry, { key }),
    onSuccess: async () => {
      setKey(createKey())
      await client.invalidateQueries({ queryKey: ['budget'] })
      showToast('Đã ghi bút toán.')
      onDone()
    },
  })
}

const EntryForm = ({ line }: { readonly line: BudgetLineDetail }) => {
  const [kind, setKind] = useState<MoneyKind>('allocated')
  const [typed, setTyped] = useState('')
  const [on, setOn] = useState<string | undefined>(todayInVietnam())
  const [note, setNote] = useState('')
  const save = useEntry(line.id, () => {
    setTyped('')
    setNote('')
  })
  const amount = readDong(typed)
  const isReady = amount !== undefined && amount !== 0 && on !== undefined && note.trim().length >= 2
  return (
    <form
      className="form"
      aria-label="Ghi bút toán"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !save.isPending) save.mutate({ kind, amount, on, note: note.trim(), reverses: null })
      }}
    >
      <h3>Ghi bút toán</h3>
      {save.isError && <ProblemNotice error={save.error} />}
      <Select
        label="Loại"
        value={kind}
        options={MONEY_KINDS.map((value) => ({ value, label: moneyWords[value] }))}
        onChange={setKind}
      />
      <TextField
        label="Số tiền"
        inputMode="numeric"
        hint={`${amountHint(typed)} Ghi số âm khi điều chỉnh giảm.`}
        error={amountError(typed)}
        value={typed}
        onChange={setTyped}
      />
      <DateField label="Ngày" value={on} onChange={setOn} />
      <TextField
        label="Ghi chú, căn cứ"
        hint="Ví dụ: Lệnh chi tiền số 35."
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <Button type="submit" look="primary" isBusy={save.isPending} disabled={!isReady}>
        Ghi
      </Button>
    </form>
  )
}

const EndForm = ({
  line,
  version,
  onDone,
}: {
  readonly line: BudgetLineDetail
  readonly version: string | undefined
  readonly onDone: () => void
}) => {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const end = useMutation({
    mutationFn: async () => await endLine(line.id, reason.trim(), version),
    onSuccess: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: ['budget'] })
      showToast('Đã ngừng theo dõi khoản kinh phí.')
    },
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim().length >= 3 && !end.isPending) end.mutate()
      }}
    >
      {end.isError && <ProblemNotice error={end.error} />}
      <TextField
        label="Lý do ngừng theo dõi"
        hint="Khoản này không còn tính vào tổng; các bút toán vẫn được giữ."
        value={reason}
        onChange={setReason}
      />
      <Button type="submit" look="danger" isBusy={end.isPending} disabled={reason.trim().length < 3}>
        Ngừng theo dõi
      </Button>
    </form>
  )
}

const Entries = ({ line }: { readonly line: BudgetLineDetail }) => {
  const nameOf = useNames()
  const take = useEntry(line.id, () => undefined)
  if (line.entries.length === 0) return <p className="quiet">Chưa có bút toán nào.</p>
  const takeBack = ({ id, kind, amount, on }: BudgetEntry): void =>
    take.mutate({
      kind,
      amount: -amount,
      on: todayInVietnam(),
      note: `Hủy bút toán ngày ${formatDay(on)}.`,
      reverses: id,
    })
  return (
    <>
      {take.isError && <ProblemNotice error={take.error} />}
      <ul className="budget-entries">
        {line.entries.map((entry) => (
          <li key={entry.id} className={entry.isReversed ? 'budget-entry--reversed' : undefined}>
            {formatDay(entry.on)} · {moneyWords[entry.kind]}{' '}
            <span className="budget-entry__amount">{formatDong(entry.amount)} đồng</span>
            {entry.isReversed && ' (đã hủy)'}
            <p className="small">{entry.note}</p>
            <p className="quiet small">
              {nameOf(`account:${entry.by.split(' ')[0]}`)?.label ?? 'Văn phòng Ban'},{' '}
              {formatInstant(entry.at)}
            </p>
            {line.mayEdit && !entry.isReversed && entry.reverses === null && (
              <Button
                isSmall
                isBusy={take.isPending}
                aria-label={`Hủy bút toán ${moneyWords[entry.kind]} ${formatDong(entry.amount)} đồng`}
                onClick={() => takeBack(entry)}
              >
                Hủy bút toán
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
