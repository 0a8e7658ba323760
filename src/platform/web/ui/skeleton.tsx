import './skeleton.css'

/** Grey lines where the content will stand; of the same height, so that nothing jumps when it comes. */
export const Skeleton = ({
  rows = 6,
  label = 'Đang tải',
}: {
  readonly rows?: number
  readonly label?: string
}) => (
  <div className="skeleton" role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, i) => (
      <div key={i} className="skeleton__row" aria-hidden="true">
        <span />
      </div>
    ))}
  </div>
)
