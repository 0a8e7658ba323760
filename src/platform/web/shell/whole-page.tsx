import { useEffect, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Button, LinkButton } from '../ui/button.tsx'
import { toProblem } from '../problem.ts'
import { useConnection } from './offline-banner.tsx'
import './whole-page.css'

/** A page that has one thing to say: signing in, not found, the server away. */
export const WholePage = ({
  title,
  children,
  aside,
}: {
  readonly title: string
  readonly children: ReactNode
  /** Stands beside it where there is room. */
  readonly aside?: ReactNode
}) => {
  useEffect(() => {
    document.title = `${title} · Bình An`
  }, [title])
  return (
    <main className={`whole-page${aside ? ' whole-page--two' : ''}`}>
      <div className="whole-page__main">
        <p className="whole-page__name">Bình An</p>
        <h1>{title}</h1>
        {children}
      </div>
      {aside}
    </main>
  )
}

export const NotFoundPage = () => (
  <div className="page-message">
    <h1>Không có trang này</h1>
    <p>Đường dẫn có thể đã gõ nhầm, hoặc nội dung đã được thu hồi.</p>
    <p>
      <Link to="/">Về trang Hôm nay</Link>
    </p>
  </div>
)

export const NotAllowedPage = () => (
  <div className="page-message">
    <h1>Tài khoản này không dùng trang này</h1>
    <p>Trang dành cho người có quyền khác. Nếu công việc cần đến, liên hệ quản trị hệ thống của tỉnh.</p>
    <p>
      <Link to="/">Về trang Hôm nay</Link>
    </p>
  </div>
)

/** The server is away and nothing was read yet; goes away by itself. */
export const ServerAwayPage = () => {
  const connection = useConnection()
  return (
    <WholePage title={connection === 'offline' ? 'Mất kết nối với máy chủ' : 'Máy chủ đang tạm dừng'}>
      <p role="status">
        {connection === 'offline'
          ? 'Kiểm tra đường mạng của máy này.'
          : 'Cơ sở dữ liệu hoặc máy chủ chưa sẵn sàng. Dữ liệu đã lưu không bị ảnh hưởng.'}{' '}
        Trang tự mở lại khi có kết nối, không cần tải lại.
      </p>
    </WholePage>
  )
}

/** Something in the page itself broke; the rest of the app still stands. */
export const BrokenPage = ({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) => {
  const problem = toProblem(error)
  return (
    <div className="page-message" role="alert">
      <h1>{problem.title}</h1>
      {problem.detail !== undefined && <p className="quiet">{problem.detail}</p>}
      <p>{problem.action}</p>
      <div className="cluster">
        <Button look="primary" onClick={() => location.reload()}>
          Tải lại trang
        </Button>
        {reset && <Button onClick={reset}>Thử lại</Button>}
        <LinkButton to="/">Về trang Hôm nay</LinkButton>
      </div>
    </div>
  )
}
