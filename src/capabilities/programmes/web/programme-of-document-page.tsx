import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { LinkButton } from '#platform/web/ui/button.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import { listProgrammes } from './api.ts'

/** Seconds after which a programme that a job makes should be there. */
const PATIENCE = 20

/** From a document to its programme; right after acceptance it is still being made. */
const ProgrammeOfDocumentPage = () => {
  const document = usePathParam('id')
  const query = useQuery({
    queryKey: ['programmes', 'of', document],
    queryFn: ({ signal }) => listProgrammes({ document }, signal),
    refetchInterval: (one) =>
      one.state.data?.items.length === 0 && one.state.dataUpdateCount < PATIENCE ? 1_000 : false,
  })
  return (
    <Loaded query={query}>
      {(found) => {
        const [programme] = found.items
        if (programme) return <Navigate to={`/ke-hoach/${programme.id}` as never} replace />
        return (
          <>
            <PageHeader title="Đang lập kế hoạch" />
            <EmptyState
              title="Kế hoạch đang được lập từ văn bản vừa duyệt"
              action={<LinkButton to={`/van-ban/${document}`}>Về văn bản</LinkButton>}
            >
              Trang tự mở khi xong. Nếu chờ lâu, quản trị xem trang Việc nền.
            </EmptyState>
          </>
        )
      }}
    </Loaded>
  )
}
export default ProgrammeOfDocumentPage
