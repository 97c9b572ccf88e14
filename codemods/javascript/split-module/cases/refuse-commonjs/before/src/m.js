function a() {}
module.exports = { a };
