import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay, formatNumber, todayInVietnam } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { usePathParam, useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import { groupQuery, membersQuery } from './api.ts'
import { GroupForm } from './group-form.tsx'
import { describeMembers } from './members.ts'
import './agency-page.css'

const GroupPage = () => {
  const code = usePathParam('code')
  const query = useQuery(groupQuery(code))
  const mayEdit = useMay('people.agency.edit')
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <PageHeader
        title={query.data?.value.name ?? 'Nhóm cơ quan'}
        crumbs={[{ label: 'Nhóm cơ quan', to: '/nhom-co-quan' }]}
        actions={query.data && mayEdit && <Button onClick={() => setEditing(true)}>Sửa nhóm</Button>}
      />
      <Loaded query={query} rows={8}>
        {({ value }) => (
          <div className="agency">
            <section className="paper" aria-labelledby="facts">
              <h2 id="facts">Thông tin</h2>
              <KeyValue
                rows={[
                  { label: 'Gồm', value: describeMembers(value.members) },
                  { label: 'Cách gọi khác', value: value.aliases.join('; ') },
                ]}
              />
            </section>
            <Members code={code} />
          </div>
        )}
      </Loaded>
      {isEditing && query.data && <GroupForm edited={query.data} onClose={() => setEditing(false)} />}
    </>
  )
}

/** The members on a day: a plan of 2024 meant the agencies of 2024. */
const Members = ({ code }: { readonly code: string }) => {
  const on = useUrlValues()['ngay'] ?? todayInVietnam()
  const setValues = useSetUrlValues()
  const members = useQuery(membersQuery(code, on))
  return (
    <section className="paper stack" aria-labelledby="members">
      <h2 id="members">
        Thành viên ngày {formatDay(on)}
        {members.data && <span className="quiet"> · {formatNumber(members.data.members.length)}</span>}
      </h2>
      <DateField
        label="Xem vào ngày"
        hint="Ngày của văn bản, ví dụ 15/01/2024"
        value={on}
        onChange={(day) => {
          if (day !== undefined) setValues({ ngay: day })
        }}
      />
      <Loaded query={members} rows={6}>
        {(reply) =>
          reply.members.length === 0 ? (
            <EmptyState title="Ngày này nhóm không có thành viên nào" />
          ) : (
            <ul className="agency__plain agency__many">
              {reply.members.map((member) => (
                <li key={member.code}>
                  <Link to={`/co-quan/${member.code}`}>{member.name}</Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

export default GroupPage
