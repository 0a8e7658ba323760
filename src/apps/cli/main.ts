console.error('binhan: chưa có lệnh nào')
process.exitCode = 2
