/**
 * The words that react-aria itself says to screen readers, in Vietnamese. It reads them from these two
 * symbols before its own languages, which the build leaves out.
 */
interface Formatter {
  readonly number: (value: number) => string
}

const strings = {
  'react-aria-components': {
    dropzoneLabel: 'Vùng thả tệp',
    selectPlaceholder: 'Chọn một mục',
    tableResizer: 'Thay đổi độ rộng cột',
  },
  '@react-aria/combobox': {
    buttonLabel: 'Mở danh sách gợi ý',
    listboxLabel: 'Gợi ý',
    countAnnouncement: (args: { optionCount: number }, formatter: Formatter) =>
      `Có ${formatter.number(args.optionCount)} mục.`,
    focusAnnouncement: (args: { optionText: string; isSelected: boolean }) =>
      `${args.optionText}${args.isSelected ? ', đang chọn' : ''}`,
    selectedAnnouncement: (args: { optionText: string }) => `Đã chọn ${args.optionText}`,
  },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/menu': { longPressMessage: 'Giữ lâu hoặc nhấn Alt + mũi tên xuống để mở' },
}

const global = window as unknown as Record<symbol, unknown>
global[Symbol.for('react-aria.i18n.locale')] = 'vi-VN'
global[Symbol.for('react-aria.i18n.strings')] = strings
