import type { JobWords } from '#platform/server/admin/capability.ts'

/** What each job does, what is missing while it does not, and what a person can do: the words of the page of held jobs. */
export const jobWords: Readonly<Record<string, JobWords>> = {
  'documents.read': {
    title: 'Đọc văn bản',
    missing: 'Văn bản còn ở trạng thái “Chờ đọc”, chưa có mục nào để rà soát.',
    advice:
      'Bấm “Chạy lại”. Vẫn không xong thì nhờ người gửi kiểm tra tệp rồi gửi lại bản .docx hoặc .pdf có lớp chữ; báo người vận hành kèm chi tiết kỹ thuật.',
  },
  'programmes.follow-acceptance': {
    title: 'Lập kế hoạch theo dõi từ văn bản đã duyệt',
    missing: 'Văn bản đã duyệt nhưng kế hoạch chưa được lập, hoặc chưa có nội dung sửa đổi.',
    advice:
      'Bấm “Chạy lại”. Vẫn không xong thì báo người vận hành kèm chi tiết kỹ thuật; không cần duyệt lại văn bản.',
  },
  'programmes.follow-withdrawal': {
    title: 'Cập nhật kế hoạch khi văn bản bị thu hồi hoặc được đưa trở lại',
    missing: 'Kế hoạch còn như trước khi văn bản bị thu hồi hoặc được đưa trở lại.',
    advice: 'Bấm “Chạy lại”. Vẫn không xong thì báo người vận hành kèm chi tiết kỹ thuật.',
  },
  'programmes.follow-register': {
    title: 'Nhận ra cơ quan trong các kế hoạch theo danh bạ',
    missing:
      'Kế hoạch có thể còn ghi “chưa có trong danh bạ” với cơ quan vừa được thêm hoặc gán, hoặc còn ghi cơ quan vừa được bỏ gán.',
    advice: 'Bấm “Chạy lại”. Vẫn không xong thì báo người vận hành kèm chi tiết kỹ thuật; không cần gán lại.',
  },
  'programmes.assignments-follow-plan': {
    title: 'Dừng nhiệm vụ đã giao khi kế hoạch không còn yêu cầu',
    missing: 'Nhiệm vụ của điều khoản đã bỏ hoặc của kế hoạch đã thu hồi vẫn còn ở các cơ quan.',
    advice: 'Bấm “Chạy lại”. Vẫn không xong thì báo người vận hành kèm chi tiết kỹ thuật.',
  },
  'programmes.assignments-follow-register': {
    title: 'Chuyển nhiệm vụ của cơ quan đã giải thể cho cơ quan kế thừa',
    missing: 'Nhiệm vụ chưa làm xong vẫn đứng tên cơ quan không còn hoạt động.',
    advice:
      'Bấm “Chạy lại”. Vẫn không xong thì chuyển từng nhiệm vụ bằng “Chuyển cơ quan khác” và báo người vận hành.',
  },
  'programmes.tell-of-action': {
    title: 'Thông báo thao tác trên nhiệm vụ cho người liên quan',
    missing: 'Người liên quan chưa được thông báo về thao tác này; nhiệm vụ đã ghi nhận đầy đủ.',
    advice: 'Bấm “Chạy lại”. Vẫn không xong thì báo người vận hành kèm chi tiết kỹ thuật.',
  },
  'programmes.tell-of-given': {
    title: 'Thông báo nhiệm vụ mới giao cho các cơ quan',
    missing: 'Các cơ quan chưa được thông báo về nhiệm vụ vừa giao; nhiệm vụ đã có trong danh sách của họ.',
    advice: 'Bấm “Chạy lại”. Vẫn không xong thì báo người vận hành kèm chi tiết kỹ thuật.',
  },
  'installation.accept-samples': {
    title: 'Duyệt các kế hoạch mẫu',
    missing: 'Tỉnh mẫu chưa có kế hoạch để xem thử; dữ liệu thật không bị ảnh hưởng.',
    advice: 'Bấm “Chạy lại”, hoặc mở văn bản mẫu, rà soát và duyệt bằng tay rồi bấm “Bỏ qua”.',
  },
}
