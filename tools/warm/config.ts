/** Where compiled code is kept, as `tools/bootstrap.sh` says. */
export const compileCache = process.env['NODE_COMPILE_CACHE'];
