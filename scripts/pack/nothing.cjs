// Stands for packages that exceljs asks for and we never use (scripts/build.ts). `tmp` is told something when it is loaded, and of
// `jszip` an object is made to which nothing is given.
module.exports = Object.assign(function nothing() {}, { setGracefulCleanup() {} })
