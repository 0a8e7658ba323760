import type { MenuEntry } from '../capability.ts'
import { Dialog } from '../ui/dialog.tsx'
import './shortcuts-help.css'

const Keys = ({ keys, between }: { readonly keys: readonly string[]; readonly between: string }) => (
  <>
    {keys.map((key, i) => (
      <span key={key}>
        {i > 0 && between}
        <kbd className="key">{key}</kbd>
      </span>
    ))}
  </>
)

/** Which keys do what; opened by `?`. */
const ShortcutsHelp = ({
  entries,
  onClose,
}: {
  readonly entries: readonly MenuEntry[]
  readonly onClose: () => void
}) => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Tìm trong toàn hệ thống', ['/']],
    ['Bảng phím tắt này', ['?']],
    ['Đi giữa các dòng của danh sách', ['↑', '↓']],
    ['Đóng hộp thoại, danh sách đang mở', ['Esc']],
    ...entries.flatMap((entry) =>
      entry.letter === undefined ? [] : [[`Đến ${entry.label}`, ['g', entry.letter]] as const],
    ),
  ]
  return (
    <Dialog title="Phím tắt" isOpen onClose={onClose}>
      <dl className="shortcuts-help">
        {rows.map(([label, keys]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Keys keys={keys} between={keys[0] === 'g' ? ' rồi ' : ' '} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

export default ShortcutsHelp
