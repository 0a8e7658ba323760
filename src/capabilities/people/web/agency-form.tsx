import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { searchKey } from '#kernel/vietnamese.ts'
import { createKey, type Versioned } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { ComboBox, type Choice } from '#platform/web/ui/combo-box.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Select, TextArea, TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { AgencyDetail, AgencyEdit, AgencyKind, AgencyLevel } from '../contract.ts'
import { addAgency, editAgency } from './api.ts'
import { ChosenList } from '#platform/web/ui/chosen-list.tsx'
import { kindOptions, levelName, levelOptions } from './words.ts'

/** `Sở Xây dựng` → `so-xay-dung`: the code by which everything else names it. */
export const toAgencyCode = (name: string): string => searchKey(name).replaceAll(' ', '-').slice(0, 80)

export const toAgencyChoices = (agencies: readonly AgencyDetail[]): readonly Choice[] =>
  agencies.map((agency) => ({
    id: agency.code,
    label: agency.name,
    note: levelName(agency.level) + (agency.validTo === null ? '' : ' · đã thôi hoạt động'),
    alsoFoundBy: [agency.shortName, ...agency.aliases],
  }))

const toLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const blank: AgencyEdit = {
  name: '',
  shortName: '',
  kind: 'department',
  level: 'province',
  parent: null,
  aliases: [],
  validFrom: null,
  validTo: null,
  successors: [],
  unitCode: null,
  source: null,
}

const toFields = (detail: AgencyDetail): AgencyEdit => {
  const { code: _code, version: _version, predecessors: _predecessors, ...fields } = detail
  return fields
}

/** Adds an agency or edits one; ending one asks who took its work over. */
export const AgencyForm = ({
  edited,
  all,
  onClose,
}: {
  readonly edited?: Versioned<AgencyDetail>
  readonly all: readonly AgencyDetail[]
  readonly onClose: () => void
}) => {
  const [fields, setFields] = useState<AgencyEdit>(edited ? toFields(edited.value) : blank)
  const [aliases, setAliases] = useState(fields.aliases.join('\n'))
  const [key] = useState(createKey)
  const client = useQueryClient()
  const router = useRouter()
  const set = (change: Partial<AgencyEdit>): void => setFields({ ...fields, ...change })
  const save = useMutation({
    mutationFn: async () => {
      const whole: AgencyEdit = {
        ...fields,
        name: fields.name.trim(),
        shortName: fields.shortName.trim() || fields.name.trim(),
        aliases: toLines(aliases),
        source: fields.source?.trim() || null,
      }
      return edited
        ? await editAgency(edited.value.code, whole, edited.version)
        : await addAgency({ code: toAgencyCode(whole.name), ...whole }, { key })
    },
    onSuccess: async (agency) => {
      await client.invalidateQueries({ queryKey: ['people'] })
      showToast(edited ? 'Đã lưu cơ quan.' : 'Đã thêm cơ quan.')
      onClose()
      if (!edited) void router.navigate({ to: `/co-quan/${agency.code}` })
    },
  })
  const choices = toAgencyChoices(all)
  return (
    <Dialog
      title={edited ? 'Sửa cơ quan' : 'Thêm cơ quan'}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="agency-form" look="primary" isBusy={save.isPending}>
            {edited ? 'Lưu cơ quan' : 'Thêm cơ quan'}
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="agency-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate()
        }}
      >
        {save.isError && <ProblemNotice error={save.error} />}
        <TextField
          label="Tên đầy đủ"
          required
          maxLength={300}
          value={fields.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label="Tên gọi ngắn"
          hint="Dùng trong bảng và báo cáo; để trống thì lấy tên đầy đủ."
          isOptional
          maxLength={300}
          value={fields.shortName}
          onChange={(shortName) => set({ shortName })}
        />
        <Select
          label="Loại cơ quan"
          value={fields.kind}
          options={kindOptions as readonly { value: AgencyKind; label: string }[]}
          onChange={(kind) => set({ kind })}
        />
        <Select
          label="Cấp"
          value={fields.level}
          options={levelOptions as readonly { value: AgencyLevel; label: string }[]}
          onChange={(level) => set({ level })}
        />
        <ComboBox
          label="Cơ quan cấp trên trực tiếp"
          isOptional
          choices={choices}
          value={fields.parent ?? undefined}
          onChange={(parent) => set({ parent: parent ?? null })}
        />
        <TextArea
          label="Tên gọi khác, tên viết tắt"
          hint="Mỗi dòng một tên, đúng như in trong văn bản."
          isOptional
          value={aliases}
          onChange={setAliases}
        />
        <DateField
          label="Hoạt động từ ngày"
          isOptional
          value={fields.validFrom ?? undefined}
          onChange={(day) => set({ validFrom: (day ?? null) as AgencyEdit['validFrom'] })}
        />
        <DateField
          label="Hoạt động đến hết ngày"
          hint="Chỉ ghi khi cơ quan đã giải thể, sáp nhập hoặc đổi tên."
          isOptional
          value={fields.validTo ?? undefined}
          onChange={(day) => set({ validTo: (day ?? null) as AgencyEdit['validTo'] })}
        />
        {fields.validTo !== null && (
          <ChosenList
            label="Cơ quan kế thừa nhiệm vụ"
            choices={choices.filter((choice) => choice.id !== edited?.value.code)}
            chosen={fields.successors}
            onChange={(successors) => set({ successors: [...successors] })}
          />
        )}
        <TextField
          label="Căn cứ"
          hint="Số, ngày của văn bản thành lập, sáp nhập, đổi tên."
          isOptional
          maxLength={1000}
          value={fields.source ?? ''}
          onChange={(source) => set({ source })}
        />
      </form>
    </Dialog>
  )
}
