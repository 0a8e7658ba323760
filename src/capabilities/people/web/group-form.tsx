import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { createKey, type Versioned } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Checkbox, TextArea, TextField } from '#platform/web/ui/field.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { AgencyGroupDetail, AgencyGroupEdit, AgencyKind, AgencyLevel } from '../contract.ts'
import { addGroup, agenciesQuery, editGroup } from './api.ts'
import { toAgencyChoices, toAgencyCode } from './agency-form.tsx'
import { ChosenList } from '#platform/web/ui/chosen-list.tsx'
import { kindOptions, levelOptions } from './words.ts'

const toggle = <T,>(list: readonly T[], item: T, isOn: boolean): T[] =>
  isOn ? [...list, item] : list.filter((one) => one !== item)

/** A group by its rule: kinds and levels, agencies added, agencies left out. */
export const GroupForm = ({
  edited,
  onClose,
}: {
  readonly edited?: Versioned<AgencyGroupDetail>
  readonly onClose: () => void
}) => {
  const agencies = useQuery(agenciesQuery({}))
  const client = useQueryClient()
  const router = useRouter()
  const [key] = useState(createKey)
  const [name, setName] = useState(edited?.value.name ?? '')
  const [aliases, setAliases] = useState((edited?.value.aliases ?? []).join('\n'))
  const [members, setMembers] = useState(edited?.value.members ?? {})
  const { kinds = [], levels = [], codes = [], except = [] } = members
  const isEmpty = kinds.length === 0 && levels.length === 0 && codes.length === 0
  const save = useMutation({
    mutationFn: async () => {
      const whole: AgencyGroupEdit = {
        name: name.trim(),
        aliases: aliases
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        // An empty list of kinds would mean "no kind", an absent one "any".
        members: {
          ...(kinds.length > 0 ? { kinds } : {}),
          ...(levels.length > 0 ? { levels } : {}),
          ...(codes.length > 0 ? { codes } : {}),
          ...(except.length > 0 ? { except } : {}),
        },
      }
      return edited
        ? await editGroup(edited.value.code, whole, edited.version)
        : await addGroup({ code: toAgencyCode(whole.name), ...whole }, { key })
    },
    onSuccess: async (group) => {
      await client.invalidateQueries({ queryKey: ['people'] })
      showToast(edited ? 'Đã lưu nhóm.' : 'Đã thêm nhóm.')
      onClose()
      if (!edited) void router.navigate({ to: `/nhom-co-quan/${group.code}` })
    },
  })
  const choices = toAgencyChoices(agencies.data?.items ?? [])
  return (
    <Dialog
      title={edited ? 'Sửa nhóm cơ quan' : 'Thêm nhóm cơ quan'}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="group-form" look="primary" isBusy={save.isPending} disabled={isEmpty}>
            {edited ? 'Lưu nhóm' : 'Thêm nhóm'}
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="group-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending && !isEmpty) save.mutate()
        }}
      >
        {save.isError && <ProblemNotice error={save.error} />}
        <TextField
          label="Cách gọi chung"
          hint="Như in trong văn bản, ví dụ: các sở, ban, ngành"
          required
          maxLength={300}
          value={name}
          onChange={setName}
        />
        <TextArea
          label="Cách gọi khác"
          hint="Mỗi dòng một cách gọi."
          isOptional
          value={aliases}
          onChange={setAliases}
        />
        <fieldset>
          <legend className="field__label">Mọi cơ quan thuộc cấp</legend>
          {levelOptions.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              checked={levels.includes(option.value as AgencyLevel)}
              onChange={(isOn) =>
                setMembers({ ...members, levels: toggle(levels, option.value as AgencyLevel, isOn) })
              }
            />
          ))}
        </fieldset>
        <fieldset>
          <legend className="field__label">và thuộc loại</legend>
          {kindOptions.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              checked={kinds.includes(option.value as AgencyKind)}
              onChange={(isOn) =>
                setMembers({ ...members, kinds: toggle(kinds, option.value as AgencyKind, isOn) })
              }
            />
          ))}
        </fieldset>
        <ChosenList
          label="Thêm từng cơ quan"
          choices={choices}
          chosen={codes}
          onChange={(next) => setMembers({ ...members, codes: [...next] })}
        />
        <ChosenList
          label="Trừ các cơ quan"
          choices={choices}
          chosen={except}
          onChange={(next) => setMembers({ ...members, except: [...next] })}
        />
        {isEmpty && (
          <Notice tone="info" title="Nhóm chưa có thành viên.">
            <p>Chọn ít nhất một cấp, một loại hoặc một cơ quan.</p>
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
