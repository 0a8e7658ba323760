import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { searchKey } from '#kernel/vietnamese.ts'
import { createKey } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { NewPost } from '../contract.ts'
import { addAccount } from './api.ts'
import { findFault, PostFields } from './post-fields.tsx'

/** `Nguyễn Văn An` → `nguyen.van.an`: a first offer that the administrator may change. */
export const toLogin = (name: string): string => searchKey(name).replaceAll(' ', '.').slice(0, 60)

/** Adds one person with a first post; the link by which they set a password is made on their page. */
export const AccountForm = ({ onClose }: { readonly onClose: () => void }) => {
  const client = useQueryClient()
  const router = useRouter()
  const [key] = useState(createKey)
  const [name, setName] = useState('')
  const [typedLogin, setLogin] = useState<string>()
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const [post, setPost] = useState<NewPost>({ role: 'agency-focal' })
  const [isTried, setTried] = useState(false)
  const login = typedLogin ?? toLogin(name)
  const fault = findFault(post)
  const save = useMutation({
    mutationFn: async () =>
      await addAccount(
        {
          login,
          name: name.trim(),
          email: email.trim() || null,
          phone: phone.trim() || null,
          posts: [post],
        },
        { key },
      ),
    onSuccess: async (account) => {
      await client.invalidateQueries({ queryKey: ['people', 'accounts'] })
      showToast('Đã thêm người dùng. Cấp đường dẫn đặt mật khẩu ở trang này.')
      onClose()
      void router.navigate({ to: `/nguoi-dung/${account.id}` })
    },
  })
  return (
    <Dialog
      title="Thêm người dùng"
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="account-form" look="primary" isBusy={save.isPending}>
            Thêm người dùng
          </Button>
          <Button onClick={onClose}>Bỏ qua</Button>
        </>
      }
    >
      <form
        id="account-form"
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
        <TextField label="Họ và tên" required maxLength={300} value={name} onChange={setName} />
        <TextField
          label="Tên đăng nhập"
          hint="Chữ thường không dấu, chữ số, dấu chấm, gạch ngang."
          required
          pattern="[a-z0-9][a-z0-9._\-]{1,59}"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onChange={setLogin}
        />
        <PostFields post={post} onChange={setPost} />
        <TextField label="Thư điện tử" isOptional type="email" value={email} onChange={setEmail} />
        <TextField label="Điện thoại" isOptional type="tel" value={phone} onChange={setPhone} />
      </form>
    </Dialog>
  )
}
