import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useMemo } from 'react'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { rolesQuery, type RoleRow } from './api.ts'
import './roles-page.css'

const reaches = { province: 'toàn tỉnh', agency: 'cơ quan mình', area: 'địa bàn mình', self: 'của mình' }

/** Which role may do what, and how far: read from the very table that the server decides by. */
const RolesPage = () => {
  const query = useQuery(rolesQuery)
  return (
    <>
      <PageHeader
        title="Vai trò và quyền"
        note="Quyền đi theo vai trò được giao ở cơ quan hoặc địa bàn, không đi theo người."
      />
      <Loaded query={query} rows={12}>
        {(roles) => <Matrix roles={roles} />}
      </Loaded>
    </>
  )
}

const Matrix = ({ roles }: { readonly roles: readonly RoleRow[] }) => {
  const permissions = useMemo(() => {
    const titles = new Map<string, string>()
    for (const role of roles) for (const grant of role.grants) titles.set(grant.permission, grant.title)
    return [...titles].sort((a, b) => a[0].localeCompare(b[0]))
  }, [roles])
  return (
    <>
      <div className="roles-matrix" role="region" aria-label="Bảng vai trò và quyền" tabIndex={0}>
        <table>
          <caption className="visually-hidden">Vai trò và quyền</caption>
          <thead>
            <tr>
              <th scope="col">Quyền</th>
              {roles.map((role) => (
                <th key={role.code} scope="col">
                  {role.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map(([permission, title]) => (
              <tr key={permission}>
                <th scope="row">{title}</th>
                {roles.map((role) => {
                  const grant = role.grants.find((one) => one.permission === permission)
                  return (
                    <td key={role.code}>
                      {grant ? (
                        <span className="roles-matrix__yes">
                          <Check className="icon" aria-hidden="true" />
                          {reaches[grant.reach]}
                        </span>
                      ) : (
                        <span className="quiet">
                          <span aria-hidden="true">–</span>
                          <span className="visually-hidden">không</span>
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Văn bản đã duyệt thì mọi cơ quan, xã, phường đọc được toàn văn. “Cơ quan mình”, “địa bàn mình” nghĩa
        là không thấy văn bản chưa duyệt, và trong kế hoạch chỉ thấy nhiệm vụ, thời hạn, báo cáo của mình.
      </p>
      <section aria-labelledby="purposes" className="roles-purposes">
        <h2 id="purposes">Mỗi vai trò để làm gì</h2>
        <dl>
          {roles.map((role) => (
            <div key={role.code}>
              <dt>{role.name}</dt>
              <dd>{role.purpose}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

export default RolesPage
