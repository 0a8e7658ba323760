import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { formatDay } from '#platform/web/format.ts'
import { Button, IconButton } from '#platform/web/ui/button.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { TextArea, TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { CalendarEdit, CalendarReply } from '../contract.ts'
import { editCalendar } from './api.ts'
import './calendar-form.css'

interface HolidayRow {
  readonly id: number
  readonly name: string
  readonly from: string | undefined
  readonly to: string | undefined
}

interface MakeUpRow {
  readonly id: number
  readonly on: string | undefined
  readonly insteadOf: string | undefined
}

let nextRow = 0
const rowId = (): number => nextRow++

const change = <T extends { readonly id: number }>(
  rows: readonly T[],
  id: number,
  to: Partial<T>,
): readonly T[] => rows.map((row) => (row.id === id ? { ...row, ...to } : row))

/** The free days of one year and the days worked for them. */
export const CalendarForm = ({
  reply,
  onClose,
}: {
  readonly reply: CalendarReply
  readonly onClose: () => void
}) => {
  const client = useQueryClient()
  const { calendar, year } = reply
  const [holidays, setHolidays] = useState<readonly HolidayRow[]>(() =>
    (calendar?.holidays ?? []).map((holiday) => ({ id: rowId(), ...holiday })),
  )
  const [makeUps, setMakeUps] = useState<readonly MakeUpRow[]>(() =>
    (calendar?.makeUpDays ?? []).map((day) => ({ id: rowId(), ...day })),
  )
  const [source, setSource] = useState(calendar?.source ?? '')
  const isReady =
    source.trim() !== '' &&
    holidays.every((row) => row.name.trim() !== '' && row.from !== undefined && row.to !== undefined) &&
    makeUps.every((row) => row.on !== undefined && row.insteadOf !== undefined)
  const save = useMutation({
    mutationFn: async () =>
      await editCalendar(
        year,
        {
          holidays: holidays.map(({ name, from, to }) => ({ name: name.trim(), from, to })),
          makeUpDays: makeUps.map(({ on, insteadOf }) => ({ on, insteadOf })),
          source: source.trim(),
        } as CalendarEdit,
        calendar?.version ?? 0,
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['places', 'calendar'] })
      showToast(`Đã lưu lịch làm việc năm ${year}.`)
      onClose()
    },
  })
  return (
    <Dialog
      title={`Lịch làm việc năm ${year}`}
      size="wide"
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button
            type="submit"
            form="calendar-form"
            look="primary"
            isBusy={save.isPending}
            disabled={!isReady}
          >
            Lưu lịch
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="calendar-form"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !save.isPending) save.mutate()
        }}
      >
        {save.isError && <ProblemNotice error={save.error} />}
        <fieldset className="stack stack--tight">
          <legend className="field__label">Nghỉ lễ, tết</legend>
          {holidays.map((row) => (
            <div key={row.id} className="calendar-row">
              <TextField
                label="Dịp nghỉ"
                required
                value={row.name}
                onChange={(name) => setHolidays(change(holidays, row.id, { name }))}
              />
              <DateField
                label="Từ ngày"
                value={row.from}
                onChange={(from) => setHolidays(change(holidays, row.id, { from }))}
              />
              <DateField
                label="Đến hết ngày"
                value={row.to}
                onChange={(to) => setHolidays(change(holidays, row.id, { to }))}
              />
              <IconButton
                label={`Bỏ dịp ${row.name}`}
                onClick={() => setHolidays(holidays.filter((one) => one.id !== row.id))}
              >
                <X className="icon" aria-hidden="true" />
              </IconButton>
            </div>
          ))}
          <div>
            <Button
              onClick={() =>
                setHolidays([...holidays, { id: rowId(), name: '', from: undefined, to: undefined }])
              }
            >
              Thêm dịp nghỉ
            </Button>
          </div>
        </fieldset>
        <fieldset className="stack stack--tight">
          <legend className="field__label">Ngày làm bù</legend>
          {makeUps.map((row) => (
            <div key={row.id} className="calendar-row calendar-row--two">
              <DateField
                label="Làm bù ngày"
                value={row.on}
                onChange={(on) => setMakeUps(change(makeUps, row.id, { on }))}
              />
              <DateField
                label="Thay cho ngày nghỉ"
                value={row.insteadOf}
                onChange={(insteadOf) => setMakeUps(change(makeUps, row.id, { insteadOf }))}
              />
              <IconButton
                label={`Bỏ ngày làm bù ${formatDay(row.on)}`.trim()}
                onClick={() => setMakeUps(makeUps.filter((one) => one.id !== row.id))}
              >
                <X className="icon" aria-hidden="true" />
              </IconButton>
            </div>
          ))}
          <div>
            <Button
              onClick={() => setMakeUps([...makeUps, { id: rowId(), on: undefined, insteadOf: undefined }])}
            >
              Thêm ngày làm bù
            </Button>
          </div>
        </fieldset>
        <TextArea
          label="Căn cứ"
          hint="Số, ngày của thông báo nghỉ lễ, tết."
          required
          maxLength={1000}
          value={source}
          onChange={setSource}
        />
      </form>
    </Dialog>
  )
}
