/**
 * Words of two syllables that explain a syllable which only looks like a slip: in `nghiên cứu hồ sơ` the
 * middle is no `cứu hộ`. Written as one text, a stroke between the words.
 */
export const NEIGHBOURS: ReadonlySet<string> = new Set(
  `
    an ninh | đi đôi | thay đổi | biến đổi | quân đội | liên đội | chi đội | cuộc đời | thành công | thi công | phân công | an sinh | an toàn | ban hành | bao gồm | biên bản | biên tập | biện pháp | báo chí |
    bãi bỏ | bên cạnh | bình đẳng | bí thư | bản quyền | bản tin | bảo mật | bệnh viện | bố trí
    | bồi dưỡng | bổ sung | cao điểm | chi trả | chuyên gia | chuyên môn | chuyên trách | chuyên đề |
    chuyển biến | chuyển giao | chuyển đổi | chú trọng | chú ý | chấn chỉnh | chặt chẽ | chế biến |
    chỉ thị | chỉ đạo | chủ động | chứng nhận | cán bộ | cân đối | công bố | công cộng | cơ bản |
    cơ quan | cải thiện | cảnh báo | cảnh quan | cắt giảm | cộng đồng | củng cố | diễn biến | diễn ra |
    diễn tập | diện tích | dân tộc | dịch tả | dịch vụ | dự báo | dự thảo | dự án | dựng nước | gia đình
    | giai đoạn | giao diện | giám sát | giải phóng | giới thiệu | góp phần | hoàn thiện | hoạt động |
    hành động | hình thức | hòa bình | hòa giải | hóa đơn | hướng dẫn | hạ tầng | hồ chứa | hồ sơ |
    hỗ trợ | hội thảo | hợp tác | hủy bỏ | khen thưởng | khác nhau | khách hàng | khó khăn | khẩn cấp |
    khẩn trương | khắc phục | kinh nghiệm | kiến thức | kiểm soát | kiểm tra | kéo giảm | ký kết |
    kỷ cương | kỷ luật | kỷ niệm | kỹ lưỡng | kỹ năng | kỹ thuật | lao động | liên quan | liên tục |
    loại bỏ | lãnh đạo | lịch sử | môi trường | mạnh mẽ | mục đích | nghiên cứu | nghề nghiệp |
    ngành nghề | ngân hàng | nhiệm vụ | nhận dạng | nhận thức | nhập khẩu | nuôi trồng | nâng cao |
    nâng cấp | năng lực | nắm bắt | nội bộ | nội dung | phân bón | phân bổ | phù hợp | phương thức |
    phạm vi | phản biện | phấn đấu | phần mềm | phần trăm | phẩm chất | phối hợp | phổ biến | phụ lục |
    phụ nữ | phụ trách | phục hồi | phục vụ | phức tạp | quan trọng | quyết liệt | quyết tâm |
    quyết định | quá trình | quán triệt | quản lý | quốc phòng | rà soát | rộng rãi | sạch sẽ | sạt lở |
    sản phẩm | sứ mệnh | sử dụng | sự cố | sự kiện | tai nạn | tham dự | tham gia | tham quan |
    thanh tra | thiên tai | thu hút | thu hồi | thành phần | thành tích | thân thiện | thí điểm |
    thông báo | thông qua | thư viện | thương mại | thương tích | thường trực | thường vụ | thường xuyên
    | thẩm quyền | thẩm định | thế giới | thể chế | thể thao | thống kê | thống nhất | thụ hưởng |
    thủy lợi | thủy sản | tiên tiến | tiêu chuẩn | tiêu chí | tiêu thụ | tiến bộ | tiến hành | tiến độ |
    tiếp cận | tiếp giáp | tiếp nhận | tiếp tục | tiết kiệm | toàn bộ | toàn diện | toàn quốc | trao đổi
    | tri thức | truyền dẫn | truyền hình | truyền thông | truyền thống | trí thức | trí tuệ |
    trường học | trường hợp | trọng tâm | trực tuyến | tuyên giáo | tuyên truyền | tuần tra | tài chính
    | tài khoản | tài liệu | tài nguyên | tài sản | tác động | tìm kiếm | tình huống | tích cực |
    tín dụng | tăng cường | tăng trưởng | tư pháp | tư tưởng | tư vấn | tương lai | tương tác | tầng lớp
    | tổ công | từ thiện | tự do | tự giác | tự động | ven biển | vi phạm | viết tắt | viễn thông |
    văn bản | văn phòng | vượt mức | vận chuyển | vận hành | vận tải | vận động | vị trí | vụ án |
    vững chắc | xa xôi | xuất khẩu | xuất sắc | xác nhận | xóa bỏ | xử lý | xử phạt | xử trí | ô nhiễm |
    ý thức | đa dạng | điều chỉnh | điều kiện | điều tra | điển hình | đo lường | đoàn thể | đào tạo |
    đáp án | đính kèm | đóng góp | đô thị | đông đảo | đúng quy | đăng ký | đăng tải | đơn giản |
    đơn thư | đơn vị | đường dây | đường lối | đấu thầu | đầy đủ | đặc thù | đề án | địa bàn |
    định hướng | đối chiếu | đối ngoại | đối thoại | đối tác | đối tượng | đối với | đồng bào | đồng bộ
    | đồng chí | đồng phục | đồng thời | đồng ý | đội ngũ | đời sống | đứng đầu | ưu tiên | ảnh hưởng |
    ứng dụng | ứng phó
`
    .split('|')
    .map((word) => word.replace(/\s+/gu, ' ').trim()),
)

/** Words that make the syllable before them stand alone: `tuyến | truyền dẫn`, `tỉnh | hình thành`, `từ | vấn đề`. */
export const FOLLOWERS: ReadonlySet<string> = new Set([
  'truyền dẫn',
  'truyền tải',
  'hình thành',
  'trường hợp',
  'vấn đề',
  'nghị định',
  'đồng thời',
])
