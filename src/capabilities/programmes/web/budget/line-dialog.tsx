import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createKey, isChangedMeanwhile } from '#platform/web/api.ts'
import { todayInVietnam } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { ComboBox } from '#platform/web/ui/combo-box.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Select, TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { Task } from '../../contract.ts'
import { formatDong, readDong } from '../../domain/budget-amount.ts'
import type { BudgetLineDetail } from '../../domain/budget-schemas.ts'
import { BUDGET_SOURCES, budgetSources, type BudgetSource } from '../../domain/budget.ts'
import { useAgencyChoices } from '../assignments/choices.ts'
import { addLine, editLine } from './api.ts'

/** What is wrong with a typed amount, if anything. */
export const amountError = (typed: string): string | undefined =>
  typed !== '' && readDong(typed) === undefined
    ? 'Ghi số tiền nguyên bằng đồng, ví dụ 1.500.000.000.'
    : undefined

/** The amount as it was understood, so that a missing zero is seen. */
export const amountHint = (typed: string): string => {
  const amount = readDong(typed)
  return amount === undefined ? 'Bằng đồng.' : `${formatDong(amount)} đồng`
}

/** A new line of the budget with its estimate; or, with `edited`, what an existing one is for. */
export const LineDialog = ({
  programme,
  tasks,
  edited,
  version,
  onClose,
}: {
  readonly programme: string
  readonly tasks: readonly Task[]
  readonly edited?: BudgetLineDetail
  readonly version?: string | undefined
  readonly onClose: () => void
}) => {
  const client = useQueryClient()
  const agencies = useAgencyChoices()
  const [key] = useState(createKey)
  const [item, setItem] = useState<string | undefined>(edited?.item ?? undefined)
  const [place, setPlace] = useState(edited?.place ?? '')
  const [what, setWhat] = useState(edited?.what ?? '')
  const [agency, setAgency] = useState<string | undefined>(edited?.agency ?? undefined)
  const [source, setSource] = useState<BudgetSource>(edited?.source ?? 'province')
  const [typed, setTyped] = useState('')
  const [on, setOn] = useState<string | undefined>(todayInVietnam())
  const [note, setNote] = useState('')
  const amount = readDong(typed)
  const hasEstimate = typed.trim() !== ''
  const isReady =
    what.trim().length >= 3 &&
    (!hasEstimate || (amount !== undefined && amount > 0 && on !== undefined && note.trim().length >= 2))
  const choose = (id: string | undefined): void => {
    setItem(id)
    const task = tasks.find((one) => one.id === id)
    if (!task) return
    setPlace(task.path)
    if (what === '') setWhat(task.text.slice(0, 200))
    const lead = task.lead[0]?.code
    if (agency === undefined && lead) setAgency(lead)
  }
  const save = useMutation({
    mutationFn: async () => {
      const fields = {
        item: item ?? null,
        place: place.trim(),
        what: what.trim(),
        agency: agency ?? null,
        source,
      }
      if (edited) return await editLine(edited.id, fields, version)
      const estimate =
        hasEstimate && amount !== undefined && on !== undefined ? { amount, on, note: note.trim() } : null
      return await addLine(programme, { ...fields, estimate }, { key })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['budget'] })
      showToast(edited ? 'Đã sửa khoản kinh phí.' : 'Đã thêm khoản kinh phí.')
      onClose()
    },
  })
  return (
    <Dialog
      title={edited ? 'Sửa khoản kinh phí' : 'Thêm khoản kinh phí'}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="line-form" look="primary" isBusy={save.isPending} disabled={!isReady}>
            {edited ? 'Lưu' : 'Thêm'}
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="line-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !save.isPending) save.mutate()
        }}
      >
        {save.isError && (
          <ProblemNotice
            error={save.error}
            actions={
              isChangedMeanwhile(save.error) && (
                <Button onClick={() => void client.invalidateQueries({ queryKey: ['budget'] }).then(onClose)}>
                  Xem bản mới
                </Button>
              )
            }
          />
        )}
        <ComboBox
          label="Nhiệm vụ"
          hint="Bỏ trống khi kinh phí dùng cho cả mục hoặc cả kế hoạch."
          isOptional
          choices={tasks.map((task) => ({ id: task.id, label: `${task.path} ${task.text.slice(0, 90)}` }))}
          value={item}
          onChange={choose}
        />
        <TextField
          label="Mục của kế hoạch"
          isOptional
          maxLength={80}
          hint="Ví dụ: III.2"
          value={place}
          onChange={setPlace}
        />
        <TextField label="Nội dung chi" required maxLength={1000} value={what} onChange={setWhat} />
        <ComboBox label="Cơ quan sử dụng" isOptional choices={agencies} value={agency} onChange={setAgency} />
        <Select
          label="Nguồn kinh phí"
          value={source}
          options={BUDGET_SOURCES.map((value) => ({ value, label: budgetSources[value] }))}
          onChange={setSource}
        />
        {!edited && (
          <>
            <TextField
              label="Dự toán"
              isOptional
              inputMode="numeric"
              hint={amountHint(typed)}
              error={amountError(typed)}
              value={typed}
              onChange={setTyped}
            />
            {hasEstimate && (
              <>
                <DateField label="Ngày giao dự toán" value={on} onChange={setOn} />
                <TextField
                  label="Căn cứ"
                  hint="Ví dụ: Quyết định số 12/QĐ-UBND ngày 15/01/2026."
                  value={note}
                  onChange={setNote}
                />
              </>
            )}
          </>
        )}
      </form>
    </Dialog>
  )
}
