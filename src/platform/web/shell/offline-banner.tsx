import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { currentConnection, subscribeConnection, type Connection } from '../connection.ts'
import './offline-banner.css'

export const useConnection = (): Connection => useSyncExternalStore(subscribeConnection, currentConnection)

const words = {
  offline: 'Mất kết nối với máy chủ. Nội dung đang nhập vẫn được giữ; trang tự tải lại khi có kết nối.',
  unavailable:
    'Máy chủ đang tạm dừng. Nội dung đang nhập vẫn được giữ; trang tự tải lại khi máy chủ hoạt động trở lại.',
}

/** Above everything while the server is away. The region stays, so that its coming and going is heard. */
export const OfflineBanner = () => {
  const connection = useConnection()
  return (
    <div role="status" className="no-print">
      {connection !== 'up' && (
        <div className="offline-banner">
          <WifiOff className="icon" aria-hidden="true" />
          <span>{words[connection]}</span>
        </div>
      )}
    </div>
  )
}
