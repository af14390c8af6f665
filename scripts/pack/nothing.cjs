// Stands for packages that exceljs asks for and we never use (scripts/build.ts). `tmp` is told something when it is loaded.
module.exports = { setGracefulCleanup() {} }
