/** A plan of tỉnh Mẫu with everything that the form can hold; for tests. */
export const SAMPLE = `ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỈNH MẪU                   Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND            Mẫu Sơn, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Bảo đảm an toàn giao thông năm 2026

Thực hiện Chỉ thị số 23-CT/TW ngày 25/5/2023 của Ban Bí thư; Ủy ban nhân dân tỉnh ban hành Kế hoạch với chủ đề “Đường an toàn” như sau:

I. MỤC TIÊU
1. Giảm từ 5% trở lên số vụ, số người chết so với năm 2025.
2. Không để xảy ra ùn tắc kéo dài.

II. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh
- Chủ trì, phối hợp với Sở Xây dựng tuần tra trên các tuyến quốc lộ.
- Báo cáo kết quả trước ngày 15/12/2026; định kỳ hằng tháng, quý gửi Ban An toàn giao thông tỉnh.
2. UBND các xã, phường: tuyên truyền đến từng hộ dân trước ngày 30/6/2026.

Yêu cầu các đơn vị nghiêm túc thực hiện./.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
|----|----------|-----------------|-----------|
| 1 | Xử lý điểm đen | Sở Xây dựng | Quý II/2026 |
| 2 | Lắp biển báo | Sở Xây dựng | 30/9/2026 |
`
