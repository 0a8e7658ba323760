import { Link } from '@tanstack/react-router'
import type { TargetGroup } from '../../domain/targets-schemas.ts'
import { ClauseLink } from '../clause-link.tsx'
import { toWholeLevel } from './target-state.tsx'
import './targets.css'

const kinds: Readonly<Record<TargetGroup['kind'], string>> = {
  contradiction: 'Mâu thuẫn trong một kế hoạch',
  levels: 'Khác mức giữa các kế hoạch',
}

/** Targets that do not agree, side by side, each with its clause. */
export const TargetGroups = ({ groups }: { readonly groups: readonly TargetGroup[] }) =>
  groups.length === 0 ? null : (
    <section className="target-groups" aria-labelledby="khac-muc">
      <h2 id="khac-muc">Chỉ tiêu cùng nội dung, khác mức</h2>
      {groups.map((group, i) => (
        <article key={i} className="target-group">
          <h3>{group.indicator}</h3>
          <p className="quiet small">
            {kinds[group.kind]}. {group.message}
          </p>
          <ul>
            {group.targets.map((target) => (
              <li key={target.id}>
                <Link to={`/chi-tieu/${target.id}` as never}>{toWholeLevel(target)}</Link>{' '}
                <ClauseLink document={target.document} path={target.path} start={target.spans[0]?.start} />{' '}
                <span className="quiet small">{target.programmeNumber ?? target.programmeSubject}</span>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
