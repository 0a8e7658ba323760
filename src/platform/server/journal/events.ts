/** Journal events that the platform itself appends: name → one Vietnamese sentence. */
export const platformEvents: Readonly<Record<string, string>> = {
  'installation.opened': 'Bản cài đặt đã được mở cho một tỉnh.',
  'installation.samples-imported': 'Đã đưa các văn bản mẫu vào kho.',
  'backup.made': 'Đã tự sao lưu theo lịch hằng ngày.',
  'backup.made-by-hand': 'Đã sao lưu bằng lệnh binhan backup.',
  'journal.sealed': 'Đã gửi mã niêm phong nhật ký của ngày.',
  'job.quarantined': 'Một việc tự động hỏng nhiều lần nên được đưa vào nơi chờ người xem.',
  'job.retried': 'Một việc tự động trong nơi chờ được cho chạy lại.',
  'job.given-up': 'Một việc tự động trong nơi chờ được bỏ qua, có nêu lý do.',
}
