import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { PERIOD_KINDS } from '#kernel/period.ts'
import { isChangedMeanwhile } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { ComboBox } from '#platform/web/ui/combo-box.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { GOAL_READINGS, MEASURES, type GoalReading } from '../../domain/targets-goal.ts'
import type { TargetDetail } from '../../domain/targets-schemas.ts'
import { measureWords, readingWords, rhythmWords } from '../../domain/targets-words.ts'
import { useAgencyChoices } from '../assignments/choices.ts'
import { setWay } from './api.ts'

/** Who is asked for the figures of a target, and how they are taken. */
export const WayDialog = ({
  target,
  version,
  onClose,
}: {
  readonly target: TargetDetail
  readonly version: string | undefined
  readonly onClose: () => void
}) => {
  const client = useQueryClient()
  const agencies = useAgencyChoices()
  const [agency, setAgency] = useState<string | undefined>(target.agency ?? undefined)
  const [rhythm, setRhythm] = useState(target.rhythm)
  const [measure, setMeasure] = useState(target.measure)
  const [reading, setReading] = useState<GoalReading | ''>(target.reading ?? '')
  const save = useMutation({
    mutationFn: async () =>
      await setWay(
        target.id,
        { rhythm, measure, reading: reading === '' ? null : reading, agency: agency ?? null },
        version,
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['targets'] })
      showToast('Đã lưu cách lấy số liệu.')
      onClose()
    },
  })
  return (
    <Dialog
      title="Cách lấy số liệu"
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="way-form" look="primary" isBusy={save.isPending}>
            Lưu
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="way-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate()
        }}
      >
        {save.isError && (
          <ProblemNotice
            error={save.error}
            actions={
              isChangedMeanwhile(save.error) && (
                <Button
                  onClick={() => void client.invalidateQueries({ queryKey: ['targets'] }).then(onClose)}
                >
                  Xem bản mới
                </Button>
              )
            }
          />
        )}
        <ComboBox
          label="Cơ quan cung cấp số liệu"
          hint="Cơ quan này được nhập số liệu, ngoài Văn phòng Ban."
          isOptional
          choices={agencies}
          value={agency}
          onChange={setAgency}
        />
        <Select
          label="Kỳ số liệu"
          hint="Số liệu đã nhập theo loại kỳ khác vẫn được giữ nhưng không tính vào đánh giá."
          value={rhythm}
          options={PERIOD_KINDS.map((value) => ({ value, label: rhythmWords[value] }))}
          onChange={setRhythm}
        />
        <Select
          label="Cách tính"
          value={measure}
          options={MEASURES.map((value) => ({ value, label: measureWords[value] }))}
          onChange={setMeasure}
        />
        {target.direction !== null && (
          <Select
            label="Con số trong kế hoạch là"
            value={reading}
            options={[
              { value: '' as const, label: 'Hiểu theo câu chữ của kế hoạch' },
              ...GOAL_READINGS.map((value) => ({ value, label: readingWords[value] })),
            ]}
            onChange={setReading}
          />
        )}
      </form>
    </Dialog>
  )
}
