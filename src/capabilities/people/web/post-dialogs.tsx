import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createKey, type Versioned } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { AccountDetail, NewPost, Post } from '../contract.ts'
import { addPost, endPost } from './api.ts'
import { findFault, PostFields } from './post-fields.tsx'
import { describePost } from './session.ts'

export const AddPostDialog = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const client = useQueryClient()
  const [key] = useState(createKey)
  const [post, setPost] = useState<NewPost>({ role: 'agency-focal' })
  const [isTried, setTried] = useState(false)
  const fault = findFault(post)
  const save = useMutation({
    mutationFn: async () => await addPost(id, post, { key }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      showToast('Đã giao vai trò.')
      onClose()
    },
  })
  return (
    <Dialog
      title="Giao thêm vai trò"
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="post-form" look="primary" isBusy={save.isPending}>
            Giao vai trò
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="post-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!save.isPending && fault === undefined) save.mutate()
        }}
      >
        {save.isError && <ProblemNotice error={save.error} />}
        {isTried && fault !== undefined && (
          <p className="field__error" role="alert">
            {fault}
          </p>
        )}
        <PostFields post={post} onChange={setPost} />
      </form>
    </Dialog>
  )
}

/** A post is never removed: it ends on a day, and what was done under it stays readable. */
export const EndPostDialog = ({
  account,
  post,
  onClose,
}: {
  readonly account: Versioned<AccountDetail>
  readonly post: Post
  readonly onClose: () => void
}) => {
  const client = useQueryClient()
  const [day, setDay] = useState<string | undefined>(post.validTo ?? undefined)
  const save = useMutation({
    mutationFn: async () => await endPost(account.value.id, post.id, day ?? null, account.version),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      showToast(day === undefined ? 'Đã bỏ ngày kết thúc của vai trò.' : 'Đã đặt ngày kết thúc của vai trò.')
      onClose()
    },
  })
  return (
    <Dialog
      title="Đặt ngày thôi vai trò"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="end-form" look="primary" isBusy={save.isPending}>
            Lưu ngày
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="end-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate()
        }}
      >
        {save.isError && <ProblemNotice error={save.error} />}
        <p>{describePost(post)}</p>
        <DateField
          label="Giữ vai trò đến hết ngày"
          hint="Để trống nếu chưa có ngày kết thúc."
          isOptional
          value={day}
          onChange={setDay}
        />
      </form>
    </Dialog>
  )
}
