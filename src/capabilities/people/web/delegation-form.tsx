import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createKey } from '#platform/web/api.ts'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { ComboBox } from '#platform/web/ui/combo-box.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Checkbox, TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { NewDelegation, Post } from '../contract.ts'
import { activeAccountsQuery, addDelegation } from './api.ts'
import { describePost, sessionQuery } from './session.ts'

/** From whom, to whom, which posts, which days, why. */
export const DelegationForm = ({
  mayManage,
  onClose,
}: {
  readonly mayManage: boolean
  readonly onClose: () => void
}) => {
  const me = useSession().personId
  const own = useQuery(sessionQuery)
  const accounts = useQuery(activeAccountsQuery)
  const client = useQueryClient()
  const [key] = useState(createKey)
  const [from, setFrom] = useState<string | undefined>(me)
  const [to, setTo] = useState<string>()
  const [posts, setPosts] = useState<readonly string[]>([])
  const [validFrom, setValidFrom] = useState<string>()
  const [validTo, setValidTo] = useState<string>()
  const [reason, setReason] = useState('')
  const people = accounts.data?.items ?? []
  const choices = people.map((account) => ({
    id: account.id,
    label: account.name,
    note: account.posts.map(describePost).join('; ') || account.login,
    alsoFoundBy: [account.login],
  }))
  const offered: readonly Post[] =
    from === me ? (own.data?.posts ?? []) : (people.find((account) => account.id === from)?.posts ?? [])
  const isReady =
    from !== undefined &&
    to !== undefined &&
    to !== from &&
    posts.length > 0 &&
    validFrom !== undefined &&
    validTo !== undefined &&
    validFrom <= validTo &&
    reason.trim().length >= 3
  const save = useMutation({
    mutationFn: async () =>
      await addDelegation(
        {
          ...(from === me || from === undefined ? {} : { from }),
          to: to ?? '',
          posts: [...posts],
          validFrom: validFrom as NewDelegation['validFrom'],
          validTo: validTo as NewDelegation['validTo'],
          reason: reason.trim(),
        },
        { key },
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      showToast('Đã ủy quyền.')
      onClose()
    },
  })
  return (
    <Dialog
      title="Ủy quyền khi vắng mặt"
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button
            type="submit"
            form="delegation-form"
            look="primary"
            isBusy={save.isPending}
            disabled={!isReady}
          >
            Ủy quyền
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="delegation-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !save.isPending) save.mutate()
        }}
      >
        {save.isError && <ProblemNotice error={save.error} />}
        {mayManage && (
          <ComboBox
            label="Người ủy quyền"
            hint="Quản trị hệ thống làm giúp người đã vắng mặt."
            choices={choices}
            value={from}
            onChange={(id) => {
              setFrom(id)
              setPosts([])
            }}
          />
        )}
        <ComboBox
          label="Người làm thay"
          choices={choices.filter((choice) => choice.id !== from)}
          value={to}
          onChange={setTo}
        />
        <fieldset>
          <legend className="field__label">Vai trò giao lại</legend>
          {offered.length === 0 && <p className="small quiet">Người ủy quyền chưa có vai trò nào.</p>}
          {offered.map((post) => (
            <Checkbox
              key={post.id}
              label={describePost(post)}
              checked={posts.includes(post.id)}
              onChange={(isOn) => setPosts(isOn ? [...posts, post.id] : posts.filter((id) => id !== post.id))}
            />
          ))}
        </fieldset>
        <DateField label="Từ ngày" value={validFrom} onChange={setValidFrom} />
        <DateField
          label="Đến hết ngày"
          value={validTo}
          error={
            validFrom !== undefined && validTo !== undefined && validTo < validFrom
              ? 'Ngày cuối phải từ ngày đầu trở đi.'
              : undefined
          }
          onChange={setValidTo}
        />
        <TextField
          label="Lý do"
          hint="Ví dụ: nghỉ phép, đi công tác. Ghi vào nhật ký."
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
