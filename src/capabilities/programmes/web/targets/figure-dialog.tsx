import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatPeriod, formatPeriodId, parsePeriodId, toPeriod } from '#kernel/period.ts'
import { createKey } from '#platform/web/api.ts'
import { todayInVietnam } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Select, TextArea, TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { readFigure } from '../../domain/targets-figure.ts'
import { listPeriodsOf, yearKindOf } from '../../domain/targets-path.ts'
import type { FigureEntry, TargetDetail } from '../../domain/targets-schemas.ts'
import { enterFigure } from './api.ts'

/** The periods for which a figure may be given: of the year compared with and of the plan, as far as they have begun. */
const listChoices = (target: TargetDetail): readonly { readonly value: string; readonly label: string }[] => {
  const today = todayInVietnam()
  const [first = 0] = target.years
  const last = target.years.at(-1) ?? first
  const years = [...new Set([target.baseline ?? first - 1, first - 1, ...range(first, last)])].sort(
    (a, b) => b - a,
  )
  return years.flatMap((year) => {
    const whole = toPeriod(yearKindOf(target.rhythm), year, 1)
    const parts = target.rhythm === whole?.kind ? [] : listPeriodsOf(target.rhythm, year).toReversed()
    return [...(whole ? [whole] : []), ...parts]
      .filter(({ from }) => from <= today)
      .map((period) => ({ value: formatPeriodId(period), label: toLabel(formatPeriod(period)) }))
  })
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

const toLabel = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`

/** The last period of the plan that has ended and has no figure; else the latest that has begun. */
const suggest = (target: TargetDetail): string => {
  const today = todayInVietnam()
  const open = target.points.find(({ to, actual }) => to < today && actual === null)
  return open?.period.id ?? listChoices(target)[1]?.value ?? listChoices(target)[0]?.value ?? ''
}

/** A figure of a period; with `corrected`, the one that takes the place of an earlier one. */
export const FigureDialog = ({
  target,
  corrected,
  onClose,
}: {
  readonly target: TargetDetail
  readonly corrected: FigureEntry | undefined
  readonly onClose: () => void
}) => {
  const client = useQueryClient()
  const [key] = useState(createKey)
  const [period, setPeriod] = useState(corrected?.period ?? suggest(target))
  const [typed, setTyped] = useState('')
  const [met, setMet] = useState<'' | 'yes' | 'no'>('')
  const [source, setSource] = useState(corrected?.source ?? '')
  const [note, setNote] = useState('')
  const [isTakenBack, setTakenBack] = useState(false)
  const isWords = target.value === null
  const value = readFigure(typed)
  const earlier = corrected ?? target.entries.find((one) => one.period === period && one.isCurrent)
  const needsNote = earlier !== undefined || isWords
  const isReady =
    source.trim().length >= 2 &&
    (!needsNote || note.trim() !== '') &&
    (isTakenBack || (isWords ? met !== '' : value !== undefined))
  const save = useMutation({
    mutationFn: async () =>
      await enterFigure(
        target.id,
        {
          period,
          value: isWords || isTakenBack ? null : (value ?? null),
          isMet: isWords && !isTakenBack ? met === 'yes' : null,
          source: source.trim(),
          note: note.trim() === '' ? null : note.trim(),
          corrects: earlier?.id ?? null,
        },
        { key },
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['targets'] })
      showToast(earlier ? 'Đã sửa số liệu; số liệu trước vẫn được giữ.' : 'Đã ghi số liệu.')
      onClose()
    },
  })
  const words = parsePeriodId(period)
  return (
    <Dialog
      title={earlier ? 'Sửa số liệu' : isWords ? 'Nhận xét kết quả' : 'Nhập số liệu'}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="figure-form" look="primary" isBusy={save.isPending} disabled={!isReady}>
            {earlier ? 'Lưu số liệu sửa' : 'Lưu'}
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="figure-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !save.isPending) save.mutate()
        }}
      >
        {save.isError && <ProblemNotice error={save.error} />}
        <p className="quiet small">{target.indicator}</p>
        {corrected ? (
          <p>{words ? toLabel(formatPeriod(words)) : period}</p>
        ) : (
          <Select label="Kỳ số liệu" value={period} options={listChoices(target)} onChange={setPeriod} />
        )}
        {earlier && (
          <p className="small">
            Đã có: {earlier.value === null ? toVerdict(earlier.isMet) : earlier.value.toLocaleString('vi-VN')}{' '}
            ({earlier.source}). Số liệu này vẫn được giữ trong lịch sử.
          </p>
        )}
        {!isTakenBack &&
          (isWords ? (
            <Select
              label="Kết quả"
              value={met}
              options={[
                { value: '', label: 'Chọn' },
                { value: 'yes', label: 'Đạt' },
                { value: 'no', label: 'Chưa đạt' },
              ]}
              onChange={setMet}
            />
          ) : (
            <TextField
              label={`Số liệu của kỳ${target.figureUnit === null ? '' : ` (${target.figureUnit})`}`}
              hint={
                target.measure === 'sum'
                  ? 'Số phát sinh trong riêng kỳ này; phần mềm tự cộng dồn.'
                  : 'Mức đạt được ở cuối kỳ.'
              }
              inputMode="decimal"
              value={typed}
              error={typed !== '' && value === undefined ? 'Ghi số như 12 hoặc 1.234,5.' : undefined}
              onChange={setTyped}
            />
          ))}
        <TextField
          label="Nguồn số liệu"
          hint="Ví dụ: Báo cáo số 120/BC-CAT của Công an tỉnh."
          value={source}
          onChange={setSource}
        />
        <TextArea
          label={earlier ? 'Lý do sửa' : isWords ? 'Căn cứ nhận xét' : 'Ghi chú'}
          isOptional={!needsNote}
          value={note}
          onChange={setNote}
        />
        {earlier && (
          <label className="figure-back">
            <input
              type="checkbox"
              checked={isTakenBack}
              onChange={(event) => setTakenBack(event.target.checked)}
            />{' '}
            Rút số liệu của kỳ này, chưa nhập số khác
          </label>
        )}
      </form>
    </Dialog>
  )
}

const toVerdict = (isMet: boolean | null): string => (isMet === null ? 'đã rút' : isMet ? 'đạt' : 'chưa đạt')
