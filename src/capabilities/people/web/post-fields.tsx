import { useQuery } from '@tanstack/react-query'
import { ComboBox } from '#platform/web/ui/combo-box.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Select, TextField } from '#platform/web/ui/field.tsx'
import { findPostFault } from '../domain/access.ts'
import { roleOf, type RoleCode } from '../domain/roles.ts'
import type { NewPost } from '../contract.ts'
import { agenciesQuery } from './api.ts'
import { toAgencyChoices } from './agency-form.tsx'
import { roleOptions } from './words.ts'

/** What keeps a post from being given, as a sentence; undefined when it is whole. */
export const findFault = (post: NewPost): string | undefined =>
  findPostFault({
    role: post.role,
    agency: post.agency ?? null,
    area: post.area ?? null,
    validFrom: post.validFrom ?? null,
    validTo: post.validTo ?? null,
  })

/** Role, and where it holds: what the role needs decides which fields are asked for. */
export const PostFields = ({
  post,
  onChange,
}: {
  readonly post: NewPost
  readonly onChange: (post: NewPost) => void
}) => {
  const agencies = useQuery(agenciesQuery({ state: 'current' }))
  const role = roleOf(post.role)
  return (
    <>
      <Select
        label="Vai trò"
        hint={role.purpose}
        value={post.role}
        options={roleOptions as readonly { value: RoleCode; label: string }[]}
        onChange={(next) => onChange({ ...post, role: next })}
      />
      <ComboBox
        label="Cơ quan"
        isOptional={role.needs !== 'agency'}
        choices={toAgencyChoices(agencies.data?.items ?? [])}
        value={post.agency ?? undefined}
        onChange={(agency) => onChange({ ...post, agency: agency ?? null })}
      />
      {role.needs === 'area' && (
        <TextField
          label="Địa bàn"
          hint="Mã xã, phường theo danh mục hành chính."
          required
          inputMode="numeric"
          value={post.area ?? ''}
          onChange={(area) => onChange({ ...post, area: area.trim() === '' ? null : area.trim() })}
        />
      )}
      <DateField
        label="Giữ vai trò từ ngày"
        isOptional
        value={post.validFrom ?? undefined}
        onChange={(day) =>
          onChange({ ...post, validFrom: (day ?? null) as NewPost['validFrom'] & (string | null) })
        }
      />
      <DateField
        label="Đến hết ngày"
        isOptional
        value={post.validTo ?? undefined}
        onChange={(day) =>
          onChange({ ...post, validTo: (day ?? null) as NewPost['validTo'] & (string | null) })
        }
      />
    </>
  )
}
