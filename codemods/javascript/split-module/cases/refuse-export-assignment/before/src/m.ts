function a() {}
export = a;
