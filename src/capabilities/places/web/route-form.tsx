import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createKey } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Select, TextArea, TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { routeClasses, type RouteClass } from '../domain/route.ts'
import type { RouteDetail, RouteEdit } from '../contract.ts'
import { addRoute, editRoute } from './api.ts'

export const routeClassOptions = Object.entries(routeClasses).map(([value, label]) => ({
  value: value as RouteClass,
  label,
}))

const blank: RouteEdit = {
  name: '',
  class: 'provincial',
  course: null,
  lengthKm: null,
  validFrom: null,
  validTo: null,
  source: null,
}

/** `12,5` → 12.5; undefined when it is no number, null when nothing is written. */
export const readLength = (text: string): number | null | undefined => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (!/^\d{1,4}(?:[.,]\d{1,3})?$/u.test(trimmed)) return undefined
  return Number(trimmed.replace(',', '.'))
}

/** Adds a route or edits one; a route that is no longer there ends on a day. */
export const RouteForm = ({
  edited,
  onClose,
}: {
  readonly edited?: RouteDetail
  readonly onClose: () => void
}) => {
  const client = useQueryClient()
  const [key] = useState(createKey)
  const [code, setCode] = useState(edited?.code ?? '')
  const [fields, setFields] = useState<RouteEdit>(() => {
    if (!edited) return blank
    const { code: _code, version: _version, ...rest } = edited
    return rest
  })
  const [length, setLength] = useState(
    edited?.lengthKm == null ? '' : String(edited.lengthKm).replace('.', ','),
  )
  const set = (change: Partial<RouteEdit>): void => setFields({ ...fields, ...change })
  const lengthKm = readLength(length)
  const save = useMutation({
    mutationFn: async () => {
      const whole: RouteEdit = {
        ...fields,
        name: fields.name.trim(),
        lengthKm: lengthKm ?? null,
        course: fields.course?.trim() || null,
        source: fields.source?.trim() || null,
      }
      return edited
        ? await editRoute(edited.code, whole, edited.version)
        : await addRoute({ code: code.trim(), ...whole }, { key })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['places', 'routes'] })
      showToast(edited ? 'Đã lưu tuyến đường.' : 'Đã thêm tuyến đường.')
      onClose()
    },
  })
  return (
    <Dialog
      title={edited ? `Sửa tuyến ${edited.code}` : 'Thêm tuyến đường'}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="route-form" look="primary" isBusy={save.isPending}>
            {edited ? 'Lưu tuyến đường' : 'Thêm tuyến đường'}
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="route-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending && lengthKm !== undefined) save.mutate()
        }}
      >
        {save.isError && <ProblemNotice error={save.error} />}
        {!edited && (
          <TextField
            label="Ký hiệu"
            hint="Chữ, dấu chấm, số; ví dụ QL.1, ĐT.226, CT.03"
            required
            pattern="[A-ZĐ]{2,4}\.[0-9A-Z]{1,8}(-[0-9A-Z]{1,8})?"
            value={code}
            onChange={setCode}
          />
        )}
        <TextField
          label="Tên tuyến"
          required
          maxLength={200}
          value={fields.name}
          onChange={(name) => set({ name })}
        />
        <Select
          label="Loại"
          value={fields.class}
          options={routeClassOptions}
          onChange={(chosen) => set({ class: chosen })}
        />
        <TextArea
          label="Điểm đầu, điểm cuối trong tỉnh"
          isOptional
          maxLength={500}
          value={fields.course ?? ''}
          onChange={(course) => set({ course })}
        />
        <TextField
          label="Chiều dài trong tỉnh (km)"
          isOptional
          inputMode="decimal"
          value={length}
          error={lengthKm === undefined ? 'Nhập số, dùng dấu phẩy cho phần lẻ; ví dụ 12,5.' : undefined}
          onChange={setLength}
        />
        <DateField
          label="Khai thác từ ngày"
          isOptional
          value={fields.validFrom ?? undefined}
          onChange={(day) => set({ validFrom: (day ?? null) as RouteEdit['validFrom'] })}
        />
        <DateField
          label="Đến hết ngày"
          isOptional
          value={fields.validTo ?? undefined}
          onChange={(day) => set({ validTo: (day ?? null) as RouteEdit['validTo'] })}
        />
        <TextField
          label="Căn cứ"
          isOptional
          maxLength={1000}
          value={fields.source ?? ''}
          onChange={(source) => set({ source })}
        />
      </form>
    </Dialog>
  )
}
