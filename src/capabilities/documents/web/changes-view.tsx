import { useQuery } from '@tanstack/react-query'
import { Chip, SourceChip } from '#platform/web/ui/chip.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import type { ClauseChange } from '../domain/archive-api.ts'
import { documentKeys, documentsApi } from './api.ts'
import './changes-view.css'

const kinds = {
  added: { label: 'Thêm mới', tone: 'done' },
  removed: { label: 'Bỏ', tone: 'overdue' },
  changed: { label: 'Sửa', tone: 'due' },
  moved: { label: 'Chuyển chỗ', tone: 'info' },
} as const

/** Clause by clause, what the new version changed; within a clause, word by word. */
export const ChangesView = ({ id, against }: { readonly id: string; readonly against: string }) => {
  const query = useQuery({
    queryKey: documentKeys.changes(id, against),
    queryFn: ({ signal }) => documentsApi.changes(id, against, signal),
  })
  return (
    <Loaded query={query}>
      {(found) =>
        found.changes.length === 0 ? (
          <EmptyState title="Không có thay đổi">Cả {found.unchanged} mục giống bản trước.</EmptyState>
        ) : (
          <>
            <p className="quiet">
              So với {found.against.number ?? 'bản trước'}: {found.changes.length} mục thay đổi,{' '}
              {found.unchanged} mục giữ nguyên.
            </p>
            <ol className="changes">
              {found.changes.map((change, i) => (
                <li key={i}>
                  <Chip tone={kinds[change.kind].tone}>{kinds[change.kind].label}</Chip>{' '}
                  <Where change={change} />
                  <Words change={change} />
                </li>
              ))}
            </ol>
          </>
        )
      }
    </Loaded>
  )
}

const Where = ({ change }: { readonly change: ClauseChange }) => {
  const paths = [change.before?.path, change.after?.path].filter((path) => path !== undefined)
  return <SourceChip>{[...new Set(paths)].join(' → ')}</SourceChip>
}

const Words = ({ change }: { readonly change: ClauseChange }) => {
  if (change.words.length === 0) {
    const text = change.after?.text ?? change.before?.text ?? ''
    return <p className={change.kind === 'removed' ? 'changes__gone' : ''}>{text}</p>
  }
  return (
    <p>
      {change.words.map((word, i) =>
        word.kind === 'added' ? (
          <ins key={i}>{word.text}</ins>
        ) : word.kind === 'removed' ? (
          <del key={i}>{word.text}</del>
        ) : (
          word.text
        ),
      )}
    </p>
  )
}
