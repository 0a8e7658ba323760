import type { ProblemKind } from '#kernel/problem.ts'

export const placesProblems = {
  noUnit: {
    code: 'places.no-unit',
    status: 404,
    title: 'Không có đơn vị hành chính mang mã này vào ngày đó.',
    action: 'Kiểm tra mã và ngày; cùng một mã có thể chỉ đơn vị khác trước và sau ngày sắp xếp.',
  },
  noRoute: {
    code: 'places.no-route',
    status: 404,
    title: 'Không có tuyến đường mang ký hiệu này.',
    action: 'Tìm lại trong danh sách tuyến đường.',
  },
  routeExists: {
    code: 'places.route-exists',
    status: 409,
    title: 'Ký hiệu tuyến đường này đã có.',
    action: 'Mở tuyến đã có để sửa, hoặc dùng ký hiệu khác.',
  },
  wrongDays: {
    code: 'places.wrong-days',
    status: 400,
    title: 'Ngày hết hiệu lực phải từ ngày bắt đầu trở đi và phải là ngày có thật.',
    action: 'Sửa hai ngày rồi lưu lại.',
  },
  wrongLength: {
    code: 'places.wrong-length',
    status: 400,
    title: 'Chiều dài tuyến đường không được âm.',
    action: 'Sửa chiều dài rồi lưu lại.',
  },
  wrongCalendar: {
    code: 'places.wrong-calendar',
    status: 400,
    title: 'Lịch làm việc có chỗ mâu thuẫn.',
    action: 'Sửa các ngày được nêu theo đúng thông báo nghỉ lễ rồi lưu lại.',
  },
  wrongPack: {
    code: 'places.wrong-pack',
    status: 400,
    title: 'Dữ liệu địa bàn của gói tỉnh có chỗ mâu thuẫn nên chưa được nạp.',
    action: 'Sửa các tệp trong thư mục của gói theo chỗ được nêu rồi chạy lại.',
  },
} satisfies Record<string, ProblemKind>

/** Named constraint → what a person reads. */
export const placesConstraints: Readonly<Record<string, ProblemKind>> = {
  unit_pk: placesProblems.wrongPack,
  unit_once: placesProblems.wrongPack,
  unit_days: placesProblems.wrongPack,
  unit_succession_pk: placesProblems.wrongPack,
  unit_succession_extent: placesProblems.wrongPack,
  route_pk: placesProblems.routeExists,
  route_days: placesProblems.wrongDays,
  route_length: placesProblems.wrongLength,
  work_calendar_pk: placesProblems.wrongCalendar,
  holiday_pk: placesProblems.wrongCalendar,
  holiday_calendar: placesProblems.wrongCalendar,
  holiday_days: placesProblems.wrongCalendar,
  holiday_apart: placesProblems.wrongCalendar,
  make_up_day_pk: placesProblems.wrongCalendar,
  make_up_day_calendar: placesProblems.wrongCalendar,
}
