import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { formatDay } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { AgencyDetail } from '../contract.ts'
import { accountsQuery, agenciesQuery, agencyQuery, groupsQuery } from './api.ts'
import { AgencyForm } from './agency-form.tsx'
import { describeDays } from './agency-list-page.tsx'
import { roleName, kindName, levelName } from './words.ts'
import './agency-page.css'

const AgencyPage = () => {
  const code = usePathParam('code')
  const query = useQuery(agencyQuery(code))
  const all = useQuery(agenciesQuery({}))
  const byCode = useMemo(
    () => new Map((all.data?.items ?? []).map((agency) => [agency.code, agency])),
    [all.data],
  )
  const mayEdit = useMay('people.agency.edit')
  const [isEditing, setEditing] = useState(false)
  const agency = query.data?.value
  return (
    <>
      <PageHeader
        title={agency?.name ?? 'Cơ quan'}
        crumbs={[{ label: 'Cơ quan', to: '/co-quan' }]}
        actions={agency && mayEdit && <Button onClick={() => setEditing(true)}>Sửa cơ quan</Button>}
      />
      <Loaded query={query} rows={10}>
        {({ value }) => (
          <div className="agency">
            <section className="paper" aria-labelledby="facts">
              <h2 id="facts">Thông tin</h2>
              <KeyValue
                rows={[
                  { label: 'Tên gọi ngắn', value: value.shortName },
                  { label: 'Loại, cấp', value: `${kindName(value.kind)} · ${levelName(value.level)}` },
                  {
                    label: 'Tình trạng',
                    value:
                      value.validTo === null ? (
                        <Chip tone="done">{describeDays(value.validFrom, null) || 'Đang hoạt động'}</Chip>
                      ) : (
                        <Chip>Thôi hoạt động, {describeDays(value.validFrom, value.validTo)}</Chip>
                      ),
                  },
                  {
                    label: 'Cấp trên trực tiếp',
                    value: value.parent === null ? '' : <AgencyLink code={value.parent} byCode={byCode} />,
                  },
                  {
                    label: 'Tên gọi khác',
                    value:
                      value.aliases.length === 0 ? (
                        ''
                      ) : (
                        <ul className="agency__plain">
                          {value.aliases.map((alias) => (
                            <li key={alias}>{alias}</li>
                          ))}
                        </ul>
                      ),
                  },
                  { label: 'Căn cứ', value: value.source },
                ]}
              />
            </section>
            <Succession agency={value} byCode={byCode} />
            <Groups code={value.code} />
            <People code={value.code} />
          </div>
        )}
      </Loaded>
      {isEditing && query.data && (
        <AgencyForm edited={query.data} all={all.data?.items ?? []} onClose={() => setEditing(false)} />
      )}
    </>
  )
}

type ByCode = ReadonlyMap<string, AgencyDetail>

const AgencyLink = ({ code, byCode }: { readonly code: string; readonly byCode: ByCode }) => (
  <Link to={`/co-quan/${code}`}>{byCode.get(code)?.name ?? code}</Link>
)

/** Where its work came from and where it went, each with its day. */
const Succession = ({ agency, byCode }: { readonly agency: AgencyDetail; readonly byCode: ByCode }) => {
  if (agency.predecessors.length === 0 && agency.successors.length === 0) return null
  const list = (codes: readonly string[], dayOf: (code: string) => string) => (
    <ul className={codes.length > 8 ? 'agency__plain agency__many' : 'agency__plain'}>
      {codes.map((code) => (
        <li key={code}>
          <AgencyLink code={code} byCode={byCode} /> <span className="quiet small">{dayOf(code)}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <section className="paper" aria-labelledby="succession">
      <h2 id="succession">Kế thừa</h2>
      <div className="stack">
        {agency.predecessors.length > 0 && (
          <div>
            <h3>Nhận nhiệm vụ từ</h3>
            {list(agency.predecessors, (code) => {
              const to = byCode.get(code)?.validTo
              return to ? `(hoạt động đến hết ngày ${formatDay(to)})` : ''
            })}
          </div>
        )}
        {agency.successors.length > 0 && (
          <div>
            <h3>Nhiệm vụ chuyển cho</h3>
            {list(agency.successors, (code) => {
              const from = byCode.get(code)?.validFrom
              return from ? `(từ ngày ${formatDay(from)})` : ''
            })}
          </div>
        )}
      </div>
    </section>
  )
}

const Groups = ({ code }: { readonly code: string }) => {
  const groups = useQuery(groupsQuery)
  const own = (groups.data ?? []).filter((group) => group.current.includes(code))
  if (own.length === 0) return null
  return (
    <section className="paper" aria-labelledby="groups">
      <h2 id="groups">Thuộc nhóm</h2>
      <ul className="agency__plain">
        {own.map((group) => (
          <li key={group.code}>
            <Link to={`/nhom-co-quan/${group.code}`}>{group.name}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const People = ({ code }: { readonly code: string }) => {
  const maySee = useMay('people.account.view')
  const accounts = useQuery({ ...accountsQuery({ agency: code }), enabled: maySee })
  const items = accounts.data?.items ?? []
  if (!maySee || items.length === 0) return null
  return (
    <section className="paper" aria-labelledby="people">
      <h2 id="people">Người dùng</h2>
      <ul className="agency__plain">
        {items.map((account) => (
          <li key={account.id}>
            <Link to={`/nguoi-dung/${account.id}`}>{account.name}</Link>{' '}
            <span className="quiet small">
              {account.posts
                .filter((post) => post.agency === code)
                .map((post) => roleName(post.role))
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export default AgencyPage
