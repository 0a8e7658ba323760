import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals of this capability. */
export const documentProblems = {
  uploadEmpty: {
    code: 'documents.upload-empty',
    status: 422,
    title: 'Tệp không có nội dung (0 byte).',
    action: 'Kiểm tra lại tệp trên máy rồi chọn tệp khác.',
  },
  uploadTooLarge: {
    code: 'documents.upload-too-large',
    status: 413,
    title: 'Tệp lớn hơn dung lượng cho phép.',
    action: 'Giảm dung lượng tệp (lưu lại dạng PDF có lớp chữ, bỏ ảnh quét) hoặc tách phụ lục rồi tải lên.',
  },
  uploadNotFound: {
    code: 'documents.upload-not-found',
    status: 404,
    title: 'Không tìm thấy lượt tải lên này.',
    action: 'Chọn lại tệp để tải lên từ đầu; lượt dở dang quá 7 ngày được dọn bỏ.',
  },
  uploadWrongOffset: {
    code: 'documents.upload-wrong-offset',
    status: 409,
    title: 'Phần gửi lên không nối tiếp phần đã nhận.',
    action: 'Gửi tiếp từ vị trí máy chủ báo.',
  },
  uploadOffsetNeeded: {
    code: 'documents.upload-offset-needed',
    status: 400,
    title: 'Phần gửi lên không nêu vị trí bắt đầu.',
    action: 'Gửi kèm tiêu đề “upload-offset” là số byte đã được nhận.',
  },
  uploadOverflow: {
    code: 'documents.upload-overflow',
    status: 422,
    title: 'Dữ liệu gửi lên nhiều hơn dung lượng đã khai.',
    action: 'Tệp có thể đã thay đổi trong lúc tải; chọn lại tệp để tải lên từ đầu.',
  },
  uploadInterrupted: {
    code: 'documents.upload-interrupted',
    status: 400,
    title: 'Việc tải lên bị ngắt giữa chừng; phần đã nhận được giữ lại.',
    action: 'Tiếp tục tải lên từ vị trí máy chủ báo.',
  },
  documentNotFound: {
    code: 'documents.not-found',
    status: 404,
    title: 'Không tìm thấy văn bản này trong kho.',
    action: 'Kiểm tra lại đường dẫn hoặc tìm trong kho văn bản.',
  },
  notRead: {
    code: 'documents.not-read',
    status: 409,
    title: 'Văn bản chưa được đọc nên chưa có nội dung này.',
    action: 'Chờ máy chủ đọc xong, hoặc yêu cầu đọc lại nếu đã chờ lâu.',
  },
  wrongState: {
    code: 'documents.wrong-state',
    status: 409,
    title: 'Trạng thái của văn bản không cho phép thao tác này.',
    action: 'Tải lại trang để xem trạng thái hiện tại của văn bản.',
  },
  secret: {
    code: 'documents.secret',
    status: 410,
    title: 'Văn bản có dấu chỉ độ mật nên không được tiếp nhận; nội dung đã hủy.',
    action: 'Xử lý văn bản mật theo quy định về bảo vệ bí mật nhà nước, ngoài hệ thống này.',
  },
  arrivalNumberTaken: {
    code: 'documents.arrival-number-taken',
    status: 409,
    title: 'Số đến này đã dùng cho văn bản khác trong năm.',
    action: 'Chọn số đến khác, hoặc sửa số của văn bản kia trước.',
  },
  impossibleDay: {
    code: 'documents.impossible-day',
    status: 422,
    title: 'Ngày đến không có trong lịch.',
    action: 'Nhập lại ngày đến.',
  },
  supersededAlready: {
    code: 'documents.superseded-already',
    status: 409,
    title: 'Văn bản kia đã được một văn bản khác thay thế.',
    action: 'Mở văn bản kia để xem văn bản đang thay thế nó, rồi chọn văn bản mới nhất.',
  },
  supersedesItself: {
    code: 'documents.supersedes-itself',
    status: 422,
    title: 'Một văn bản không thể thay thế chính nó, trực tiếp hay qua văn bản khác.',
    action: 'Chọn văn bản khác.',
  },
  baseNotAccepted: {
    code: 'documents.base-not-accepted',
    status: 409,
    title: 'Kế hoạch được sửa đổi, bổ sung chưa được duyệt nên chưa có gì để sửa.',
    action: 'Duyệt kế hoạch đó trước, hoặc bỏ ghi nhận sửa đổi để lập kế hoạch riêng.',
  },
  sameFile: {
    code: 'documents.same-file',
    status: 409,
    title: 'Tệp này đã có trong kho.',
    action: 'Mở văn bản đã có thay vì tải lên lần nữa.',
  },
  supersededMissing: {
    code: 'documents.superseded-missing',
    status: 422,
    title: 'Không tìm thấy văn bản được thay thế trong kho.',
    action: 'Chọn một văn bản đang có trong kho.',
  },
  nothingToCompare: {
    code: 'documents.nothing-to-compare',
    status: 422,
    title: 'Chưa chọn văn bản để so sánh.',
    action: 'Ghi nhận văn bản được thay thế, hoặc chọn một văn bản khác để so sánh.',
  },
  proposalUnknown: {
    code: 'documents.proposal-unknown',
    status: 404,
    title: 'Văn bản không có đề xuất này.',
    action: 'Tải lại trang rà soát.',
  },
  proposalGone: {
    code: 'documents.proposal-gone',
    status: 409,
    title: 'Đề xuất đã được tách, gộp hoặc hủy bỏ nên không còn để quyết định.',
    action: 'Khôi phục đề xuất trước, rồi thực hiện lại.',
  },
  proposalInvalid: {
    code: 'documents.proposal-invalid',
    status: 422,
    title: 'Giá trị nhập chưa đúng.',
    action: 'Sửa các mục được nêu rồi lưu lại.',
  },
  innerFirst: {
    code: 'documents.inner-first',
    status: 409,
    title: 'Một phần đã tách hoặc gộp lại được tách, gộp tiếp.',
    action: 'Khôi phục phần bên trong trước, rồi khôi phục đề xuất này.',
  },
  notByHand: {
    code: 'documents.not-by-hand',
    status: 409,
    title: 'Chỉ mục thêm bằng tay mới rút lại được.',
    action: 'Mục đọc từ văn bản thì bấm “Bỏ”; mục đã tách hoặc gộp thì bấm “Xét lại”.',
  },
  undecided: {
    code: 'documents.undecided',
    status: 409,
    title: 'Còn đề xuất chưa chắc chắn mà chưa ai quyết định.',
    action: 'Nhận, sửa hoặc bỏ từng đề xuất đó, hoặc chọn để lại ngoài kế hoạch.',
  },
  nothingAccepted: {
    code: 'documents.nothing-accepted',
    status: 409,
    title: 'Chưa có nội dung nào được nhận nên không lập được kế hoạch.',
    action: 'Nhận ít nhất một đề xuất, hoặc thêm nhiệm vụ bằng tay.',
  },
} satisfies Record<string, ProblemKind>

/** Named constraint of the database → what the person sees. */
export const documentConstraints = {
  document_arrival_number: documentProblems.arrivalNumberTaken,
  document_supersedes_once: documentProblems.supersededAlready,
  document_not_own_successor: documentProblems.supersedesItself,
  document_supersedes: documentProblems.supersededMissing,
  document_amends: documentProblems.supersededMissing,
  document_not_own_amendment: documentProblems.supersedesItself,
  document_one_base: documentProblems.supersedesItself,
  document_duplicate: documentProblems.documentNotFound,
  document_same_file: documentProblems.sameFile,
} satisfies Record<string, ProblemKind>
