/** A plan of tỉnh Mẫu in the form of the offices, for tests of amendments: its duties are III.1 to III.3. */
export const basePlan = `ỦY BAN NHÂN DÂN
TỈNH MẪU
Số: 15/KH-UBND

Mẫu, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

III. NHIỆM VỤ
1. Công an tỉnh tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ.
2. Sở Xây dựng chủ trì rà soát, xử lý các điểm đen tai nạn giao thông.
3. Sở Y tế tổ chức trực cấp cứu tai nạn giao thông trong các dịp lễ, tết.

Nơi nhận:
- Lưu: VT.
`

/** A document that amends parts of that plan by these lines. */
export const amendmentText = (
  lines: readonly string[],
  { number = '45/KH-UBND', base = '15/KH-UBND' } = {},
): string => `ỦY BAN NHÂN DÂN
TỈNH MẪU
Số: ${number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu, ngày 10 tháng 4 năm 2026

KẾ HOẠCH
Sửa đổi, bổ sung một số nội dung của Kế hoạch số ${base} ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh

Ủy ban nhân dân tỉnh sửa đổi, bổ sung một số nội dung của Kế hoạch số ${base} ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh như sau:

${lines.join('\n')}

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu
`
